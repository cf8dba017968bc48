//! Everything that takes bytes from outside, and what has to hold whatever the bytes are. The runner beside this file
//! and the targets for libFuzzer share it.

use backcast::locale::number::Currency;
use backcast::locale::typed::{Kind, editable, parse};
use backcast::persist::embed::message::{Told, Welcome};
use backcast::persist::embed::{Embed, snippet};
use backcast::persist::link::{self, Notes};
use backcast::persist::{backup, picture, plan_text};

/// A door, by the name of its corpus.
pub type Door = (&'static str, fn(&[u8]));

/// Every door.
pub const DOORS: [Door; 5] =
    [("link", link), ("plan", plan), ("number", number), ("backup", backup), ("message", message)];

/// A link opens as a plan that makes a link of its own, wherever it stands.
pub fn link(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let opened = link::decode(&text);
    if let Ok(plan) = &opened {
        let again = link::encode(plan, Notes::Kept).expect("what fitted fits");
        assert_eq!(link::decode(&again).as_ref(), Ok(plan));
    }
    if link::is_in(&text) {
        assert_ne!(opened, Err(link::LinkError::NotALink));
    }
    _ = picture::of_png(bytes);
    _ = picture::of_svg(&text);
}

/// A plan is written as a text that is read as the same plan.
pub fn plan(bytes: &[u8]) {
    if let Ok(plan) = plan_text::read(&String::from_utf8_lossy(bytes)) {
        let text = plan_text::write(plan.document());
        let again = plan_text::read(&text).expect("a plan that was written");
        assert_eq!(plan_text::write(again.document()), text);
        let link = link::encode(&plan, Notes::Kept);
        assert!(link.is_err() || link.map(|link| link::decode(&link)) == Ok(Ok(plan)));
    }
}

/// A number is finite, and its text means the same number.
pub fn number(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let kinds = [
        Kind::Rate,
        Kind::Money(Currency::TWD),
        Kind::Count,
        Kind::Plain,
        Kind::Years,
        Kind::Months,
        Kind::Days,
        Kind::Hours,
    ];
    for kind in kinds {
        if let Ok(value) = parse(&text, kind) {
            assert!(value.is_finite(), "{text}");
            let again = parse(&editable(value, kind), kind);
            assert_eq!(again, Ok(value), "{text} as {kind:?}");
        }
    }
}

/// What a backup holds is written as the same backup from then on.
pub fn backup(bytes: &[u8]) {
    let Ok(entries) = backup::read(&String::from_utf8_lossy(bytes)) else { return };
    let kept: Vec<backup::Kept> = entries.into_iter().filter_map(|entry| entry.kept.ok()).collect();
    let text = backup::write(&kept);
    let again = backup::read(&text).expect("a backup that was written");
    let again: Vec<backup::Kept> = again.into_iter().map(|entry| entry.kept.expect("a plan")).collect();
    assert_eq!(backup::write(&again), text);
}

/// What a page around a frame asks for is written as itself and cannot leave the code that it is put into; of what it
/// says, only a welcome is heard, and never anything that the frame says.
pub fn message(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let embed = Embed::parse(&text);
    assert_eq!(Embed::parse(&embed.write()), Embed { refused: Vec::new(), ..embed.clone() }, "{text}");
    // Of the element: the script's tags and its own.
    assert_eq!(snippet::element("./", &embed).matches('<').count(), 4, "{text}");
    assert_eq!(snippet::bare("./", &embed, &text).matches('<').count(), 2, "{text}");
    if let Some(href) = &embed.cta_href {
        let leads = href.with_message(&text, &text).unwrap_or_else(|| href.address().into());
        assert!(
            leads.to_ascii_lowercase().starts_with("https://") || leads.starts_with("mailto:"),
            "{leads}"
        );
        assert!(leads.chars().all(|c| !c.is_whitespace() && !c.is_control() && c != '"'), "{leads}");
    }
    if Welcome::parse(&text).is_some() {
        assert!(text.contains("\"welcome\"") || text.contains('\\'), "{text}");
    }
    let refused = embed.refused.iter().map(|attribute| attribute.name()).collect();
    assert_eq!(Welcome::parse(&Told::Ready { refused }.write()), None);
}
