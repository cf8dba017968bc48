//! Plans as nested lists: a record is `[which fields, value, value, …]`, the first number one bit for each field.
//!
//! Beside a plan that both sides know, a record has only the fields that differ, `null` for one that is gone, and a
//! list of records has `3` for the known record 3, `[3, […]]` for what differs in it, and new records in full. Notes
//! stand once behind the plan; an estimate has the number of its note.

use super::super::super::plan_text::Tree;
use super::estimate;
use super::shape::{Field, PLAN, Shape};

/// More records than any list of a plan has: a short text must not become a huge plan.
const MOST_RECORDS: usize = 200;
/// More text of notes than any plan has, for the same reason: a note may be named often.
const MOST_NOTES: usize = 2_000_000;

/// Writes a plan, or only what differs from a known one.
pub(super) fn write(plan: &Tree, known: Option<&Tree>) -> Tree {
    let mut notes = Notes::default();
    let record = notes.record(PLAN, plan, known);
    Tree::List(std::iter::once(record).chain(notes.0).collect())
}

/// Reads a plan of [`write`]; none for anything else. Any tree is safe to read.
pub(super) fn read(wire: &Tree, known: Option<&Tree>) -> Option<Tree> {
    let Tree::List(parts) = wire else { return None };
    let (record, notes) = parts.split_first()?;
    Reader { notes, left: MOST_NOTES }.record(PLAN, record, known)
}

/// Whether two values are the same to the bit, in whatever order their fields stand.
fn same(a: &Tree, b: &Tree) -> bool {
    match (a, b) {
        (Tree::Number(a), Tree::Number(b)) => a.to_bits() == b.to_bits(),
        (Tree::List(a), Tree::List(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Tree::Object(fields), Tree::Object(others)) => {
            let has = |(name, value): &(String, Tree)| b.field(name).is_some_and(|other| same(value, other));
            fields.len() == others.len() && fields.iter().all(has)
        }
        _ => a == b,
    }
}

fn known_field<'t>(known: Option<&'t Tree>, name: &str) -> Option<&'t Tree> {
    known.and_then(|known| known.field(name))
}

/// The notes of a plan, each once.
#[derive(Default)]
struct Notes(Vec<Tree>);

impl Notes {
    fn record(&mut self, fields: &[Field], new: &Tree, known: Option<&Tree>) -> Tree {
        let (mut bits, mut values) = (0_u32, vec![]);
        for (place, field) in fields.iter().enumerate() {
            let value = match (new.field(field.name), known_field(known, field.name)) {
                (None, None) => continue,
                (Some(new), Some(known)) if same(new, known) => continue,
                (None, Some(_)) => Tree::Null,
                (Some(new), known) => self.value(&field.shape, new, known),
            };
            bits |= 1 << place;
            values.push(value);
        }
        Tree::List(std::iter::once(Tree::Number(f64::from(bits))).chain(values).collect())
    }

    fn value(&mut self, shape: &Shape, new: &Tree, known: Option<&Tree>) -> Tree {
        match (shape, new) {
            (Shape::Choice(words), Tree::Text(word)) => {
                let place = words.iter().position(|known| known == word);
                place.map_or_else(|| new.clone(), number)
            }
            (Shape::Estimate, _) => self.estimate(new),
            (Shape::Rates, Tree::Object(rates)) => {
                Tree::Object(rates.iter().map(|(stage, rate)| (stage.clone(), self.estimate(rate))).collect())
            }
            (Shape::Record(fields), _) => self.record(fields, new, known),
            (Shape::Records(fields), Tree::List(items)) => {
                Tree::List(items.iter().map(|item| self.item(fields, item, known)).collect())
            }
            _ => new.clone(),
        }
    }

    fn item(&mut self, fields: &[Field], new: &Tree, known: Option<&Tree>) -> Tree {
        let key = |item: &Tree| fields.first().and_then(|field| item.field(field.name)).cloned();
        let known = match known {
            Some(Tree::List(items)) => items.iter().enumerate().find(|(_, item)| key(item) == key(new)),
            _ => None,
        };
        match known {
            None => self.record(fields, new, None),
            Some((place, known)) if same(new, known) => number(place),
            Some((place, known)) => Tree::List(vec![number(place), self.record(fields, new, Some(known))]),
        }
    }

