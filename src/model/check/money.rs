//! Returns: what a customer is worth against its cost, when the cost is back, and what looks too good.

use super::threshold::{LTV_TO_CAC, LTV_TO_CAC_UNUSUAL, NOISE, ROI_TOO_GOOD};
use super::{Check, CheckKind, Look, Place};
use crate::graph::Reason;
use crate::plan::{Field, Path};
use crate::quantity::{Measure, Quantity, Reading};
use alloc::vec::Vec;

pub(super) fn checks(look: Look<'_, '_>, found: &mut Vec<Check>) {
    let payback = payback(look);
    let never = payback.as_ref().is_some_and(|check| matches!(check.kind, CheckKind::NeverPaysBack { .. }));
    // A plan that never pays back has a low ratio too: it is said once, in the stronger words.
    found.extend(lifetime(look).filter(|_| !never));
    found.extend(payback);
    found.extend(too_good(look));
}

fn door(look: Look<'_, '_>, measure: Measure) -> Reading {
    look.reading(Quantity::plan(measure))
}

fn number(look: Look<'_, '_>, measure: Measure) -> Option<f64> {
    look.value(Quantity::plan(measure))
}

fn lifetime(look: Look<'_, '_>) -> Option<Check> {
    let ltv_to_cac = number(look, Measure::CltvToCac)?;
    if ltv_to_cac >= LTV_TO_CAC - NOISE {
        let unusual = ltv_to_cac > LTV_TO_CAC_UNUSUAL;
        let kind = CheckKind::LtvToCacHealthy { ltv_to_cac, unusual };
        let margin = Place::Field(Path::of(Field::GrossMargin));
        let check = if unusual { Check::note(kind, margin) } else { Check::good(kind) };
        return Some(check.with([door(look, Measure::CltvToCac)]));
    }
    let (cltv, cac) = (number(look, Measure::Cltv)?, number(look, Measure::Cac)?);
    let place = Place::Field(Path::of(Field::OrderValue));
    let doors = [Measure::CltvToCac, Measure::Cltv, Measure::Cac].map(|measure| door(look, measure));
    Some(Check::warn(CheckKind::LtvToCacLow { ltv_to_cac, cltv, cac }, place).with(doors))
}

fn payback(look: Look<'_, '_>) -> Option<Check> {
    let months = look.plan().document().months;
    let place = Place::Field(Path::of(Field::GrossMargin));
    match look.read(door(look, Measure::Payback)) {
        Ok(payback) if payback <= f64::from(months) => {
            Some(Check::good(CheckKind::PaysBack { payback }).with([door(look, Measure::Payback)]))
        }
        Ok(payback) => Some(
            Check::note(CheckKind::PaybackBeyond { payback, months }, place)
                .with([door(look, Measure::Payback)]),
        ),
        Err(Reason::NeverPaysBack) => {
            let (cltv, cac) = (number(look, Measure::Cltv)?, number(look, Measure::Cac)?);
            let doors = [Measure::Cltv, Measure::Cac].map(|measure| door(look, measure));
            Some(Check::warn(CheckKind::NeverPaysBack { cltv, cac }, place).with(doors))
        }
        Err(_) => None,
    }
}

fn too_good(look: Look<'_, '_>) -> Option<Check> {
    let roi = number(look, Measure::Roi).filter(|roi| *roi > ROI_TOO_GOOD)?;
    let place = Place::Field(Path::of(Field::GrossMargin));
    Some(Check::warn(CheckKind::RoiTooGood { roi }, place).with([door(look, Measure::Roi)]))
}
