//! The house keeps its shape: rooms name only the rooms they may, the browser stays at the edge, files stay short,
//! nothing ends the program, and the top level holds only what the layout says.
#![allow(clippy::expect_used, reason = "a test stops where the sources cannot be read")]

mod paths;
mod rules;
mod tokens;

use rules::{File, broken_by};
use std::fs;
use std::path::{Path, PathBuf};

/// What may stand at the top, besides ignored build output and hidden settings of tools.
const TOP_LEVEL: &[&str] = &[
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "Makefile",
    "README.md",
    "Trunk.toml",
    "benches",
    "build.rs",
    "clippy.toml",
    "index.html",
    "package-lock.json",
    "package.json",
    "public",
    "rust-toolchain.toml",
    "rustfmt.toml",
    "src",
    "style",
    "tests",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file under a folder, deeper ones included.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder that can be read");
    entries
        .flat_map(|entry| {
            let path = entry.expect("an entry that can be read").path();
            if path.is_dir() { rust_files(&path) } else { vec![path] }
        })
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}

fn sources() -> Vec<File> {
    let src = root().join("src");
    let named = |path: PathBuf| {
        let name = path.strip_prefix(&src).expect("a file under src").to_string_lossy().replace('\\', "/");
        File { name, text: fs::read_to_string(&path).expect("a text file") }
    };
    rust_files(&src).into_iter().map(named).collect()
}

#[test]
fn the_rules_hold_in_every_file() {
    let sources = sources();
    assert!(sources.iter().any(|file| file.name == "main.rs"), "the sources were not found");
    let broken: Vec<String> = sources.iter().flat_map(broken_by).collect();
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn the_top_level_is_the_agreed_one() {
    let ignore = fs::read_to_string(root().join(".gitignore")).expect("a .gitignore");
    let ignored = |name: &str| ignore.lines().any(|line| line.trim_matches('/') == name);
    let entries = fs::read_dir(root()).expect("the top folder");
    let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let strangers: Vec<String> = names
        .filter(|name| !name.starts_with('.') && !ignored(name) && !TOP_LEVEL.contains(&name.as_str()))
        .collect();
    assert_eq!(strangers, Vec::<String>::new());
}
