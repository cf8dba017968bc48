//! The cheapest fixes of a goal out of reach: for every lever the smallest change that alone brings it into reach.

use super::reach::Reach;
use super::request::Request;
use crate::equations::Model;
use crate::plan::{Channel, Document, Estimate, Field, MOST_MONTHS, Path, Plan};
use alloc::boxed::Box;
use alloc::vec::Vec;

/// How close to the smallest change the answer is, relative to it.
const CLOSE: f64 = 1e-5;
/// The same where months are solved too, which takes many times as long.
const CLOSE_WITH_MONTHS: f64 = 5e-3;
/// The smallest and the largest change that is looked at, relative to the value.
const SMALLEST: f64 = 1e-12;
const LARGEST: f64 = 1e9;

/// How many steps a lever takes, for progress.
const USUAL_STEPS: f64 = 50.0;

/// What can be changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Lever {
    /// A number of the plan.
    Plan(Path),
    /// The total of the request.
    Total,
}

/// A change that alone brings the goal into reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fix {
    /// What is changed.
    pub lever: Lever,
    /// The value as it stands.
    pub from: f64,
    /// The value that is enough; 1 % less of the change is not.
    pub to: f64,
    /// How far that goes beyond the end of the lever's own range, relative to the end; not above 0 within it. None
    /// without a range.
    pub beyond: Option<f64>,
}

/// Looks for fixes, a lever at a time.
#[derive(Clone, Debug)]
pub struct Fixes {
    document: Document,
    request: Request,
    levers: Vec<Lever>,
    done: usize,
    trying: Option<Trying>,
    /// Whether the value that is tried is enough, as far as it is known.
    reach: Option<Box<Reach>>,
    /// How many steps the lever that is tried has taken.
    steps: u32,
    found: Vec<Fix>,
}

/// How far a lever has been tried.
#[derive(Clone, Copy, Debug)]
enum Trying {
    /// Whether so many months are enough.
    Months(u16),
    /// So many are.
    Found(u16),
    /// Whether the largest change is.
    Largest,
    /// A change that is not enough, and one that is: bisection over the logarithm of the change.
    Between(f64, f64),
}

/// What a lever is to be tried with next.
enum Next {
    Value(f64),
    Enough(f64),
    Never,
}

impl Fixes {
    /// Begins to look for what brings the goal of a plan into reach under the conditions of a request.
    #[must_use]
    pub fn new(plan: &Plan, request: Request) -> Fixes {
        let document = plan.document().clone();
        let levers = levers(&document, request);
        Fixes { document, request, levers, done: 0, trying: None, reach: None, steps: 0, found: Vec::new() }
    }

    /// Goes on for a small step, of about a millisecond for a plan of ten channels; answers the share that is done, 1 at
    /// the end.
    #[allow(clippy::cast_precision_loss, reason = "few levers")]
    pub fn advance(&mut self) -> f64 {
        if let Some(lever) = self.levers.get(self.done).copied() {
            self.steps += 1;
            self.go_on(lever);
        }
        // How many steps a lever will take is not known before.
        let of_lever = f64::from(self.steps) / (f64::from(self.steps) + USUAL_STEPS);
        (self.done as f64 + of_lever) / self.levers.len().max(1) as f64
    }

    fn end(&mut self, fix: Option<Fix>) {
        self.found.extend(fix);
        (self.trying, self.reach) = (None, None);
        self.done += 1;
        self.steps = 0;
    }

    /// The fixes so far: levers with a range by how far they go beyond it, then the others by their relative change.
    #[must_use]
    pub fn found(&self) -> Vec<Fix> {
        let change = |fix: &Fix| (fix.to - fix.from).abs() / fix.from.abs();
        let key = |fix: &Fix| (fix.beyond.is_none(), fix.beyond.unwrap_or_else(|| change(fix)));
        let mut found = self.found.clone();
        found.sort_by(|a, b| key(a).0.cmp(&key(b).0).then(key(a).1.total_cmp(&key(b).1)));
        found
    }

    fn value(&self, lever: Lever) -> f64 {
        match lever {
            Lever::Plan(path) => self.document.number(path).unwrap_or(f64::NAN),
            Lever::Total => self.request.total.unwrap_or(f64::NAN),
        }
    }

    fn begin(&self, lever: Lever) -> Trying {
        match lever {
            Lever::Plan(Path { field: Field::Months, .. }) => {
                Trying::Months(u16::try_from(self.document.months).unwrap_or(MOST_MONTHS) + 1)
            }
            _ => Trying::Largest,
        }
    }

    /// Goes on with the value that a lever is tried with, or to the next value once it is known whether that is enough.
    fn go_on(&mut self, lever: Lever) {
        let trying = self.trying.unwrap_or_else(|| self.begin(lever));
        let value = match self.next(lever, trying) {
            Next::Value(value) => value,
            Next::Enough(to) => {
                let from = self.value(lever);
                return self.end(Some(Fix { lever, from, to, beyond: self.beyond(lever, from, to) }));
            }
            Next::Never => return self.end(None),
        };
        let mut reach = self.reach.take().unwrap_or_else(|| Box::new(self.reach(lever, value)));
        match reach.advance() {
            None => (self.trying, self.reach) = (Some(trying), Some(reach)),
            Some(is_enough) => match self.turn(lever, trying, is_enough) {
                None => self.end(None),
                trying => self.trying = trying,
            },
        }
    }

