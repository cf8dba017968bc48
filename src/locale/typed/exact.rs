//! Decimal digits and a power of ten, so that units and percent never touch a binary fraction.

/// `digits` × 10^`exponent`, unsigned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Exact {
    digits: String,
    exponent: i32,
}

/// Why an exact decimal is no f64.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Lost {
    /// Beyond the largest.
    TooLarge,
    /// Not zero, but nearer to zero than the smallest.
    TooSmall,
    /// A whole number with more digits than are kept; the nearest that is kept.
    Digits(f64),
}

impl Exact {
    /// The number with these digits before and after the point.
    pub(super) fn new(whole: &str, fraction: &str) -> Exact {
        let all = format!("{whole}{fraction}");
        let exponent = i32::try_from(fraction.len()).map_or(i32::MIN, |places| -places);
        Exact { digits: all.trim_start_matches('0').to_owned(), exponent }
    }

    /// Times a power of ten.
    pub(super) fn shifted(&self, power: i32) -> Exact {
        Exact { digits: self.digits.clone(), exponent: self.exponent.saturating_add(power) }
    }

    /// This number followed by one that only fills its empty lower places: 12萬 and 5千. None where they
    /// overlap, as in 12萬 and 15千.
    pub(super) fn followed_by(&self, lower: &Exact) -> Option<Exact> {
        let room = usize::try_from(self.exponent.checked_sub(lower.exponent)?).ok()?;
        let zeros = room.checked_sub(lower.digits.len())?;
        let digits = format!("{}{}{}", self.digits, "0".repeat(zeros), lower.digits);
        Some(Exact { digits, exponent: lower.exponent })
    }

    /// The power of ten of its last written place.
    pub(super) fn last_place(&self) -> i32 {
        self.exponent
    }

    /// Whether it is one digit from 1 to 9.
    pub(super) fn is_one_digit(&self) -> bool {
        self.digits.len() == 1 && self.exponent == 0
    }

    /// More than zero and less than one.
    pub(super) fn is_proper_fraction(&self) -> bool {
        let places = i32::try_from(self.digits.len()).unwrap_or(i32::MAX);
        !self.digits.is_empty() && places.saturating_add(self.exponent) <= 0
    }

    /// The nearest f64, with its sign; or what would be lost.
    pub(super) fn value(&self, negative: bool) -> Result<f64, Lost> {
        if self.digits.is_empty() {
            return Ok(0.0);
        }
        let minus = if negative { "-" } else { "" };
        let text = format!("{minus}{}e{}", self.digits, self.exponent);
        let value = text.parse::<f64>().map_err(|_| Lost::TooLarge)?;
        match value {
            value if value.is_infinite() => Err(Lost::TooLarge),
            0.0 => Err(Lost::TooSmall),
            value if self.is_whole() && !self.is_kept(value) => Err(Lost::Digits(value)),
            value => Ok(value),
        }
    }

    fn is_whole(&self) -> bool {
        self.exponent >= 0
    }

    /// Whether the shortest text of `value` has these digits. Fractions are not asked: their sixteenth digit
    /// means nothing to anybody, while a whole number counts something.
    fn is_kept(&self, value: f64) -> bool {
        let shortest = crate::locale::number::exact(value.abs()).map(|number| number.to_string());
        shortest.is_some_and(|text| text.trim_end_matches('0') == self.digits.trim_end_matches('0'))
    }
}
