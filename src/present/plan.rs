//! The plan view as finished strings: the answer, which follows every keystroke, and the results, which may follow a
//! moment later.

use super::chain::{self, ChainView};
use super::channels::{self, ChannelTable};
use super::checks::ChecksView;
use super::form;
use super::presenter::Presenter;
use super::sentence::Sentence;
use super::verdict::{self, Verdict};
use crate::locale::Lang;
use crate::model::quantity::Basis;
use crate::model::reading::Numbers;

/// The budget that reaches the goal, and what it has to bring, in words.
#[must_use]
pub fn verdict(numbers: &Numbers<'_>, lang: Lang) -> Verdict {
    verdict::verdict(&Presenter::new(numbers, lang, Basis::Required))
}

/// The goal worked backwards.
#[must_use]
pub fn chain(numbers: &Numbers<'_>, lang: Lang) -> ChainView {
    chain::chain(&Presenter::new(numbers, lang, Basis::Required))
}

/// What the plan comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// Whether some budget in today's mix reaches the goal.
    pub reachable: bool,
    /// Every channel in a row.
    pub channels: ChannelTable,
    /// What to watch out for.
    pub checks: ChecksView,
    /// Beside every channel's unit cost in the form: what a unit really costs at today's spend.
    pub unit_costs: Vec<Sentence>,
}

impl Results {
    /// Puts the results with the budgets asked for into words; where no budget reaches the goal, with today's.
    #[must_use]
    pub fn of(numbers: &Numbers<'_>, lang: Lang, basis: Basis) -> Results {
        let results = Presenter::new(numbers, lang, basis);
        Results {
            reachable: numbers.mix().factor().is_some(),
            channels: channels::table(&results),
            checks: ChecksView::of(numbers, lang, basis),
            unit_costs: form::unit_costs(numbers, lang),
        }
    }
}
