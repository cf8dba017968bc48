//! The rules of the house, each a function from one file to what it breaks.

use crate::paths::{module_of, named};
use crate::tokens::{Token, literals, tokens};

/// Who may name whom. A room may always name itself.
const ROOMS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("locale", &["model"]),
    ("persist", &["model"]),
    ("present", &["model", "locale"]),
    ("chart", &["present"]),
    ("state", &["model", "persist", "present"]),
    ("web", &["state", "persist", "chart", "locale"]),
    ("ui", &["model", "locale", "persist", "present", "chart", "state", "web"]),
];

/// Where the browser and the component library may be named: files directly under `src`, and these rooms.
const BROWSER_ROOMS: &[&str] = &["web", "ui"];
const BROWSER_CRATES: &[&str] = &["leptos", "web_sys", "js_sys", "wasm_bindgen", "console_error_panic_hook"];

/// More than this is not read in one sitting.
const LINES: usize = 300;

/// The few files, and folders of data, that may be longer, with what they hold.
const LONG_FILES: &[(&str, &str)] = &[
    ("locale/term/", "the tables of words"),
    ("model/quantity.rs", "the table of quantities"),
    ("model/plan/path.rs", "the places of a plan, both ways"),
    ("model/graph/builder.rs", "the language that formulas are written in"),
];

/// Where words of the page may stand, and the few other files with Chinese in their texts, with the reason.
const WORDS: &[(&str, &str)] = &[
    ("locale/", "the words"),
    ("persist/", "data, such as the units in names"),
    ("chart/text.rs", "marks that may not begin or end a line"),
];

/// Words that say nothing about what a thing is.
const EMPTY_NAMES: &[&str] = &["util", "utils", "helper", "helpers", "manager", "misc", "common", "data2"];

/// A source file: its place under `src`, with `/`, and its text.
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) text: String,
}

impl File {
    fn room(&self) -> Option<&str> {
        self.name.split_once('/').map(|(room, _)| room)
    }

    fn is_test(&self) -> bool {
        self.name.ends_with("/tests.rs") || self.name.contains("/tests/")
    }

    fn broken(&self, line: usize, what: &str) -> String {
        format!("src/{}:{line}: {what}", self.name)
    }
}

/// Everything a file breaks, one sentence each.
pub(crate) fn broken_by(file: &File) -> Vec<String> {
    let tokens = tokens(&file.text);
    [rooms, browser, length, stops, names, words].iter().flat_map(|rule| rule(file, &tokens)).collect()
}

fn rooms(file: &File, tokens: &[Token]) -> Vec<String> {
    let Some(room) = file.room().filter(|room| *room != "bin") else { return Vec::new() };
    let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
        return vec![file.broken(1, "is in a room that the house does not have")];
    };
    let judge = |path: &[String]| match path.first().map(String::as_str) {
        None => Some("names the crate as a whole: name the room".to_owned()),
        Some(named) if named == room || allowed.contains(&named) => None,
        Some(named) if ROOMS.iter().any(|(name, _)| *name == named) => {
            Some(format!("{room} must not name {named}"))
        }
        Some(named) => Some(format!("{named} stands outside the rooms")),
    };
    named(tokens, &module_of(&file.name))
        .iter()
        .filter_map(|named| judge(&named.path).map(|what| file.broken(named.line, &what)))
        .collect()
}

fn browser(file: &File, tokens: &[Token]) -> Vec<String> {
    if file.room().is_none_or(|room| BROWSER_ROOMS.contains(&room) || room == "bin") {
        return Vec::new();
    }
    let outside = |name: &str| {
        BROWSER_CRATES.contains(&name) || ["gloo", "leptos_"].iter().any(|p| name.starts_with(p))
    };
    let hits = tokens.iter().filter(|token| outside(&token.text));
    hits.map(|token| file.broken(token.line, &format!("{} belongs to web and ui", token.text))).collect()
}

/// Unit tests at the foot of a file do not count.
fn length(file: &File, tokens: &[Token]) -> Vec<String> {
    let lines = without_tests(tokens).last().map_or(0, |token| token.line);
    let listed = LONG_FILES.iter().any(|(start, _)| file.name.starts_with(start));
    let too_long = lines > LINES && !listed && !file.is_test();
    too_long.then(|| file.broken(lines, &format!("{lines} lines, more than {LINES}"))).into_iter().collect()
}

/// Calls that end the program, outside tests.
fn stops(file: &File, tokens: &[Token]) -> Vec<String> {
    if file.is_test() {
        return Vec::new();
    }
    let kept = without_tests(tokens);
    let stop = |window: &&[Token]| {
        matches!(
            [&window[0].text, &window[1].text, &window[2].text].map(String::as_str),
            [".", "unwrap" | "expect" | "unwrap_err" | "expect_err", "("]
                | [_, "panic" | "todo" | "unimplemented" | "unreachable", "!"]
        )
    };
    let hits = kept.windows(3).filter(stop);
    hits.map(|window| file.broken(window[1].line, &format!("{} can end the program", window[1].text)))
        .collect()
}

/// The tokens outside the items marked `#[cfg(test)]`.
fn without_tests(tokens: &[Token]) -> Vec<Token> {
    let mut kept = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let mark = ["#", "[", "cfg", "(", "test", ")", "]"];
        if tokens[at..].iter().map(|token| token.text.as_str()).take(mark.len()).eq(mark) {
            at = after_item(tokens, at + mark.len());
        } else {
            kept.push(token.clone());
            at += 1;
        }
    }
    kept
}

