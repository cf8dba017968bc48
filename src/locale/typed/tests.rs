#![allow(clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

use proptest::prelude::*;

use super::*;
use crate::locale::{Lang, number::Currency};

const MONEY: Kind = Kind::Money(Currency::TWD);
const KINDS: [Kind; 8] =
    [Kind::Rate, MONEY, Kind::Count, Kind::Plain, Kind::Years, Kind::Months, Kind::Days, Kind::Hours];

fn cause(text: &str, kind: Kind) -> Cause {
    parse(text, kind).expect_err(text).cause
}

/// The texts of the readings offered for a text that is not taken.
fn offered(text: &str, kind: Kind) -> Vec<String> {
    let error = parse(text, kind).expect_err(text);
    error.readings().iter().map(|reading| reading.text.clone()).collect()
}

fn reads(kind: Kind, cases: &[(&str, f64)]) {
    for &(text, value) in cases {
        assert_eq!(parse(text, kind).map(f64::to_bits), Ok(value.to_bits()), "{text} as {kind:?}");
    }
}

#[test]
fn money_as_people_type_it() {
    let cases = [
        ("1,200,000", 1_200_000.0),
        ("12萬", 120_000.0),
        ("1.5億", 150_000_000.0),
        ("12萬5千", 125_000.0),
        ("12 萬 5 千", 125_000.0),
        ("12萬5000元", 125_000.0),
        ("12萬500", 120_500.0),
        ("1億2000萬", 120_000_000.0),
        ("3千", 3000.0),
        ("3百萬", 3_000_000.0),
        ("5千萬", 50_000_000.0),
        ("1.1萬", 11_000.0),
        ("1.125萬", 11_250.0),
        ("1,200万", 12_000_000.0),
        ("NT$3,000", 3000.0),
        ("nt$ 3,000", 3000.0),
        ("$3000", 3000.0),
        ("3000元", 3000.0),
        ("新台幣 3,000 元", 3000.0),
        ("TWD 3000", 3000.0),
        ("ＮＴ＄３，０００", 3000.0),
        ("\u{3000}１２０\u{3000}", 120.0),
        ("１．５億", 150_000_000.0),
        ("1.2k", 1200.0),
        ("3M", 3_000_000.0),
        ("3 million", 3_000_000.0),
        ("2.5bn", 2_500_000_000.0),
        ("−NT$1,200", -1200.0),
        ("NT$-1,200", -1200.0),
        ("\u{200b}1\u{200e}20\u{feff}", 120.0),
        ("12\u{a0}000", 12_000.0),
        (".25", 0.25),
        ("0.125", 0.125),
        ("5.", 5.0),
        ("007", 7.0),
    ];
    reads(MONEY, &cases);
}

#[test]
fn rates_are_in_percent() {
    let cases = [
        ("12%", 0.12),
        ("３％", 0.03),
        ("0.3%", 0.003),
        ("12", 0.12),
        ("1", 0.01),
        ("0", 0.0),
        ("138 %", 1.38),
        ("12.345%", 0.12345),
        ("12.345", 0.12345),
        ("−5%", -0.05),
        ("3成", 0.3),
        ("2‰", 0.002),
        ("29%", 0.29),
        ("7 percent", 0.07),
    ];
    reads(Kind::Rate, &cases);
}

#[test]
fn other_kinds_take_their_units() {
    reads(Kind::Years, &[("2 年", 2.0), ("1.5", 1.5), ("2 years", 2.0), ("2Y", 2.0)]);
    reads(Kind::Days, &[("30 天", 30.0), ("30日", 30.0), ("30 days", 30.0)]);
    reads(Kind::Months, &[("6 個月", 6.0), ("6月", 6.0), ("6 mo", 6.0)]);
    reads(Kind::Hours, &[("40 小時", 40.0), ("40h", 40.0)]);
    reads(
        Kind::Count,
        &[("200 位", 200.0), ("1.2萬次", 12_000.0), ("+5", 5.0), ("−5", -5.0), ("１２０", 120.0)],
    );
    let plain = [
        ("1e5", 1e5),
        ("1E+05", 1e5),
        ("2.5e-3", 0.0025),
        ("1e-300", 1e-300),
        ("-0", 0.0),
        ("1,234.5", 1234.5),
    ];
    reads(Kind::Plain, &plain);
}

