//! A moment of the reader's calendar in words, told as seen from today.

use super::{Lang, month, words};

/// A moment where the reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The year.
    pub year: i32,
    /// The month, 1–12.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
    /// The hour, 0–23.
    pub hour: u8,
    /// The minute, 0–59.
    pub minute: u8,
}

impl Moment {
    /// The time of day: `14:32`.
    #[must_use]
    pub fn time(self) -> String {
        format!("{:02}:{:02}", self.hour, self.minute)
    }

    /// For programs: `2027-03-01T14:32`.
    #[must_use]
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}T{}", self.year, self.month, self.day, self.time())
    }

    /// In a list: the time today, yesterday as such, the day of this year, or the month of another one.
    #[must_use]
    pub fn told(self, today: Moment, yesterday: Moment, lang: Lang) -> String {
        if self.date() == today.date() {
            at_today(lang, self.time())
        } else if self.date() == yesterday.date() {
            at_yesterday(lang).to_owned()
        } else if self.year == today.year {
            on_day(lang, self.month, &month::short(self.month, lang), self.day)
        } else {
            month::long(self.year, self.month, lang)
        }
    }

    /// As [`Moment::told`], always with the time of day.
    #[must_use]
    pub fn told_to_the_minute(self, today: Moment, yesterday: Moment, lang: Lang) -> String {
        if self.date() == today.date() {
            return self.told(today, yesterday, lang);
        }
        let day = if self.year == today.year || self.date() == yesterday.date() {
            self.told(today, yesterday, lang)
        } else {
            on_day_of_year(
                lang,
                self.year,
                on_day(lang, self.month, &month::short(self.month, lang), self.day),
            )
        };
        day_and_time(lang, day, self.time())
    }

    fn date(self) -> (i32, u8, u8) {
        (self.year, self.month, self.day)
    }
}

words! {
    /// A time of today.
    at_today(time): "今天 {time}", "today {time}";
    /// The day before today.
    at_yesterday: "昨天", "yesterday";
    /// A day of another year.
    on_day_of_year(year, day): "{year} 年 {day}", "{day} {year}";
    /// A day and the time.
    day_and_time(day, time): "{day} {time}", "{day}, {time}";
}

/// A day of this year.
fn on_day(lang: Lang, month: u8, name: &str, day: u8) -> String {
    match lang {
        Lang::ZhHant => format!("{month} 月 {day} 日"),
        Lang::En => format!("{day} {name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::Moment;
    use crate::locale::Lang::{En, ZhHant};

    const fn moment(year: i32, month: u8, day: u8, hour: u8, minute: u8) -> Moment {
        Moment { year, month, day, hour, minute }
    }

    #[test]
    fn the_nearer_the_more_exact() {
        let (today, yesterday) = (moment(2027, 3, 1, 18, 0), moment(2027, 2, 28, 18, 0));
        let cases = [
            (moment(2027, 3, 1, 9, 5), ["今天 09:05", "today 09:05"], ["今天 09:05", "today 09:05"]),
            (moment(2027, 2, 28, 23, 59), ["昨天", "yesterday"], ["昨天 23:59", "yesterday, 23:59"]),
            (moment(2027, 2, 27, 23, 59), ["2 月 27 日", "27 Feb"], ["2 月 27 日 23:59", "27 Feb, 23:59"]),
            (
                moment(2026, 3, 1, 9, 5),
                ["2026 年 3 月", "March 2026"],
                ["2026 年 3 月 1 日 09:05", "1 Mar 2026, 09:05"],
            ),
        ];
        assert_eq!(cases[0].0.iso(), "2027-03-01T09:05");
        for (then, told, to_the_minute) in cases {
            assert_eq!([ZhHant, En].map(|lang| then.told(today, yesterday, lang)), told);
            assert_eq!(
                [ZhHant, En].map(|lang| then.told_to_the_minute(today, yesterday, lang)),
                to_the_minute
            );
        }
    }
}
