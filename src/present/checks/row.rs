//! One finding in words. The slots of its texts are the doors of [`Check::readings`], in their order, and after them
//! what was entered.

use super::{Action, CheckRow, Teller, told};
use crate::locale::term;
use crate::locale::{check as words, number};
use crate::model::check::{Check, CheckKind, Obstacle, Place, Severity, threshold};
use crate::model::plan::{Field, Path};
use crate::model::quantity::Unit;
use crate::present::sentence::{Shown, Slot};

/// A finding in words.
#[derive(Default)]
pub(super) struct Told {
    title: String,
    body: String,
    /// The texts of the numbers that [`Check::readings`] explains.
    results: Vec<String>,
    /// What stands in the slots after those.
    more: Vec<Shown>,
}

impl Told {
    pub(super) fn new(
        title: impl Into<String>,
        body: impl Into<String>,
        results: impl Into<Vec<String>>,
    ) -> Told {
        Told { title: title.into(), body: body.into(), results: results.into(), more: Vec::new() }
    }

    /// With further numbers in the slots after the results.
    pub(super) fn with(self, more: impl Into<Vec<Shown>>) -> Told {
        Told { more: more.into(), ..self }
    }
}

pub(super) const FIRST: Slot = Slot(0);
pub(super) const SECOND: Slot = Slot(1);
pub(super) const THIRD: Slot = Slot(2);

impl Teller<'_, '_> {
    pub(super) fn row(&self, check: &Check) -> CheckRow {
        let Told { title, body, results, more } = self.finding(check);
        let results =
            results.into_iter().zip(&check.readings).map(|(text, reading)| Shown::new(text, *reading));
        let numbers: Vec<Shown> = results.chain(more).collect();
        let tag = match check.severity {
            Severity::Warn => words::tag_warn(self.lang()),
            Severity::Note => words::tag_note(self.lang()),
            Severity::Good => words::tag_good(self.lang()),
        };
        let action = check.place.map(|target| self.action(target));
        CheckRow {
            severity: check.severity,
            tag,
            title: told(&title, &numbers),
            body: told(&body, &numbers),
            action,
        }
    }

    /// The button that leads to a place.
    pub(super) fn action(&self, target: Place) -> Action {
        let lang = self.lang();
        let text = match target {
            Place::Goal => words::to_goal(lang).to_owned(),
            Place::Channels => words::add_channel(lang).to_owned(),
            Place::Mix(_) => words::to_mix(lang).to_owned(),
            Place::Channel(channel) => words::to_channel(lang, self.channel(channel)),
            Place::Field(path) => match path.field {
                Field::Months => words::to_months(lang).to_owned(),
                Field::MonthlyBudget => words::to_budget(lang, self.channel(path.index)),
                _ => words::to_path(lang, self.path(path)),
            },
        };
        Action { label: text, target }
    }

    fn finding(&self, check: &Check) -> Told {
        self.about_the_goal(check)
            .or_else(|| self.about_a_channel(check))
            .or_else(|| self.about_returns(&check.kind))
            .unwrap_or_default()
    }

    fn about_the_goal(&self, check: &Check) -> Option<Told> {
        let lang = self.lang();
        Some(match check.kind {
            CheckKind::NoBudget { channel } => {
                Told::new(words::no_budget(lang), words::no_budget_why(lang, self.channel(channel)), [])
            }
            CheckKind::Unreachable { target, reachable, obstacle } => Told::new(
                words::unreachable(lang),
                self.obstacle(obstacle),
                [self.goal(target), self.most(reachable)],
            ),
            CheckKind::FarGoal { target, before, .. } => {
                let grown = self.0.document().goal.reference.is_some();
                let path = Path::of(if grown { Field::Reference } else { Field::Baseline });
                Told::new(
                    words::far_goal(lang),
                    words::far_goal_why(lang, FIRST, SECOND, THIRD),
                    [self.goal(target)],
                )
                .with([Shown::new(self.goal(before), path), self.horizon()])
            }
            CheckKind::LateResults { stage, late, share } => {
                let last = u16::try_from(self.0.document().months.saturating_sub(1)).unwrap_or(u16::MAX);
                Told::new(
                    words::late(lang, SECOND),
                    words::late_why(lang, FIRST, self.stage(stage), self.month(last)),
                    [number::count(late), number::percent(share)],
                )
            }
            CheckKind::RateCapped { season, month, months, .. } => {
                self.rate_capped(check, season, month, months)
            }
            CheckKind::RestsOnAssumptions { share, assumed, of, strongest, second } => {
                let first = self.path(strongest);
                let first = second
                    .map(|second| words::both(lang, &first, self.path(second)))
                    .unwrap_or_else(|| first.clone());
                let text = match assumed == of {
                    true => words::all_assumed_why(lang, of, first),
                    false => words::assumptions_why(lang, of, assumed, number::percent(share), first),
                };
                Told::new(words::assumptions(lang), text, [])
            }
            _ => return None,
        })
    }