#[test]
fn two_readings_are_both_offered() {
    let cases = [
        (MONEY, "1.200", ["NT$1.2", "NT$1,200"]),
        (Kind::Plain, "1.234", ["1.2340", "1,234"]),
        (Kind::Plain, "-1.200", ["−1.2", "−1,200"]),
        (Kind::Count, "1,23", ["1.23", "123"]),
        (MONEY, "1,5萬", ["NT$15,000", "NT$150,000"]),
        (MONEY, "12萬5", ["NT$125,000", "NT$120,005"]),
        (MONEY, "3千5", ["NT$3,500", "NT$3,005"]),
        (Kind::Rate, "0.12", ["0.12%", "12%"]),
        (Kind::Rate, "1,5", ["1.5%", "15%"]),
    ];
    for (kind, text, readings) in cases {
        assert!(matches!(cause(text, kind), Cause::Ambiguous { .. }), "{text}");
        assert_eq!(offered(text, kind), readings, "{text}");
    }
}

#[test]
fn odd_separators_are_shown_back() {
    let cases = [
        ("1,2,3", "123"),
        ("12,34,567", "1,234,567"),
        ("1.200.000", "1,200,000"),
        ("1.200,5", "1,200.5"),
        ("120 300", "120,300"),
        ("0,5", "0.5"),
        ("1,", "1"),
    ];
    for (text, reading) in cases {
        assert!(matches!(cause(text, Kind::Plain), Cause::Separators { .. }), "{text}");
        assert_eq!(offered(text, Kind::Plain), [reading], "{text}");
    }
}

#[test]
fn what_is_no_number_says_so() {
    for text in [
        "NaN",
        "inf",
        "-inf",
        "∞",
        "--5",
        "+-5",
        "½",
        "٣٤",
        "一百",
        "abc",
        ",",
        ".",
        "-",
        "NT$",
        "1.2.3",
        "1,,2",
        "=1+1",
        "\u{202e}12",
    ] {
        assert!(matches!(cause(text, MONEY), Cause::NotANumber { .. }), "{text}: {:?}", cause(text, MONEY));
    }
    for text in ["", "   ", "\u{3000}\t\n", "\u{200b}"] {
        assert_eq!(cause(text, Kind::Plain), Cause::Empty);
    }
}

#[test]
fn what_follows_a_number_is_named() {
    let cases = [
        (Kind::Plain, "0x10", Some("0"), "x10"),
        (Kind::Plain, "5-", Some("5"), "-"),
        (Kind::Plain, "1½", Some("1"), "½"),
        (Kind::Rate, "3％％", Some("3%"), "%"),
        (Kind::Rate, "50％元", Some("50%"), "元"),
        (Kind::Rate, "0.5 或 3", None, "或 3"),
        (MONEY, "12萬15千", Some("NT$120,000"), "15千"),
        (MONEY, "50%元", Some("NT$50"), "%元"),
        (MONEY, "1-3萬", Some("NT$1"), "-3萬"),
        (Kind::Days, "3M", Some("3"), "M"),
        (Kind::Plain, "120\t300", Some("120"), "300"),
        (MONEY, "3000 元，去年第四季廣告花費的一半左右", Some("NT$3,000"), ",去年第四季廣告花費的一半左右"),
    ];
    for (kind, text, number, left) in cases {
        let understood = number.map(str::to_owned);
        assert_eq!(cause(text, kind), Cause::LeftOver { understood, rest: left.to_owned() }, "{text}");
    }
    let Cause::LeftOver { rest, .. } = cause("5 <img src=x onerror=alert(1)>", Kind::Plain) else {
        panic!("left over")
    };
    assert_eq!(rest, "<img src=x onerr…");
}

