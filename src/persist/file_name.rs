//! Names of files that hold what the reader named.

/// Names longer than this are refused by some file systems.
const LONGEST: usize = 80;

/// A file name that every system takes, made from a name and an ending such as `json`. Characters that file systems
/// reserve, and control characters, become `-`.
#[must_use]
pub fn file_name(name: &str, ending: &str) -> String {
    let reserved = |c: char| c.is_control() || r#"/\:*?"<>|"#.contains(c);
    let kept: String = name.chars().map(|c| if reserved(c) { '-' } else { c }).take(LONGEST).collect();
    // A leading dot hides the file, a trailing one is dropped by some systems.
    let kept = kept.trim_matches(|c: char| c == '.' || c.is_whitespace());
    format!("{}.{ending}", if kept.is_empty() { "backcast" } else { kept })
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn keeps_what_a_file_system_takes() {
        let cases = [
            ("到店服務：200 位新客", "到店服務：200 位新客.json"),
            ("Q1/Q2: <b>\"x\"</b>", "Q1-Q2- -b--x---b-.json"),
            (" ..\u{7}. ", "-.json"),
            ("...", "backcast.json"),
            ("", "backcast.json"),
        ];
        for (name, file) in cases {
            assert_eq!(file_name(name, "json"), file);
        }
        assert_eq!(file_name(&"長".repeat(10_000), "json").chars().count(), 85);
    }
}
