//! How the money is shared out, seen as the solver sees it: by what the next of it brings.

use super::channel::{Spends, is_useless, spending};
use super::threshold::{BETTER_ELSEWHERE, NOISE, WORTH_MOVING};
use super::{Check, CheckKind, Look, Place};
use crate::plan::{Field, GoalMetric, Trust};
use crate::quantity::{Measure, Quantity, Reading};
use crate::solve::BANDS;
use alloc::vec::Vec;

/// So many channels of a class are named.
const NAMED: usize = 3;

/// Where one channel has all the money, nothing can be shared out.
pub(super) fn checks(look: Look<'_, '_>, found: &mut Vec<Check>) {
    let spending = spending(look);
    // Where nothing comes of the money, that is said of the channel, and enough.
    let useful = spending.iter().filter(|spends| !is_useless(look, **spends));
    found.extend(useful.filter_map(|spends| past_return(look, *spends)));
    if spending.len() > 1 {
        found.extend(better_elsewhere(look, &spending));
        found.extend(band_broken(look, &spending));
    }
}

/// The next customer of a channel costs more than a customer brings in a lifetime. Where the average customer does so
/// too, the plan never pays back, and that is said of the plan.
fn past_return(look: Look<'_, '_>, spends: Spends<'_>) -> Option<Check> {
    let cltv = look.reading(Quantity::plan(Measure::Cltv));
    let next = look.reading(spends.quantity(Measure::CacMarginal));
    let (worth, cost) = (look.read(cltv).ok()?, look.read(next).ok()?);
    let average = look.value(Quantity::plan(Measure::Cac))?;
    let kind = CheckKind::PastReturn { channel: spends.index, next: cost, cltv: worth };
    (cost > worth * (1.0 + NOISE) && average <= worth)
        .then(|| Check::warn(kind, spends.field(Field::MonthlyBudget)).with([next, cltv]))
}

/// The same money would bring far more in another channel that may have more of it.
fn better_elsewhere(look: Look<'_, '_>, spending: &[Spends<'_>]) -> Option<Check> {
    let document = look.plan().document();
    let in_money =
        matches!(document.goal.metric, GoalMetric::Revenue | GoalMetric::GrossProfit | GoalMetric::Profit);
    let measure = if in_money { Measure::RoasMarginal } else { Measure::CacMarginal };
    let all: f64 = spending.iter().map(|spends| spends.media).sum();
    let next = |spends: &Spends<'_>| {
        let door = look.reading(spends.quantity(measure));
        let figure = look.read(door).ok()?;
        let brings = if in_money { figure } else { figure.recip() };
        let budget = spends.media / f64::from(document.months);
        let most = spends.channel.max_budget.unwrap_or(f64::INFINITY);
        let least = spends.channel.min_budget.unwrap_or(0.0);
        let may_shrink = spends.media >= WORTH_MOVING * all && budget > least * (1.0 + NOISE);
        Some(Next {
            index: spends.index,
            door,
            figure,
            brings,
            may_grow: budget < most * (1.0 - NOISE),
            may_shrink,
        })
    };
    let next: Vec<Next> = spending.iter().filter_map(next).collect();
    let by_gain = |a: &&Next, b: &&Next| a.brings.total_cmp(&b.brings);
    let there = next.iter().filter(|next| next.may_grow).max_by(by_gain)?;
    let here = next.iter().filter(|next| next.may_shrink).min_by(by_gain)?;
    let kind = CheckKind::BetterElsewhere {
        channel: here.index,
        better: there.index,
        here: here.figure,
        there: there.figure,
        in_money,
    };
    (there.brings > BETTER_ELSEWHERE * here.brings)
        .then(|| Check::note(kind, Place::Mix(here.index)).with([here.door, there.door]))
}

/// What the next money in a channel does.
struct Next {
    index: u16,
    door: Reading,
    /// The marginal figure as it is shown.
    figure: f64,
    /// What a unit of money brings.
    brings: f64,
    may_grow: bool,
    may_shrink: bool,
}

/// A class of channels has less or more of the money than the 70/20/10 rule with its room gives it: the one that is
/// furthest off.
fn band_broken(look: Look<'_, '_>, spending: &[Spends<'_>]) -> Option<Check> {
    let all: f64 = spending.iter().map(|spends| spends.media).sum();
    let off = |(trust, [low, high]): (Trust, [f64; 2])| {
        let of_class = || spending.iter().filter(move |spends| spends.channel.trust == trust);
        let share = of_class().map(|spends| spends.media).sum::<f64>() / all;
        let above = share > high;
        let (by, bound) = if above { (share - high, high) } else { (low - share, low) };
        let channels: Vec<u16> = of_class().take(NAMED).map(|spends| spends.index).collect();
        // Where the class has no money, it comes from the channel that has most.
        let place = channels.first().copied().or(spending.first().map(|spends| spends.index))?;
        let share_of = |channel: &u16| look.reading(Quantity::channel(*channel, Measure::MediaShare));
        let doors: Vec<Reading> = channels.iter().map(share_of).collect();
        let kind = CheckKind::BandBroken { trust, channels, share, bound, above };
        (by > NOISE).then(|| (by, Check::note(kind, Place::Mix(place)).with(doors)))
    };
    let broken = Trust::ALL.into_iter().zip(BANDS).filter_map(off);
    broken.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, check)| check)
}
