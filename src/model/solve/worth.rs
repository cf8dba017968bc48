//! What money brings, in closed form. Everything after the units bought is linear in them, so that one pass backwards
//! through the formulas says what a unit of each month is worth; what is left are the curves.

use super::bands::Bands;
use super::curve::Curve;
use super::rows::Rows;
use crate::equations::{Model, places};
use crate::plan::{Channel, Field, Path, Trust};
use crate::quantity::Quantity;
use alloc::vec::Vec;

/// A figure of the plan as a function of the monthly budgets x of the active channels:
/// constant + media·Σx + Σ over channels and flows of weight · dependencies · R(rate·x + offset).
#[derive(Clone, Debug)]
pub(super) struct Worth {
    pub(super) constant: f64,
    /// What a unit of monthly budget takes from the figure: −H of a profit, 0 of everything else.
    pub(super) media: f64,
    pub(super) outlets: Vec<Outlet>,
}

/// A channel that money can flow into.
#[derive(Clone, Debug)]
pub(super) struct Outlet {
    /// Its place in the plan.
    pub(super) place: u16,
    pub(super) trust: Trust,
    pub(super) min: f64,
    /// Infinite where the plan names none.
    pub(super) max: f64,
    pub(super) curve: Curve,
    pub(super) flows: Vec<Flow>,
    pub(super) needs: Vec<Need>,
    /// The outlets that need this one.
    pub(super) needed_by: Vec<usize>,
}

/// Months in which a channel's money works alike.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Flow {
    /// What a unit bought is worth to the figure, summed over the months.
    pub(super) weight: f64,
    /// Effective spend per monthly budget, and without any.
    pub(super) rate: f64,
    pub(super) offset: f64,
    /// The month's spend per monthly budget, which dependencies read.
    pub(super) phase: f64,
}

/// A dependency: without + (1 − without)·min(1, phase·x/full) of another outlet's x.
#[derive(Clone, Copy, Debug)]
pub(super) struct Need {
    pub(super) other: usize,
    pub(super) without: f64,
    pub(super) full: f64,
}

impl Need {
    /// The spend share that is there: min(1, phase·x/full).
    pub(super) fn filled(self, phase: f64, x: f64) -> f64 {
        (phase * x / self.full).min(1.0)
    }

    pub(super) fn factor(self, phase: f64, x: f64) -> f64 {
        self.without + (1.0 - self.without) * self.filled(phase, x)
    }
}

impl Worth {
    /// Reads a figure off the formulas of a plan.
    pub(super) fn of(model: &Model, figure: Quantity) -> Worth {
        let channels = &model.plan().document().channels;
        let read: Vec<(u16, &Channel)> = places(channels.len())
            .zip(channels)
            .filter(|(place, _)| model.graph().input(Path::at(Field::MonthlyBudget, *place)).is_some())
            .collect();
        let rows = Rows::of(model, figure, &read);
        let mut outlets: Vec<Outlet> =
            read.iter().map(|(place, channel)| rows.outlet(*place, channel)).collect();
        for (at, (_, channel)) in read.iter().enumerate() {
            let other = |id: &str| read.iter().position(|(_, channel)| channel.id == id);
            rows.link(&mut outlets, at, channel, &other);
        }
        let mut worth = Worth { constant: 0.0, media: rows.media(figure), outlets };
        let nothing = alloc::vec![0.0; worth.outlets.len()];
        worth.constant = rows.constant(figure) - worth.at(&nothing);
        worth
    }

    /// The figure.
    pub(super) fn at(&self, x: &[f64]) -> f64 {
        let brought = (0..self.outlets.len()).map(|place| self.brought(place, x)).sum::<f64>();
        self.constant + self.media * x.iter().sum::<f64>() + brought
    }

    /// What one outlet brings.
    pub(super) fn brought(&self, place: usize, x: &[f64]) -> f64 {
        let Some(outlet) = self.outlets.get(place) else { return 0.0 };
        let spent = x.get(place).copied().unwrap_or(0.0);
        let flow = |flow: &Flow| {
            let factor = |need: &Need| need.factor(flow.phase, x.get(need.other).copied().unwrap_or(0.0));
            let met: f64 = outlet.needs.iter().map(factor).product();
            flow.weight * met * outlet.curve.value(flow.rate * spent + flow.offset)
        };
        outlet.flows.iter().map(flow).sum()
    }

