//! One finding in words. The slots of its texts are the doors of [`Check::readings`], in their order.

use super::{Action, CheckRow, Teller, told};
use crate::locale::{Lang, check as words, number, term};
use crate::model::check::{Check, CheckKind, Place, Severity, threshold};
use crate::model::plan::{Field, Path};
use crate::model::quantity::Unit;
use crate::present::sentence::Slot;

/// Title and body, and the texts of the numbers in their slots.
type Told = (String, String, Vec<String>);

const FIRST: Slot = Slot(0);
const SECOND: Slot = Slot(1);
const THIRD: Slot = Slot(2);

/// How many switched-off channels are named.
const NAMED: usize = 3;

impl Teller<'_, '_> {
    pub(super) fn row(&self, check: &Check) -> CheckRow {
        let (title, body, numbers) = self.finding(check);
        let tag = match check.severity {
            Severity::Warn => words::tag_warn(self.lang()),
            Severity::Note => words::tag_note(self.lang()),
            Severity::Good => words::tag_good(self.lang()),
        };
        let action = check.place.map(|target| Action { label: self.label(check, target), target });
        CheckRow {
            severity: check.severity,
            tag,
            title: told(&title, &numbers, &check.readings),
            body: told(&body, &numbers, &check.readings),
            action,
        }
    }

    fn label(&self, check: &Check, place: Place) -> String {
        let lang = self.lang();
        let text = match place {
            Place::Goal => words::to_goal(lang).to_owned(),
            Place::Channels => words::add_channel(lang).to_owned(),
            Place::Channel(channel) => words::to_channel(lang, self.channel(channel)),
            Place::Field(path) => match (path.field, &check.kind) {
                (Field::Months, _) => words::to_months(lang).to_owned(),
                (Field::MonthlyBudget, _) => words::to_budget(lang, self.channel(path.index)),
                _ => words::to_path(lang, self.path(path)),
            },
        };
        text.trim().to_owned()
    }

    fn finding(&self, check: &Check) -> Told {
        self.about_the_goal(&check.kind)
            .or_else(|| self.about_a_channel(check))
            .or_else(|| self.about_money(&check.kind))
            .unwrap_or_default()
    }

    fn about_the_goal(&self, kind: &CheckKind) -> Option<Told> {
        let lang = self.lang();
        Some(match *kind {
            CheckKind::NoBudget { channel } => {
                (words::no_budget(lang).into(), words::no_budget_why(lang, self.channel(channel)), Vec::new())
            }
            CheckKind::Unreachable { target, reachable } => (
                words::unreachable(lang).into(),
                words::unreachable_why(lang, FIRST, SECOND),
                vec![self.goal(target), self.most(reachable)],
            ),
            CheckKind::FarGoal { target, before, times } => {
                let months = self.months(f64::from(self.0.document().months));
                (
                    words::far_goal(lang, number::tenths(times)),
                    words::far_goal_why(lang, FIRST, self.goal(before), months),
                    vec![self.goal(target)],
                )
            }
            CheckKind::LateResults { stage, late, share } => {
                let last = u16::try_from(self.0.document().months.saturating_sub(1)).unwrap_or(u16::MAX);
                (
                    words::late(lang, number::percent(share)),
                    words::late_why(lang, FIRST, self.stage(stage), self.month(last)),
                    vec![number::count(late)],
                )
            }
            CheckKind::RateCapped { rate, season, month, months } => {
                self.rate_capped(rate, season, month, months)
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
                (words::assumptions(lang).into(), text, Vec::new())
            }
            _ => return None,
        })
    }

    fn rate_capped(&self, rate: f64, season: f64, month: u16, months: u16) -> Told {
        let lang = self.lang();
        let (stated, lifted) = (number::percent(rate), number::percent(rate * season));
        let (month, months) = (self.month(month), self.months(f64::from(months)));
        let last = self.0.numbers.model().plan().last_stage();
        let name = term::path(Path::at(Field::ConversionRate, last), self.0.document(), lang);
        (
            words::rate_capped(lang, name),
            words::rate_capped_why(lang, month, FIRST, stated, lifted, SECOND, months),
            vec![number::ratio(season), number::percent(1.0)],
        )
    }

