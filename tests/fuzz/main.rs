//! Every door against damaged input: texts of the corpus, changed at random but the same in every run.
//!
//! `EXECUTIONS=1000000 cargo test --release --no-default-features --test fuzz` takes longer than the few seconds of
//! `make test`. `libfuzzer/` has the same doors for libFuzzer, which looks for input that reaches new code.
#![allow(clippy::expect_used, reason = "a test ends where it fails")]

mod doors;

use doors::DOORS;
use std::fs;
use std::path::Path;

/// How many inputs each door gets.
fn executions() -> usize {
    std::env::var("EXECUTIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(2_000)
}

/// What texts like these are made of: more likely to reach something than bytes at random.
const WORDS: &[&str] = &[
    "p1",
    "#",
    "z",
    "%25",
    "%E3%80%82",
    "\u{200b}",
    "—",
    "-",
    "_",
    "{",
    "}",
    "[",
    "]",
    "\"",
    ":",
    ",",
    "null",
    "true",
    "1e999",
    "-0.0",
    "0.1",
    "9007199254740993",
    "萬",
    "億",
    "%",
    "NT$",
    ".",
    "，",
    "３",
    "−",
    "\\u0000",
    "\"value\":",
    "\"low\":",
    "\"channels\":",
    "\"depends_on\":",
    "\"backcast_backup\":1,\"plans\":[",
    "backcast-record 1 ",
    "&",
    "&hide=",
    "cta-href=",
    "https://",
    "mailto:",
    "{\"backcast\":1,\"type\":\"welcome\"",
];

/// Marsaglia's xorshift: small, and the same everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(end.max(1)).expect("a length")).expect("a length")
    }

    fn byte(&mut self) -> u8 {
        u8::try_from(self.below(256)).expect("below 256")
    }
}

fn corpus(name: &str) -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut folders = vec![root.join("corpus").join(name)];
    if name == "link" {
        folders.push(root.join("golden/links"));
    }
    let entries = folders.iter().flat_map(|folder| fs::read_dir(folder).expect("a corpus"));
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let read = |path| fs::read(path).expect("a file");
    // Of a golden link only the link, not the plan below it.
    let first_line = |bytes: Vec<u8>| match bytes.starts_with(b"p1") {
        true => bytes.split(|byte| *byte == b'\n').next().unwrap_or_default().to_vec(),
        false => bytes,
    };
    paths.into_iter().map(read).map(first_line).collect()
}

/// A few changes to one text of the corpus, with parts of the others.
fn changed(corpus: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = corpus[dice.below(corpus.len())].clone();
    for _ in 0..=dice.below(6) {
        let (at, to) = (dice.below(bytes.len() + 1), dice.below(bytes.len() + 1));
        let (from, to) = (at.min(to), at.max(to));
        match dice.below(8) {
            0 if at < bytes.len() => bytes[at] ^= 1 << dice.below(8),
            1 if at < bytes.len() => bytes[at] = dice.byte(),
            2 => bytes.insert(at, dice.byte()),
            3 => _ = bytes.drain(from..to.min(from + 8)),
            4 => bytes.truncate(at),
            5 => _ = bytes.splice(at..at, WORDS[dice.below(WORDS.len())].bytes()).count(),
            6 => bytes = [&bytes[..to], &bytes[from..]].concat(),
            _ => {
                let other = &corpus[dice.below(corpus.len())];
                bytes.truncate(at);
                bytes.extend(&other[dice.below(other.len())..]);
            }
        }
    }
    bytes
}

#[test]
fn no_door_breaks() {
    for (place, (name, door)) in DOORS.into_iter().enumerate() {
        let corpus = corpus(name);
        assert!(corpus.len() >= 4, "{name}");
        corpus.iter().for_each(|bytes| door(bytes));
        let mut dice = Dice(0x2545_f491_4f6c_dd1d ^ u64::try_from(place).expect("a place"));
        for _ in 0..executions() {
            door(&changed(&corpus, &mut dice));
        }
        println!("{name}: {} executions", executions() + corpus.len());
    }
}
