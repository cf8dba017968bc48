use super::message::{Outcome, Told, Welcome, hello, is_origin};
use super::{Attribute, Colour, Embed, Href, LONGEST, Logo, Look, Part, Source, Treatment, snippet};
use proptest::prelude::*;

const PIXEL: &str = "data:image/png;base64,iVBORw0KGgo=";

fn full() -> Embed {
    Embed {
        source: Some(Source::Preset("service".into())),
        lang: Some("en".into()),
        currency: Some("USD".into()),
        look: Some(Look::Dark),
        accent: Some(Colour([0x8a, 0x1c, 0x4f])),
        logo: Logo::parse(PIXEL),
        cta_label: Some("預約顧問 & more = 100%".into()),
        cta_href: Href::parse("https://line.me/R/oaMessage/@firm"),
        hide: vec![Part::Months, Part::FullApp],
        locked: vec![Part::OrderValue, Part::Rates],
        refused: Vec::new(),
    }
}

#[test]
fn a_fragment_says_everything_and_reads_back() {
    let text = full().write();
    assert_eq!(Embed::parse(&text), full(), "{text}");
    assert!(text.contains("%20%26%20more%20=%20100%25&cta-href="), "{text}");
    assert_eq!(Embed::default().write(), "");
    assert_eq!(Embed::parse(""), Embed::default());
}

#[test]
fn a_plan_goes_before_a_preset_wherever_it_stands() {
    for text in ["preset=shop&plan=p1abc", "plan=p1abc&preset=shop"] {
        assert_eq!(Embed::parse(text).source, Some(Source::Plan("p1abc".into())));
    }
}

#[test]
fn what_cannot_be_used_is_named_and_stops_nothing_else() {
    let cases = [
        ("preset=../etc", Attribute::Preset),
        ("preset=shop&preset=saas", Attribute::Preset),
        ("lang=fr", Attribute::Lang),
        ("currency=NT$", Attribute::Currency),
        ("theme=sepia", Attribute::Theme),
        ("accent=red;background:url(//evil.example)", Attribute::Accent),
        ("accent=%2312345678", Attribute::Accent),
        ("logo=https://evil.example/pixel.png", Attribute::Logo),
        ("logo=data:text/html;base64,PHNjcmlwdD4=", Attribute::Logo),
        ("logo=data:image/svg%2Bxml;utf8,<svg onload=alert(1)>", Attribute::Logo),
        ("cta-label=%E2%80%AEabc", Attribute::CtaLabel),
        ("cta-label=%FF", Attribute::CtaLabel),
        ("cta-href=javascript:alert(1)", Attribute::CtaHref),
        ("hide=chain,everything", Attribute::Hide),
        ("hide=rates", Attribute::Hide),
        ("locked=detail", Attribute::Locked),
    ];
    for (text, attribute) in cases {
        let embed = Embed::parse(&format!("{text}&hide=detail&locked=rates"));
        assert!(embed.refused.contains(&attribute), "{text}: {:?}", embed.refused);
        if attribute != Attribute::Hide {
            assert_eq!(embed.hide, [Part::Detail], "{text}");
        }
    }
    let label = format!("cta-label={}", "長".repeat(41));
    assert_eq!(Embed::parse(&label).refused, [Attribute::CtaLabel]);
    assert_eq!(Embed::parse(&"a".repeat(LONGEST + 1)).refused.len(), 11);
}

#[test]
fn what_others_append_is_passed_over() {
    let embed = Embed::parse("preset=shop&utm_source=line&fbclid=x&=&&hide=");
    assert_eq!(embed, Embed { source: Some(Source::Preset("shop".into())), ..Embed::default() });
}

#[test]
fn addresses_lead_to_pages_mail_and_line_only() {
    let accepted = [
        ("https://firm.example/book?a=1#b", Href::Web("https://firm.example/book?a=1#b".into())),
        ("MAILTO:a.b+c@firm.example", Href::Mail("mailto:a.b+c@firm.example".into())),
        ("https://lin.ee/abc", Href::Line("https://lin.ee/abc".into())),
        ("https://line.me/R/ti/p/%40firm", Href::Line("https://line.me/R/ti/p/%40firm".into())),
        (
            "https://line.me/R/oaMessage/%40firm/?",
            Href::LineMessage("https://line.me/R/oaMessage/%40firm".into()),
        ),
    ];
    for (text, href) in accepted {
        assert_eq!(Href::parse(text), Some(href));
    }
    let refused = [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "blob:https://a.example/1",
        "file:///etc/passwd",
        "http://firm.example",
        "//firm.example",
        "/book",
        "https:firm.example",
        "https://",
        "https://known.example@evil.example/",
        "https://firm.example\\@evil.example",
        "https://fi rm.example",
        "https://firm.example/\"onclick=",
        "tel:123",
        "line://msg/text/x",
        "mailto:",
        "mailto:a@b",
        "mailto:a@b.example?bcc=evil@evil.example",
        "mailto:a@b.example,c@d.example",
        "",
    ];
    for text in refused {
        assert_eq!(Href::parse(text), None, "{text}");
    }
}

#[test]
fn a_message_travels_by_mail_and_line_and_stays_one_value() {
    let mail = Href::parse("mailto:a@firm.example").and_then(|href| href.with_message("主 旨", "一\n&bcc=x"));
    assert_eq!(
        mail.as_deref(),
        Some("mailto:a@firm.example?subject=%E4%B8%BB%20%E6%97%A8&body=%E4%B8%80%0D%0A%26bcc%3Dx")
    );
    let line = Href::parse("https://line.me/R/oaMessage/@firm").and_then(|href| href.with_message("", "a#b"));
    assert_eq!(line.as_deref(), Some("https://line.me/R/oaMessage/@firm/?a%23b"));
    assert_eq!(Href::parse("https://lin.ee/abc").and_then(|href| href.with_message("a", "b")), None);
}

