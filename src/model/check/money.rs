//! Returns: what a customer is worth against its cost, when the cost is back, and what looks too good.

use super::threshold::{LTV_TO_CAC, LTV_TO_CAC_UNUSUAL, NOISE, ROI_TOO_GOOD};
use super::{Check, CheckKind, Place, now};
use crate::graph::Reason;
use crate::plan::{Field, Path};
use crate::quantity::{Measure, Quantity, Reading};
use crate::reading::Numbers;
use alloc::vec::Vec;

pub(super) fn checks(numbers: &Numbers<'_>, found: &mut Vec<Check>) {
    let payback = payback(numbers);
    let never = payback.as_ref().is_some_and(|check| matches!(check.kind, CheckKind::NeverPaysBack { .. }));
    // A plan that never pays back has a low ratio too: it is said once, in the stronger words.
    found.extend(lifetime(numbers).filter(|_| !never));
    found.extend(payback);
    found.extend(too_good(numbers));
}

fn door(measure: Measure) -> Reading {
    Reading::now(Quantity::plan(measure))
}

fn number(numbers: &Numbers<'_>, measure: Measure) -> Option<f64> {
    now(numbers, Quantity::plan(measure))
}

fn lifetime(numbers: &Numbers<'_>) -> Option<Check> {
    let ltv_to_cac = number(numbers, Measure::CltvToCac)?;
    if ltv_to_cac >= LTV_TO_CAC - NOISE {
        let unusual = ltv_to_cac > LTV_TO_CAC_UNUSUAL;
        let kind = CheckKind::LtvToCacHealthy { ltv_to_cac, unusual };
        return Some(Check::good(kind).with([door(Measure::CltvToCac)]));
    }
    let (cltv, cac) = (number(numbers, Measure::Cltv)?, number(numbers, Measure::Cac)?);
    let place = Place::Field(Path::of(Field::OrderValue));
    let doors = [Measure::CltvToCac, Measure::Cltv, Measure::Cac].map(door);
    Some(Check::warn(CheckKind::LtvToCacLow { ltv_to_cac, cltv, cac }, place).with(doors))
}

fn payback(numbers: &Numbers<'_>) -> Option<Check> {
    let months = numbers.model().plan().document().months;
    let place = Place::Field(Path::of(Field::GrossMargin));
    match numbers.read(door(Measure::Payback)) {
        Ok(payback) if payback <= f64::from(months) => {
            Some(Check::good(CheckKind::PaysBack { payback }).with([door(Measure::Payback)]))
        }
        Ok(payback) => Some(
            Check::note(CheckKind::PaybackBeyond { payback, months }, place).with([door(Measure::Payback)]),
        ),
        Err(Reason::NeverPaysBack) => {
            let (cltv, cac) = (number(numbers, Measure::Cltv)?, number(numbers, Measure::Cac)?);
            let doors = [Measure::Cltv, Measure::Cac].map(door);
            Some(Check::warn(CheckKind::NeverPaysBack { cltv, cac }, place).with(doors))
        }
        Err(_) => None,
    }
}

fn too_good(numbers: &Numbers<'_>) -> Option<Check> {
    let roi = number(numbers, Measure::Roi).filter(|roi| *roi > ROI_TOO_GOOD)?;
    let place = Place::Field(Path::of(Field::GrossMargin));
    Some(Check::warn(CheckKind::RoiTooGood { roi }, place).with([door(Measure::Roi)]))
}
