//! The templates: complete, plausible plans to begin with. Every value is an assumption with a range, none a benchmark.

use super::localized::{Text, localized};
use super::plan_text::{self, PlanError, Tree};
use crate::model::plan::{Document, Plan};
use serde::Deserialize;

/// Every template by its id.
const FILES: [(&str, &str); 8] = [
    ("service", include_str!("templates/service.json")),
    ("restaurant", include_str!("templates/restaurant.json")),
    ("shop", include_str!("templates/shop.json")),
    ("b2b", include_str!("templates/b2b.json")),
    ("saas", include_str!("templates/saas.json")),
    ("course", include_str!("templates/course.json")),
    ("consulting", include_str!("templates/consulting.json")),
    ("event", include_str!("templates/event.json")),
];

/// The plan of those who begin with a goal of their own: as small as a plan can be. It is not offered as a template.
const BLANK: &str = include_str!("templates/blank.json");

/// A template.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Its id, which is also the `template` of plans made from it.
    pub id: String,
    /// The line of business.
    pub title: Text,
    /// Whom it is for, one line.
    #[serde(rename = "for")]
    pub audience: Text,
    plan: Tree,
}

/// Every template, in the order in which they are offered.
#[must_use]
pub fn all() -> Vec<Template> {
    FILES.iter().filter_map(|(_, text)| plan_text::read_as(text).ok()).collect()
}

/// The template with this id.
#[must_use]
pub fn find(id: &str) -> Option<Template> {
    let (_, text) = FILES.iter().find(|(known, _)| *known == id)?;
    plan_text::read_as(text).ok()
}

impl Template {
    /// The plan of the template, its names in the language of a BCP 47 tag. It is called by the line of business: the goal
    /// in the name that its file has would soon be another one.
    ///
    /// # Errors
    /// What is wrong with the template; a test keeps every one of them right.
    pub fn document(&self, tag: &str) -> Result<Document, PlanError> {
        Ok(Document { name: self.title.of(tag).into(), ..self.of_file(tag)? })
    }

    /// The plan as its file has it.
    fn of_file(&self, tag: &str) -> Result<Document, PlanError> {
        plan_text::of_tree(&self.tree(tag)).map(Plan::into_document)
    }

    /// The plan as its file has it, which links lean on, its names in the language of a BCP 47 tag.
    pub(super) fn tree(&self, tag: &str) -> Tree {
        localized(&self.plan, tag)
    }
}

/// The plan of a template, its names in the language of a BCP 47 tag; none when no template has this id.
#[must_use]
pub fn document(id: &str, tag: &str) -> Option<Document> {
    find(id)?.document(tag).ok()
}

/// The plan for a goal of one's own, its names in the language of a BCP 47 tag; a test keeps it from being none.
#[must_use]
pub fn blank(tag: &str) -> Option<Document> {
    plan_text::read_as::<Template>(BLANK).ok()?.of_file(tag).ok()
}

#[cfg(test)]
mod tests {
    use super::{all, blank, document, find};
    use crate::model::equations::Model;
    use crate::model::graph::Reason;
    use crate::model::plan::Plan;
    use crate::model::quantity::{Measure, Quantity, Reading};
    use crate::model::reading::Numbers;

    #[test]
    fn every_template_is_a_plan_that_reaches_its_goal_in_both_languages() {
        assert_eq!(all().len(), 8);
        for template in all() {
            assert_eq!(find(&template.id), Some(template.clone()));
            let chinese = template.document("zh-Hant").unwrap();
            let english = template.document("en").unwrap();
            let names = [&chinese.name, &english.name].map(String::as_str);
            assert_eq!(names, ["zh-TW", "en-GB"].map(|tag| template.title.of(tag)), "{}", template.id);
            assert_eq!(chinese.template, template.id);
            assert_ne!(template.title.of("zh-TW"), template.title.of("en-GB"));
            let factor = |document| Numbers::of(&Model::of(Plan::check(document).unwrap())).mix().factor();
            assert!(factor(chinese.clone()).is_some(), "{}", template.id);
            assert_eq!(factor(chinese), factor(english), "{}", template.id);
        }
    }

    #[test]
    fn the_service_template_takes_the_money_of_the_worked_example() -> Result<(), Reason> {
        let model = Model::of(Plan::check(document("service", "zh-Hant").unwrap()).unwrap());
        let numbers = Numbers::of(&model);
        let factor = numbers.mix().factor().unwrap();
        let media = numbers.read(Reading::required(Quantity::plan(Measure::Media)))?;
        assert!((factor - 0.723_379_629_629_63).abs() < 1e-12, "{factor}");
        assert!((media - 86_805.555_555_555_6).abs() < 1e-6, "{media}");
        Ok(())
    }

    #[test]
    fn the_blank_plan_is_a_plan_in_both_languages() {
        assert_eq!(blank("zh-Hant").map(|document| document.name).as_deref(), Some("我的方案"));
        assert_eq!(blank("en").map(|document| document.name).as_deref(), Some("My plan"));
    }

    #[test]
    fn an_unknown_template_has_no_plan() {
        assert_eq!(document("bakery", "en"), None);
    }
}
