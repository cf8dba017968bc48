//! Water-filling: sharing money between concave functions so that they bring most, within bands of trust.
//!
//! Source: the equal marginal principle (Gossen's second law) and its multipliers, Boyd and Vandenberghe, Convex
//! Optimization, example 5.2. With bands the total is fixed first; what the best way to share it brings is concave in
//! the total, so that a tangent bounds it everywhere.

use super::bands::Bands;
use super::concave::{Concave, End};
use super::price::{Price, Shared, Takers, price_of};
use super::worth::Worth;
use alloc::rc::Rc;
use alloc::vec::Vec;

/// How often a total is tried at most.
const TRIES: usize = 200;

/// Concave functions of the outlets' budgets, and how money may be shared between them.
pub(super) struct Market<'b> {
    classes: Vec<Takers>,
    /// The class of each outlet.
    class_of: Vec<usize>,
    bands: &'b Bands,
    /// The figure without what the functions bring, and what a unit of monthly budget takes from it, at most 0.
    constant: f64,
    media: f64,
}

/// The best way to share a total.
#[derive(Clone, Debug)]
pub(super) struct Allocation {
    pub(super) spend: Vec<f64>,
    pub(super) total: f64,
    /// The figure, media taken off.
    pub(super) value: f64,
    /// How the figure grows with the total.
    pub(super) slope: f64,
}

