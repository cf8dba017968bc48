//! Operators number by number: one table, an entry each, all sides together.
//!
//! Every operator has two operands; a single number meets a number per month by being used in every month.
//! Undefined (NaN) in either operand gives undefined: where IEEE arithmetic would swallow it (x⁰, comparisons), the
//! entry says so and guards it. At a kink the slope is that of a growing second operand.

/// How tightly an operator binds when a formula is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precedence {
    /// + −
    Sum,
    /// × ÷
    Product,
    /// Powers.
    Power,
    /// Written as a function or a single name: never needs brackets.
    Whole,
}

/// What a formula with two operands becomes: number by number, with its slopes.
macro_rules! operators {
    ($($(#[$doc:meta])* $name:ident: $id:literal, $precedence:ident,
        value |$a:ident, $b:ident| $value:expr,
        slopes |$x:ident, $y:ident, $r:ident| $slopes:expr;)*) => {
        /// An operator on two numbers.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Operator { $($(#[$doc])* $name,)* }

        impl Operator {
            /// Every operator.
            pub const ALL: &'static [Operator] = &[$(Operator::$name,)*];

            /// Its sign, or the name that `locale` knows it by.
            #[must_use]
            pub const fn id(self) -> &'static str { match self { $(Operator::$name => $id,)* } }

            /// How tightly it binds.
            #[must_use]
            pub const fn precedence(self) -> Precedence { match self { $(Operator::$name => Precedence::$precedence,)* } }

            /// Its value; undefined (NaN) where either operand is undefined or the operator has no value.
            #[must_use]
            pub fn value(self, a: f64, b: f64) -> f64 {
                match self { $(Operator::$name => { let ($a, $b) = (a, b); $value })* }
            }

            /// The value for each number of `out`.
            pub(crate) fn fill(self, a: &[f64], b: &[f64], out: &mut [f64]) {
                match self { $(Operator::$name => pairwise(a, b, out, |$a: f64, $b: f64| -> f64 { $value }),)* }
            }

            /// The slopes to both operands where the value is `result`.
            #[must_use]
            pub fn slopes(self, a: f64, b: f64, result: f64) -> (f64, f64) {
                match self { $(Operator::$name => { let ($x, $y, $r) = (a, b, result); _ = ($x, $y, $r); $slopes })* }
            }
        }
    };
}

operators! {
    /// a + b
    Add: "+", Sum, value |a, b| a + b, slopes |_a, _b, _r| (1.0, 1.0);
    /// a − b
    Subtract: "−", Sum, value |a, b| a - b, slopes |_a, _b, _r| (1.0, -1.0);
    /// a × b
    Multiply: "×", Product, value |a, b| a * b, slopes |a, b, _r| (b, a);
    /// a ÷ b, undefined where b is 0, or larger than any number: then a cost per unit is not 0.
    Divide: "÷", Product,
        value |a, b| if b == 0.0 || b.is_infinite() { f64::NAN } else { a / b },
        slopes |_a, b, r| (1.0 / b, -r / b);
    /// a ÷ b, and 0 where b is 0: a rate over a time that has no length.
    DivideOrZero: "÷", Product,
        value |a, b| if b == 0.0 { a * 0.0 } else { a / b },
        slopes |_a, b, r| if b == 0.0 { (0.0, 0.0) } else { (1.0 / b, -r / b) };
    /// The smaller one. A comparison with NaN is false, so a NaN in `b` is chosen and one in `a` is asked for.
    Smaller: "min", Whole,
        value |a, b| if a <= b || a.is_nan() { a } else { b },
        slopes |a, b, _r| if a <= b { (1.0, 0.0) } else { (0.0, 1.0) };
    /// The larger one.
    Larger: "max", Whole,
        value |a, b| if a > b || a.is_nan() { a } else { b },
        slopes |a, b, _r| if a > b { (1.0, 0.0) } else { (0.0, 1.0) };
    /// a to the power of b, for a ≥ 0. NaN⁰ would be 1.
    Power: "^", Power,
        value |a, b| if a.is_nan() || b.is_nan() { f64::NAN } else { libm::pow(a, b) },
        slopes |a, b, r| (power_slope(a, b), if a > 0.0 { r * libm::log(a) } else { 0.0 });
    /// The share of a ceiling that is bought: a / (a + b), for a ≥ 0 and b > 0, also where a is infinite.
    ShareOfCeiling: "share", Whole,
        value |a, b| share_of_ceiling(a, b),
        slopes |a, b, r| { let whole = a + b; (b / whole / whole, -r / whole) };
    /// What 1 a month over b months is worth today at the monthly rate a: (1 − (1+a)^−b) / a, and b at 0.
    Annuity: "annuity", Whole,
        value |a, b| annuity(a, b),
        slopes |a, b, r| annuity_slopes(a, b, r);
    /// a, where b is not 0; undefined otherwise.
    Provided: "provided", Whole,
        value |a, b| if b == 0.0 || b.is_nan() { f64::NAN } else { a },
        slopes |_a, _b, _r| (1.0, 0.0);
}

impl Operator {
    /// Whether a + b and b + a are the same, so that a formula needs no brackets on its right side.
    #[must_use]
    pub const fn is_associative(self) -> bool {
        matches!(self, Operator::Add | Operator::Multiply)
    }
}

/// Fills `out` pair by pair; an operand of one number stands for every place.
fn pairwise(a: &[f64], b: &[f64], out: &mut [f64], value: impl Fn(f64, f64) -> f64) {
    match (a, b) {
        ([a], [b]) => out.iter_mut().for_each(|out| *out = value(*a, *b)),
        ([a], b) => out.iter_mut().zip(b).for_each(|(out, b)| *out = value(*a, *b)),
        (a, [b]) => out.iter_mut().zip(a).for_each(|(out, a)| *out = value(*a, *b)),
        (a, b) => out.iter_mut().zip(a.iter().zip(b)).for_each(|(out, (a, b))| *out = value(*a, *b)),
    }
}

/// a / (a + b) without overflow: for a beyond b the quotient is turned over, so that an infinite a gives 1.
fn share_of_ceiling(a: f64, b: f64) -> f64 {
    if a <= b { a / (a + b) } else { 1.0 / (1.0 + b / a) }
}

/// The slope of a^b to a. At a = 0 it is that of the first money: 0, 1 or without bound.
fn power_slope(a: f64, b: f64) -> f64 {
    if a == 0.0 && b == 1.0 { 1.0 } else { b * libm::pow(a, b - 1.0) }
}

/// Below this monthly rate the annuity is taken from its series, where the quotient would lose digits.
const SMALL_RATE: f64 = 1e-7;

fn annuity(rate: f64, months: f64) -> f64 {
    if rate == 0.0 { months + rate } else { -libm::expm1(-months * libm::log1p(rate)) / rate }
}

fn annuity_slopes(rate: f64, months: f64, value: f64) -> (f64, f64) {
    let left = libm::exp(-months * libm::log1p(rate));
    if rate * (months + 1.0) < SMALL_RATE {
        let second = months * (months + 1.0) / 2.0;
        return (-second + rate * second * (months + 2.0) * 2.0 / 3.0, 1.0 - rate * months);
    }
    let to_rate = (months * left / (1.0 + rate) - value) / rate;
    (to_rate, left * libm::log1p(rate) / rate)
}

#[cfg(test)]
mod tests {
    use super::Operator;

    #[test]
    fn undefined_in_any_operand_of_any_operator_gives_undefined() {
        for operator in Operator::ALL {
            for other in [0.0, 1.0, 2.5, -1.0, f64::INFINITY] {
                assert!(operator.value(f64::NAN, other).is_nan(), "{operator:?}(undefined, {other})");
                assert!(operator.value(other, f64::NAN).is_nan(), "{operator:?}({other}, undefined)");
            }
        }
    }

    #[test]
    fn slopes_agree_with_differences() {
        for operator in Operator::ALL {
            for (a, b) in [(0.3, 1.7), (2.0, 0.6), (0.004, 24.0), (1e-9, 12.0), (0.0, 3.0)] {
                let h = 1e-6;
                let value = operator.value(a, b);
                let (to_a, to_b) = operator.slopes(a, b, value);
                // One-sided with a correction of second order: operands at 0 have no left side.
                let one_sided = |f: &dyn Fn(f64) -> f64| (4.0 * f(h / 2.0) - f(h) - 3.0 * f(0.0)) / h;
                let difference_a = one_sided(&|h| operator.value(a + h, b));
                let difference_b = one_sided(&|h| operator.value(a, b + h));
                for (slope, difference) in [(to_a, difference_a), (to_b, difference_b)] {
                    let close = (slope - difference).abs() <= 2e-4 * slope.abs().max(1.0);
                    assert!(close, "{operator:?}({a}, {b}): {slope} is not {difference}");
                }
            }
        }
    }

    #[test]
    fn the_slopes_of_a_share_keep_their_digits_however_full_it_is() {
        for (a, b) in [(1e-9, 3.0), (4.0, 3.0), (9e4, 2.0), (7e11, 5.0), (3e20, 0.5), (2e200, 6e-90)] {
            let (to_a, to_b) = Operator::ShareOfCeiling.slopes(a, b, Operator::ShareOfCeiling.value(a, b));
            let (exact_a, exact_b) = (b / (a + b) / (a + b), -(a / (a + b)) / (a + b));
            for (slope, exact) in [(to_a, exact_a), (to_b, exact_b)] {
                assert!((slope - exact).abs() <= 1e-14 * exact.abs(), "({a}, {b}): {slope} is not {exact}");
            }
        }
        assert_eq!(Operator::ShareOfCeiling.slopes(f64::INFINITY, 1.0, 1.0), (0.0, 0.0));
    }

    #[test]
    fn the_share_of_a_ceiling_survives_extremes() {
        let share = |a, b| Operator::ShareOfCeiling.value(a, b);
        assert_eq!(share(0.0, 5.0), 0.0);
        assert_eq!(share(f64::INFINITY, 1.0), 1.0);
        assert!(share(1e-300, 1e5) > 0.0);
        assert_eq!(share(1e307, 1e307), 0.5);
    }

    #[test]
    fn annuity_is_continuous_at_zero() {
        let annuity = |rate| Operator::Annuity.value(rate, 24.0);
        assert_eq!(annuity(0.0), 24.0);
        assert!((annuity(1e-12) - 24.0).abs() < 1e-9);
        assert!((annuity(0.01) - 21.243_387_257_6).abs() < 1e-9);
    }
}
