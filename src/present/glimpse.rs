//! A plan at a glance, to be read and not to be edited: what it was about, for choosing among several of its versions.

use super::plan;
use super::presenter::Presenter;
use crate::locale::screen::frame;
use crate::locale::{Lang, number};
use crate::model::equations::Model;
use crate::model::plan::Plan;
use crate::model::quantity::Basis;
use crate::model::reading::Numbers;

/// A name and the number beside it.
pub type Line = (String, String);

/// A plan at a glance.
#[derive(Clone, Debug, PartialEq)]
pub struct Glimpse {
    /// Its name.
    pub name: String,
    /// What the goal takes, in a sentence.
    pub headline: String,
    /// What each stage needs, from the goal's side to the money's.
    pub stages: Vec<Line>,
    /// What each rate is, and the price, in the same order.
    pub rates: Vec<Line>,
    /// What each channel spends in a month as the plan stands.
    pub budgets: Vec<Line>,
}

impl Glimpse {
    /// Computes a plan and puts it into lines.
    #[must_use]
    pub fn of(plan: &Plan, lang: Lang) -> Glimpse {
        let model = Model::of(plan.clone());
        let numbers = Numbers::of(&model);
        let (verdict, chain) = (plan::verdict(&numbers, lang), plan::chain(&numbers, lang));
        let Presenter { currency, .. } = Presenter::new(&numbers, lang, Basis::Plan);
        let name = &plan.document().name;
        let rates = chain.stages.iter().filter_map(|stage| stage.rate.as_ref()).chain(&chain.price);
        Glimpse {
            name: if name.trim().is_empty() { frame::untitled(lang).into() } else { name.clone() },
            headline: verdict.headline.text(),
            rates: rates.map(|rate| (rate.input.label.clone(), rate.input.text.clone())).collect(),
            stages: chain.stages.into_iter().map(|stage| (stage.name, stage.shown.text)).collect(),
            budgets: plan
                .document()
                .channels
                .iter()
                .map(|channel| (channel.name.clone(), number::money(channel.monthly_budget, currency)))
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Glimpse;
    use crate::locale::Lang;
    use crate::model::plan::{Document, Plan};

    fn service() -> Document {
        serde_json::from_str(include_str!("../../tests/golden/examples/service.json")).unwrap()
    }

    #[test]
    fn the_worked_example_at_a_glance() {
        let glimpse = Glimpse::of(&Plan::check(service()).unwrap(), Lang::ZhHant);
        assert!(glimpse.headline.contains("NT$86,806"), "{}", glimpse.headline);
        let line = |name: &str, number: &str| (name.to_owned(), number.to_owned());
        assert_eq!(glimpse.stages.first(), Some(&line("新客", "200")));
        assert!(glimpse.stages.contains(&line("點擊", "6,945")), "{:?}", glimpse.stages);
        assert_eq!(
            [glimpse.rates.first(), glimpse.rates.last()],
            [Some(&line("成交率", "60%")), Some(&line("每次曝光 NT$", "0.25")),]
        );
        assert_eq!(glimpse.budgets, [line("Meta 廣告", "NT$20,000")]);
    }

    #[test]
    fn a_plan_without_a_name_has_one() {
        let plan = Plan::check(Document { name: " ".into(), ..service() }).unwrap();
        assert_eq!(Glimpse::of(&plan, Lang::En).name, "Untitled plan");
    }
}
