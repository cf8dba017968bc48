//! A number of the plan as a field: what stands in it, around it and below it.

use crate::locale::number::Currency;
use crate::locale::screen::form as say;
use crate::locale::typed::{self, Kind};
use crate::locale::{Lang, month, term};
use crate::model::plan::{Document, Estimate, Field, GoalMetric, Path, Source, YearMonth};
use crate::model::quantity::Unit;
use crate::present::chain::InputView;
use crate::present::verdict::inside;

/// A field of the form.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldView {
    /// The number to be typed. Money stands without its sign, which is the prefix; a rate keeps its %.
    pub input: InputView,
    /// What the number means, in one sentence.
    pub help: String,
    /// What is written before the number; may be empty.
    pub prefix: String,
    /// What is written behind the number; may be empty.
    pub unit: String,
    /// What holds while the field is empty.
    pub placeholder: String,
    /// Whether the field may be empty.
    pub optional: bool,
    /// Whether it is: its default holds.
    pub is_default: bool,
    /// Where the number comes from and how far it may lie off, where it is written down as an estimate.
    pub estimate: Option<EstimateView>,
}

/// What an estimate says beside its value.
#[derive(Clone, Debug, PartialEq)]
pub struct EstimateView {
    /// Where the number comes from.
    pub source: Source,
    /// 「範圍 1.4%–2.8%」, or the invitation to give one.
    pub summary: String,
    /// The ends of the 80 % interval as they are edited.
    pub range: Option<(String, String)>,
    /// A note of the author; empty when there is none.
    pub note: String,
}

impl FieldView {
    /// The field of a place in a document.
    #[must_use]
    pub fn of(path: Path, document: &Document, lang: Lang) -> FieldView {
        let kind = kind(path.field, document);
        let value = document.number(path);
        let text = value.map_or_else(String::new, |value| bare(value, kind));
        FieldView {
            input: InputView { path, label: label(path, document, lang), text, kind },
            help: help(path, document, lang),
            prefix: match kind {
                Kind::Money(currency) => currency.prefix().trim_end().to_owned(),
                _ => String::new(),
            },
            unit: unit(path.field, kind, document, lang),
            placeholder: placeholder(path, document, kind, lang),
            optional: is_optional(path.field),
            is_default: value.is_none(),
            estimate: document.estimate(path).map(|estimate| EstimateView::of(estimate, kind, lang)),
        }
    }

    /// A number of this field as it is edited.
    #[must_use]
    pub fn editable(&self, value: f64) -> String {
        bare(value, self.input.kind)
    }
}

impl EstimateView {
    fn of(estimate: &Estimate, kind: Kind, lang: Lang) -> EstimateView {
        let range = estimate.range.map(|(low, high)| (bare(low, kind), bare(high, kind)));
        let summary = match &range {
            Some((low, high)) => say::range(lang, low, high),
            None => say::no_range(lang).to_owned(),
        };
        EstimateView {
            source: estimate.source,
            summary,
            range,
            note: estimate.note.clone().unwrap_or_default(),
        }
    }
}

/// A number as it is edited, without the sign of its currency.
pub(crate) fn bare(value: f64, kind: Kind) -> String {
    let text = typed::editable(value, kind);
    match kind {
        Kind::Money(currency) => text.replacen(&currency.prefix(), "", 1).trim().to_owned(),
        _ => text,
    }
}

pub(super) fn currency(document: &Document) -> Currency {
    Currency::of_code(&document.currency).unwrap_or(Currency::TWD)
}

/// How the text of a field is read. The goal is money unless it counts people.
fn kind(field: Field, document: &Document) -> Kind {
    let counts = matches!(document.goal.metric, GoalMetric::NewCustomers | GoalMetric::StageVolume);
    let goal = matches!(field, Field::Target | Field::Reference | Field::Baseline);
    match field.unit() {
        Unit::Count if goal && !counts => Kind::Money(currency(document)),
        Unit::Count => Kind::Count,
        Unit::Money | Unit::MoneyPerMonth | Unit::MoneyPerUnit => Kind::Money(currency(document)),
        Unit::Rate => Kind::Rate,
        Unit::Ratio | Unit::MonthNumber => Kind::Plain,
        Unit::Months => Kind::Months,
        Unit::Years => Kind::Years,
        Unit::Days => Kind::Days,
        Unit::Hours => Kind::Hours,
    }
}

