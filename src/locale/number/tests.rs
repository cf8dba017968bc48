#![allow(clippy::expect_used, reason = "a test stops where it fails")]

use proptest::prelude::*;

use super::*;
use crate::locale::Lang;

const ZH: Lang = Lang::ZhHant;
const EN: Lang = Lang::En;

fn currency(code: &str) -> Currency {
    Currency::of_code(code).expect("a code")
}

fn table(form: impl Fn(f64) -> String, cases: &[(f64, &str)]) {
    for &(x, text) in cases {
        assert_eq!(form(x), text, "{x:e}");
    }
}

#[test]
fn numbers_of_one_sum() {
    table(|x| fixed(x, 1), &[(434.03, "434.0"), (1_234.25, "1,234.3"), (-0.04, "0.0"), (f64::NAN, "—")]);
    table(
        |x| fixed_money(x, 2, currency("TWD")),
        &[(0.25, "NT$0.25"), (-12.345, "−NT$12.35"), (3.0, "NT$3.00")],
    );
}

#[test]
fn volumes() {
    let cases = [
        (200.0, "200"),
        (347_223.0, "347,223"),
        (1_199_999.5, "1,200,000"),
        (10.4, "10"),
        (9.96, "10"),
        (3.25, "3.3"),
        (0.5, "0.5"),
        (0.04, "0.04"),
        (0.045, "0.05"),
        (1e-300, "0"),
        (0.0, "0"),
        (-0.0, "0"),
        (-3.25, "−3.3"),
        (9_007_199_254_740_992.0, "9,007,199,254,740,992"),
        (999_999_999_999_999_900.0, "999,999,999,999,999,900"),
        (1e18, "1×10¹⁸"),
        (9.996e20, "1×10²¹"),
        (-1.234e300, "−1.23×10³⁰⁰"),
    ];
    table(count, &cases);
    table(whole, &[(33.5, "34"), (-0.4, "0"), (-1234.5, "−1,235"), (1234.0, "1,234")]);
}

#[test]
fn money_has_the_digits_of_its_currency() {
    let cases = [
        (86_805.5, "TWD", "NT$86,806"),
        (-1200.0, "TWD", "−NT$1,200"),
        (-0.4, "TWD", "NT$0"),
        (2.675, "USD", "US$2.68"),
        (1.005, "EUR", "€1.01"),
        (1200.0, "JPY", "¥1,200"),
        (0.125, "KWD", "KWD 0.125"),
        (1200.0, "SEK", "SEK 1,200.00"),
        (-1200.0, "CHF", "−CHF 1,200.00"),
        (1234.5, "KRW", "₩1,235"),
    ];
    for (x, code, text) in cases {
        assert_eq!(money(x, currency(code)), text);
    }
    assert_eq!(money(1e300, Currency::TWD), "NT$1×10³⁰⁰");
    assert_eq!([Currency::of_code("twd"), Currency::of_code("NT$"), Currency::of_code("台")], [None; 3]);
}

#[test]
fn unit_costs_keep_their_precision() {
    let cases = [
        (0.25, "TWD", "NT$0.25"),
        (1.1, "TWD", "NT$1.1"),
        (434.03, "TWD", "NT$434"),
        (0.004_567, "TWD", "NT$0.00457"),
        (12.5, "USD", "US$12.50"),
        (434.216, "USD", "US$434.22"),
        (1e-300, "TWD", "NT$0"),
        (-1.125, "TWD", "−NT$1.13"),
    ];
    for (x, code, text) in cases {
        assert_eq!(unit_money(x, currency(code)), text);
    }
}

#[test]
fn short_forms() {
    let cases = [
        (347_223.0, "34.7 萬", "347K"),
        (86_806.0, "8.7 萬", "86.8K"),
        (120_000_000.0, "1.2 億", "120M"),
        (120_000.0, "12 萬", "120K"),
        (1157.2, "1,157", "1,157"),
        (139.0, "139", "139"),
        (33.333, "33.3", "33.3"),
        (9_999.6, "1 萬", "10K"),
        (99_999_999.0, "1 億", "100M"),
        (96_000_000.0, "9,600 萬", "96M"),
        (999_950.0, "100 萬", "1M"),
        (999_999.0, "100 萬", "1M"),
        (2.5e13, "25 兆", "25T"),
        (9e15, "9,000 兆", "9×10¹⁵"),
        (1e300, "1×10³⁰⁰", "1×10³⁰⁰"),
        (-45_000.0, "−4.5 萬", "−45K"),
        (0.04, "0.04", "0.04"),
        (0.0, "0", "0"),
    ];
    for (x, zh, en) in cases {
        assert_eq!([compact(x, ZH), compact(x, EN)], [zh, en], "{x}");
    }
    assert_eq!(compact_money(415_000.0, Currency::TWD, ZH), "NT$41.5 萬");
    assert_eq!(compact_money(415_000.0, Currency::TWD, EN), "NT$415K");
    assert_eq!(compact_money(-415_000.0, Currency::TWD, EN), "−NT$415K");
}

