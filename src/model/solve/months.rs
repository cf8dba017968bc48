//! What no phasing can exceed: every channel spreads its money over the months as is best for it alone, on curves that
//! lie above its own, with every dependency met. The figure so made is concave in every month's spend, so that its tangent
//! at any spend bounds it, and the best use of money along a tangent is a list of prices.

use super::bands::Bands;
use super::branch::{Aim, NOISE};
use super::concave::{Concave, Part};
use super::curve::Curve;
use super::market::{Market, Wanted};
use super::rows::Rows;
use super::surrogate::Range;
use super::worth::{Flow, Worth};
use crate::equations::Model;
use crate::plan::Channel;
use crate::quantity::Quantity;
use alloc::rc::Rc;
use alloc::vec::Vec;

/// The last lag of the carryover.
const LAST_LAG: usize = 12;
/// Where the first money of a channel without any has no finite price, the tangents begin at this share of an average
/// budget.
const FIRST: f64 = 1e-3;
/// How many months and lags are gone through for a bound, before the halvings of each step.
const PATIENCE: usize = 200_000;

/// The concave figure, month by month.
#[derive(Clone, Debug)]
pub(super) struct Months {
    constant: f64,
    media: f64,
    channels: Vec<Above>,
}

/// A channel's months with a concave curve above its own.
#[derive(Clone, Debug)]
struct Above {
    flows: Vec<Flow>,
    curve: Curve,
    /// Up to here the straight line from no spend lies above the curve.
    touch: f64,
    weights: Vec<f64>,
}

impl Above {
    fn of(rows: &Rows<'_>, place: u16, channel: &Channel, curve: Curve) -> Above {
        let carryover = rows.carryover(place);
        let powers: Vec<f64> =
            core::iter::successors(Some(1.0), |power| Some(power * carryover)).take(LAST_LAG + 1).collect();
        let sum: f64 = powers.iter().sum();
        let weights = powers.iter().map(|power| power / sum).collect();
        Above { flows: rows.months(place, channel), curve, touch: curve.touch(0.0), weights }
    }

    fn value(&self, a: f64) -> f64 {
        if a < self.touch { self.curve.value(self.touch) * (a / self.touch) } else { self.curve.value(a) }
    }

    fn slope(&self, a: f64) -> f64 {
        if a < self.touch { self.curve.value(self.touch) / self.touch } else { self.curve.slope(a) }
    }

    /// What the spend of the months brings, and what more in each of them would.
    fn tangent(&self, spend: &[f64]) -> (f64, Vec<f64>) {
        let mut value = 0.0;
        let mut slopes = alloc::vec![0.0; spend.len()];
        for (month, flow) in self.flows.iter().enumerate().filter(|(_, flow)| flow.weight > 0.0) {
            let lags = || (0..=month).rev().zip(&self.weights).filter(|(_, weight)| **weight > 0.0);
            let carried: f64 = lags().filter_map(|(from, weight)| Some(weight * spend.get(from)?)).sum();
            let a = flow.offset + carried;
            value += flow.weight * self.value(a);
            for (from, weight) in lags() {
                let slope = slopes.get_mut(from);
                slope.into_iter().for_each(|slope| *slope += weight * flow.weight * self.slope(a));
            }
        }
        (value, slopes)
    }
}

impl Months {
    /// The figure above that of a plan; `beside` is what it does not owe to media money, such as a baseline.
    pub(super) fn of(model: &Model, figure: Quantity, worth: &Worth, beside: f64) -> Months {
        let channels = &model.plan().document().channels;
        let read: Vec<(u16, &Channel)> = worth
            .outlets
            .iter()
            .filter_map(|outlet| Some((outlet.place, channels.get(usize::from(outlet.place))?)))
            .collect();
        let rows = Rows::of(model, figure, &read);
        let above = |((place, channel), outlet): (&(u16, &Channel), &super::worth::Outlet)| {
            Above::of(&rows, *place, channel, outlet.curve)
        };
        let all: Vec<Above> = read.iter().zip(&worth.outlets).map(above).collect();
        // What an outlet brings by the money before the start while it spends nothing.
        let before = |(above, outlet): (&Above, &super::worth::Outlet)| {
            let met: f64 = outlet.needs.iter().map(|need| need.without).product();
            above.flows.iter().map(|flow| flow.weight * met * above.curve.value(flow.offset)).sum::<f64>()
        };
        let before: f64 = all.iter().zip(&worth.outlets).map(before).sum();
        Months { constant: rows.constant(figure) + beside - before, media: worth.media, channels: all }
    }

