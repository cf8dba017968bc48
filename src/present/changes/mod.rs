//! What differs between two plans, in the order of the form: each number, name and choice with what it was and what it
//! is. Stages and channels are the same where their ids are.

mod kinship;
mod number;
#[cfg(test)]
mod tests;

pub use kinship::Kinship;

use crate::locale::screen::{changes as say, form as form_say};
use crate::locale::{Lang, month, number as number_form, term};
use crate::model::plan::{Channel, Document, Field, Path, Phasing, ResponseKind, Stage, YearMonth};
use crate::model::quantity::Unit;
use crate::present::form::{Place, season};

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What differs, as the form calls it.
    pub label: String,
    /// What it was; none for a stage or a channel that is new.
    pub from: Option<String>,
    /// What it is; none for one that is gone.
    pub to: Option<String>,
}

/// The differences in one part of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeGroup {
    /// The part's name.
    pub title: &'static str,
    /// Its differences, at least one.
    pub changes: Vec<Change>,
}

/// What differs between two plans; empty when nothing does that the form shows.
#[must_use]
pub fn changes(from: &Document, to: &Document, lang: Lang) -> Vec<ChangeGroup> {
    let pair = Pair { from, to, lang };
    let parts = [
        (form_say::goal(lang), pair.goal()),
        (form_say::funnel(lang), pair.funnel()),
        (form_say::channels(lang), pair.channels()),
        (form_say::economics(lang), pair.numbers(|field| field.pattern().starts_with("economics"), "")),
    ];
    let group = |(title, changes): (&'static str, Vec<Change>)| ChangeGroup { title, changes };
    parts.into_iter().map(group).filter(|group| !group.changes.is_empty()).collect()
}

/// What differs in one number, named by its place in both plans.
#[must_use]
pub fn changes_of_number(path: Path, from: &Document, to: &Document, lang: Lang) -> Vec<Change> {
    let place = Place::of_path(path, from).or_else(|| Place::of_path(path, to));
    place.map_or_else(Vec::new, |place| Pair { from, to, lang }.number(&place))
}

/// Two plans beside each other.
#[derive(Clone, Copy)]
struct Pair<'d> {
    from: &'d Document,
    to: &'d Document,
    lang: Lang,
}

/// What an item of a list is known by, and called.
trait Item {
    fn id(&self) -> &str;
    fn name(&self) -> &str;
}

impl Item for Stage {
    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}

impl Item for Channel {
    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}

/// The place of an item in its list.
fn place<T: Item>(items: &[T], id: &str) -> u16 {
    let place = items.iter().position(|item| item.id() == id);
    place.and_then(|place| u16::try_from(place).ok()).unwrap_or(u16::MAX)
}

impl<'d> Pair<'d> {
    /// A difference of two texts; none where they are the same.
    fn text(label: impl Into<String>, from: impl Into<String>, to: impl Into<String>) -> Option<Change> {
        let (from, to) = (from.into(), to.into());
        (from != to).then(|| Change { label: label.into(), from: Some(from), to: Some(to) })
    }

