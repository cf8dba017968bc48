//! The five letters in words.

use super::{SmartRow, Teller, told};
use crate::locale::{check as words, month, number};
use crate::model::check::{Attainable, Measurable, Met, Relevant, Specific, Timely, smart};
use crate::model::equations::goal_quantity;
use crate::model::quantity::{Measure, Quantity, Reading, Unit};
use crate::present::sentence::{Sentence, Shown, Slot};

/// A goal that takes this share of the budget or less leaves money that is worth a word.
const PLENTY: f64 = 0.9;

const FIRST: Slot = Slot(0);
const SECOND: Slot = Slot(1);

/// A number of the goal, which does not depend on the budgets.
fn shown(text: String, measure: Measure) -> Shown {
    Shown::new(text, Reading::now(Quantity::plan(measure)))
}

impl Teller<'_, '_> {
    pub(super) fn smart(&self) -> [SmartRow; 5] {
        let lang = self.lang();
        let smart = smart(self.0.numbers, self.0.basis);
        let row = |letter, name, met, text| SmartRow { letter, name, met, met_text: self.met(met), text };
        [
            row('S', words::specific(lang), smart.specific.met(), self.specific(&smart.specific)),
            row('M', words::measurable(lang), smart.measurable.met(), self.measurable(smart.measurable)),
            row('A', words::attainable(lang), smart.attainable.met(), self.attainable(&smart.attainable)),
            row('R', words::relevant(lang), smart.relevant.met(), self.relevant(&smart.relevant)),
            row('T', words::timely(lang), smart.timely.met(), self.timely(&smart.timely)),
        ]
    }

    fn met(&self, met: Met) -> &'static str {
        match met {
            Met::Yes => words::met_yes(self.lang()),
            Met::Partly => words::met_partly(self.lang()),
            Met::No => words::met_no(self.lang()),
        }
    }

    fn specific(&self, specific: &Specific) -> Sentence {
        let text = match specific.met() {
            Met::Yes => words::one_figure(self.lang(), FIRST),
            Met::Partly => words::baseline_unknown(self.lang(), FIRST),
            Met::No => words::already_met(self.lang(), FIRST),
        };
        told(&text, &[shown(self.goal(specific.target), Measure::Target)])
    }

    fn measurable(&self, measurable: Measurable) -> Sentence {
        let text = match measurable {
            Measurable { empty_stage: Some(stage), .. } => words::empty_stage(self.lang(), self.stage(stage)),
            Measurable { rates: 0, .. } => words::counted_without_rates(self.lang()).into(),
            Measurable { rates, measured, .. } => words::counted(self.lang(), measured, rates),
        };
        told(&text, &[])
    }

    /// The first thing that stands in the way, or how far the money goes.
    fn attainable(&self, attainable: &Attainable) -> Sentence {
        let lang = self.lang();
        let Some(factor) = attainable.factor else {
            return self.out_of_reach(attainable);
        };
        let times = [shown(self.times(factor), Measure::MixFactor)];
        if attainable.stretched() {
            return told(&words::budget_stretched(lang, FIRST), &times);
        }
        if attainable.assumed() {
            let Attainable { of, assumed, .. } = *attainable;
            let all = assumed == of;
            let text = if all {
                words::all_on_assumptions(lang, of)
            } else {
                words::on_assumptions(lang, of, assumed)
            };
            return told(&text, &[]);
        }
        if factor <= PLENTY {
            return told(&words::budget_plenty(lang, FIRST), &times);
        }
        if factor <= 1.0 {
            return told(words::budget_enough(lang), &[]);
        }
        told(&words::budget_grows(lang, FIRST), &times)
    }

    fn out_of_reach(&self, attainable: &Attainable) -> Sentence {
        let lang = self.lang();
        if let Some(best) = attainable.best.filter(|_| attainable.with_good_ends()) {
            return told(&words::with_luck(lang, self.goal(best)), &[]);
        }
        let most = attainable.reachable.map_or_else(|| number::DASH.into(), |most| self.most(most));
        told(&words::beyond(lang, FIRST), &[shown(most, Measure::Reachable)])
    }

    fn relevant(&self, relevant: &Relevant) -> Sentence {
        let lang = self.lang();
        let Some(cltv) = relevant.cltv else { return told(words::nobody(lang), &[]) };
        let at = |text: String, measure| Shown::new(text, self.0.reading(Quantity::plan(measure)));
        let cltv = at(self.0.in_unit(cltv, Unit::Money), Measure::Cltv);
        let Some(cac) = relevant.cac.filter(|_| relevant.ltv_to_cac.is_some()) else {
            return told(&words::worth_for_free(lang, FIRST), &[cltv]);
        };
        let mut text = words::worth(lang, FIRST, SECOND);
        // A loss over the lifetime says more than one within the plan.
        let roi = relevant.roi.filter(|roi| *roi <= 0.0 && relevant.met() != Met::No);
        if roi.is_some() {
            text.push_str(&words::loss_within(lang, Slot(2)));
        }
        let cac = at(self.0.in_unit(cac, Unit::MoneyPerUnit), Measure::Cac);
        let roi = at(number::percent(roi.unwrap_or_default()), Measure::Roi);
        told(&text, &[cltv, cac, roi])
    }

    fn timely(&self, timely: &Timely) -> Sentence {
        let lang = self.lang();
        let month = month::long(timely.deadline.year, timely.deadline.month, lang);
        let plan = self.0.numbers.model().plan();
        let stage = goal_quantity(plan).stage.unwrap_or_else(|| plan.last_stage());
        let late = self.0.reading(Quantity::stage(stage, Measure::LateShare));
        let text = match timely.late_share {
            None => words::deadline_empty(lang, month),
            Some(0.0) => words::deadline(lang, month),
            Some(_) => words::deadline_late(lang, month, FIRST),
        };
        told(&text, &[self.0.shown(late)])
    }
}
