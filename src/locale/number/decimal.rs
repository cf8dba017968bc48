//! Exact decimals: the shortest text that means the same f64, rounded as a person rounds.
//!
//! Rust's `{:.2}` rounds the binary value (2.675 is stored as 2.67499…, hence "2.67"); a reader rounds the
//! number they see. So every number is first written as its shortest decimal text and that is rounded,
//! halves away from zero.

use fixed_decimal::{Decimal, FloatPrecision, SignedRoundingMode, UnsignedRoundingMode};

/// What stands for a number that cannot be shown.
pub const DASH: &str = "—";

/// From this power of ten on a number is written as a power of ten.
const LONGEST: i16 = 18;

/// Decimals beyond which a number near zero is shown as zero.
pub(super) const FINEST: u8 = 6;

const HALF_UP: SignedRoundingMode = SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand);

/// The decimal of the shortest text that reads back as `x`; none for NaN and the infinities.
pub(in crate::locale) fn exact(x: f64) -> Option<Decimal> {
    if !x.is_finite() {
        return None;
    }
    Decimal::try_from_f64(x, FloatPrecision::RoundTrip).ok()
}

/// The fraction as a percentage: the point moves, so nothing is rounded.
pub(in crate::locale) fn in_percent(mut fraction: Decimal) -> Decimal {
    fraction.absolute.multiply_pow10(2);
    fraction.absolute.trim_start();
    fraction
}

/// Rounded half away from zero to so many decimals, all of them written.
pub(super) fn rounded(mut number: Decimal, decimals: u8) -> Decimal {
    let place = -i16::from(decimals);
    number.round_with_mode(place, HALF_UP);
    number.absolute.trim_end();
    number.absolute.trim_start();
    number.absolute.pad_end(place);
    number
}

/// The power of ten of the first digit that counts: 2 for 434, −1 for 0.25, 0 for 0.
pub(super) fn leading_place(number: &Decimal) -> i16 {
    number.absolute.nonzero_magnitude_start()
}

/// So many decimals that `digits` significant ones are shown, at least `least` and at most `most`.
pub(super) fn decimals_for(number: &Decimal, digits: i16, least: u8, most: u8) -> u8 {
    let wanted = (digits - 1 - leading_place(number)).max(0);
    u8::try_from(wanted).unwrap_or(most).clamp(least, most)
}

/// The sign to write: none for zero, so that "−0" cannot be.
pub(super) fn sign(number: &Decimal) -> &'static str {
    let negative = number.sign() == fixed_decimal::Sign::Negative;
    if negative && !number.absolute.is_zero() { "−" } else { "" }
}

/// The digits without their sign, thousands separated by commas.
pub(in crate::locale) fn grouped(number: &Decimal) -> String {
    let text = number.absolute.to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::with_capacity(text.len() + text.len() / 3);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// The sign and the digits, zeros after the point left off.
pub(super) fn trimmed(mut number: Decimal) -> String {
    number.absolute.trim_end();
    format!("{}{}", sign(&number), digits(&number))
}

/// The digits without their sign: grouped while anybody could read them, else as a power of ten.
pub(super) fn digits(number: &Decimal) -> String {
    if leading_place(number) < LONGEST { grouped(number) } else { power_of_ten(number) }
}

/// Three digits that count and a power of ten, without the sign: `9.01×10¹⁸`.
pub(super) fn power_of_ten(number: &Decimal) -> String {
    let mut power = leading_place(number);
    let mut factor = shifted(number.clone(), -power);
    factor = rounded(factor, 2);
    if leading_place(&factor) > 0 {
        factor = shifted(factor, -1);
        power += 1;
    }
    factor.absolute.trim_end();
    let raised = power.to_string().chars().map(raised).collect::<String>();
    format!("{}×10{raised}", grouped(&factor))
}

fn shifted(mut number: Decimal, power: i16) -> Decimal {
    number.absolute.multiply_pow10(power);
    number
}

fn raised(digit: char) -> char {
    match digit {
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        _ => '⁰',
    }
}
