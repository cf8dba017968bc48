//! Sums of concave functions of one budget each in place of the figure: above it in a whole box, or like it at a point.
//!
//! A dependency multiplies a response. Between factors p in [p₋, p₊] and q in [q₋, q₊] the product lies below every
//! mixture of q₊·p + p₋·q − q₊·p₋ and q₋·p + p₊·q − q₋·p₊ (McCormick 1976). Where both ranges are one point, the
//! mixture is the product's tangent there.

use super::concave::{Concave, Part};
use super::curve::Curve;
use super::worth::{Flow, Need, Worth};
use alloc::rc::Rc;
use alloc::vec::Vec;

/// Products up to so many times beyond the point looked at keep their digits.
const WIDE: f64 = 1e5;

/// A range of budgets.
pub(super) type Range = (f64, f64);

/// What the concave functions are made for.
pub(super) struct Surrogate<'s> {
    pub(super) worth: &'s Worth,
    /// The budgets that are asked about.
    pub(super) boxes: &'s [Range],
    /// The budgets for which products are bounded; a point for a tangent.
    pub(super) ranges: &'s [Range],
    /// The share of the first of the two bounds, by [`first_mixture`].
    pub(super) mixtures: &'s [f64],
}

/// A product of a response and its dependencies, taken apart: units·R + Σ fillings·min(1, …) + constant.
struct Apart {
    units: f64,
    fillings: Vec<f64>,
    constant: f64,
}

/// Where the mixtures of an outlet begin: one for each of its needs, in the order of the outlets.
pub(super) fn first_mixture(worth: &Worth, place: usize) -> usize {
    worth.outlets.iter().take(place).map(|outlet| outlet.needs.len()).sum()
}

/// Only the first bound of each product, which holds its digits however wide the ranges are.
pub(super) fn first_mixtures(worth: &Worth) -> Vec<f64> {
    alloc::vec![1.0; first_mixture(worth, worth.outlets.len())]
}

