//! The templates that links may lean on, by number. A link names the number and holds what differs, so the plan behind
//! a number must stay as it is for ever: a test holds each to its digest.
//!
//! When a template of the program is to change, its present file moves to `persist/link/p1/templates/`, its row here
//! reads it from there, and the new file gets a row of its own at the end.

use super::super::super::plan_text::Tree;
use super::super::super::template;

/// A number stands for a template in one language: twice the place of its row, and one more for English.
const ROWS: [&str; 8] = ["service", "restaurant", "shop", "b2b", "saas", "course", "consulting", "event"];
const TAGS: [&str; 2] = ["zh-Hant", "en"];

/// The plan behind a number.
pub(super) fn numbered(number: u8) -> Option<Tree> {
    let (row, tag) = (usize::from(number) / TAGS.len(), usize::from(number) % TAGS.len());
    Some(template::find(ROWS.get(row)?)?.tree(TAGS.get(tag)?))
}

/// The numbers of a template of the program, one for each language.
pub(super) fn numbers_of(id: &str) -> impl Iterator<Item = u8> {
    let row = ROWS.iter().rposition(|known| *known == id);
    let first = row.and_then(|row| u8::try_from(row * TAGS.len()).ok());
    first.into_iter().flat_map(|first| [first, first + 1])
}

#[cfg(test)]
mod tests {
    use super::super::digest::digest;
    use super::{ROWS, numbered, numbers_of};
    use crate::persist::template;

    /// What the plans behind the numbers 0 to 15 are for ever. Do not write a new digest here: the links that people
    /// have sent lean on the old plan. Do what the head of this file says.
    const DIGESTS: [u32; 16] = [
        0x0f3b_5ff6,
        0x1933_34c4,
        0x86b0_8931,
        0x9237_4396,
        0x6165_3002,
        0x7e32_1269,
        0x0163_3d17,
        0x8335_ea09,
        0x689d_080f,
        0xa370_4bff,
        0xf441_03d1,
        0x51fd_174f,
        0x8158_4809,
        0xce41_e502,
        0x2759_1df1,
        0xa6b7_4056,
    ];

    #[test]
    fn the_plan_behind_a_number_never_changes() {
        let found: Vec<u32> = (0..).map_while(numbered).map(|plan| digest(&plan)).collect();
        assert_eq!(found, DIGESTS, "{found:#010x?}");
    }

    #[test]
    fn every_template_has_its_numbers() {
        for template in template::all() {
            assert!(ROWS.contains(&template.id.as_str()), "{}", template.id);
            let plans = numbers_of(&template.id).filter_map(numbered);
            assert_eq!(plans.collect::<Vec<_>>(), [template.tree("zh-Hant"), template.tree("en")]);
        }
        assert_eq!(numbers_of("bakery").count(), 0);
    }
}