    fn estimate(&mut self, new: &Tree) -> Tree {
        let Tree::Object(fields) = new else { return new.clone() };
        let numbered = |(name, value): &(String, Tree)| match name.as_str() {
            "note" => (name.clone(), self.number_of(value)),
            _ => (name.clone(), value.clone()),
        };
        estimate::write(&Tree::Object(fields.iter().map(numbered).collect()))
    }

    fn number_of(&mut self, note: &Tree) -> Tree {
        let place = self.0.iter().position(|known| known == note);
        number(place.unwrap_or_else(|| {
            self.0.push(note.clone());
            self.0.len() - 1
        }))
    }
}

#[allow(clippy::cast_precision_loss, reason = "a place in a list")]
fn number(place: usize) -> Tree {
    Tree::Number(place as f64)
}

struct Reader<'w> {
    notes: &'w [Tree],
    /// How much text of notes may still be copied.
    left: usize,
}

impl Reader<'_> {
    fn record(&mut self, fields: &[Field], wire: &Tree, known: Option<&Tree>) -> Option<Tree> {
        let Tree::List(parts) = wire else { return None };
        let (bits, values) = parts.split_first()?;
        let (bits, mut values) = (u32::try_from(bits.integer()?).ok()?, values.iter());
        let mut read = vec![];
        for (place, field) in fields.iter().enumerate() {
            let known = known_field(known, field.name);
            let value = match bits >> place & 1 {
                0 => known.cloned(),
                _ => match (values.next()?, known) {
                    (Tree::Null, Some(_)) => None,
                    (wire, known) => Some(self.value(&field.shape, wire, known)?),
                },
            };
            read.extend(value.map(|value| (field.name.to_owned(), value)));
        }
        // A field that this codec does not know, or a value without a field.
        let whole = bits >> fields.len() == 0 && values.next().is_none();
        whole.then_some(Tree::Object(read))
    }

    fn value(&mut self, shape: &Shape, wire: &Tree, known: Option<&Tree>) -> Option<Tree> {
        match (shape, wire) {
            (Shape::Choice(words), Tree::Number(_)) => {
                let word = words.get(place(wire)?)?;
                Some(Tree::Text((*word).to_owned()))
            }
            (Shape::Estimate, _) => self.estimate(wire),
            (Shape::Rates, Tree::Object(rates)) => {
                let rate = |(stage, rate): &(String, Tree)| Some((stage.clone(), self.estimate(rate)?));
                rates.iter().map(rate).collect::<Option<_>>().map(Tree::Object)
            }
            (Shape::Record(fields), _) => self.record(fields, wire, known),
            (Shape::Records(fields), Tree::List(items)) if items.len() <= MOST_RECORDS => {
                let item = |item: &Tree| self.item(fields, item, known);
                items.iter().map(item).collect::<Option<_>>().map(Tree::List)
            }
            (Shape::Plain | Shape::Choice(_), _) => Some(wire.clone()),
            _ => None,
        }
    }

    fn item(&mut self, fields: &[Field], wire: &Tree, known: Option<&Tree>) -> Option<Tree> {
        let known = |at: &Tree| match known {
            Some(Tree::List(items)) => items.get(place(at)?),
            _ => None,
        };
        match wire {
            Tree::Number(_) => known(wire).cloned(),
            Tree::List(parts) => match parts.as_slice() {
                [at, differences @ Tree::List(_)] => self.record(fields, differences, Some(known(at)?)),
                _ => self.record(fields, wire, None),
            },
            _ => None,
        }
    }

    fn estimate(&mut self, wire: &Tree) -> Option<Tree> {
        let mut estimate = estimate::read(wire)?;
        if let Tree::Object(fields) = &mut estimate {
            for (_, note) in fields.iter_mut().filter(|(name, _)| name == "note") {
                *note = self.note(note)?;
            }
        }
        Some(estimate)
    }

    fn note(&mut self, number: &Tree) -> Option<Tree> {
        let note = self.notes.get(place(number)?)?;
        let Tree::Text(text) = note else { return None };
        self.left = self.left.checked_sub(text.len())?;
        Some(note.clone())
    }
}

