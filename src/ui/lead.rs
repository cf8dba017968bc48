//! Leads to the place where something can be changed.

use super::session::Session;
use crate::model::check::Place;
use crate::model::plan::{Field, Path};
use crate::web::{address, page};
use leptos::prelude::*;

/// The control that adds a channel.
const ADD_CHANNEL: &str = "add-channel";

/// Puts the cursor where a finding can be mended.
pub fn lead_to(session: Session, place: Place) {
    match place {
        Place::Field(path) => lead_to_field(session, path),
        Place::Channel(channel) => lead_to_field(session, Path::at(Field::MonthlyBudget, channel)),
        Place::Channels => _ = page::focus(ADD_CHANNEL),
        Place::Goal => {
            let grows = session.document.with_untracked(|document| document.goal.growth.is_some());
            lead_to_field(session, Path::of(if grows { Field::Growth } else { Field::Target }));
        }
    }
}

/// Puts the cursor into the field of a number of the plan, from any view.
pub fn lead_to_field(session: Session, path: Path) {
    let name = session.document.with_untracked(|document| path.name(document));
    let id = match path.field {
        Field::Target => "chain-goal".into(),
        Field::ConversionRate => format!("chain-rate-{}", path.index),
        Field::UnitCost => "chain-price".into(),
        _ => format!("field-{name}"),
    };
    if !page::focus(&id) {
        address::go("/plan");
    }
}