    /// A spend near one where the slopes of all channels that can take money are numbers.
    fn priced(&self, spend: &[Vec<f64>], total: f64, root: &[Range]) -> Vec<Vec<f64>> {
        let count: f64 = spend.iter().map(|_| 1.0).sum();
        let first = FIRST * (total / count).max(1.0);
        let priced = |((channel, months), (_, most)): ((&Above, &Vec<f64>), &Range)| {
            let is_idle = *most > 0.0 && months.iter().all(|spend| *spend <= 0.0);
            let is_boundless = !channel.slope(0.0).is_finite();
            if is_idle && is_boundless { alloc::vec![first; months.len()] } else { months.clone() }
        };
        self.channels.iter().zip(spend).zip(root).map(priced).collect()
    }

    /// The tangent at a spend. In a channel that can take no money no more brings anything.
    fn tangent(&self, spend: &[Vec<f64>], root: &[Range]) -> Tangent {
        let tangent = |((channel, spend), (_, most)): ((&Above, &Vec<f64>), &Range)| {
            let (value, slopes) = channel.tangent(spend);
            (value, if *most > 0.0 { slopes } else { alloc::vec![0.0; spend.len()] })
        };
        let channels = self.channels.iter().zip(spend).zip(root).map(tangent);
        let (values, slopes): (Vec<f64>, Vec<Vec<f64>>) = channels.unzip();
        Tangent { value: self.constant + values.iter().sum::<f64>(), slopes }
    }

    /// What money brings along a tangent: one price per channel, that of its best months.
    fn market<'c>(&self, tangent: &Tangent, constant: f64, conditions: &Conditions<'c>) -> Market<'c> {
        let line = Curve::Bent { rise: 1.0, bend: 0.0, offset: 1.0 };
        let price = |(slopes, range): (&Vec<f64>, &Range)| {
            let brings = product(&best_months(slopes, conditions.months), slopes);
            let part = Part::above(brings, (1.0, 0.0), line, *range);
            Rc::new(Concave::new(*range, 0.0, alloc::vec![part]))
        };
        let curves: Vec<Rc<Concave>> = tangent.slopes.iter().zip(conditions.root).map(price).collect();
        let worth = Worth { constant, media: self.media, outlets: Vec::new() };
        Market::new(&curves, conditions.bands, &worth)
    }

    /// The score that nothing exceeds, by a tangent at a spend.
    fn below(&self, tangent: &Tangent, spend: &[Vec<f64>], conditions: &Conditions<'_>) -> f64 {
        let constant = tangent.value - tangent.rise(spend);
        if !constant.is_finite() {
            return f64::INFINITY;
        }
        let market = self.market(tangent, constant, conditions);
        match conditions.aim {
            Aim::Most { cap } => market.most(cap).map_or(f64::INFINITY, |(bound, _)| bound),
            Aim::Least { target, cap } => {
                let noise = NOISE * target.abs().max(constant.abs());
                let wanted = Wanted { target, noise, proven: 0.0 };
                // Where the last digits decide, no less money than the least budgets is sure.
                let least: f64 = conditions.root.iter().map(|(low, _)| low).sum();
                market.least(wanted, cap, usize::MAX).map_or(-least, |(proven, _)| -proven)
            }
        }
    }

    /// From a spend to the best one along its tangent.
    fn way(
        &self,
        tangent: &Tangent,
        spend: &[Vec<f64>],
        total: f64,
        conditions: &Conditions<'_>,
    ) -> Option<Vec<Vec<f64>>> {
        let (_, best) = self.market(tangent, tangent.value, conditions).most(total)?;
        let to = |((budget, slopes), from): ((&f64, &Vec<f64>), &Vec<f64>)| {
            let phases = best_months(slopes, conditions.months);
            phases.iter().zip(from).map(|(phase, from)| budget * phase - from).collect()
        };
        Some(best.spend.iter().zip(&tangent.slopes).zip(spend).map(to).collect())
    }

    /// What the media money of a way takes from the figure.
    fn media_of(&self, way: &[Vec<f64>]) -> f64 {
        let months: f64 = way.first().map_or(1.0, |months| months.iter().map(|_| 1.0).sum());
        self.media * way.iter().flatten().sum::<f64>() / months
    }

    /// The highest point of the figure on a way, by bisection of its slope.
    fn furthest(&self, spend: &[Vec<f64>], way: &[Vec<f64>], root: &[Range]) -> Vec<Vec<f64>> {
        let point = |share: f64| -> Vec<Vec<f64>> {
            let months = |(from, way): (&Vec<f64>, &Vec<f64>)| {
                from.iter().zip(way).map(|(from, way)| from + share * way).collect()
            };
            spend.iter().zip(way).map(months).collect()
        };
        let media = self.media_of(way);
        let (mut low, mut high) = (0.0, 1.0);
        for _ in 0..12 {
            let middle = f64::midpoint(low, high);
            let slope = self.tangent(&point(middle), root).rise(way) + media;
            if slope > 0.0 { low = middle } else { high = middle }
        }
        point(f64::midpoint(low, high))
    }
}