    /// Why the goal is out of reach, and what can be done.
    fn obstacle(&self, obstacle: Obstacle) -> String {
        let why = match obstacle {
            Obstacle::Zero { path } => {
                return words::unreachable_blocked(self.lang(), FIRST, SECOND, self.path(path));
            }
            Obstacle::Ceiling { .. } => words::unreachable_capped,
            Obstacle::Loss => words::unreachable_losing,
            Obstacle::Late => words::unreachable_late,
            Obstacle::Beyond { .. } => words::unreachable_beyond,
            // Without a channel or a budget it is said in other words.
            Obstacle::NoChannel { .. } | Obstacle::NoBudget { .. } | Obstacle::Far => words::unreachable_far,
        };
        why(self.lang(), FIRST, SECOND)
    }

    fn rate_capped(&self, check: &Check, season: f64, month: u16, months: u16) -> Told {
        let lang = self.lang();
        let last = Path::at(Field::ConversionRate, self.0.numbers.model().plan().last_stage());
        let stated = match check.place {
            Some(Place::Field(path)) => path,
            _ => last,
        };
        let (month, months) = (self.month(month), self.months(f64::from(months)));
        Told::new(
            words::rate_capped(lang, term::path(last, self.0.document(), lang)),
            words::rate_capped_why(lang, month, FIRST, THIRD, SECOND, months),
            [number::ratio(season), number::percent(1.0)],
        )
        .with([self.input(stated)])
    }

    fn about_returns(&self, kind: &CheckKind) -> Option<Told> {
        let lang = self.lang();
        let least = number::ratio(threshold::LTV_TO_CAC);
        Some(match *kind {
            CheckKind::LtvToCacLow { ltv_to_cac, cltv, cac } => Told::new(
                words::ltv_low(lang, FIRST),
                words::ltv_low_why(lang, SECOND, THIRD, least),
                [self.times(ltv_to_cac), self.money(cltv), self.price(cac)],
            ),
            CheckKind::NeverPaysBack { cltv, cac } => Told::new(
                words::never_pays_back(lang),
                words::never_pays_back_why(lang, FIRST, SECOND),
                [self.money(cltv), self.price(cac)],
            ),
            CheckKind::PaybackBeyond { payback, .. } => Told::new(
                words::payback_beyond(lang),
                words::payback_beyond_why(lang, FIRST, SECOND),
                [self.months(payback)],
            )
            .with([self.horizon()]),
            CheckKind::RoiTooGood { roi } => Told::new(
                words::roi_too_good(lang, FIRST),
                words::roi_too_good_why(lang, number::percent(threshold::ROI_TOO_GOOD)),
                [number::percent(roi)],
            ),
            CheckKind::LtvToCacHealthy { ltv_to_cac, unusual } => {
                let (title, why) = match unusual {
                    true => (words::ltv_unusual(lang, FIRST), words::ltv_unusual_why(lang, least)),
                    false => (words::ltv_good(lang, FIRST), words::ltv_good_why(lang, least)),
                };
                Told::new(title, why, [self.times(ltv_to_cac)])
            }
            CheckKind::PaysBack { payback } if payback > 0.0 => Told::new(
                words::pays_back(lang, FIRST),
                words::pays_back_why(lang, SECOND),
                [self.months(payback)],
            )
            .with([self.horizon()]),
            CheckKind::PaysBack { payback } => Told::new(
                words::pays_back_at_once(lang),
                words::pays_back_at_once_why(lang, FIRST),
                [self.months(payback)],
            ),
            _ => return None,
        })
    }

    pub(super) fn times(&self, ratio: f64) -> String {
        term::times_text(&number::ratio(ratio), self.lang())
    }

    pub(super) fn money(&self, value: f64) -> String {
        self.0.in_unit(value, Unit::Money)
    }

    pub(super) fn price(&self, value: f64) -> String {
        self.0.in_unit(value, Unit::MoneyPerUnit)
    }

    pub(super) fn months(&self, months: f64) -> String {
        self.0.in_unit(months, Unit::Months)
    }
}
