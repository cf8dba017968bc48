//! Thousands of damaged links: each opens as the plan it was made from, or is refused by name.

use super::super::{Notes, decode, encode};
use super::{edited, example, golden_plans, templates, written};
use crate::model::plan::{Estimate, Plan};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Mutations of each plan's link; `MUTATIONS=10000` in the environment tests more than the few seconds' worth.
fn mutations() -> u32 {
    std::env::var("MUTATIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(1_000)
}

/// A small generator, so that every run tests the same links.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        // Marsaglia's xorshift.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(end).unwrap()).unwrap()
    }

    fn letter(&mut self) -> char {
        let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.,!%&= \n";
        char::from(letters[self.below(letters.len())])
    }
}

/// The link after one mishap of each kind in turn.
fn mutated(link: &str, other: &str, kind: u32, dice: &mut Dice) -> String {
    let letters: Vec<char> = link.chars().collect();
    let (at, to) = (dice.below(letters.len()), dice.below(letters.len()));
    let (head, tail) = link.split_at(at);
    let rest: String = letters[at + 1..].iter().collect();
    let (from, to) = (at.min(to), at.max(to));
    match kind % 14 {
        0 => head.to_owned(),
        1 => tail.to_owned(),
        2 => format!("{head}{}{rest}", dice.letter()),
        3 => format!("{head}{rest}"),
        4 => format!("{head}{}{tail}", dice.letter()),
        5 => format!("{head}{}{rest}", flipped_case(letters[at])),
        6 => format!("{}{}{}", &link[..from], &link[to..], ""),
        7 => format!("{}{}{}", &link[..to], &link[from..to], &link[to..]),
        8 => format!("{head}{}", &other[dice.below(other.len())..]),
        9 => format!("{head}{}", other.get(at..).unwrap_or_default()),
        10 => format!("{link}{other}"),
        11 => format!("{head}\r\n> {tail}"),
        12 => letters
            .iter()
            .map(|c| if dice.below(9) == 0 { format!("%{:02x}", u32::from(*c)) } else { c.to_string() })
            .collect(),
        _ => {
            let mut letters = letters;
            letters.swap(from, to);
            letters.into_iter().collect()
        }
    }
}

fn flipped_case(letter: char) -> char {
    if letter.is_ascii_lowercase() { letter.to_ascii_uppercase() } else { letter.to_ascii_lowercase() }
}

#[test]
fn no_damaged_link_opens_as_another_plan() {
    let plans: Vec<Plan> = ["service", "b2b", "shop"].into_iter().map(example).collect();
    let short =
        templates().into_iter().map(|(_, plan)| edited(&plan, |document| document.goal.baseline = Some(1.5)));
    let random = golden_plans().into_iter().skip(3).step_by(25).map(|(_, plan)| plan);
    let plans: Vec<Plan> = plans.into_iter().chain(short.step_by(4)).chain(random).collect();
    let links: Vec<String> = plans.iter().map(|plan| encode(plan, Notes::Kept).unwrap()).collect();
    let mut outcomes: BTreeMap<&str, u32> = BTreeMap::new();
    for (place, (plan, link)) in plans.iter().zip(&links).enumerate() {
        let (other, mine) = (&links[(place + 1) % links.len()], written(plan));
        let mut dice = Dice(0x9e37_79b9_7f4a_7c15 ^ u64::try_from(place).unwrap());
        for kind in 0..mutations() {
            let text = mutated(link, other, kind, &mut dice);
            // Nothing is left of this link: the text is the other one, whole.
            if text.trim_start_matches(|c| c != 'p') == other {
                continue;
            }
            let outcome = match decode(&text) {
                Ok(back) if written(&back) == mine => "opened",
                Ok(back) => panic!("{text} opened as {}", written(&back)),
                Err(error) => error.code(),
            };
            *outcomes.entry(outcome).or_default() += 1;
        }
    }
    println!(
        "{} mutations of {} plans: {outcomes:?}",
        mutations() * u32::try_from(plans.len()).unwrap(),
        plans.len()
    );
    for outcome in ["opened", "link_cut_off", "link_damaged", "two_links", "not_a_link", "link_newer"] {
        assert!(outcomes.contains_key(outcome), "{outcome} never happened: {outcomes:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_numbers_come_back(
        values in prop::collection::vec((any::<f64>(), 0.0..1.0_f64, 0.0..2.0_f64), 1..40),
        note in ".{0,40}",
        place in 0..8_usize,
    ) {
        let plan = &templates()[2 * place].1;
        let mut document = plan.document().clone();
        let paths = document.paths();
        for (at, (value, below, above)) in values.into_iter().enumerate() {
            let path = paths[at * 7 % paths.len()];
            let value = if path.field.bounds().high <= 1.0 { below } else { value.abs() };
            let range = Some((value * below, value.max(value * (1.0 + above)).min(path.field.bounds().high)));
            let before = document.clone();
            document.set(path, Estimate { value, range, note: Some(note.clone()), ..Estimate::default() });
            if Plan::check(document.clone()).is_err() {
                document = before;
            }
        }
        document.name = note;
        let plan = Plan::check(document).unwrap();
        let back = decode(&encode(&plan, Notes::Kept).unwrap());
        prop_assert_eq!(back.map(|back| written(&back)), Ok(written(&plan)));
    }

    #[test]
    fn any_text_is_safe(text in "(p1)?[ -~—ａ-ｚ\\n]{0,300}") {
        prop_assert!(decode(&text).is_err());
    }
}