    /// A difference of something that both plans have.
    fn both<T: PartialEq>(
        self,
        label: &str,
        of: impl Fn(&'d Document) -> T,
        told: impl Fn(&T) -> String,
    ) -> Option<Change> {
        let (from, to) = (of(self.from), of(self.to));
        (from != to).then(|| Change { label: label.into(), from: Some(told(&from)), to: Some(told(&to)) })
    }

    fn goal(self) -> Vec<Change> {
        let lang = self.lang;
        let start = |document: &Document| {
            let start = YearMonth::parse(&document.start);
            start.map_or_else(|| document.start.clone(), |start| month::long(start.year, start.month, lang))
        };
        let metric = self.both(
            form_say::metric(lang),
            |d| d.goal.metric,
            |metric| term::goal_metric(*metric, lang).into(),
        );
        let stage = |document: &Document| {
            let place = document.goal.stage.as_ref().map(|id| place(&document.stages, id));
            place.map_or_else(|| say::nothing(lang).into(), |place| term::stage_name(place, document, lang))
        };
        let goal_stage = |document: &'d Document| document.goal.stage.as_deref();
        let stage = (goal_stage(self.from) != goal_stage(self.to)).then(|| Change {
            label: form_say::goal_stage(lang).into(),
            from: Some(stage(self.from)),
            to: Some(stage(self.to)),
        });
        let head = [Pair::text(say::name(lang), &self.from.name, &self.to.name), metric, stage];
        let dates = [
            Pair::text(form_say::start(lang), start(self.from), start(self.to)),
            Pair::text(form_say::currency(lang), &self.from.currency, &self.to.currency),
        ];
        let mut changes: Vec<Change> = head.into_iter().flatten().collect();
        changes.extend(self.numbers(|field| field.pattern().starts_with("goal."), ""));
        changes.extend(dates.into_iter().flatten());
        changes.extend(self.numbers(|field| field == Field::Months, ""));
        changes.extend(self.months());
        changes.extend(self.numbers(|field| field == Field::MarketCorrelation, ""));
        changes
    }

    /// How the months differ from each other: where both plans have a list, number by number.
    fn months(self) -> Vec<Change> {
        let lang = self.lang;
        let own = |document: &Document| matches!(document.phasing, Phasing::Factors(_));
        let phasing = if own(self.from) && own(self.to) {
            self.numbers(|field| field == Field::PhasingFactor, "")
        } else {
            let told = |phasing: &&Phasing| term::phasing(phasing, lang).to_owned();
            self.both(form_say::phasing(lang), |document| &document.phasing, told).into_iter().collect()
        };
        let seasons = if self.from.seasonality.is_some() == self.to.seasonality.is_some() {
            self.numbers(|field| field == Field::Seasonality, "")
        } else {
            let told = [self.from, self.to].map(|document| Some(season(document, lang).to_owned()));
            let [from, to] = told;
            vec![Change { label: form_say::season(lang).into(), from, to }]
        };
        [phasing, seasons].concat()
    }

    fn funnel(self) -> Vec<Change> {
        let lang = self.lang;
        let (old, new) = (&self.from.stages, &self.to.stages);
        let mut changes = self.order(say::stage_order(lang), old, new);
        for stage in old.iter().filter(|stage| place(new, &stage.id) == u16::MAX) {
            let name = term::stage_name(place(old, &stage.id), self.from, lang);
            changes.push(Change { label: name, from: Some(term::tier(stage.tier, lang).into()), to: None });
        }
        for stage in new {
            let name = term::stage_name(place(new, &stage.id), self.to, lang);
            let Some(before) = old.iter().find(|before| before.id == stage.id) else {
                changes.push(Change {
                    label: name,
                    from: None,
                    to: Some(term::tier(stage.tier, lang).into()),
                });
                continue;
            };
            let tier = |stage: &Stage| term::tier(stage.tier, lang);
            let words = [
                Pair::text(form_say::stage_name(lang), &before.name, &stage.name),
                Pair::text(say::of(lang, &name, form_say::stage_tier(lang)), tier(before), tier(stage)),
            ];
            changes.extend(words.into_iter().flatten());
            changes.extend(self.numbers(|field| field.pattern().starts_with("stages"), &stage.id));
        }
        changes
    }

    fn channels(self) -> Vec<Change> {
        let lang = self.lang;
        let (old, new) = (&self.from.channels, &self.to.channels);
        let mut changes = self.order(say::channel_order(lang), old, new);
        let budget = |channel: &Channel, document: &Document| {
            let money =
                number_form::Currency::of_code(&document.currency).unwrap_or(number_form::Currency::TWD);
            Some(term::unit_text(channel.monthly_budget, Unit::MoneyPerMonth, money, lang))
        };
        for channel in old.iter().filter(|channel| place(new, &channel.id) == u16::MAX) {
            let label = term::channel(place(old, &channel.id), self.from, lang);
            changes.push(Change { label, from: budget(channel, self.from), to: None });
        }
        for channel in new {
            let label = term::channel(place(new, &channel.id), self.to, lang);
            match old.iter().find(|before| before.id == channel.id) {
                None => changes.push(Change { label, from: None, to: budget(channel, self.to) }),
                Some(before) => {
                    changes.extend(self.choices(&label, before, channel));
                    changes
                        .extend(self.numbers(|field| field.pattern().starts_with("channels"), &channel.id));
                }
            }
        }
        changes
    }

    /// What a person chose of a channel, beside its numbers.
    fn choices(self, name: &str, before: &Channel, channel: &Channel) -> Vec<Change> {
        let lang = self.lang;
        let of = |what: &str| say::of(lang, name, what);
        let entry = |channel: &Channel, document: &Document| {
            term::stage_name(place(&document.stages, &channel.entry_stage), document, lang)
        };
        let kind = |channel: &Channel| {
            let kind = channel.response.as_ref().map_or(ResponseKind::Linear, |response| response.kind);
            term::response(kind, lang)
        };
        let active = |channel: &Channel| {
            if channel.is_active() { say::yes(lang) } else { say::no(lang) }
        };
        let entered = (before.entry_stage != channel.entry_stage).then(|| Change {
            label: of(form_say::entry(lang)),
            from: Some(entry(before, self.from)),
            to: Some(entry(channel, self.to)),
        });
        let rows = [
            Pair::text(form_say::channel_name(lang), &before.name, &channel.name),
            Pair::text(of(form_say::active(lang)), active(before), active(channel)),
            Pair::text(
                of(form_say::trust(lang)),
                term::trust(before.trust, lang),
                term::trust(channel.trust, lang),
            ),
            entered,
            Pair::text(of(form_say::curve(lang)), kind(before), kind(channel)),
        ];
        rows.into_iter().flatten().collect()
    }

    /// The order of what both plans have, where it differs.
    fn order<T: Item>(self, label: &str, old: &[T], new: &[T]) -> Vec<Change> {
        let shared = |items: &'_ [T], others: &[T]| -> (Vec<String>, Vec<String>) {
            let shared = items.iter().filter(|item| place(others, item.id()) != u16::MAX);
            shared.map(|item| (item.id().to_owned(), item.name().to_owned())).unzip()
        };
        let ((old_ids, from), (new_ids, to)) = (shared(old, new), shared(new, old));
        let comma = form_say::between(self.lang);
        let change = Change { label: label.into(), from: Some(from.join(comma)), to: Some(to.join(comma)) };
        if old_ids == new_ids { Vec::new() } else { vec![change] }
    }
}
