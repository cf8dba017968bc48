//! The cheapest fixes of a goal out of reach: for every lever the smallest change that alone brings it into reach.

use super::branch::Aim;
use super::request::{Mode, Request};
use super::solver::Problem;
use crate::equations::Model;
use crate::plan::{Channel, Document, Estimate, Field, MOST_MONTHS, Path, Plan};
use alloc::vec::Vec;

/// How close to the smallest change the answer is, relative to it.
const CLOSE: f64 = 1e-5;
/// The smallest and the largest change that is looked at, relative to the value.
const SMALLEST: f64 = 1e-12;
const LARGEST: f64 = 1e9;

/// How often a lever is moved, for progress.
const USUAL_TRIES: f64 = 20.0;

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
    /// How often the lever that is tried was moved.
    tries: u32,
    found: Vec<Fix>,
}

/// How far a lever has been tried.
#[derive(Clone, Copy, Debug)]
enum Trying {
    /// Whether so many months are enough.
    Months(u16),
    /// Whether the largest change is.
    Largest,
    /// A change that is not enough, and one that is: bisection over the logarithm of the change.
    Between(f64, f64),
}

/// What a try says of a lever.
enum Tried {
    Further(Trying),
    Enough(f64),
    Never,
}

impl Fixes {
    /// Begins to look for what brings the goal of a plan into reach under the conditions of a request.
    #[must_use]
    pub fn new(plan: &Plan, request: Request) -> Fixes {
        let document = plan.document().clone();
        let request = Request { mode: Mode::MinCost, phasing_cap: None, ..request };
        let levers = levers(&document, request);
        Fixes { document, request, levers, done: 0, trying: None, tries: 0, found: Vec::new() }
    }

    /// Solves once with a lever moved; answers the share that is done, 1 at the end.
    #[allow(clippy::cast_precision_loss, reason = "few levers")]
    pub fn advance(&mut self) -> f64 {
        if let Some(lever) = self.levers.get(self.done).copied() {
            self.tries += 1;
            let trying = self.trying.take().unwrap_or_else(|| self.begin(lever));
            match self.go_on(lever, trying) {
                Tried::Further(trying) => self.trying = Some(trying),
                Tried::Enough(to) => {
                    let from = self.value(lever);
                    self.found.push(Fix { lever, from, to, beyond: self.beyond(lever, from, to) });
                    self.next();
                }
                Tried::Never => self.next(),
            }
        }
        // How often a lever will be moved is not known before.
        let of_lever = f64::from(self.tries) / (f64::from(self.tries) + USUAL_TRIES);
        (self.done as f64 + of_lever) / self.levers.len().max(1) as f64
    }

    fn next(&mut self) {
        self.done += 1;
        self.tries = 0;
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

    fn go_on(&self, lever: Lever, trying: Trying) -> Tried {
        let from = self.value(lever);
        let (scale, most, sign) = self.room(lever, from);
        let reaches = |change: f64| self.reaches(lever, from + sign * change);
        match trying {
            Trying::Months(months) if months > MOST_MONTHS => Tried::Never,
            // More months need not be better for a profit: every one is tried.
            Trying::Months(months) if self.reaches(lever, f64::from(months)) => {
                Tried::Enough(f64::from(months))
            }
            Trying::Months(months) => Tried::Further(Trying::Months(months + 1)),
            Trying::Largest if reaches(most) => Tried::Further(Trying::Between(SMALLEST * scale, most)),
            Trying::Largest => Tried::Never,
            Trying::Between(less, enough) if enough > less * (1.0 + CLOSE) => {
                // First by size, then by value.
                let middle =
                    if enough > 2.0 * less { libm::sqrt(less * enough) } else { f64::midpoint(less, enough) };
                let (less, enough) = if reaches(middle) { (less, middle) } else { (middle, enough) };
                Tried::Further(Trying::Between(less, enough))
            }
            Trying::Between(_, enough) => Tried::Enough(from + sign * enough),
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
    fn reaches(&self, lever: Lever, value: f64) -> bool {
        let mut request = self.request;
        let mut document = self.document.clone();
        match lever {
            Lever::Total => request.total = Some(value),
            Lever::Plan(path) => write(&mut document, path, value),
        }
        let Ok(plan) = Plan::check(document) else { return false };
        can_reach(&Model::of(plan), request)
    }
}

/// Whether some budgets reach the goal of a plan.
fn can_reach(model: &Model, request: Request) -> bool {
    let Ok(problem) = Problem::of(model, request) else { return false };
    let Aim::Least { target, .. } = problem.aim else { return false };
    let mut search = problem.search(Aim::Most { cap: problem.cap });
    // The most that can be reached: it decides as soon as it is, or can no longer be, enough.
    loop {
        if search.best.as_ref().is_some_and(|best| search.reaches(best.score, target, &best.spend)) {
            return true;
        }
        if search.done || search.bound < target - search.noise(target) {
            return false;
        }
        search.advance(1);
    }
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
