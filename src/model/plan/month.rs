//! Calendar months.

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct YearMonth {
    /// The year, four digits.
    pub year: i32,
    /// 1 for January to 12.
    pub month: u8,
}

impl YearMonth {
    /// Reads `YYYY-MM`; none for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<YearMonth> {
        let (year, month) = text.split_once('-')?;
        let digits = |part: &str, length| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(month, 2) {
            return None;
        }
        let month = month.parse().ok().filter(|m| (1..=12).contains(m))?;
        Some(YearMonth { year: year.parse().ok()?, month })
    }

    /// The month that lies `months` later.
    #[must_use]
    pub fn plus(self, months: u32) -> YearMonth {
        let count = i64::from(self.year) * 12 + i64::from(self.month) - 1 + i64::from(months);
        let year = i32::try_from(count.div_euclid(12)).unwrap_or(i32::MAX);
        YearMonth { year, month: u8::try_from(count.rem_euclid(12) + 1).unwrap_or(1) }
    }

    /// The place of the month in a list that begins with January.
    #[must_use]
    pub fn in_year(self) -> usize {
        usize::from(self.month.saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::YearMonth;

    #[test]
    fn reads_only_four_and_two_digits() {
        assert_eq!(YearMonth::parse("2027-01"), Some(YearMonth { year: 2027, month: 1 }));
        for wrong in ["2027-13", "2027-00", "2027-1", "27-01", "2027/01", "+027-01", "2027-01-01", ""] {
            assert_eq!(YearMonth::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn counts_over_the_turn_of_the_year() {
        let november = YearMonth { year: 2026, month: 11 };
        assert_eq!(november.plus(2), YearMonth { year: 2027, month: 1 });
        assert_eq!(november.plus(13), YearMonth { year: 2027, month: 12 });
    }
}
