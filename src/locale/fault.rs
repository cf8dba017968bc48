//! What is wrong with a plan, in words: what stands there, and what is allowed.

use super::number::{exact, grouped, in_percent};
use super::{Lang, term};
use backcast_model::plan::{Fault, FaultKind, Field, field::Bounds};
use backcast_model::quantity::Unit;
use sentences::*;

/// The sentence for a fault. With the field that it speaks of, its label comes first and its numbers have its unit.
#[must_use]
pub fn message(fault: &Fault, field: Option<Field>, lang: Lang) -> String {
    let sentence = sentence(&fault.kind, field.map(Field::unit), lang);
    match field {
        Some(field) => about(lang, term::field(field, lang), sentence),
        None => capital(sentence),
    }
}

/// The same of a number that has a name of its own, such as the rate into a stage.
#[must_use]
pub fn message_about(fault: &Fault, label: &str, unit: Unit, lang: Lang) -> String {
    about(lang, label, sentence(&fault.kind, Some(unit), lang))
}

fn sentence(kind: &FaultKind, unit: Option<Unit>, lang: Lang) -> String {
    match kind {
        FaultKind::OutOfRange { value, .. } if !value.is_finite() => not_a_number(lang).to_owned(),
        FaultKind::OutOfRange { value, bounds } if bounds.hold(*value) => {
            not_whole(lang, written(*value, unit))
        }
        FaultKind::OutOfRange { value, bounds } => {
            out_of_range(lang, written(*value, unit), allowed(*bounds, unit, lang))
        }
        FaultKind::Missing => missing(lang).to_owned(),
        FaultKind::NotAllowed => not_allowed(lang).to_owned(),
        FaultKind::RangeNotAroundValue => range_not_around_value(lang).to_owned(),
        FaultKind::UnknownVersion(version) => unknown_version(lang, version),
        FaultKind::WrongLength { length, least, most } if least == most => exact_length(lang, length, most),
        FaultKind::WrongLength { length, least, most } => wrong_length(lang, length, least, most),
        FaultKind::MalformedId(id) => malformed_id(lang, id),
        FaultKind::DuplicateId(id) => duplicate_id(lang, id),
        FaultKind::UnknownId(id) => unknown_id(lang, id),
        FaultKind::UnknownCurrency(code) => unknown_currency(lang, code),
        FaultKind::MalformedMonth(month) => malformed_month(lang, month),
        FaultKind::OverrideBeforeEntry => override_before_entry(lang).to_owned(),
        FaultKind::DependsOnItself => depends_on_itself(lang).to_owned(),
        FaultKind::AllZero => all_zero(lang).to_owned(),
        FaultKind::CeilingPassed => ceiling_passed(lang).to_owned(),
        FaultKind::MaximumBelowMinimum => maximum_below_minimum(lang).to_owned(),
        FaultKind::TargetOrGrowth => target_or_growth(lang).to_owned(),
        FaultKind::TargetNotPositive => target_not_positive(lang).to_owned(),
    }
}

/// What an interval allows, to follow 「這裡要」 or "it has to be".
fn allowed(bounds: Bounds, unit: Option<Unit>, lang: Lang) -> String {
    let (low, high) = (written(bounds.low, unit), written(bounds.high, unit));
    match (bounds.low.is_finite(), bounds.high.is_finite()) {
        (false, false) => any_number(lang).to_owned(),
        (false, true) if bounds.below_high => below(lang, high),
        (false, true) => at_most(lang, high),
        (true, false) if bounds.above_low => above(lang, low),
        (true, false) => at_least(lang, low),
        (true, true) => match (bounds.above_low, bounds.below_high) {
            (false, false) => within(lang, low, high),
            (true, false) => above_to(lang, low, high),
            (false, true) => from_to_below(lang, low, high),
            (true, true) => between(lang, low, high),
        },
    }
}

/// A number exactly as it is: rounded, a number just outside would look allowed.
fn written(value: f64, unit: Option<Unit>) -> String {
    let Some(number) = exact(value) else { return super::number::DASH.to_owned() };
    let minus = if value < 0.0 { "−" } else { "" };
    match unit {
        Some(Unit::Rate) => format!("{minus}{}%", grouped(&in_percent(number))),
        _ => format!("{minus}{}", grouped(&number)),
    }
}

