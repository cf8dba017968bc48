//! A plan in a line: the goal, the money it takes, and the shape of its funnel. For lists of plans and of templates.

use super::chain;
use super::presenter::Presenter;
use crate::locale::Lang;
use crate::locale::screen::{plan as plan_words, start as say};
use crate::model::equations::Model;
use crate::model::plan::{GoalMetric, Plan};
use crate::model::quantity::{Basis, Measure, Quantity, Reading};
use crate::model::reading::Numbers;

/// A plan in a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Brief {
    /// What is to be reached: `200 位新客`.
    pub goal: String,
    /// The same with the months it takes: `200 位新客・6 個月`.
    pub span: String,
    /// The media money that reaches it, called so in every line of a list; a dash where none does.
    pub money: String,
    /// What each stage needs, the last stage first; today's plan where the goal is out of reach.
    pub volumes: Vec<f64>,
}

impl Brief {
    /// Computes a plan and puts it into a line.
    #[must_use]
    pub fn of(plan: &Plan, lang: Lang) -> Brief {
        let model = Model::of(plan.clone());
        let numbers = Numbers::of(&model);
        let presenter = Presenter::new(&numbers, lang, Basis::Required);
        let goal = goal(&presenter);
        let media = Reading::required(Quantity::plan(Measure::Media));
        let money = presenter.text(media);
        let money =
            if presenter.value(media).is_ok() { plan_words::glance_media(lang, money) } else { money };
        let volumes = chain::volumes(&presenter).into_iter().map(|(_, volume)| volume).collect();
        Brief { span: say::goal_in_months(lang, &goal, plan.document().months), goal, money, volumes }
    }
}

/// Counts name what is counted; money says which figure it is.
fn goal(presenter: &Presenter<'_, '_>) -> String {
    let goal = presenter.goal_number(Measure::Target).text;
    match presenter.document().goal.metric {
        GoalMetric::NewCustomers | GoalMetric::StageVolume => goal,
        GoalMetric::Revenue | GoalMetric::GrossProfit | GoalMetric::Profit => {
            say::figure_and_goal(presenter.lang, presenter.figure_name(), goal)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Brief;
    use crate::locale::Lang;
    use crate::model::plan::Plan;

    #[test]
    fn the_worked_example_in_a_line() {
        let text = include_str!("../../tests/golden/examples/service.json");
        let plan = Plan::check(serde_json::from_str(text).unwrap()).unwrap();
        let brief = Brief::of(&plan, Lang::ZhHant);
        assert_eq!([brief.goal.as_str(), &brief.span], ["200 位新客", "200 位新客・6 個月"]);
        assert_eq!(brief.money, "媒體 NT$86,806");
        assert_eq!(brief.volumes.len(), 5);
        assert!(brief.volumes.is_sorted(), "{:?}", brief.volumes);
        let mut staffed = plan.document().clone();
        staffed.channels[0].fixed_cost = Some(3_000.0.into());
        let staffed = Brief::of(&Plan::check(staffed).unwrap(), Lang::ZhHant);
        assert_eq!(staffed.money, "媒體 NT$86,806", "a fixed cost comes on top");
        let english = Brief::of(&plan, Lang::En);
        assert!(english.span.ends_with(", 6 months"), "{}", english.span);
    }
}
