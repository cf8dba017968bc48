//! The plan view as finished strings: everything that changes when a number of the plan changes.

use super::chain::{self, ChainView};
use super::channels::{self, ChannelTable};
use super::charts::{self, Charts};
use super::checks::ChecksView;
use super::form;
use super::presenter::Presenter;
use super::sentence::Sentence;
use super::verdict::{self, Verdict};
use crate::locale::Lang;
use crate::model::quantity::Basis;
use crate::model::reading::Numbers;

/// The results of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanView {
    /// The answer in a sentence.
    pub verdict: Verdict,
    /// The goal worked backwards.
    pub chain: ChainView,
    /// Whether some budget in today's mix reaches the goal.
    pub reachable: bool,
    /// With which budgets the charts and the table are shown.
    pub basis: Basis,
    /// The charts.
    pub charts: Charts,
    /// Every channel in a row.
    pub channels: ChannelTable,
    /// What to watch out for.
    pub checks: ChecksView,
    /// Beside every channel's unit cost in the form: what a unit really costs at today's spend.
    pub unit_costs: Vec<Sentence>,
}

impl PlanView {
    /// Puts the results into words. The chain and the verdict speak of the budget that reaches the goal; charts and
    /// table of the budgets asked for.
    #[must_use]
    pub fn of(numbers: &Numbers<'_>, lang: Lang, basis: Basis) -> PlanView {
        let required = Presenter::new(numbers, lang, Basis::Required);
        let results = Presenter::new(numbers, lang, basis);
        PlanView {
            verdict: verdict::verdict(&required),
            chain: chain::chain(&required),
            reachable: numbers.mix().factor().is_some(),
            basis: results.basis,
            charts: charts::charts(&results),
            channels: channels::table(&results),
            checks: ChecksView::of(numbers, lang),
            unit_costs: form::unit_costs(numbers, lang),
        }
    }
}
