//! Edits of stages. What hangs on a stage follows it: entry stages, overrides, the goal.

use super::edit::StageEdit;
use crate::model::plan::{Channel, Document, Estimate, Fault, FaultKind, Stage, Tier};
use crate::persist::amount::scaled;

pub(super) fn apply(document: &mut Document, place: u16, edit: StageEdit) -> Result<(), Fault> {
    let place = usize::from(place);
    let Some(stage) = document.stages.get_mut(place) else {
        return Err(Fault { path: format!("stages[{place}]"), kind: FaultKind::Missing });
    };
    match edit {
        StageEdit::Rename(name) => stage.name = name,
        StageEdit::SetTier(tier) => stage.tier = tier,
        StageEdit::MoveTo(to) => move_to(document, place, usize::from(to)),
        StageEdit::Remove => remove(document, place),
    }
    Ok(())
}

/// Everyone passes a new stage, so that nothing changes before its rate is set.
pub(super) fn add(document: &mut Document, at: u16, id: String, name: String, tier: Tier) {
    let at = usize::from(at).min(document.stages.len());
    let everyone = Some(Estimate::from(1.0));
    if at == 0
        && let Some(first) = document.stages.first_mut()
    {
        first.conversion_rate.clone_from(&everyone);
    }
    let conversion_rate = everyone.filter(|_| at > 0);
    let id = free_id(id, document);
    document.stages.insert(at, Stage { id, name, tier, conversion_rate, delay_days: None });
}

fn free_id(wish: String, document: &Document) -> String {
    let free = |id: &String| document.stages.iter().all(|stage| stage.id != *id);
    let numbered = (2_u32..).map(|number| format!("{wish}_{number}"));
    std::iter::once(wish.clone()).chain(numbered).find(free).unwrap_or(wish)
}

/// The way into the funnel has no rate: whoever stands first now hands it to the stage that stood there before.
fn move_to(document: &mut Document, from: usize, to: usize) {
    let to = to.min(document.stages.len().saturating_sub(1));
    let stage = document.stages.remove(from);
    document.stages.insert(to, stage);
    let entry = document.stages.iter().position(|stage| stage.conversion_rate.is_none());
    if let (Some(old), Some(first)) = (entry.filter(|place| *place > 0), document.stages.first_mut()) {
        let (rate, delay) = (first.conversion_rate.take(), first.delay_days.take());
        if let Some(stage) = document.stages.get_mut(old) {
            (stage.conversion_rate, stage.delay_days) = (rate, delay);
        }
    }
    drop_early_overrides(document);
}

fn remove(document: &mut Document, place: usize) {
    // A funnel of two stages keeps both; the refusal names the rule.
    let heir = if place + 1 < document.stages.len() { place + 1 } else { place.saturating_sub(1) };
    let Some(heir_id) = document.stages.get(heir).map(|stage| stage.id.clone()) else { return };
    let gone = document.stages.get(place).map(|stage| stage.id.clone()).unwrap_or_default();
    for channel in 0..document.channels.len() {
        if document.channels.get(channel).is_some_and(|channel| channel.entry_stage == gone) {
            enter_at(document, channel, heir);
        }
    }
    document.stages.remove(place);
    if let Some(first) = document.stages.first_mut() {
        (first.conversion_rate, first.delay_days) = (None, None);
    }
    for channel in &mut document.channels {
        channel.conversion_rates.remove(&gone);
    }
    if document.goal.stage.as_ref() == Some(&gone) {
        document.goal.stage = Some(heir_id);
    }
    drop_early_overrides(document);
}

/// Lets a channel buy into another stage, at the price that brings the same number: a click costs what the
/// impressions for it cost. Its ceiling and its free volume count in units of the new stage.
pub(super) fn enter_at(document: &mut Document, channel: usize, stage: usize) {
    let position = |id: &str| document.stages.iter().position(|stage| stage.id == id);
    let Some(target) = document.stages.get(stage).map(|stage| stage.id.clone()) else { return };
    let Some(of) = document.channels.get(channel) else { return };
    let Some(entry) = position(&of.entry_stage) else { return };
    let between = document.stages.get(entry.min(stage) + 1..=entry.max(stage)).unwrap_or_default();
    let survive: f64 = between.iter().map(|stage| rate(of, stage)).product();
    let units = if stage > entry { survive } else { 1.0 / survive };
    let Some(of) = document.channels.get_mut(channel) else { return };
    of.entry_stage = target;
    // Where nobody passes there is no such price.
    if units > 0.0 && units.is_finite() {
        in_units(of, units);
    }
    drop_early_overrides(document);
}

/// Everything a channel counts in units of its entry stage, for `units` new units in place of one.
fn in_units(channel: &mut Channel, units: f64) {
    channel.unit_cost = scaled(&channel.unit_cost, 1.0 / units);
    channel.free_volume = channel.free_volume.as_ref().map(|volume| scaled(volume, units));
    if let Some(response) = &mut channel.response {
        response.ceiling = response.ceiling.as_ref().map(|ceiling| scaled(ceiling, units));
    }
}

fn rate(channel: &Channel, stage: &Stage) -> f64 {
    let own = channel.conversion_rates.get(&stage.id);
    own.or(stage.conversion_rate.as_ref()).map_or(1.0, |rate| rate.value)
}

/// Overrides at or before the entry stage have no meaning.
fn drop_early_overrides(document: &mut Document) {
    let Document { stages, channels, .. } = document;
    for channel in channels {
        let later = stages.iter().skip_while(|stage| stage.id != channel.entry_stage).skip(1);
        let later: Vec<&str> = later.map(|stage| stage.id.as_str()).collect();
        channel.conversion_rates.retain(|id, _| later.contains(&id.as_str()));
    }
}