    /// Whether all that it is made of are numbers.
    pub(super) fn is_finite(&self) -> bool {
        let flow =
            |flow: &Flow| [flow.weight, flow.rate, flow.offset].iter().all(|number| number.is_finite());
        self.constant.is_finite() && self.outlets.iter().flat_map(|outlet| &outlet.flows).all(flow)
    }

    /// Whether less money can be right where more is not: S-shaped curves and dependencies.
    pub(super) fn is_concave(&self) -> bool {
        let bends = |outlet: &Outlet| !outlet.needs.is_empty() || outlet.inflection() > 0.0;
        !self.outlets.iter().any(bends)
    }

    /// How many parts a surrogate is made of, products as often as they are taken apart.
    pub(super) fn weight(&self) -> usize {
        let parts = |outlet: &Outlet| {
            let needs = outlet.needs.len();
            outlet.flows.len() * (1 + 8 * needs * (1 + needs))
        };
        self.outlets.iter().map(parts).sum()
    }

    /// Whether more money always brings more than it costs, when classes have to get their shares of it.
    pub(super) fn is_endless(&self, bands: &Bands) -> bool {
        let lasting: Vec<Option<f64>> =
            (0..bands.shares.len()).map(|class| self.lasting_slope(class, bands)).collect();
        // A class where no channel can take ever more gets ever less of a growing total.
        let classes = || bands.shares.iter().zip(&lasting);
        if classes().any(|([low, _], slope)| slope.is_none() && *low > 0.0) {
            return false;
        }
        let mut open: Vec<(f64, [f64; 2])> =
            classes().filter_map(|(share, slope)| Some(((*slope)?, *share))).collect();
        open.sort_by(|a, b| b.0.total_cmp(&a.0));
        // Each gets its least, and the best ones what is left: of 1 more of money.
        let mut left = 1.0 - open.iter().map(|(_, [low, _])| low).sum::<f64>();
        let mut slope = 0.0;
        for (of_class, [low, high]) in open {
            let more = left.min(high - low).max(0.0);
            slope += of_class * (low + more);
            left -= more;
        }
        slope > 0.0 && left <= 1e-12
    }

    /// What money adds to the figure however much a class gets, by its best channel; none where each has its end.
    fn lasting_slope(&self, class: usize, bands: &Bands) -> Option<f64> {
        let of_class = self.outlets.iter().zip(&bands.class_of).filter(|(_, of)| **of == class);
        let open = of_class.filter(|(outlet, _)| outlet.max.is_infinite());
        open.map(|(outlet, _)| self.media + self.lasting_gain(outlet, bands)).max_by(f64::total_cmp)
    }

    /// What money in an outlet brings however much it gets, with all that it needs of others: only straight lines go on.
    fn lasting_gain(&self, outlet: &Outlet, bands: &Bands) -> f64 {
        if !outlet.curve.is_straight() {
            return 0.0;
        }
        let most = |need: &Need| {
            let takes = bands.class_of.get(need.other).is_some_and(|class| bands.takes(*class));
            self.outlets.get(need.other).filter(|_| takes).map_or(0.0, |other| other.max)
        };
        let flow = |flow: &Flow| {
            let factor = |need: &Need| {
                if flow.phase > 0.0 { need.factor(flow.phase, most(need)) } else { need.without }
            };
            let met: f64 = outlet.needs.iter().map(factor).product();
            flow.weight * flow.rate * outlet.curve.slope(0.0) * met
        };
        outlet.flows.iter().map(flow).sum()
    }
}

impl Outlet {
    /// The monthly budget from which on the outlet bends downwards only.
    pub(super) fn inflection(&self) -> f64 {
        let bend = self.curve.inflection();
        let budget = |flow: &Flow| (bend - flow.offset) / flow.rate;
        self.flows.iter().filter(|flow| flow.rate > 0.0).map(budget).fold(0.0, f64::max)
    }
}