#[test]
fn colours_are_opaque_and_hexadecimal() {
    assert_eq!(Colour::parse("#0Fa"), Some(Colour([0, 255, 170])));
    assert_eq!(Colour::parse("0c5c63").map(|colour| colour.to_string()).as_deref(), Some("#0c5c63"));
    for text in ["", "#", "##fff", "#ffff", "#fffffff", "#ggg", "red", "＃fff", "#１２３", "-1-1-1"] {
        assert_eq!(Colour::parse(text), None, "{text}");
    }
}

#[test]
fn only_a_welcome_is_heard() {
    let welcome = |text| Welcome::parse(text).map(|welcome| welcome.wants_changes);
    assert_eq!(welcome(r#"{"backcast":1,"type":"welcome"}"#), Some(false));
    assert_eq!(welcome(r#"{"type":"welcome","change":true,"backcast":1}"#), Some(true));
    let long = format!(r#"{{"backcast":1,"type":"welcome"{}}}"#, " ".repeat(300));
    let deep = format!("{}{}", "[".repeat(120), "]".repeat(120));
    let hostile: [&str; 24] = [
        "",
        "null",
        "1",
        "\"welcome\"",
        "[]",
        "{}",
        "welcome",
        "{\"backcast\":1,\"type\":\"welcome\"",
        r#"{"backcast":1}"#,
        r#"{"type":"welcome"}"#,
        r#"{"backcast":"1","type":"welcome"}"#,
        r#"{"backcast":0,"type":"welcome"}"#,
        r#"{"backcast":2,"type":"welcome"}"#,
        r#"{"backcast":1.5,"type":"welcome"}"#,
        r#"{"backcast":-1,"type":"welcome"}"#,
        r#"{"backcast":1,"type":"Welcome"}"#,
        r#"{"backcast":1,"type":["welcome"]}"#,
        r#"{"backcast":1,"type":"ready"}"#,
        r#"{"backcast":1,"type":"welcome","change":"true"}"#,
        r#"{"backcast":1,"type":"welcome","change":1}"#,
        r#"{"backcast":1,"type":"welcome","__proto__":{"change":true}}"#,
        r#"{"backcast":1,"type":"welcome","change":true,"change":false}"#,
        &long,
        &deep,
    ];
    for text in hostile {
        assert_eq!(welcome(text), None, "{text}");
    }
}

#[test]
fn a_document_without_an_origin_is_not_spoken_to() {
    for (text, speaks) in
        [("https://a.example", true), ("http://127.0.0.1:1", true), ("null", false), ("", false)]
    {
        assert_eq!(is_origin(text), speaks, "{text}");
    }
    for text in ["file://", "https://", "data:", "*", "javascript://x"] {
        assert!(!is_origin(text), "{text}");
    }
}

#[test]
fn messages_are_flat_and_say_their_version() {
    let outcome = Outcome { link: "https://a.example/#x".into(), answer: "\"好\"".into() };
    let cta = Told::Cta { href: None, outcome: outcome.clone() };
    assert_eq!(cta.write(), r#"{"backcast":1,"type":"cta","link":"https://a.example/#x","answer":"\"好\""}"#);
    let told = Told::Ready { refused: vec!["accent"] };
    assert_eq!(told.write(), r#"{"backcast":1,"type":"ready","refused":["accent"]}"#);
    assert_eq!(Told::Height { height: 640 }.write(), r#"{"backcast":1,"type":"height","height":640}"#);
    assert_eq!(hello(), r#"{"backcast":1,"type":"hello"}"#);
    assert_eq!(Welcome::parse(&Told::Complete(outcome).write()), None);
}

#[test]
fn parts_are_open_locked_or_hidden() {
    let embed = Embed { locked: vec![Part::Months], ..full() };
    assert_eq!(embed.treatment(Part::Target), Treatment::Open);
    // Hidden and locked: what is not seen needs no lock.
    assert_eq!(embed.treatment(Part::Months), Treatment::Hidden);
    assert_eq!(full().treatment(Part::Rates), Treatment::Locked);
}

#[test]
fn the_code_of_a_page_cannot_be_broken_out_of() {
    let embed = Embed { cta_label: Some("\"><script>alert(1)</script>".into()), ..Embed::default() };
    let element = snippet::element("https://a.example/b/", &embed);
    assert_eq!(
        element,
        "<script src=\"https://a.example/b/embed.js\" async></script>\n<backcast-calculator\n  \
         cta-label=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\"\n></backcast-calculator>\n"
    );
    let bare = snippet::bare("https://a.example/b/", &full(), "\"x\"");
    assert!(
        bare.contains("src=\"https://a.example/b/index.html#/embed?preset=service&amp;lang=en&amp;"),
        "{bare}"
    );
    assert!(bare.contains("title=\"&quot;x&quot;\""), "{bare}");
    assert_eq!(bare.matches('<').count(), 2);
}

proptest! {
    #[test]
    fn anything_is_read_and_what_was_read_is_written_as_itself(text in "[ -~長%&=]{0,200}", name in 0..11usize) {
        let embed = Embed::parse(&format!("{}={text}", Attribute::ALL[name].name()));
        let again = Embed::parse(&embed.write());
        prop_assert_eq!(again, Embed { refused: Vec::new(), ..embed });
    }
}