    fn about_a_channel(&self, check: &Check) -> Option<Told> {
        let lang = self.lang();
        let money = |value| self.0.in_unit(value, Unit::Money);
        let price = |value| self.0.in_unit(value, Unit::MoneyPerUnit);
        Some(match check.kind {
            CheckKind::NoEffect { channel, media } => {
                let text = match check.place {
                    Some(Place::Field(path)) if path.field != Field::MonthlyBudget => {
                        words::no_effect_blocked(lang, FIRST, self.path(path))
                    }
                    _ => words::no_effect_why(lang, FIRST),
                };
                (words::no_effect(lang, self.channel(channel)), text, vec![money(media)])
            }
            CheckKind::DependencyUnmet { channel, on, months, strength, spend, full_at } => {
                let (channel, on) = (self.channel(channel), self.channel(on));
                let (full, months) = (money(full_at), self.months(f64::from(months)));
                (
                    words::dependency(lang, &channel, &on),
                    words::dependency_why(lang, &channel, &on, full, SECOND, FIRST, months),
                    vec![number::percent(strength), money(spend)],
                )
            }
            CheckKind::OneChannel { channel, share, only } => {
                let title = if only { words::only_channel(lang) } else { words::one_channel(lang) };
                let limit = number::percent(threshold::ONE_CHANNEL);
                let text = words::one_channel_why(lang, self.channel(channel), FIRST, limit);
                (title.into(), text, vec![number::percent(share)])
            }
            CheckKind::DearUnits { channel, effective, quoted } => (
                words::dear_units(lang, self.channel(channel), number::tenths(effective / quoted)),
                words::dear_units_why(lang, FIRST, price(quoted)),
                vec![price(effective)],
            ),
            CheckKind::Inactive { ref channels, all } => {
                let title = match all {
                    true => words::inactive_all(lang).into(),
                    false => words::inactive(lang, channels.len()),
                };
                (title, words::inactive_why(lang, self.names(channels)), Vec::new())
            }
            _ => return None,
        })
    }

    fn about_money(&self, kind: &CheckKind) -> Option<Told> {
        let lang = self.lang();
        let least = number::ratio(threshold::LTV_TO_CAC);
        let price = |value| self.0.in_unit(value, Unit::MoneyPerUnit);
        let money = |value| self.0.in_unit(value, Unit::Money);
        Some(match *kind {
            CheckKind::LtvToCacLow { ltv_to_cac, cltv, cac } => (
                words::ltv_low(lang, FIRST),
                words::ltv_low_why(lang, SECOND, THIRD, least),
                vec![number::ratio(ltv_to_cac), money(cltv), price(cac)],
            ),
            CheckKind::NeverPaysBack { cltv, cac } => (
                words::never_pays_back(lang).into(),
                words::never_pays_back_why(lang, FIRST, SECOND),
                vec![money(cltv), price(cac)],
            ),
            CheckKind::PaybackBeyond { payback, months } => (
                words::payback_beyond(lang).into(),
                words::payback_beyond_why(lang, FIRST, self.months(f64::from(months))),
                vec![self.months(payback)],
            ),
            CheckKind::RoiTooGood { roi } => (
                words::roi_too_good(lang, FIRST),
                words::roi_too_good_why(lang, number::percent(threshold::ROI_TOO_GOOD)),
                vec![number::percent(roi)],
            ),
            CheckKind::LtvToCacHealthy { ltv_to_cac, unusual } => {
                let why = if unusual {
                    words::ltv_unusual_why(lang, least)
                } else {
                    words::ltv_good_why(lang, least)
                };
                (words::ltv_good(lang, FIRST), why, vec![number::ratio(ltv_to_cac)])
            }
            CheckKind::PaysBack { payback } if payback > 0.0 => {
                let months = self.months(f64::from(self.0.document().months));
                (
                    words::pays_back(lang, FIRST),
                    words::pays_back_why(lang, months),
                    vec![self.months(payback)],
                )
            }
            CheckKind::PaysBack { payback } => (
                words::pays_back_at_once(lang).into(),
                words::pays_back_at_once_why(lang, FIRST),
                vec![self.months(payback)],
            ),
            _ => return None,
        })
    }

    fn months(&self, months: f64) -> String {
        self.0.in_unit(months, Unit::Months)
    }

    /// The first few names, and how many there are when that is more.
    fn names(&self, channels: &[u16]) -> String {
        let lang = self.lang();
        let comma = if lang == Lang::ZhHant { "、" } else { ", " };
        let names: Vec<String> =
            channels.iter().take(NAMED).map(|channel| self.channel(*channel).trim().to_owned()).collect();
        let names = names.join(comma);
        let names = if channels.len() > NAMED { words::and_more(lang, names, channels.len()) } else { names };
        super::apart(&names, lang)
    }
}
