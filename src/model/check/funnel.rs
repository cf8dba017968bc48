//! The funnel: rates that the season lifts above 100 %.

use super::threshold::NOISE;
use super::{Check, CheckKind, Look, Place, rate_path};
use crate::equations::places;
use crate::plan::Path;
use crate::quantity::{Measure, Quantity, Reading};
use crate::reading::Numbers;
use alloc::vec::Vec;

/// One check for every rate into the customer, however many channels convert with it.
pub(super) fn checks(numbers: &Numbers<'_>, found: &mut Vec<Check>) {
    let look = Look::now(numbers);
    let seasons = seasons(numbers);
    let plan = numbers.model().plan();
    let (document, last) = (plan.document(), plan.last_stage());
    let mut seen: Vec<Path> = Vec::new();
    for (channel, of) in places(document.channels.len()).zip(&document.channels) {
        let path = rate_path(document, channel, last);
        let converts = plan.stage(&of.entry_stage).is_some_and(|entry| entry < last);
        let flows = look.value(Quantity::channel(channel, Measure::Bought)).is_some_and(|all| all > 0.0);
        if converts && flows && !seen.contains(&path) {
            seen.push(path);
            let rate = document.number(path).unwrap_or(0.0);
            found.extend(
                capped(rate, &seasons, channel)
                    .map(|(kind, doors)| Check::warn(kind, Place::Field(path)).with(doors)),
            );
        }
    }
}

/// σ(t) within the horizon; empty where every month is alike.
fn seasons(numbers: &Numbers<'_>) -> Vec<(u16, f64)> {
    let season = |month| Some((month, numbers.read(season_reading(month)).ok()?));
    places(numbers.model().plan().months()).filter_map(season).collect()
}

fn season_reading(month: u16) -> Reading {
    Reading::now(Quantity::plan(Measure::Season)).at(month)
}

fn capped(rate: f64, seasons: &[(u16, f64)], channel: u16) -> Option<(CheckKind, [Reading; 2])> {
    let above = seasons.iter().filter(|(_, season)| rate * season > 1.0 + NOISE);
    let months = u16::try_from(above.clone().count()).unwrap_or(u16::MAX);
    let &(month, season) = above.max_by(|a, b| a.1.total_cmp(&b.1))?;
    let left = Reading::now(Quantity::channel(channel, Measure::SeasonalRate)).at(month);
    Some((CheckKind::RateCapped { rate, season, month, months }, [season_reading(month), left]))
}