fn place(number: &Tree) -> Option<usize> {
    usize::try_from(number.integer()?).ok()
}

#[cfg(test)]
mod tests {
    use super::{Tree, read, write};

    fn tree(text: &str) -> Tree {
        serde_json::from_str(text).unwrap()
    }

    fn text(tree: &Tree) -> String {
        serde_json::to_string(tree).unwrap()
    }

    const KNOWN: &str = r#"{"name":"A","months":6,"goal":{"metric":"profit","target":0},
        "stages":[{"id":"a","name":"A","tier":"top"},{"id":"b","name":"B","tier":"bottom","conversion_rate":0.5}]}"#;

    #[test]
    fn a_whole_plan_has_places_instead_of_names() {
        let wire = write(&tree(KNOWN), None);
        assert_eq!(text(&wire), r#"[[354,"A",6,[3,2,0],[[7,"a","A",0],[15,"b","B",2,0.5]]]]"#);
        assert_eq!(read(&wire, None), Some(tree(KNOWN)));
    }

    #[test]
    fn beside_a_known_plan_only_the_differences_are_there() {
        let cases = [
            (KNOWN.to_owned(), "[[0]]"),
            (KNOWN.replace("\"months\":6,", ""), "[[32,null]]"),
            (KNOWN.replace("\"target\":0", "\"target\":-0.0"), "[[64,[2,-0.0]]]"),
            (KNOWN.replace("0.5", "0.6"), "[[256,[0,[1,[8,0.6]]]]]"),
            (KNOWN.replace("\"id\":\"a\"", "\"id\":\"c\""), "[[256,[[7,\"c\",\"A\",0],1]]]"),
            (
                KNOWN.replace("0.5", r#"{"value":0.5,"source":"own","note":"GA4"}"#),
                r#"[[256,[0,[1,[8,[0.5,0,0]]]]],"GA4"]"#,
            ),
        ];
        for (plan, expected) in cases {
            let wire = write(&tree(&plan), Some(&tree(KNOWN)));
            assert_eq!(text(&wire), expected);
            assert_eq!(read(&wire, Some(&tree(KNOWN))).as_ref().map(text), Some(text(&tree(&plan))));
        }
    }

    #[test]
    fn lists_that_no_plan_makes_are_refused() {
        let refused = [
            "3",
            "[]",
            "[[]]",
            "[3]",
            "[[-1]]",
            "[[1.5]]",
            "[[8192,1]]",
            "[[2]]",
            "[[2,\"A\",1]]",
            "[[32,null,null]]",
            "[[64,[1,9]]]",
            "[[64,3]]",
            "[[256,[2]]]",
            "[[256,[[2,[0]]]]]",
            "[[256,3]]",
            "[[256,[\"a\"]]]",
            "[[128,[1,[1,2,7]]],5]",
            "[[128,[1,[1,2,0]]]]",
            "[[128,[1,[1]]]]",
        ];
        for wire in refused {
            assert_eq!(read(&tree(wire), Some(&tree(KNOWN))), None, "{wire}");
        }
        assert_eq!(
            read(&tree("[[32,null]]"), None).map(|plan| text(&plan)),
            Some("{\"months\":null}".into())
        );
    }

    #[test]
    fn a_short_text_stays_a_small_plan() {
        let stages = |count: usize| tree(&format!("[[256,[{}]]]", vec!["0"; count].join(",")));
        assert!(read(&stages(200), Some(&tree(KNOWN))).is_some());
        assert_eq!(read(&stages(201), Some(&tree(KNOWN))), None);
        let economics = |count: usize| {
            let estimates = ",[1,0,0]".repeat(count);
            tree(&format!("[[128,[{}{estimates}]],\"{}\"]", (1 << count) - 1, "x".repeat(900_000)))
        };
        assert!(read(&economics(2), None).is_some());
        assert_eq!(read(&economics(3), None), None);
    }
}