impl<'b> Market<'b> {
    pub(super) fn new(curves: &[Rc<Concave>], bands: &'b Bands, worth: &Worth) -> Market<'b> {
        let class_of = bands.class_of.clone();
        let members = |class: usize| {
            let of_class = curves.iter().zip(&class_of).filter(|(_, of)| **of == class);
            Takers::new(of_class.map(|(curve, _)| Rc::clone(curve)).collect())
        };
        Market {
            classes: (0..bands.shares.len()).map(members).collect(),
            class_of,
            bands,
            constant: worth.constant,
            media: worth.media,
        }
    }

    /// The totals that can be shared at all; none when there is no such total.
    pub(super) fn totals(&self) -> Option<(f64, f64)> {
        let (least, most): (Vec<f64>, Vec<f64>) =
            self.classes.iter().map(|class| (class.least(), class.most())).unzip();
        self.bands.totals(&least, &most)
    }

    /// The best way to share a total that can be shared.
    pub(super) fn share(&self, total: f64) -> Allocation {
        let limits: Vec<(f64, f64)> = self.limits(total).collect();
        let clipped = |price: f64, end: End| {
            let taken =
                |(class, limits): (&Takers, &(f64, f64))| class.taken(price, end).min(limits.1).max(limits.0);
            self.classes.iter().zip(&limits).map(taken).sum::<f64>()
        };
        if let [only] = self.classes.as_slice() {
            let Shared { spend, price } = only.share(total);
            return self.allocation(total, alloc::vec![spend], price);
        }
        let all: Vec<&Takers> = self.classes.iter().collect();
        let Price { dear, cheap: price } = price_of(&all, total, clipped);
        let mut left = total - clipped(dear, End::Least);
        let mut slope = price;
        let mut spends = Vec::with_capacity(all.len());
        for ((class, (low, high)), [share_low, share_high]) in all.iter().zip(&limits).zip(&self.bands.shares)
        {
            let within = |price: f64, end| class.taken(price, end).min(*high).max(*low);
            let least = within(dear, End::Least);
            let more = (within(price, End::Most) - least).min(left).max(0.0);
            left -= more;
            let taken = least + more;
            let shared = class.share(taken);
            // A class at an end of its band grows with the total too, at a price of its own.
            if shared.price < price && taken <= *low && class.least() < *low {
                slope += share_low * (shared.price - price);
            } else if shared.price > price && taken >= *high && *high < class.most() {
                slope += share_high * (shared.price - price);
            }
            spends.push(shared.spend);
        }
        self.allocation(total, spends, slope)
    }

    /// How many parts of functions have been gone through, which is what takes time.
    pub(super) fn work(&self) -> usize {
        self.classes.iter().map(Takers::work).sum()
    }

    /// The least and the most money of each class for a total.
    fn limits(&self, total: f64) -> impl Iterator<Item = (f64, f64)> {
        let limit = move |(class, [low, high]): (&Takers, &[f64; 2])| {
            (class.least().max(low * total), class.most().min(high * total))
        };
        self.classes.iter().zip(&self.bands.shares).map(limit)
    }

    fn allocation(&self, total: f64, spends: Vec<Vec<f64>>, slope: f64) -> Allocation {
        let brings = |(class, spend): (&Takers, &Vec<f64>)| {
            class.curves().iter().zip(spend).map(|(curve, x)| curve.value(*x)).sum::<f64>()
        };
        let gain: f64 = self.classes.iter().zip(&spends).map(brings).sum();
        let mut queues: Vec<_> = spends.into_iter().map(Vec::into_iter).collect();
        let next = |class: &usize| queues.get_mut(*class).and_then(Iterator::next).unwrap_or(0.0);
        let spend: Vec<f64> = self.class_of.iter().map(next).collect();
        let value = self.constant + gain + self.media * spend.iter().sum::<f64>();
        Allocation { spend, total, value, slope: slope + self.media }
    }

    /// The total up to a cap that brings most, with a bound on what any brings.
    pub(super) fn most(&self, cap: f64) -> Option<(f64, Allocation)> {
        let (least, most) = self.totals()?;
        let most = most.min(cap.max(least));
        if least > cap * (1.0 + 1e-12) {
            return None;
        }
        let top = self.share(most);
        // Money that brings nothing is not spent.
        if top.slope > 0.0 {
            return Some((top.value, top));
        }
        let (mut low, mut high) = (self.share(least), top);
        if low.slope <= 0.0 {
            return Some((low.value, low));
        }
        if let [only] = self.classes.as_slice() {
            let best = self.share(only.taken(-self.media, End::Least).clamp(least, most));
            return Some((best.value, best));
        }
        // Where the slope is 0, by the rule of false position; an end that stays counts for half (Illinois), and now and
        // then the middle is taken, as slopes jump.
        let (mut above, mut below) = (low.slope, high.slope);
        let mut was_low = None;
        for step in 0..TRIES {
            if high.total - low.total <= 1e-14 * high.total {
                break;
            }
            let middle = f64::midpoint(low.total, high.total);
            let crossing = low.total + above / (above - below) * (high.total - low.total);
            let next = match () {
                () if high.total > 4.0 * low.total => halfway(low.total, high.total),
                () if step % 4 == 3 || !(crossing > low.total && crossing < high.total) => middle,
                () => crossing,
            };
            let next = self.share(next);
            let is_low = next.slope > 0.0;
            let stays = was_low == Some(is_low);
            was_low = Some(is_low);
            if is_low {
                below *= if stays { 0.5 } else { 1.0 };
                (above, low) = (next.slope, next);
            } else {
                above *= if stays { 0.5 } else { 1.0 };
                (below, high) = (next.slope, next);
            }
        }
        let bound = low.value + low.slope * (high.total - low.total);
        let best = if high.value > low.value { high } else { low };
        Some((if bound.is_finite() { bound.max(best.value) } else { best.value }, best))
    }

    /// The least total that brings a target, up to a cap, with a total that none is below. Newton from below: a tangent
    /// lies above a concave function, so that no total before its crossing is enough. After so many `steps` the total
    /// proven by then is answered, with the way to share the one before.
    pub(super) fn least(&self, wanted: Wanted, cap: f64, steps: usize) -> Option<(f64, Allocation)> {
        let (least, most) = self.totals()?;
        let most = most.min(cap);
        if least > cap * (1.0 + 1e-12) {
            return None;
        }
        let mut low = self.share(wanted.proven.clamp(least, most.max(least)));
        let mut high: Option<Allocation> = None;
        for step in 0..TRIES {
            if low.value >= wanted.target - wanted.noise {
                return Some((low.total, low));
            }
            let crossing = low.total + (wanted.target - low.value) / low.slope;
            // Where more brings nothing the crossing is nowhere.
            if low.slope <= 0.0 || low.total >= most || crossing > most * (1.0 + 1e-12) {
                return None;
            }
            if step >= steps {
                return Some((crossing, low));
            }
            let end = high.as_ref().map_or(most, |high| high.total);
            let next =
                if crossing > low.total && crossing < end { crossing } else { halfway(low.total, end) };
            if end - low.total <= 1e-15 * end {
                break;
            }
            let next = self.share(next);
            // The first money may have no finite price, and the last digits may jump over the crossing.
            if next.value > wanted.target + wanted.noise { high = Some(next) } else { low = next }
        }
        Some((low.total, high.unwrap_or(low)))
    }
}

/// What a total is to bring.
#[derive(Clone, Copy)]
pub(super) struct Wanted {
    pub(super) target: f64,
    /// So much less is noise.
    pub(super) noise: f64,
    /// No less money is enough.
    pub(super) proven: f64,
}

fn halfway(low: f64, high: f64) -> f64 {
    if high > 4.0 * low { libm::sqrt(low.max(1e-18 * high) * high) } else { f64::midpoint(low, high) }
}