fn label(path: Path, document: &Document, lang: Lang) -> String {
    let place = |count: u16| u8::try_from(count % 12).unwrap_or(0) + 1;
    match path.field {
        Field::ConversionRate => rate(path.index, document, lang),
        Field::RateOverride => rate(path.item, document, lang),
        Field::Seasonality => month::short(place(path.index), lang),
        Field::PhasingFactor => term::month(path.index, document, lang),
        field => term::field(field, lang).to_owned(),
    }
}

fn rate(stage: u16, document: &Document, lang: Lang) -> String {
    let id = document.stages.get(usize::from(stage)).map_or("", |stage| stage.id.as_str());
    term::rate_into(id, &term::stage_name(stage, document, lang), lang)
}

fn help(path: Path, document: &Document, lang: Lang) -> String {
    match path.field {
        Field::ConversionRate => {
            let stage = |place| inside(&term::stage_name(place, document, lang), lang);
            say::rate_help(lang, stage(path.index.saturating_sub(1)), stage(path.index))
        }
        Field::Months => months_help(document, lang),
        Field::Seasonality | Field::PhasingFactor | Field::RateOverride => String::new(),
        field => term::field_help(field, lang).to_owned(),
    }
}

/// Until when the plan runs.
fn months_help(document: &Document, lang: Lang) -> String {
    let start = YearMonth::parse(&document.start);
    let last = start.map(|start| start.plus(document.months.saturating_sub(1)));
    last.map_or_else(String::new, |last| say::months_help(lang, month::until(last.year, last.month, lang)))
}

fn unit(field: Field, kind: Kind, document: &Document, lang: Lang) -> String {
    let people = document.goal.metric == GoalMetric::NewCustomers;
    match (field, kind) {
        (Field::Target | Field::Reference | Field::Baseline, Kind::Count) if people => say::people(lang),
        (Field::Target | Field::Reference | Field::Baseline, Kind::Count) => say::units(lang),
        (Field::OrdersPerYear | Field::ChannelOrdersPerYear, _) => say::times(lang),
        (Field::Ceiling | Field::FreeVolume, _) => say::units(lang),
        (_, Kind::Months) => say::months_unit(lang),
        (_, Kind::Years) => say::years_unit(lang),
        (_, Kind::Days) => say::days_unit(lang),
        (_, Kind::Hours) => say::hours_unit(lang),
        _ => "",
    }
    .to_owned()
}

/// What is computed with while nothing stands in the field.
fn placeholder(path: Path, document: &Document, kind: Kind, lang: Lang) -> String {
    let of_plan = match path.field {
        Field::RateOverride => Some(Path::at(Field::ConversionRate, path.item)),
        Field::ChannelOrderValue => Some(Path::of(Field::OrderValue)),
        Field::ChannelOrdersPerYear => Some(Path::of(Field::OrdersPerYear)),
        Field::ChannelRelationshipYears => Some(Path::of(Field::RelationshipYears)),
        _ => None,
    };
    let value = of_plan.map_or_else(|| path.field.default(), |path| document.number(path));
    match value {
        Some(value) => bare(value, kind),
        None if path.field == Field::MaxBudget => say::no_limit(lang).to_owned(),
        None => String::new(),
    }
}

/// Whether the contract lets the number be absent. A month's factor is part of its list.
fn is_optional(field: Field) -> bool {
    let without_default = matches!(
        field,
        Field::MaxBudget
            | Field::RateOverride
            | Field::ChannelOrderValue
            | Field::ChannelOrdersPerYear
            | Field::ChannelRelationshipYears
    );
    without_default || (field.default().is_some() && field != Field::Seasonality)
}