/// Where the item that starts at `at` has ended: past its braces, or its semicolon when it has none.
fn after_item(tokens: &[Token], mut at: usize) -> usize {
    let mut depth = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        match token.text.as_str() {
            "{" => depth += 1,
            "}" if depth == 1 => return at,
            "}" => depth -= 1,
            ";" if depth == 0 => return at,
            _ => {}
        }
    }
    at
}

/// Chinese in quotes, outside tests.
fn words(file: &File, tokens: &[Token]) -> Vec<String> {
    if file.is_test() || WORDS.iter().any(|(start, _)| file.name.starts_with(start)) {
        return Vec::new();
    }
    // Unit tests stand at the foot of a file.
    let end = without_tests(tokens).last().map_or(0, |token| token.line);
    let is_chinese = |letter: char| matches!(letter, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}');
    let hits =
        literals(&file.text).into_iter().filter(|text| text.line <= end && text.text.contains(is_chinese));
    hits.map(|text| file.broken(text.line, &format!("{} belongs to locale", text.text))).collect()
}

fn names(file: &File, tokens: &[Token]) -> Vec<String> {
    let modules = module_of(&file.name);
    let files =
        modules.iter().filter(|name| EMPTY_NAMES.contains(&name.as_str())).map(|name| (1, name.clone()));
    let defines = |window: &[Token]| match window[1].text.as_str() {
        "struct" | "enum" | "trait" | "mod" => {
            EMPTY_NAMES.iter().any(|empty| window[2].text.to_lowercase().ends_with(empty))
        }
        "fn" => window[0].text == "pub" && ["get_", "handle_"].iter().any(|p| window[2].text.starts_with(p)),
        _ => false,
    };
    let items = tokens.windows(3).filter(|window| defines(window)).map(|w| (w[2].line, w[2].text.clone()));
    files
        .chain(items)
        .map(|(line, name)| file.broken(line, &format!("`{name}` does not say what it is")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{File, LINES, ROOMS, broken_by};

    fn broken(name: &str, text: &str) -> Vec<String> {
        broken_by(&File { name: name.to_owned(), text: text.to_owned() })
    }

    #[test]
    fn every_pair_of_rooms_is_judged_by_the_table() {
        for (room, allowed) in ROOMS {
            for (other, _) in ROOMS {
                let refused =
                    !broken(&format!("{room}/part.rs"), &format!("fn f() {{ backcast::{other}::g() }}"))
                        .is_empty();
                assert_eq!(refused, other != room && !allowed.contains(other), "{room} naming {other}");
            }
        }
    }

    #[test]
    fn a_room_must_be_named_and_known() {
        assert_eq!(broken("chart/axis.rs", "use crate::*;").len(), 1);
        assert_eq!(
            broken("chart/axis.rs", "use crate::App;"),
            ["src/chart/axis.rs:1: App stands outside the rooms"]
        );
        assert_eq!(broken("cellar/wine.rs", "").len(), 1);
        assert_eq!(
            broken("chart/axis.rs", "\n\nuse super::super::web;"),
            ["src/chart/axis.rs:3: chart must not name web"]
        );
    }

    #[test]
    fn the_browser_stays_in_its_rooms() {
        let source = "fn f() { gloo_storage::x(); web_sys::y() }";
        assert_eq!(broken("state/open.rs", source).len(), 2);
        assert!(broken("web/store.rs", source).is_empty());
        assert!(broken("main.rs", source).is_empty());
    }

    #[test]
    fn long_files_are_refused() {
        let long = |lines: usize| format!("{}struct Last;", "\n".repeat(lines - 1));
        assert!(broken("chart/axis.rs", &long(LINES)).is_empty());
        assert_eq!(broken("chart/axis.rs", &long(LINES + 1)).len(), 1);
        assert!(
            broken("chart/axis.rs", &format!("{}#[cfg(test)] mod tests {{}}", "\n".repeat(LINES))).is_empty()
        );
    }

    #[test]
    fn what_ends_the_program_is_refused_outside_tests() {
        assert_eq!(broken("chart/axis.rs", "fn f() { x.unwrap(); y.expect(z); panic!() }").len(), 3);
        assert!(broken("chart/axis.rs", "fn f() { x.unwrap_or(1) } // .unwrap()").is_empty());
        let tested = "#[cfg(test)] mod tests { fn f() { x.unwrap() } }";
        assert!(broken("chart/axis.rs", tested).is_empty());
        assert_eq!(broken("chart/axis.rs", &format!("{tested} fn g() {{ x.unwrap() }}")).len(), 1);
    }

    #[test]
    fn words_stand_in_locale() {
        let source =
            "fn f() { g(\"、\"); h('，') } // \"字\"\n#[cfg(test)]\nmod tests {\n const A: &str = \"字\"; }";
        assert_eq!(broken("ui/list.rs", source), ["src/ui/list.rs:1: \"、\" belongs to locale"]);
        assert!(broken("locale/list.rs", source).is_empty());
    }

    #[test]
    fn names_that_say_nothing_are_refused() {
        assert_eq!(broken("chart/utils.rs", "").len(), 1);
        assert_eq!(broken("chart/axis.rs", "mod a; struct PlanManager; pub fn get_plan() {}").len(), 2);
        assert!(broken("chart/axis.rs", "impl Backend for Svg { fn get_size(&self) {} }").is_empty());
    }
}