    fn next(&self, lever: Lever, trying: Trying) -> Next {
        let from = self.value(lever);
        let (_, most, sign) = self.room(lever, from);
        match trying {
            Trying::Months(months) if months > MOST_MONTHS => Next::Never,
            Trying::Months(months) => Next::Value(f64::from(months)),
            Trying::Found(months) => Next::Enough(f64::from(months)),
            Trying::Largest => Next::Value(from + sign * most),
            Trying::Between(less, enough) if self.is_open(less, enough) => {
                Next::Value(from + sign * middle(less, enough))
            }
            Trying::Between(_, enough) => Next::Enough(from + sign * enough),
        }
    }

    /// Whether the smallest change that is enough is not yet known closely.
    fn is_open(&self, less: f64, enough: f64) -> bool {
        let close = if self.request.phasing_cap.is_some() { CLOSE_WITH_MONTHS } else { CLOSE };
        enough > less * (1.0 + close)
    }

    /// How far a lever has been tried, once it is known of the value it was tried with; none where nothing is enough.
    fn turn(&self, lever: Lever, trying: Trying, is_enough: bool) -> Option<Trying> {
        let (scale, most, _) = self.room(lever, self.value(lever));
        match trying {
            // More months need not be better for a profit: every one is tried.
            Trying::Months(months) if !is_enough => Some(Trying::Months(months + 1)),
            Trying::Months(months) => Some(Trying::Found(months)),
            Trying::Largest => is_enough.then_some(Trying::Between(SMALLEST * scale, most)),
            Trying::Between(less, enough) if is_enough => Some(Trying::Between(less, middle(less, enough))),
            Trying::Between(less, enough) => Some(Trying::Between(middle(less, enough), enough)),
            Trying::Found(_) => None,
        }
    }

    fn beyond(&self, lever: Lever, from: f64, to: f64) -> Option<f64> {
        let Lever::Plan(path) = lever else { return None };
        let (low, high) = self.document.estimate(path)?.range?;
        let end = if to < from { low } else { high };
        let past = if to < from { end - to } else { to - end };
        Some(past / end.abs())
    }

    /// The size of a lever's changes, the largest of them, and which way is better.
    fn room(&self, lever: Lever, from: f64) -> (f64, f64, f64) {
        let bounds = match lever {
            Lever::Plan(path) => path.field.bounds(),
            Lever::Total => Field::MonthlyBudget.bounds(),
        };
        let scale = if from > 0.0 { from } else { bounds.high.min(1.0) };
        match lever {
            Lever::Plan(path) if path.field == Field::UnitCost => {
                (scale, from - self.cheapest(path, from), -1.0)
            }
            _ => (scale, (bounds.high - from).min(LARGEST * scale), 1.0),
        }
    }

    /// The lowest price: a saturating curve asks for more than its `at` spread over its ceiling.
    fn cheapest(&self, path: Path, from: f64) -> f64 {
        let number = |field| self.document.number(Path::at(field, path.index));
        let passed = number(Field::At).zip(number(Field::Ceiling)).map_or(0.0, |(at, ceiling)| at / ceiling);
        (passed * (1.0 + 1e-9)).max(from / LARGEST)
    }

    /// Whether the goal can be reached with a lever at a value, by solving again.
    fn reach(&self, lever: Lever, value: f64) -> Reach {
        let mut request = self.request;
        let mut document = self.document.clone();
        match lever {
            Lever::Total => request.total = Some(value),
            Lever::Plan(path) => write(&mut document, path, value),
        }
        Plan::check(document).map_or(Reach::Never, |plan| Reach::of(&Model::of(plan), request))
    }
}

/// Between two changes, first by size, then by value.
fn middle(less: f64, enough: f64) -> f64 {
    if enough > 2.0 * less { libm::sqrt(less * enough) } else { f64::midpoint(less, enough) }
}

/// Puts a value into a document; the phases follow the months.
fn write(document: &mut Document, path: Path, value: f64) {
    let estimate = document.estimate(path).map(|estimate| estimate.moved_to(value, path.field.bounds()));
    document.set(path, estimate.unwrap_or_else(|| Estimate::from(value)));
    if path.field == Field::Months {
        document.phasing = document.phasing.fitted(document.months);
    }
}

/// Every lever of a plan, in the order of the contract; those of inactive channels move nothing.
fn levers(document: &Document, request: Request) -> Vec<Lever> {
    use Field::{
        Ceiling, ChannelOrderValue, ChannelOrdersPerYear, ConversionRate, FitRate, GrossMargin, MaxBudget,
        Months, OrderValue, OrdersPerYear, RateOverride, UnitCost,
    };
    let of_channel =
        [UnitCost, Ceiling, MaxBudget, FitRate, RateOverride, ChannelOrderValue, ChannelOrdersPerYear];
    let moves = |path: &Path| match path.field {
        Months | OrderValue | OrdersPerYear | GrossMargin | ConversionRate => true,
        field if of_channel.contains(&field) => {
            let channel = document.channels.get(usize::from(path.index));
            channel.is_some_and(Channel::is_active)
        }
        _ => false,
    };
    let months = core::iter::once(Path::of(Months));
    let of_plan = document.paths().into_iter().filter(|path| path.field != Months);
    let plan = months.chain(of_plan).filter(moves).map(Lever::Plan);
    let total = request.total.map(|_| Lever::Total);
    plan.chain(total).collect()
}
