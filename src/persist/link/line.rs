//! A link on its way through LINE.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// LINE's address for a text that its user sends to whom they choose.
const SHARE: &str = "https://line.me/R/share?text=";
/// Has LINE open an address in the device's browser, where the reader's own plans are, and not in its own.
const OUTSIDE: &str = "openExternalBrowser=1";
/// What is left as it is in a query: what RFC 3986 calls unreserved.
const QUERY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The address that has LINE offer a plan to be sent: its name, then its link on a page of ours.
#[must_use]
pub fn line_address(name: &str, page: &str, link: &str) -> String {
    let page = page.split(['?', '#']).next().unwrap_or_default();
    let text = format!("{name}\n{}", super::address(&format!("{page}?{OUTSIDE}"), link));
    format!("{SHARE}{}", utf8_percent_encode(text.trim_start(), QUERY))
}

#[cfg(test)]
mod tests {
    use super::line_address;
    use crate::model::plan::Plan;
    use crate::persist::link::{Notes, decode, encode};
    use crate::persist::template;
    use percent_encoding::percent_decode_str;

    #[test]
    fn what_line_sends_opens_as_the_plan_outside_of_line() {
        let plan = Plan::check(template::document("service", "zh-Hant").unwrap()).unwrap();
        let link = encode(&plan, Notes::Kept).unwrap();
        let address = line_address("A & B #1", "https://plan.example.tw/a/?utm_source=x#/plan/7", &link);
        let (line, text) = address.split_once("?text=").unwrap();
        assert_eq!(line, "https://line.me/R/share");
        assert!(!text.contains(['&', '#', '\n', ' ']), "{text}");
        let text = percent_decode_str(text).decode_utf8().unwrap();
        assert_eq!(text, format!("A & B #1\nhttps://plan.example.tw/a/?openExternalBrowser=1#{link}"));
        assert_eq!(decode(&text), Ok(plan));
        assert!(
            line_address("", "https://a/", "p1")
                .ends_with("text=https%3A%2F%2Fa%2F%3FopenExternalBrowser%3D1%23p1")
        );
    }
}
