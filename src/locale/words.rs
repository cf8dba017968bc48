//! The one way a text is written down: both languages side by side, checked by the compiler. What is put into a Chinese
//! text stands apart from the words around it where Latin letters meet Chinese ones.

use core::fmt::{self, Display, Write};

/// Stands for a number that is put into a text later, before the letter that says which one. A noncharacter: Unicode
/// keeps those for use inside a program, so it is in no text that people type.
pub(crate) const SLOT_MARK: char = '\u{FDD0}';

/// Stands at both ends of what is put into a text until [`apart`] has looked at them.
const EDGE: char = '\u{FDD1}';

/// What is put into a Chinese text.
pub(super) struct Inserted<T>(pub(super) T);

impl<T: Display> Display for Inserted<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char(EDGE)?;
        self.0.fmt(f)?;
        f.write_char(EDGE)
    }
}

/// A text without its edges: a space in place of each of them where Latin letters or digits meet Chinese.
pub(super) fn apart(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    for part in text.split(EDGE) {
        if part.chars().next().zip(last(&joined)).is_some_and(|(next, before)| clash(before, next)) {
            joined.push(' ');
        }
        joined.push_str(part);
    }
    joined
}

/// The letter that a text ends in; none where that is a slot, around which the words have their own spaces.
fn last(text: &str) -> Option<char> {
    let mut letters = text.chars().rev();
    letters.next().filter(|_| letters.next() != Some(SLOT_MARK))
}

fn clash(before: char, next: char) -> bool {
    let latin = |letter: char| letter.is_alphanumeric() && letter < '\u{2E80}';
    let chinese = |letter: char| matches!(letter, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}');
    (latin(before) && chinese(next)) || (chinese(before) && latin(next))
}

/// Declares texts as functions. A text without parameters becomes `fn name(lang) -> &'static str`; one with
/// parameters becomes `fn name(lang, …) -> String`. A missing language or a misspelt parameter does not compile.
///
/// ```ignore
/// words! {
///     /// The button that undoes the last change.
///     undo: "復原", "Undo";
///     /// One sentence on what the goal takes.
///     needs(goal, money): "多 {goal}，需要 {money}。", "{goal} more takes {money}.";
/// }
/// ```
macro_rules! words {
    () => {};
    ($(#[$doc:meta])* $name:ident : $zh:literal, $en:literal ; $($rest:tt)*) => {
        $(#[$doc])*
        #[must_use]
        pub fn $name(lang: $crate::locale::Lang) -> &'static str {
            match lang {
                $crate::locale::Lang::ZhHant => $zh,
                $crate::locale::Lang::En => $en,
            }
        }
        $crate::locale::words! { $($rest)* }
    };
    ($(#[$doc:meta])* $name:ident ( $($part:ident),+ ) : $zh:literal, $en:literal ; $($rest:tt)*) => {
        $(#[$doc])*
        #[must_use]
        pub fn $name(lang: $crate::locale::Lang, $($part: impl core::fmt::Display),+) -> String {
            match lang {
                $crate::locale::Lang::ZhHant => {
                    $(let $part = $crate::locale::words::Inserted($part);)+
                    $crate::locale::words::apart(&format!($zh))
                }
                $crate::locale::Lang::En => format!($en),
            }
        }
        $crate::locale::words! { $($rest)* }
    };
}
pub(crate) use words;

#[cfg(test)]
mod tests {
    use super::SLOT_MARK;
    use crate::locale::Lang::{En, ZhHant};

    words! {
        way(from, to): "{from}到{to}的路", "the way from {from} to {to}";
        side(one, other): "{one}{other}", "{one}{other}";
    }

    #[test]
    fn latin_letters_stand_apart_from_the_chinese_around_them() {
        assert_eq!(way(ZhHant, "點擊", "LINE 對話"), "點擊到 LINE 對話的路");
        assert_eq!(way(ZhHant, "Meta", "LINE"), "Meta 到 LINE 的路");
        assert_eq!(way(ZhHant, "點擊", "預約"), "點擊到預約的路");
        assert_eq!(way(ZhHant, 3, "「CRM」"), "3 到「CRM」的路");
        assert_eq!(way(ZhHant, "", ""), "到的路");
        assert_eq!(way(ZhHant, way(ZhHant, "A", "B"), "C"), "A 到 B 的路到 C 的路");
        assert_eq!([side(ZhHant, "甲", "B"), side(ZhHant, "A", "B")], ["甲 B", "AB"]);
        assert_eq!(way(En, "甲", "B"), "the way from 甲 to B");
    }

    #[test]
    fn a_slot_is_left_as_it_stands() {
        let slot = format!("{SLOT_MARK}a");
        assert_eq!(way(ZhHant, &slot, &slot), format!("{slot}到{slot}的路"));
    }
}
