//! Edits of channels.

use super::edit::ChannelEdit;
use super::stage::enter_at;
use crate::model::plan::{Channel, Dependency, Document, Estimate, Fault, FaultKind, Response, ResponseKind};
use crate::persist::catalogue::free_id;

/// The units behind a spend to begin with, in a channel that spends nothing.
const FIRST_UNITS: f64 = 100.0;
/// A new ceiling, in units bought today.
const CEILING: f64 = 4.0;
/// What doubling the money adds on a new doubling curve.
const GAIN: f64 = 0.7;
/// The steepness of a new S-shaped curve, and where half of its ceiling is bought, in today's spend.
const SLOPE: f64 = 1.5;
const HALF_AT: f64 = 2.0;
/// What is left of a channel without the one it newly depends on.
const SHARE_WITHOUT: f64 = 0.5;

pub(super) fn apply(document: &mut Document, place: u16, edit: ChannelEdit) -> Result<(), Fault> {
    let place = usize::from(place);
    let missing = |path: String| Fault { path, kind: FaultKind::Missing };
    let stages = document.stages.len();
    let Some(channel) = document.channels.get_mut(place) else {
        return Err(missing(format!("channels[{place}]")));
    };
    match edit {
        ChannelEdit::Rename(name) => channel.name = name,
        ChannelEdit::SetTrust(trust) => channel.trust = trust,
        ChannelEdit::SetActive(active) => channel.active = (!active).then_some(false),
        ChannelEdit::SetResponse(kind) => channel.response = response(channel, kind),
        ChannelEdit::SetEntryStage(stage) if usize::from(stage) >= stages => {
            return Err(missing(format!("stages[{stage}]")));
        }
        ChannelEdit::SetEntryStage(stage) => enter_at(document, place, usize::from(stage)),
        ChannelEdit::AddDependency(on) => add_dependency(document, place, usize::from(on))?,
        ChannelEdit::RemoveDependency(item) if usize::from(item) >= channel.depends_on.len() => {
            return Err(missing(format!("channels[{place}].depends_on[{item}]")));
        }
        ChannelEdit::RemoveDependency(item) => _ = channel.depends_on.remove(usize::from(item)),
        ChannelEdit::MoveTo(to) => {
            let to = usize::from(to).min(document.channels.len().saturating_sub(1));
            let channel = document.channels.remove(place);
            document.channels.insert(to, channel);
        }
        ChannelEdit::Duplicate(name) => {
            let mut copy = channel.clone();
            (copy.id, copy.name) = (free_id(&copy.id, document), name);
            document.channels.insert(place + 1, copy);
        }
        ChannelEdit::Remove => remove(document, place),
    }
    Ok(())
}

pub(super) fn add(document: &mut Document, channel: Channel) {
    let id = free_id(&channel.id, document);
    document.channels.push(Channel { id, ..channel });
}

fn remove(document: &mut Document, place: usize) {
    let gone = document.channels.remove(place).id;
    for channel in &mut document.channels {
        channel.depends_on.retain(|dependency| dependency.channel != gone);
    }
}

/// A spend that is worth a curve or a dependency: today's, else that of a few units.
fn typical_spend(channel: &Channel) -> f64 {
    if channel.monthly_budget > 0.0 { channel.monthly_budget } else { FIRST_UNITS * channel.unit_cost.value }
}

/// A curve through today's spend at the unit cost, so that changing the kind does not move today's result.
fn response(channel: &Channel, kind: ResponseKind) -> Option<Response> {
    let spend = typical_spend(channel);
    let units = spend / channel.unit_cost.value;
    let some = |number: f64| Some(Estimate::from(number));
    let curve = Response::of(kind);
    match kind {
        ResponseKind::Linear => None,
        ResponseKind::Saturating => {
            Some(Response { ceiling: some(CEILING * units), at: some(spend), ..curve })
        }
        ResponseKind::Doubling => Some(Response { at: some(spend), gain: some(GAIN), ..curve }),
        ResponseKind::Hill => {
            let ceiling = units * (1.0 + HALF_AT.powf(SLOPE));
            Some(Response {
                ceiling: some(ceiling),
                half_at: some(HALF_AT * spend),
                slope: some(SLOPE),
                ..curve
            })
        }
    }
}

fn add_dependency(document: &mut Document, place: usize, on: usize) -> Result<(), Fault> {
    let missing = || Fault { path: format!("channels[{on}]"), kind: FaultKind::Missing };
    let other = document.channels.get(on).ok_or_else(missing)?;
    let dependency = Dependency {
        channel: other.id.clone(),
        share_without: Estimate::from(SHARE_WITHOUT),
        full_at: Estimate::from(typical_spend(other)),
    };
    if let Some(channel) = document.channels.get_mut(place) {
        channel.depends_on.push(dependency);
    }
    Ok(())
}