fn capital(mut sentence: String) -> String {
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    sentence
}

#[allow(missing_docs, unreachable_pub, reason = "private texts, which say what they are")]
mod sentences {
    crate::locale::words! {
        about(label, sentence): "「{label}」{sentence}", "{label}: {sentence}";
        out_of_range(value, allowed): "填了 {value}，這裡要{allowed}。", "{value} stands here; it has to be {allowed}.";
        not_whole(value): "填了 {value}，這裡要整數。", "{value} stands here; it has to be a whole number.";
        not_a_number: "不是可以計算的數字。", "this is not a number that can be computed with.";
        any_number: "是一個數字", "a number";
        below(high): "小於 {high}", "below {high}";
        at_most(high): "不超過 {high}", "at most {high}";
        above(low): "大於 {low}", "above {low}";
        at_least(low): "在 {low} 以上", "at least {low}";
        within(low, high): "在 {low} 到 {high} 之間", "from {low} to {high}";
        above_to(low, high): "大於 {low}，最多 {high}", "above {low} and at most {high}";
        from_to_below(low, high): "在 {low} 以上、小於 {high}", "at least {low} and below {high}";
        between(low, high): "大於 {low}、小於 {high}", "above {low} and below {high}";
        missing: "還沒有填，這裡一定要有數字或選項。", "this is empty; a number or a choice has to stand here.";
        not_allowed: "不該出現在這裡，請拿掉。", "this has no meaning here; take it away.";
        range_not_around_value: "低估與高估沒有包住中間值，要低估 ≤ 中間值 ≤ 高估。", "the low and the high end do not enclose the value; low ≤ value ≤ high has to hold.";
        unknown_version(version): "這裡寫著第 {version} 版，方案格式從第 1 版開始。檔案可能被改過，請再匯出一次。", "version {version} stands here, and plans begin with version 1. The file may have been changed; export it again.";
        exact_length(length, most): "這裡有 {length} 個，要剛好 {most} 個。", "there are {length}; it has to be {most}.";
        wrong_length(length, least, most): "這裡有 {length} 個，要 {least} 到 {most} 個。", "there are {length}; it has to be {least} to {most}.";
        malformed_id(id): "代號「{id}」不能用；代號以小寫英文字母開頭，後面只用小寫字母、數字、- 和 _。", "the id \"{id}\" cannot be used; ids begin with a small letter and go on with small letters, digits, - and _.";
        duplicate_id(id): "「{id}」出現了兩次，每個只能出現一次。", "\"{id}\" stands twice; each may stand once.";
        unknown_id(id): "找不到「{id}」，請從方案裡現有的階段或管道挑選。", "the plan has no \"{id}\"; choose one of its stages or channels.";
        unknown_currency(code): "不認得幣別「{code}」，請用三個字母的幣別代碼，例如 TWD。", "\"{code}\" is not a currency; use a code of three letters such as TWD.";
        malformed_month(month): "「{month}」不是年月，請寫成 2027-01 這樣。", "\"{month}\" is not a month; write it like 2027-01.";
        override_before_entry: "設在管道進入的階段或更前面，只能設在進入之後的階段。", "this rate stands at or before the stage where the channel enters; it can only be set for a later one.";
        depends_on_itself: "搭配的管道是自己，請改選別的管道。", "the channel depends on itself; choose another one.";
        all_zero: "每個月都是 0，至少一個月要大於 0。", "every month is 0; at least one has to be above 0.";
        ceiling_passed: "以這個單價，每月上限會被超過。請提高上限或單價，或降低單價成立時的花費。", "at this price the monthly ceiling would be passed; raise the ceiling or the price, or lower the spend at that price.";
        maximum_below_minimum: "比最低預算還低，要大於或等於最低預算。", "the largest budget is below the least; it has to be at least as much.";
        target_or_growth: "目標要二選一：直接填目標值，或填成長率加上對照的數字。", "the goal takes one of two: a target, or a growth with its reference.";
        target_not_positive: "目標要大於 0；只有以利潤為目標時可以是 0 或負數。", "the target has to be above 0; only a profit may be 0 or below.";
    }
}
