//! Leads to the place where something can be changed.

use super::form::{focus_add_channel, focus_field};
use super::session::Session;
use crate::model::check::Place;
use crate::model::plan::{Field, Path};
use crate::persist::link;
use crate::web::address;
use leptos::prelude::*;

/// The address of the view with the form.
const PLAN: &str = "/plan";
/// The address of the view that shares the money out.
const BUDGET: &str = "/budget";

/// Puts the cursor where a finding can be mended.
pub fn lead_to(session: Session, place: Place) {
    match place {
        Place::Field(path) => lead_to_field(session, path),
        Place::Channel(channel) => lead_to_field(session, Path::at(Field::MonthlyBudget, channel)),
        // A plan from a link is not of the shelf, and has no budgets to share out there.
        Place::Mix(channel) if link::is_in(&address::hash()) => {
            lead_to_field(session, Path::at(Field::MonthlyBudget, channel));
        }
        Place::Mix(_) => address::go(BUDGET),
        Place::Channels => {
            open_plan();
            focus_add_channel();
        }
        Place::Goal => {
            let grows = session.document.with_untracked(|document| document.goal.growth.is_some());
            lead_to_field(session, Path::of(if grows { Field::Growth } else { Field::Target }));
        }
    }
}

/// Puts the cursor into the field of a number of the plan, from any view.
pub fn lead_to_field(session: Session, path: Path) {
    open_plan();
    focus_field(session, path);
}

fn open_plan() {
    // A plan's own address goes on with its id; that of a plan from a link is the link.
    let hash = address::hash();
    if !hash.starts_with(PLAN) && !link::is_in(&hash) {
        address::go(PLAN);
    }
}