#[test]
fn units_of_other_fields_are_refused() {
    let cases = [
        (Kind::Days, "2 年", "年"),
        (Kind::Years, "30天", "天"),
        (Kind::Count, "NT$200", "NT$"),
        (Kind::Count, "200元", "元"),
        (MONEY, "50％", "%"),
    ];
    for (kind, text, typed) in cases {
        assert_eq!(cause(text, kind), Cause::OtherUnit { typed: typed.to_owned() }, "{text}");
    }
    for (text, typed) in [("US$30", "US$"), ("€30", "€"), ("30 USD", "USD"), ("1萬日圓", "日圓")] {
        let other = Cause::OtherCurrency { typed: typed.to_owned(), currency: Currency::TWD };
        assert_eq!(cause(text, MONEY), other);
    }
    let dollars = Kind::Money(Currency::of_code("USD").expect("a code"));
    reads(dollars, &[("$30", 30.0), ("US$30.50", 30.5), ("30 usd", 30.0)]);
    assert!(matches!(cause("30元", dollars), Cause::OtherCurrency { .. }));
    let kronor = Kind::Money(Currency::of_code("SEK").expect("a code"));
    reads(kronor, &[("SEK 30", 30.0), ("30 sek", 30.0), ("30", 30.0)]);
}

#[test]
fn numbers_no_f64_can_hold_are_refused() {
    assert_eq!(cause("1e400", Kind::Plain), Cause::TooLarge);
    assert_eq!(cause("1e99999999999999999999", Kind::Plain), Cause::TooLarge);
    assert_eq!(cause("1e-400", Kind::Plain), Cause::TooSmall);
    assert_eq!(cause(&"9".repeat(400), Kind::Plain), Cause::TooLarge);
    assert_eq!(offered("9007199254740993", Kind::Count), ["9,007,199,254,740,992"]);
    reads(Kind::Count, &[("9007199254740992", 9_007_199_254_740_992.0), ("1e23", 1e23)]);
    reads(Kind::Plain, &[("3.14159265358979323846264338", core::f64::consts::PI), ("0e400", 0.0)]);
}

#[test]
fn a_text_longer_than_any_number_is_not_read() {
    for text in ["9".repeat(10_000), ",".repeat(10_000), "長".repeat(600), "1,".repeat(5_000)] {
        assert_eq!(cause(&text, Kind::Plain), Cause::TooLong { limit: 512 });
    }
    reads(Kind::Plain, &[(&format!("{}5{}", " ".repeat(900), " ".repeat(900)), 5.0)]);
}

#[test]
fn fields_show_short_exact_text() {
    let cases = [
        (Kind::Rate, 0.12, "12%"),
        (Kind::Rate, 0.003, "0.3%"),
        (Kind::Rate, 0.12345, "12.345%"),
        (Kind::Rate, 1.0, "100%"),
        (MONEY, 3000.0, "NT$3,000"),
        (MONEY, 0.25, "NT$0.25"),
        (MONEY, -1200.0, "−NT$1,200"),
        (Kind::Count, 1_200_000.0, "1,200,000"),
        (Kind::Years, 2.0, "2"),
        (Kind::Plain, -0.0, "0"),
        (Kind::Plain, 1.125, "1.1250"),
        (Kind::Plain, 0.125, "0.125"),
        (Kind::Plain, f64::NAN, "—"),
    ];
    for (kind, x, text) in cases {
        assert_eq!(editable(x, kind), text);
    }
}

