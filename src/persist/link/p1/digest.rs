//! What a whole plan is known by: a checksum over its values, not over any text of them, so that neither a later way
//! of writing numbers nor another order of fields can change it.

use crate::persist::checksum::{self, Sum};
use crate::persist::plan_text::Tree;

/// The CRC-32 of a tree: every value as a letter for its shape and its bits, fields in the order of their names.
///
/// 32 bits are enough here. A change of up to 32 bits in a row never goes unnoticed, any other one time in four
/// billion, and before that the changed text has to be base64, inflate, and keep every rule of a plan.
pub(super) fn digest(tree: &Tree) -> u32 {
    let mut hasher = checksum::sum();
    feed(&mut hasher, tree);
    hasher.finalize()
}

fn feed(hasher: &mut Sum, tree: &Tree) {
    match tree {
        Tree::Null => hasher.update(b"z"),
        Tree::Flag(flag) => hasher.update(if *flag { b"y" } else { b"n" }),
        Tree::Number(number) => {
            hasher.update(b"f");
            hasher.update(&number.to_bits().to_le_bytes());
        }
        Tree::Text(text) => sized(hasher, b"t", text),
        Tree::List(items) => {
            counted(hasher, b"l", items.len());
            items.iter().for_each(|item| feed(hasher, item));
        }
        Tree::Object(fields) => {
            counted(hasher, b"o", fields.len());
            let mut fields: Vec<&(String, Tree)> = fields.iter().collect();
            fields.sort_by(|a, b| a.0.cmp(&b.0));
            for (name, value) in fields {
                sized(hasher, b"k", name);
                feed(hasher, value);
            }
        }
    }
}

fn sized(hasher: &mut Sum, letter: &[u8], text: &str) {
    counted(hasher, letter, text.len());
    hasher.update(text.as_bytes());
}

/// Without their lengths, two texts could share their letters differently and be the same.
fn counted(hasher: &mut Sum, letter: &[u8], count: usize) {
    hasher.update(letter);
    hasher.update(&u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes());
}

#[cfg(test)]
mod tests {
    use super::{Tree, digest};

    #[test]
    fn the_order_of_fields_is_nothing_and_every_value_is_something() {
        let of = |text: &str| digest(&serde_json::from_str::<Tree>(text).unwrap());
        assert_eq!(of(r#"{"a":1,"b":[2]}"#), of(r#"{"b":[2.0],"a":1}"#));
        let all = [
            "null",
            "true",
            "false",
            "0",
            "-0.0",
            "1",
            "\"1\"",
            "\"\"",
            "[]",
            "{}",
            "[1]",
            "[[1]]",
            "[1,1]",
            r#"{"a":1}"#,
            r#"{"a":"1"}"#,
            r#"["ab","c"]"#,
            r#"["a","bc"]"#,
            r#"{"ab":"c"}"#,
            r#"{"a":"bc"}"#,
        ];
        let distinct: std::collections::BTreeSet<u32> = all.iter().map(|text| of(text)).collect();
        assert_eq!(distinct.len(), all.len());
    }

    /// Links carry it: it may never change.
    #[test]
    fn a_tree_keeps_its_digest_for_ever() {
        let tree = r#"{"name":"目標","months":6,"rates":[0.02,true,null]}"#;
        assert_eq!(digest(&serde_json::from_str::<Tree>(tree).unwrap()), 0x509a_6b0d);
    }
}
