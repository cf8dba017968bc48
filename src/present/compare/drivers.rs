//! What drives the difference of one number between two plans: the parts of the gap in words, the largest first.

use super::difference::Gap;
use super::sum::Sum;
use crate::locale::screen::{compare as say, form};
use crate::locale::{Lang, term};
use crate::model::compare::{Cause, Comparison};
use crate::model::equations::Model;
use crate::model::plan::{Document, Plan};
use crate::model::quantity::{Basis, Measure, Reading};
use crate::model::reading::Numbers;
use crate::present::changes::{Change, changes, changes_of_number};
use crate::present::presenter::Presenter;

/// The numbers whose difference can be taken apart, the first one to begin with.
pub const NUMBERS: [Measure; 9] = {
    use Measure::*;
    [Media, Customers, Revenue, Profit, Cac, CltvToCac, Roas, Roi, Payback]
};

/// So many parts are shown at once; the smaller ones are folded.
const FIRST: usize = 6;

/// What a number to be chosen is called.
#[must_use]
pub fn number_name(measure: Measure, basis: Basis, lang: Lang) -> &'static str {
    match (measure, basis) {
        (Measure::Media, Basis::Required) => say::required_budget(lang),
        _ => term::label(measure, lang),
    }
}

/// The way from the number of one plan to that of another.
#[derive(Clone, Debug, PartialEq)]
pub struct Drivers {
    /// The number of the first plan.
    pub from: String,
    /// The number of the second plan.
    pub to: String,
    /// The second less the first.
    pub gap: String,
    /// The larger parts, the largest first. With the rest they add to the gap as it is shown.
    pub parts: Vec<Driver>,
    /// The smaller parts.
    pub rest: Option<Rest>,
    /// How many differences move nothing.
    pub still: usize,
}

/// The smaller parts together.
#[derive(Clone, Debug, PartialEq)]
pub struct Rest {
    /// How many they are, in words.
    pub label: String,
    /// What they add, with its sign.
    pub text: String,
    /// Each of them.
    pub parts: Vec<Driver>,
}

/// One part of a gap.
#[derive(Clone, Debug, PartialEq)]
pub struct Driver {
    /// What it is due to.
    pub label: String,
    /// What changed: `2% → 2.5%`, or how many changes are behind it; empty for a channel that comes or goes.
    pub change: String,
    /// The changes behind it where they are several.
    pub changes: Vec<Change>,
    /// What it adds, with its sign.
    pub text: String,
    /// The same as a number in the unit of the last decimal that is shown.
    pub worth: f64,
    /// Which way it goes.
    pub gap: Gap,
    /// Where its bar begins and how long it is, in hundredths of the widest span of all bars.
    pub bar: (f64, f64),
}

/// Puts a finished comparison into words.
#[must_use]
pub fn drivers(comparison: &Comparison, plans: (&Plan, &Plan), reading: Reading, lang: Lang) -> Drivers {
    let model = Model::of(plans.0.clone());
    let numbers = Numbers::of(&model);
    let presenter = Presenter::new(&numbers, lang, reading.basis);
    let (from, to) = comparison.ends();
    let sum = Sum::of(to - from, reading.quantity, &presenter);
    let parts = comparison.parts();
    let worths: Vec<f64> = parts.iter().map(|part| part.worth).collect();
    let rounded = sum.parts((from, to), &worths);
    let span = Span::of(&rounded);
    let names = Names { comparison, plans: (plans.0.document(), plans.1.document()), lang };
    let driver = |(cause, worth): (&Cause, f64)| {
        let (label, changes) = names.of(cause);
        let change = match changes.as_slice() {
            [only] => became(only, lang),
            [] => String::new(),
            several => say::changed(lang, several.len()),
        };
        let changes = if changes.len() > 1 { changes } else { Vec::new() };
        Driver {
            label,
            change,
            changes,
            text: sum.part(worth),
            worth,
            gap: Gap::of(worth),
            bar: span.bar(worth),
        }
    };
    let moves = parts.iter().zip(rounded).filter(|(part, _)| part.worth != 0.0);
    let mut moving: Vec<Driver> = moves.map(|(part, worth)| driver((&part.cause, worth))).collect();
    moving.sort_by(|a, b| b.worth.abs().total_cmp(&a.worth.abs()));
    let total = |parts: &[Driver]| sum.part(parts.iter().map(|driver| driver.worth).sum());
    let (gap, still) = (total(&moving), parts.len() - moving.len());
    // One part alone takes no more room than its fold.
    let smaller = if moving.len() > FIRST + 1 { moving.split_off(FIRST) } else { Vec::new() };
    let rest = (!smaller.is_empty()).then(|| Rest {
        label: say::rest(lang, smaller.len()),
        text: total(&smaller),
        parts: smaller,
    });
    Drivers { from: sum.end(from), to: sum.end(to), gap, parts: moving, rest, still }
}

