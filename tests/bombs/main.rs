//! Files and links of 200 MB, and the little ones that grow: each is refused by name, in less time than it takes to
//! notice. Of files, browsers give nothing that is longer than the largest that are read (`web/file.rs`).
#![allow(clippy::unwrap_used, reason = "a test may end where it fails")]

use backcast::persist::backup::{self, BackupError};
use backcast::persist::embed::Embed;
use backcast::persist::embed::message::Welcome;
use backcast::persist::link::{self, LinkError};
use backcast::persist::picture;
use backcast::persist::plan_text;
use std::time::{Duration, Instant};

const MB: usize = 1_000_000;
/// Code that is not optimised takes several times longer.
const AT_MOST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 8 } else { 1 });

/// 200 MB of one text, between two others.
fn bomb(head: &str, text: &str, tail: &str) -> String {
    [head, &text.repeat(200 * MB / text.len()), tail].concat()
}

/// What a door answers to an input, within its time.
fn within<T>(what: &str, door: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let answer = door();
    let took = start.elapsed();
    assert!(took < AT_MOST, "{what} took {took:?}");
    answer
}

#[test]
fn a_link_of_200_megabytes_is_refused() {
    for (head, text) in
        [("p1", "A"), ("", "p1AAAAAAAAz"), ("https://a.example/#p1", "%25"), ("", "p1\u{200b}")]
    {
        let text = bomb(head, text, "z");
        assert_eq!(within(head, || link::decode(&text)), Err(LinkError::TooLarge));
        assert!(!within(head, || link::is_in(&text)));
    }
}

#[test]
fn the_largest_text_that_is_searched_takes_no_longer_whatever_it_is_made_of() {
    for text in ["p1", "p1AAAAA ", "#p1 ", "%2525", "#/p1AAAAA>\n", "—", "p1AFzA"] {
        let long = text.repeat(MB / text.len());
        assert!(within(text, || link::decode(&long)).is_err());
    }
}

#[test]
fn a_plan_of_200_megabytes_is_refused() {
    for (head, text) in
        [("{\"version\":1,\"name\":\"", "x"), ("", "["), ("{\"version\":1,\"channels\":[", "{},")]
    {
        let text = bomb(head, text, "");
        assert_eq!(within(head, || plan_text::read(&text)).unwrap_err().code(), "too_long");
    }
}

#[test]
fn a_backup_of_200_megabytes_is_refused() {
    let text = bomb("{\"backcast_backup\":1,\"plans\":[", "{},", "{}]}");
    assert!(matches!(within("plans", || backup::read(&text)), Err(BackupError::TooLarge { .. })));
}

#[test]
fn the_largest_backup_that_is_read_takes_no_longer_whatever_it_is_made_of() {
    let filled = |head: &str, text: &str, tail: &str| {
        [head, &text.repeat((backup::LONGEST - head.len() - tail.len()) / text.len()), tail].concat()
    };
    let bombs = [
        filled("{\"backcast_backup\":1,\"plans\":[", "0,", "0]}"),
        filled("{\"backcast_backup\":1,\"plans\":[", "[", ""),
        filled("{", "\"backcast.plan.1\":\"\",", "\"a\":0}"),
        filled("", "[", ""),
        stored(|place| format!("\"backcast.plan.{place}\":\"\",")),
        stored(|place| {
            format!("\"backcast.past.1.{place}.{place}\":\"backcast-record 1 {place} 5 00000000\",")
        }),
    ];
    for text in bombs {
        // Of plans there are no more than a browser could have stored.
        let start: String = text.chars().take(40).collect();
        assert!(
            within(&start, || backup::read(&text)).map_or(0, |entries| entries.len()) <= 20_000,
            "{start}"
        );
    }
}

/// A store of one plan that cannot be read, and many texts more.
fn stored(text: impl Fn(usize) -> String) -> String {
    let texts: String = (0..150_000).map(text).collect();
    format!("{{\"backcast.plan.1\":\"{}\",{texts}\"a\":0}}", "x".repeat(1_000))
}

#[test]
fn the_largest_picture_that_is_read_takes_no_longer_whatever_it_is_made_of() {
    for text in ["<metadata>", "<svg ", "<metadata>p1AAAAAAAAz</metadata>", "\0"] {
        let svg = ["<svg>", &text.repeat(picture::LARGEST / text.len() - 1)].concat();
        assert!(within(text, || picture::of_bytes(svg.as_bytes())).is_err());
    }
    let text = b"\0\0\0\x12tEXtbackcast-plan\0p1AA\0\0\0\0".repeat(picture::LARGEST / 32);
    let png = [b"\x89PNG\r\n\x1a\n".as_slice(), &text].concat();
    assert!(within("png", || picture::of_bytes(&png)).is_err());
}

#[test]
fn an_address_and_a_message_of_200_megabytes_are_not_read() {
    let address = bomb("preset=", "a&preset=", "");
    assert_eq!(within("address", || Embed::parse(&address)).source, None);
    let message = bomb("{\"backcast\":1,\"type\":\"welcome\"", " ", "}");
    assert_eq!(within("message", || Welcome::parse(&message)), None);
}
