//! Number forms for the screen, the same text natively and in WebAssembly.
//!
//! What is shown is the exact value rounded half away from zero. A number that is not finite is a dash; no
//! form ever writes "-0", "NaN", "inf" or `1e+21`; from 10^18 on, a number is three digits and a power of ten: `1×10²¹`.
//! The minus sign is U+2212.

mod compact;
mod currency;
mod decimal;
mod form;
mod split;
#[cfg(test)]
mod tests;

pub use compact::{compact, compact_money};
pub use currency::Currency;
pub use decimal::DASH;
pub use form::{count, fixed, fixed_money, money, percent, points, ratio, tenths, unit_money, whole};
pub use split::split;

pub(in crate::locale) use currency::longest_mark;
pub(in crate::locale) use decimal::{exact, grouped, in_percent};