impl Surrogate<'_> {
    pub(super) fn all(&self) -> Vec<Rc<Concave>> {
        (0..self.worth.outlets.len()).map(|place| Rc::new(self.of(place))).collect()
    }

    /// The concave function of one outlet's budget: its own responses, and the dependencies that read it.
    pub(super) fn of(&self, place: usize) -> Concave {
        let range = self.boxes.get(place).copied().unwrap_or((0.0, 0.0));
        let Some(outlet) = self.worth.outlets.get(place) else { return Concave::new(range, 0.0, Vec::new()) };
        let mut parts = Vec::with_capacity(outlet.flows.len());
        let mut constant = 0.0;
        for flow in &outlet.flows {
            let apart = self.apart(place, flow);
            constant += flow.weight * apart.constant;
            // Units that nobody uses are worth nothing, also where the first of them have no finite price.
            if apart.units > 0.0 {
                parts.push(self.response(place, flow, flow.weight * apart.units));
            }
        }
        for dependent in &outlet.needed_by {
            self.fill(place, *dependent, &mut parts);
        }
        Concave::new(range, constant, merged(parts))
    }

    /// What the budget of `place` does to an outlet that needs it.
    fn fill(&self, place: usize, dependent: usize, parts: &mut Vec<Part>) {
        let Some(outlet) = self.worth.outlets.get(dependent) else { return };
        for flow in &outlet.flows {
            let apart = self.apart(dependent, flow);
            let needs = outlet.needs.iter().zip(apart.fillings).filter(|(need, _)| need.other == place);
            parts.extend(needs.filter(|_| flow.phase > 0.0).map(|(need, filling)| Part::Filling {
                weight: flow.weight * filling * (1.0 - need.without),
                full: need.full / flow.phase,
            }));
        }
    }

    fn apart(&self, place: usize, flow: &Flow) -> Apart {
        let mut apart = Apart { units: 1.0, fillings: Vec::new(), constant: 0.0 };
        let Some(outlet) = self.worth.outlets.get(place) else { return apart };
        if outlet.needs.is_empty() {
            return apart;
        }
        let range = |place: usize| self.ranges.get(place).copied().unwrap_or((0.0, 0.0));
        let units = |x: f64| outlet.curve.value(flow.rate * x + flow.offset);
        let (low, high) = range(place);
        let mut product = (units(low), units(high));
        let first = first_mixture(self.worth, place);
        for (nth, need) in outlet.needs.iter().enumerate() {
            let (low, high) = range(need.other);
            let factor = (need.factor(flow.phase, low), need.factor(flow.phase, high));
            let mix = self.mixtures.get(first + nth).copied().unwrap_or(1.0);
            let mixed = |of_first: f64, of_second: f64| mix * of_first + (1.0 - mix) * of_second;
            let (of_product, of_factor) = (mixed(factor.1, factor.0), mixed(product.0, product.1));
            apart.units *= of_product;
            apart.fillings.iter_mut().for_each(|filling| *filling *= of_product);
            apart.constant *= of_product;
            apart.constant += of_factor * need.without - mixed(factor.1 * product.0, factor.0 * product.1);
            apart.fillings.push(of_factor);
            product = (product.0 * factor.0, product.1 * factor.1);
        }
        apart
    }

    /// What stands in place of what one outlet brings, at a point.
    pub(super) fn own(&self, place: usize, x: &[f64]) -> f64 {
        let Some(outlet) = self.worth.outlets.get(place) else { return 0.0 };
        let at = |place: usize| x.get(place).copied().unwrap_or(0.0);
        let flow = |flow: &Flow| {
            let apart = self.apart(place, flow);
            let factors = outlet.needs.iter().zip(&apart.fillings);
            let filled = |(need, filling): (&Need, &f64)| {
                filling * (1.0 - need.without) * need.filled(flow.phase, at(need.other))
            };
            flow.weight * (apart.constant + factors.map(filled).sum::<f64>())
                + self.response(place, flow, flow.weight * apart.units).value(at(place))
        };
        outlet.flows.iter().map(flow).sum()
    }

    /// How far the lines above an outlet's curves lie above them at a point.
    pub(super) fn excess(&self, place: usize, x: &[f64]) -> f64 {
        let Some(outlet) = self.worth.outlets.get(place) else { return 0.0 };
        if outlet.inflection() <= 0.0 {
            return 0.0;
        }
        let at = x.get(place).copied().unwrap_or(0.0);
        let above = |flow: &Flow| {
            let weight = flow.weight * self.apart(place, flow).units;
            let curve = weight * outlet.curve.value(flow.rate * at + flow.offset);
            self.response(place, flow, weight).value(at) - curve
        };
        outlet.flows.iter().map(above).sum::<f64>().max(0.0)
    }

    fn response(&self, place: usize, flow: &Flow, weight: f64) -> Part {
        let range = self.boxes.get(place).copied().unwrap_or((0.0, 0.0));
        let curve = self.worth.outlets.get(place).map_or(Curve::NOTHING, |outlet| outlet.curve);
        Part::above(weight, (flow.rate, flow.offset), curve, range)
    }

    /// How far the first bound of a dependency lies above the second at a point, summed over the months; below it where
    /// the range is so wide that the second would lose its digits.
    pub(super) fn tilt(&self, place: usize, nth: usize, x: &[f64]) -> f64 {
        let Some(outlet) = self.worth.outlets.get(place) else { return 0.0 };
        let Some(need) = outlet.needs.get(nth) else { return 0.0 };
        let at = |place: usize| x.get(place).copied().unwrap_or(0.0);
        let range = |place: usize| self.ranges.get(place).copied().unwrap_or((0.0, 0.0));
        let before = |flow: &Flow, budget: &dyn Fn(usize) -> f64| {
            let met: f64 = outlet
                .needs
                .iter()
                .take(nth)
                .map(|need| need.factor(flow.phase, budget(need.other)))
                .product();
            met * outlet.curve.value(flow.rate * budget(place) + flow.offset)
        };
        let tilt = |flow: &Flow| {
            let (low, high) = (before(flow, &|place| range(place).0), before(flow, &|place| range(place).1));
            let factor = |x: f64| Need::factor(*need, flow.phase, x);
            let (least, most) = (factor(range(need.other).0), factor(range(need.other).1));
            let (p, q) = (before(flow, &at), factor(at(need.other)));
            flow.weight * ((most - least) * p - (high - low) * q - most * low + least * high)
        };
        let widest: f64 =
            outlet.flows.iter().map(|flow| flow.weight * before(flow, &|place| range(place).1)).sum();
        let is_wide = widest > WIDE * self.worth.brought(place, x);
        if is_wide { -1.0 } else { outlet.flows.iter().map(tilt).sum() }
    }
}

/// Fillings that are full at the same budget are one; those that weigh nothing are none.
fn merged(parts: Vec<Part>) -> Vec<Part> {
    let mut all: Vec<Part> = Vec::with_capacity(parts.len());
    for part in parts {
        if let Part::Filling { weight, full } = part {
            let same = all.iter_mut().find_map(|known| match known {
                Part::Filling { weight, full: other } if other.to_bits() == full.to_bits() => Some(weight),
                _ => None,
            });
            match same {
                Some(known) => *known += weight,
                None if weight > 0.0 => all.push(part),
                None => {}
            }
        } else {
            all.push(part);
        }
    }
    all
}