fn became(change: &Change, lang: Lang) -> String {
    let side = |side: &Option<String>| side.clone().unwrap_or_else(|| say::absent(lang).into());
    say::becomes(lang, side(&change.from), side(&change.to))
}

/// From the smallest to the largest part, and 0 always within.
struct Span {
    low: f64,
    width: f64,
}

impl Span {
    fn of(parts: &[f64]) -> Span {
        let low = parts.iter().copied().fold(0.0, f64::min);
        let high = parts.iter().copied().fold(0.0, f64::max);
        Span { low, width: if high > low { high - low } else { 1.0 } }
    }

    fn bar(&self, part: f64) -> (f64, f64) {
        let place = |value: f64| 100.0 * (value - self.low) / self.width;
        (place(part.min(0.0)), 100.0 * part.abs() / self.width)
    }
}

/// What causes are called.
struct Names<'c> {
    comparison: &'c Comparison,
    plans: (&'c Document, &'c Document),
    lang: Lang,
}

impl Names<'_> {
    /// A name, and the changes behind it.
    fn of(&self, cause: &Cause) -> (String, Vec<Change>) {
        let lang = self.lang;
        let changes = self.changes(cause);
        let name = match cause {
            Cause::Number(..) => changes.first().map_or_else(String::new, |change| change.label.clone()),
            Cause::Channel(id) => return self.channel(id, changes),
            Cause::Goal => form::goal(lang).into(),
            Cause::Funnel => form::funnel(lang).into(),
            Cause::Economics => form::economics(lang).into(),
            Cause::Channels => form::channels(lang).into(),
            Cause::Season => form::season(lang).into(),
            Cause::Months => say::schedule(lang).into(),
            Cause::Stages => say::stages(lang).into(),
            Cause::Everything => say::everything(lang).into(),
        };
        (name, changes)
    }

    /// A channel that comes or goes has no list of changes: all of it does.
    fn channel(&self, id: &str, changes: Vec<Change>) -> (String, Vec<Change>) {
        let name = |document: &Document| {
            let place = document.channels.iter().position(|channel| channel.id == id)?;
            Some(term::channel(u16::try_from(place).ok()?, document, self.lang))
        };
        match (name(self.plans.0), name(self.plans.1)) {
            (None, Some(new)) => (say::new_channel(self.lang, new), Vec::new()),
            (Some(gone), None) => (say::gone_channel(self.lang, gone), Vec::new()),
            (_, name) => (name.unwrap_or_default(), changes),
        }
    }

    fn changes(&self, cause: &Cause) -> Vec<Change> {
        let Some((from, to)) = self.comparison.made(cause) else { return Vec::new() };
        match cause {
            Cause::Number(path, _) => changes_of_number(*path, from, &to, self.lang),
            _ => changes(from, &to, self.lang).into_iter().flat_map(|group| group.changes).collect(),
        }
    }
}