/// What no budgets with any phases up to a cap exceed, in the score of an aim: the least of the tangents on the way from a
/// spend to the most of the concave figure for a total, by the steps of Frank and Wolfe 1956.
#[derive(Clone, Debug)]
pub(super) struct Ceiling {
    months: Months,
    /// Month by month in each channel, where the way has come to.
    spend: Vec<Vec<f64>>,
    total: f64,
    pub(super) bound: f64,
    left: usize,
}

impl Ceiling {
    /// At most so many steps from a spend on.
    pub(super) fn of(
        months: Months,
        spend: &[Vec<f64>],
        total: f64,
        root: &[Range],
        steps: usize,
    ) -> Ceiling {
        let size: usize =
            months.channels.iter().map(|channel| channel.flows.len() * channel.weights.len()).sum();
        let spend = months.priced(spend, total, root);
        let left = (PATIENCE / size.max(1)).clamp(2, steps);
        Ceiling { months, spend, total, bound: f64::INFINITY, left }
    }

    /// Comes down by a step; answers whether there is another.
    pub(super) fn lower(&mut self, conditions: &Conditions<'_>) -> bool {
        let tangent = self.months.tangent(&self.spend, conditions.root);
        self.bound = self.bound.min(self.months.below(&tangent, &self.spend, conditions));
        let way = self.months.way(&tangent, &self.spend, self.total, conditions);
        let gain = |way: &[Vec<f64>]| tangent.rise(way) + self.months.media_of(way);
        let Some(way) = way.filter(|way| gain(way) > 1e-9 * tangent.value.abs()) else { return false };
        self.spend = self.months.furthest(&self.spend, &way, conditions.root);
        self.left -= 1;
        self.left > 0
    }

    /// The phases of all money where the way has come to; none without any.
    pub(super) fn phases(&self) -> Option<Vec<f64>> {
        let months = self.spend.first()?.len();
        let of_month = |month: usize| self.spend.iter().filter_map(|spend| spend.get(month)).sum::<f64>();
        let money: Vec<f64> = (0..months).map(of_month).collect();
        let mean = money.iter().sum::<f64>() / money.iter().map(|_| 1.0).sum::<f64>();
        (mean > 0.0).then(|| money.into_iter().map(|money| money / mean).collect())
    }
}

/// A tangent of the figure without the media money that it costs.
struct Tangent {
    value: f64,
    /// What more spend in each month of each channel brings.
    slopes: Vec<Vec<f64>>,
}

impl Tangent {
    fn rise(&self, way: &[Vec<f64>]) -> f64 {
        self.slopes.iter().zip(way).map(|(slopes, way)| product(slopes, way)).sum()
    }
}

/// What every spend has to keep.
pub(super) struct Conditions<'c> {
    pub(super) aim: Aim,
    pub(super) root: &'c [Range],
    pub(super) bands: &'c Bands,
    /// The most of a month, as a factor on the average one.
    pub(super) months: f64,
}

fn product(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// The phases up to a cap that are worth most along slopes: the best months are full.
fn best_months(slopes: &[f64], cap: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..slopes.len()).collect();
    let slope = |month: usize| slopes.get(month).copied().unwrap_or(0.0);
    order.sort_by(|a, b| slope(*b).total_cmp(&slope(*a)));
    let mut left: f64 = slopes.iter().map(|_| 1.0).sum();
    let mut phases = alloc::vec![0.0; slopes.len()];
    for month in order {
        let share = cap.min(left);
        phases.get_mut(month).into_iter().for_each(|phase| *phase = share);
        left -= share;
    }
    phases
}
