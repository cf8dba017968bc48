//! Calendar months in words. A month is a year and 1–12; any other month is a dash.

use super::{Lang, number::DASH};

const NAMES: [(&str, &str); 12] = [
    ("Jan", "January"),
    ("Feb", "February"),
    ("Mar", "March"),
    ("Apr", "April"),
    ("May", "May"),
    ("Jun", "June"),
    ("Jul", "July"),
    ("Aug", "August"),
    ("Sep", "September"),
    ("Oct", "October"),
    ("Nov", "November"),
    ("Dec", "December"),
];

/// In a sentence: `2027 年 6 月`, `June 2027`.
#[must_use]
pub fn long(year: i32, month: u8, lang: Lang) -> String {
    worded(month, |(_, name)| match lang {
        Lang::ZhHant => format!("{year} 年 {month} 月"),
        Lang::En => format!("{name} {year}"),
    })
}

/// The end of a month, in a sentence: `2027 年 6 月底`, `the end of June 2027`.
#[must_use]
pub fn end(year: i32, month: u8, lang: Lang) -> String {
    let month = long(year, month, lang);
    match lang {
        Lang::ZhHant => format!("{month}底"),
        Lang::En => format!("the end of {month}"),
    }
}

/// By the end of a month, beside a field: `到 2027 年 6 月底`, `to the end of June 2027`.
#[must_use]
pub fn until(year: i32, month: u8, lang: Lang) -> String {
    let end = end(year, month, lang);
    match lang {
        Lang::ZhHant => format!("到 {end}"),
        Lang::En => format!("to {end}"),
    }
}

/// Before a word, the year being known: `6 月`, `Jun`.
#[must_use]
pub fn before_word(month: u8, lang: Lang) -> String {
    worded(month, |(abbreviation, _)| match lang {
        Lang::ZhHant => format!("{month} 月"),
        Lang::En => abbreviation.to_owned(),
    })
}

/// On an axis whose year is known: `6月`, `Jun`.
#[must_use]
pub fn short(month: u8, lang: Lang) -> String {
    worded(month, |(abbreviation, _)| match lang {
        Lang::ZhHant => format!("{month}月"),
        Lang::En => abbreviation.to_owned(),
    })
}

/// On an axis where the year begins or changes: `27年6月`, `Jun 27`.
#[must_use]
pub fn short_with_year(year: i32, month: u8, lang: Lang) -> String {
    let year = year.rem_euclid(100);
    worded(month, |(abbreviation, _)| match lang {
        Lang::ZhHant => format!("{year:02}年{month}月"),
        Lang::En => format!("{abbreviation} {year:02}"),
    })
}

/// From the first month to the last, both included: `2027 年 1–6 月`, `Jan–Jun 2027`; over a change of year
/// `2027 年 11 月–2028 年 4 月`, `Nov 2027–Apr 2028`.
#[must_use]
pub fn range(from: (i32, u8), to: (i32, u8), lang: Lang) -> String {
    let ((year, first), (last_year, last)) = (from, to);
    if from == to {
        return long(year, first, lang);
    }
    worded(first, |(first_name, _)| {
        worded(last, |(last_name, _)| match lang {
            Lang::ZhHant if year == last_year => format!("{year} 年 {first}–{last} 月"),
            Lang::ZhHant => format!("{year} 年 {first} 月–{last_year} 年 {last} 月"),
            Lang::En if year == last_year => format!("{first_name}–{last_name} {year}"),
            Lang::En => format!("{first_name} {year}–{last_name} {last_year}"),
        })
    })
}

fn worded(month: u8, words: impl FnOnce((&'static str, &'static str)) -> String) -> String {
    let name = usize::from(month).checked_sub(1).and_then(|at| NAMES.get(at));
    name.map_or_else(|| DASH.to_owned(), |&names| words(names))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_read_as_people_write_them() {
        let zh = Lang::ZhHant;
        let en = Lang::En;
        assert_eq!([long(2027, 6, zh), long(2027, 6, en)], ["2027 年 6 月", "June 2027"]);
        assert_eq!([short(6, zh), short(6, en)], ["6月", "Jun"]);
        assert_eq!([end(2027, 6, zh), end(2027, 6, en)], ["2027 年 6 月底", "the end of June 2027"]);
        assert_eq!(
            [until(2027, 6, zh), until(2027, 6, en)],
            ["到 2027 年 6 月底", "to the end of June 2027"]
        );
        assert_eq!([before_word(6, zh), before_word(6, en)], ["6 月", "Jun"]);
        assert_eq!([short_with_year(2027, 6, zh), short_with_year(2027, 6, en)], ["27年6月", "Jun 27"]);
        assert_eq!(short_with_year(2005, 12, en), "Dec 05");
    }

    #[test]
    fn a_range_names_a_shared_year_once() {
        let cases = [
            ((2027, 1), (2027, 6), "2027 年 1–6 月", "Jan–Jun 2027"),
            ((2027, 11), (2028, 4), "2027 年 11 月–2028 年 4 月", "Nov 2027–Apr 2028"),
            ((2027, 3), (2027, 3), "2027 年 3 月", "March 2027"),
        ];
        for (from, to, zh, en) in cases {
            assert_eq!(range(from, to, Lang::ZhHant), zh);
            assert_eq!(range(from, to, Lang::En), en);
        }
    }

    #[test]
    fn a_month_outside_the_year_is_a_dash() {
        assert_eq!(long(2027, 0, Lang::En), "—");
        assert_eq!(range((2027, 1), (2027, 13), Lang::ZhHant), "—");
    }
}