#[test]
fn rates_and_ratios() {
    let cases = [
        (0.12, "12%"),
        (0.025, "2.5%"),
        (1.38, "138%"),
        (0.0004, "0.04%"),
        (0.02675, "2.68%"),
        (0.9999, "100%"),
        (-0.5, "−50%"),
        (0.0, "0%"),
        (1.0, "100%"),
        (12.345, "1,235%"),
        (0.07, "7%"),
        (0.29, "29%"),
        (1e-300, "0%"),
    ];
    table(percent, &cases);
    table(points, &[(0.001, "0.1"), (0.01, "1")]);
    table(
        ratio,
        &[(10.5, "10.5"), (2.675, "2.68"), (0.347, "0.35"), (138.2, "138"), (21.875, "21.9"), (3.0, "3")],
    );
    table(tenths, &[(13.45, "13.5"), (2.0, "2"), (-0.04, "0")]);
}

#[test]
fn what_is_not_finite_is_a_dash() {
    for x in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let forms = [count(x), whole(x), percent(x), ratio(x), money(x, Currency::TWD), compact(x, ZH)];
        assert!(forms.iter().all(|text| text == DASH), "{forms:?}");
    }
}

#[test]
fn parts_are_rounded_to_their_total() {
    assert_eq!(split(&[33.3, 33.3, 33.4], 100.0, 0), [33.0, 33.0, 34.0]);
    assert_eq!(split(&[0.5, 0.5, 0.5], 1.5, 0), [1.0, 1.0, 0.0]);
    assert_eq!(split(&[1.0 / 3.0; 3], 1.0, 2), [0.34, 0.33, 0.33]);
    assert_eq!(split(&[-0.5, 1.5], 1.0, 0), [0.0, 1.0]);
    assert_eq!(split(&[], 0.0, 0), [0.0; 0]);
    // Not parts of this total: each by itself.
    assert_eq!(split(&[1.5, 2.5], 40.0, 0), [2.0, 3.0]);
    assert_eq!(split(&[1e300, 0.4], 1e300, 0), [1e300, 0.0]);
}

fn finite() -> impl Strategy<Value = f64> {
    any::<f64>().prop_filter("finite", |x| x.is_finite())
}

/// The digits as a reader would read them, without marks.
fn read(text: &str) -> f64 {
    let plain: String =
        text.replace('−', "-").chars().filter(|c| c.is_ascii_digit() || "-.".contains(*c)).collect();
    plain.parse().expect("digits")
}

proptest! {
    #[test]
    fn no_form_writes_a_machine_number(x in prop_oneof![finite(), -1e9..1e9, -1.0..1.0]) {
        let usd = currency("USD");
        let forms = [
            count(x), whole(x), money(x, Currency::TWD), unit_money(x, usd), percent(x), ratio(x), tenths(x),
            points(x), compact(x, ZH), compact(x, EN), compact_money(x, usd, EN),
        ];
        for text in forms {
            let digits = text.trim_end_matches(['K', 'M', 'B', 'T', '%']).replace("US$", "").replace("NT$", "");
            prop_assert!(!digits.contains(|c: char| c.is_ascii_alphabetic()), "{text}");
            let nothing = digits.chars().all(|c| !c.is_ascii_digit() || c == '0');
            prop_assert!(!nothing || !text.starts_with('−'), "{text}");
            prop_assert!(!text.contains('-'), "{text}");
        }
    }

    #[test]
    fn cents_are_the_shown_decimal_rounded_half_up(thousandths in 0_u64..10_000_000_000) {
        // Independent of the decimal library: whole numbers only.
        let x: f64 = format!("{}.{:03}", thousandths / 1000, thousandths % 1000).parse().expect("a number");
        let cents = (thousandths + 5) / 10;
        let text = money(x, currency("USD")).replace(['U', 'S', '$', ','], "");
        prop_assert_eq!(text, format!("{}.{:02}", cents / 100, cents % 100));
    }

    #[test]
    fn shown_parts_add_to_the_shown_total(cents in prop::collection::vec(0_i64..100_000_000, 1..40)) {
        let parts: Vec<f64> = cents.iter().map(|&cent| cent as f64 / 100.0).collect();
        let total = cents.iter().sum::<i64>() as f64 / 100.0;
        let shown: f64 = split(&parts, total, 0).iter().map(|&part| read(&whole(part))).sum();
        prop_assert_eq!(shown, read(&whole(total)));
        for (part, whole) in parts.iter().zip(split(&parts, total, 0)) {
            prop_assert!((part - whole).abs() < 1.0);
        }
    }
}
