//! Findings about a channel in words.

use super::Teller;
use super::row::{FIRST, SECOND, THIRD, Told};
use crate::locale::term::{self, notation};
use crate::locale::{check as words, number};
use crate::model::check::{Check, CheckKind, Place, threshold};
use crate::model::plan::{Field, Path};
use crate::model::quantity::Basis;
use crate::present::sentence::{Shown, Slot};

/// How many switched-off channels are named.
const NAMED: usize = 3;

impl Teller<'_, '_> {
    pub(super) fn about_a_channel(&self, check: &Check) -> Option<Told> {
        let lang = self.lang();
        Some(match check.kind {
            CheckKind::NoEffect { channel, .. } => {
                let text = match check.place {
                    Some(Place::Field(path)) if path.field != Field::MonthlyBudget => {
                        words::no_effect_blocked(lang, FIRST, self.path(path))
                    }
                    _ => words::no_effect_why(lang, FIRST),
                };
                Told::new(words::no_effect(lang, self.channel(channel)), text, self.texts(check))
            }
            CheckKind::DependencyUnmet { channel, on, months, strength, spend, full_at } => {
                let full = Shown::new(self.money(full_at), self.full_at(channel, on));
                let (channel, on) = (self.channel(channel), self.channel(on));
                let months = self.months(f64::from(months));
                Told::new(
                    words::dependency(lang, &channel, &on),
                    words::dependency_why(lang, &channel, &on, THIRD, SECOND, FIRST, months),
                    [number::percent(strength), self.money(spend)],
                )
                .with([full])
            }
            CheckKind::OutOfBounds { channel, budget, bound, above } => {
                self.out_of_bounds(channel, budget, bound, above)
            }
            CheckKind::OneChannel { channel, share, only } => {
                let title = if only { words::only_channel(lang) } else { words::one_channel(lang) };
                let limit = number::percent(threshold::ONE_CHANNEL);
                let text = words::one_channel_why(lang, self.channel(channel), FIRST, limit);
                Told::new(title, text, [number::percent(share)])
            }
            CheckKind::DearUnits { channel, effective, .. } => Told::new(
                words::dear_units(lang, self.channel(channel)),
                words::dear_units_why(lang, FIRST, SECOND),
                [self.price(effective)],
            )
            .with([self.input(Path::at(Field::UnitCost, channel))]),
            CheckKind::PastReturn { channel, .. } => Told::new(
                words::past_return(lang, self.channel(channel)),
                words::past_return_why(lang, FIRST, SECOND),
                self.texts(check),
            ),
            CheckKind::BetterElsewhere { channel, better, in_money, .. } => {
                let (channel, better) = (self.channel(channel), self.channel(better));
                let why = match in_money {
                    true => words::better_money_why(lang, &channel, FIRST, &better, SECOND),
                    false => words::better_customers_why(lang, &channel, FIRST, &better, SECOND),
                };
                Told::new(words::better(lang, channel, better), why, self.texts(check))
            }
            CheckKind::BandBroken { trust, ref channels, bound, above, .. } => {
                let class = term::trust(trust, lang);
                let (shares, bound) = (self.shares(channels), number::percent(bound));
                let (title, why) = match above {
                    true => (words::band_above(lang, class), words::band_above_why(lang, shares, bound)),
                    false => (words::band_below(lang, class), words::band_below_why(lang, shares, bound)),
                };
                Told::new(title, why, self.texts(check))
            }
            CheckKind::Inactive { ref channels, all } => {
                let title = match all {
                    true => words::inactive_all(lang).into(),
                    false => words::inactive(lang, channels.len()),
                };
                Told::new(title, words::inactive_why(lang, self.names(channels)), [])
            }
            _ => return None,
        })
    }

    /// The results that a finding speaks of, as they stand elsewhere on the screen.
    fn texts(&self, check: &Check) -> Vec<String> {
        check.readings.iter().map(|reading| self.0.text(*reading)).collect()
    }

    fn out_of_bounds(&self, channel: u16, budget: f64, bound: f64, above: bool) -> Told {
        let lang = self.lang();
        let path = Path::at(if above { Field::MaxBudget } else { Field::MinBudget }, channel);
        let title = if above { words::above_bound } else { words::below_bound };
        let why = match (self.0.basis, above) {
            (Basis::Required, true) => words::above_bound_required,
            (Basis::Required, false) => words::below_bound_required,
            (Basis::Plan, true) => words::above_bound_today,
            (Basis::Plan, false) => words::below_bound_today,
        };
        let bound = Shown::new(self.money(bound), path);
        Told::new(title(lang, self.channel(channel)), why(lang, self.money(budget), FIRST), []).with([bound])
    }

    /// Where it stands what a channel would have to spend so that another one has its whole support.
    fn full_at(&self, channel: u16, on: u16) -> Path {
        let channels = &self.0.document().channels;
        let on = channels.get(usize::from(on)).map(|on| &on.id);
        let dependencies = channels.get(usize::from(channel)).map(|channel| channel.depends_on.as_slice());
        let place = dependencies.unwrap_or_default().iter().position(|known| Some(&known.channel) == on);
        let place = place.and_then(|place| u16::try_from(place).ok()).unwrap_or(0);
        Path::item(Field::FullAt, channel, place)
    }

    /// The first few names, each with its number.
    fn shares(&self, channels: &[u16]) -> String {
        let share = |(channel, slot): (&u16, Slot)| format!("{} {slot}", self.channel(*channel));
        let shares: Vec<String> = channels.iter().zip([FIRST, SECOND, THIRD]).map(share).collect();
        match shares.is_empty() {
            true => words::band_nothing(self.lang()).to_owned(),
            false => shares.join(notation::list_mark(self.lang())),
        }
    }

    /// The first few names, and how many there are when that is more.
    fn names(&self, channels: &[u16]) -> String {
        let lang = self.lang();
        let names: Vec<String> = channels.iter().take(NAMED).map(|channel| self.channel(*channel)).collect();
        let names = names.join(notation::list_mark(lang));
        if channels.len() > NAMED { words::and_more(lang, names, channels.len()) } else { names }
    }
}