#[test]
fn messages_say_what_was_understood_and_what_is_allowed() {
    let cases = [
        (
            "0.12",
            Kind::Rate,
            "可以讀成 0.12%，也可以讀成 12%，請選一個。",
            "This can be read as 0.12% or as 12%. Choose one.",
        ),
        (
            "NaN",
            MONEY,
            "「NaN」讀不出數字。可以輸入例如 NT$3,000。",
            "No number could be read in “NaN”. Type one such as NT$3,000.",
        ),
        (
            "3％％",
            Kind::Rate,
            "讀到 3%，但看不懂後面的「%」。",
            "This begins with 3%, but “%” after it could not be read.",
        ),
        (
            "US$3",
            MONEY,
            "這份方案的金額都是 TWD，「US$」請先換算。",
            "Money in this plan is in TWD. Convert “US$” first.",
        ),
    ];
    for (text, kind, zh, en) in cases {
        let error = parse(text, kind).expect_err(text);
        assert_eq!([error.message(Lang::ZhHant), error.message(Lang::En)], [zh, en]);
    }
}

#[test]
fn a_message_stays_short_however_long_the_number() {
    for text in ["9".repeat(300) + "x", format!("{}.{}", "9".repeat(300), "0".repeat(100)), "1,".repeat(150)]
    {
        for kind in KINDS {
            let Err(error) = parse(&text, kind) else { continue };
            assert!(error.message(Lang::En).chars().count() < 160, "{}", error.message(Lang::En));
        }
    }
}

fn kinds() -> impl Strategy<Value = Kind> {
    prop::sample::select(&KINDS[..])
}

fn currencies() -> impl Strategy<Value = Kind> {
    let codes = vec!["TWD", "USD", "EUR", "JPY", "CHF", "MYR", "SEK", "IDR", "CNY"];
    prop::sample::select(codes).prop_map(|code| Kind::Money(Currency::of_code(code).expect("a code")))
}

fn numbers() -> impl Strategy<Value = f64> {
    let fine = (-2_000_000_i64..2_000_000).prop_map(|thousandths| thousandths as f64 / 1000.0);
    prop_oneof![any::<f64>().prop_filter("finite", |x| x.is_finite()), -1e12..1e12, 0.0..1.0, fine]
}

/// Texts made of what numbers are made of, so that the deep branches are reached.
fn number_like() -> impl Strategy<Value = String> {
    let pieces = vec![
        "1", "0", "25", "000", ",", ".", " ", "-", "−", "萬", "千", "億", "百", "%", "元", "NT$", "e", "k",
        "M", "成", "年", "\u{a0}",
    ];
    prop::collection::vec(prop::sample::select(pieces), 0..10).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn a_field_reads_back_what_it_shows(x in numbers(), kind in prop_oneof![kinds(), currencies()]) {
        let text = editable(x, kind);
        prop_assert_eq!(parse(&text, kind), Ok(x), "{}", text);
        prop_assert!(!text.contains("-"));
    }

    #[test]
    fn any_text_gets_an_answer(text in prop_oneof![any::<String>(), number_like()], kind in kinds()) {
        match parse(&text, kind) {
            Ok(value) => prop_assert!(value.is_finite()),
            Err(error) => {
                prop_assert!(Lang::ALL.iter().all(|&lang| !error.message(lang).is_empty()));
                for reading in error.readings() {
                    prop_assert_eq!(parse(&reading.text, kind), Ok(reading.value), "{}", text);
                }
            }
        }
    }

    #[test]
    fn units_are_powers_of_ten_exactly(digits in 1_u64..10_000_000, places in 0_usize..7) {
        let text = format!("{digits:0>8}");
        let (whole, fraction) = text.split_at(text.len() - places);
        let number = if places == 0 { whole.to_owned() } else { format!("{whole}.{fraction}") };
        for (unit, power) in [("萬", 4), ("億", 8), ("k", 3), ("百萬", 6)] {
            let exact: f64 = format!("{number}e{power}").parse().expect("a number");
            prop_assert_eq!(parse(&format!("{number}{unit}"), MONEY), Ok(exact));
        }
        let exact: f64 = format!("{number}e-2").parse().expect("a number");
        prop_assert_eq!(parse(&format!("{number}%"), Kind::Rate), Ok(exact));
    }
}
