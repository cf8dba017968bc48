//! What measures and rates are called at a named stage: 「預約率」, 「每個商機的總成本」.

use crate::locale::Lang;
use backcast_model::quantity::Measure;
use forms::*;

/// What the rate into a stage is called: its conventional name where the trade has one, else by the stage's name.
///
/// The convention is only used where the stage still bears the conventional name, so that a renamed stage keeps its own.
#[must_use]
pub fn rate_into(id: &str, name: &str, lang: Lang) -> String {
    let conventional = CONVENTIONS.iter().find(|convention| convention.id == id && convention.fits(name));
    match (conventional, lang) {
        (Some(convention), Lang::ZhHant) => convention.zh.to_owned(),
        (Some(convention), Lang::En) => convention.en.to_owned(),
        (None, _) => rate_by_name(lang, name),
    }
}

/// One of what is bought at a stage, as it stands beside a price: 「每次點擊」, "per click".
#[must_use]
pub fn each(id: &str, name: &str, lang: Lang) -> String {
    let known = UNITS.iter().find(|unit| unit.id == id && names_fit(unit.names, name));
    match (known, lang) {
        (Some(unit), Lang::ZhHant) => each_counted(lang, unit.zh, name),
        (Some(unit), Lang::En) => each_counted(lang, unit.en, name),
        (None, _) => each_named(lang, name),
    }
}

/// What a measure is called at a stage; none where the stage's name is only put before its label.
#[must_use]
pub fn at_stage(measure: Measure, id: &str, name: &str, lang: Lang) -> Option<String> {
    Some(match measure {
        Measure::Volume => volume(lang, name),
        Measure::MonthlyVolume => monthly_volume(lang, name),
        Measure::AfterDeadline => after_deadline(lang, name),
        Measure::VolumePerMonth => volume_per_month(lang, name),
        Measure::BlendedRate => blended_rate(lang, rate_into(id, name, lang)),
        Measure::Lost => lost(lang, name),
        Measure::LateShare => late_share(lang, name),
        Measure::StepWorth => step_worth(lang, rate_into(id, name, lang)),
        Measure::Required => required(lang, name),
        Measure::CostPerUnit => cost_per_unit(lang, name),
        Measure::CostPerUnitMedia => cost_per_unit_media(lang, name),
        Measure::Due => due(lang, name),
        Measure::Arriving => arriving(lang, name),
        Measure::Delay => delay(lang, name),
        Measure::Yield => passed_on(lang, name),
        Measure::Bought => bought(lang, name),
        _ => return None,
    })
}

#[allow(missing_docs, unreachable_pub, reason = "private texts, which say what they are")]
mod forms {
    crate::locale::words! {
        each_counted(unit, stage): "每{unit}{stage}", "per {unit}";
        each_named(stage): "每個{stage}", "per unit of {stage}";
        rate_by_name(stage): "{stage}轉換率", "Rate into {stage}";
        volume(stage): "{stage}數", "{stage}";
        monthly_volume(stage): "當月{stage}數", "{stage} in the month";
        volume_per_month(stage): "平均每月{stage}數", "{stage} per month";
        blended_rate(rate): "整體{rate}", "{rate} over all channels";
        lost(stage): "沒走到{stage}的比例", "Share lost before {stage}";
        late_share(stage): "截止後才到的{stage}比例", "Share of {stage} after the deadline";
        step_worth(rate): "{rate}進步一小步省下的錢", "What a small step of the {rate} is worth";
        after_deadline(stage): "截止後才到的{stage}數", "{stage} after the deadline";
        required(stage): "達標需要的{stage}數", "{stage} required";
        cost_per_unit(stage): "每個{stage}的總成本", "Full cost per unit of {stage}";
        cost_per_unit_media(stage): "每個{stage}的媒體費", "Media cost per unit of {stage}";
        due(stage): "當月進來、早晚會到的{stage}數", "{stage} due";
        arriving(stage): "當月準備成為{stage}的數量", "Arriving before {stage}";
        delay(stage): "從進站到{stage}的時間", "Time from the entry to {stage}";
        passed_on(stage): "{stage}到下一階段的比例", "Share of {stage} that goes on";
        bought(stage): "直接買到的{stage}數", "{stage} bought directly";
    }
}

/// What the trade calls the rate into a stage.
struct Convention {
    id: &'static str,
    /// The names it goes with; none for any name.
    names: &'static [&'static str],
    zh: &'static str,
    en: &'static str,
}

impl Convention {
    fn fits(&self, name: &str) -> bool {
        names_fit(self.names, name)
    }
}

/// Whether a stage bears one of the names that go with its id; no names are all names.
fn names_fit(names: &[&str], name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    names.is_empty() || names.iter().any(|known| name.contains(known))
}

/// How one of a stage is counted.
struct Counted {
    id: &'static str,
    /// The names it goes with; none for any name.
    names: &'static [&'static str],
    /// The measure word before the name.
    zh: &'static str,
    /// One of them.
    en: &'static str,
}

const fn counted(
    id: &'static str,
    names: &'static [&'static str],
    zh: &'static str,
    en: &'static str,
) -> Counted {
    Counted { id, names, zh, en }
}

const UNITS: &[Counted] = &[
    counted("impression", &["曝光", "impression"], "次", "impression"),
    counted("click", &["點擊", "點閱", "click"], "次", "click"),
    counted("visit", &["造訪", "visit"], "次", "visit"),
    counted("conversation", &["對話", "chat", "conversation"], "次", "chat"),
    counted("lead", &["名單", "lead"], "筆", "lead"),
    counted("booking", &["預約", "booking"], "次", "booking"),
    counted("trial", &["試用", "free trial"], "次", "free trial"),
    counted("trial", &["試聽", "trial lesson"], "次", "trial lesson"),
    counted("attendance", &["到場", "attend"], "次", "attendance"),
    counted("customer", &["客", "customer"], "位", "customer"),
];

const fn rate(
    id: &'static str,
    names: &'static [&'static str],
    zh: &'static str,
    en: &'static str,
) -> Convention {
    Convention { id, names, zh, en }
}

const CONVENTIONS: &[Convention] = &[
    rate("click", &["點擊", "點閱", "click"], "點閱率", "Click-through rate"),
    rate("visit", &["造訪", "visit"], "造訪率", "Visit rate"),
    rate("conversation", &["對話", "chat", "conversation"], "對話率", "Chat rate"),
    rate("lead", &["名單", "lead"], "名單率", "Lead rate"),
    rate("opportunity", &["商機", "opportunit"], "商機率", "Opportunity rate"),
    rate("booking", &["預約", "booking"], "預約率", "Booking rate"),
    rate("cart", &["購物車", "cart"], "加購率", "Add-to-cart rate"),
    rate("trial", &["試用", "free trial"], "試用率", "Trial rate"),
    rate("trial", &["試聽", "trial lesson"], "試聽率", "Trial rate"),
    rate("signup", &["報名", "sign"], "報名率", "Sign-up rate"),
    rate("attendance", &["到場", "attend"], "到場率", "Show-up rate"),
    rate("customer", &[], "成交率", "Closing rate"),
];
