//! What the charts show: the months, the funnel, and the money of every channel beside what it brings.

use super::figure::{
    BreakEven, ChannelMoney, Funnel, FunnelColumns, FunnelPart, FunnelStage, Heading, Money, MoneyColumns,
    Month, MonthColumns, Months, NotFinite, Reading as Point,
};
use super::presenter::Presenter;
use crate::locale::screen::plan as say;
use crate::locale::{Lang, month, number};
use crate::model::lever;
use crate::model::quantity::{Basis, Measure, Quantity};
use crate::model::reading::Numbers;
use crate::model::units::whole_units;

/// The three charts of the plan view.
#[derive(Clone, Debug, PartialEq)]
pub struct Charts {
    /// Revenue, cost and cumulative profit by month.
    pub months: Option<Months>,
    /// Volumes and losses by stage, channels stacked.
    pub funnel: Option<Funnel>,
    /// Money by channel beside value by channel.
    pub money: Option<Money>,
    /// Whether ticks of money are written with 萬 or with K: the language of the axis.
    pub lang: Lang,
}

/// A number on an axis of money, in the short form of a language.
#[must_use]
pub fn tick(value: f64, lang: Lang) -> String {
    number::compact(value, lang)
}

/// Channels beyond these are drawn as one.
const FUNNEL_CHANNELS: usize = 5;
const MONEY_CHANNELS: usize = 12;

impl Charts {
    /// Draws a plan with the budgets asked for; where no budget reaches the goal, with today's.
    #[must_use]
    pub fn of(numbers: &Numbers<'_>, lang: Lang, basis: Basis) -> Charts {
        charts(&Presenter::new(numbers, lang, basis))
    }
}

fn charts(presenter: &Presenter<'_, '_>) -> Charts {
    Charts {
        months: months(presenter).ok(),
        funnel: funnel(presenter).ok(),
        money: money(presenter).ok(),
        lang: presenter.lang,
    }
}

impl Presenter<'_, '_> {
    fn amount(&self, value: f64) -> String {
        number::money(value, self.currency)
    }

    fn compact_amount(&self, value: f64) -> String {
        number::compact_money(value, self.currency, self.lang)
    }

    fn number_of(&self, quantity: Quantity) -> f64 {
        self.value(self.reading(quantity)).unwrap_or(0.0)
    }

    fn point(&self, value: f64) -> Result<Point, NotFinite> {
        Point::new(value, self.amount(value))
    }
}

fn months(presenter: &Presenter<'_, '_>) -> Result<Months, NotFinite> {
    let lang = presenter.lang;
    let start = presenter.numbers.model().plan().start();
    let count = presenter.document().months;
    let month = |t: u32| {
        let at = start.plus(t);
        let number = |measure| {
            let reading = presenter.reading(Quantity::plan(measure)).at(u16::try_from(t).unwrap_or(u16::MAX));
            presenter.point(presenter.value(reading).unwrap_or(f64::NAN))
        };
        Ok(Month {
            label: month::long(at.year, at.month, lang),
            short: if at.month == 1 {
                month::short_with_year(at.year, at.month, lang)
            } else {
                month::short(at.month, lang)
            },
            revenue: number(Measure::MonthlyRevenue)?,
            cost: number(Measure::MonthlyCost)?,
            profit: number(Measure::CumulativeProfit)?,
        })
    };
    let months: Vec<Month> = (0..count).map(month).collect::<Result<_, _>>()?;
    let profit = presenter.compact_amount(months.last().map_or(0.0, |last| last.profit.value()));
    let break_even = presenter.value(presenter.reading(Quantity::plan(Measure::BreakEvenLasting))).ok();
    let idle = months.iter().all(|month| month.revenue.value() == 0.0 && month.cost.value() == 0.0);
    let title = match break_even {
        _ if idle => say::months_empty(lang).into(),
        Some(month) => say::months_break_even(lang, number::whole(month), count, &profit),
        None => say::months_no_break_even(lang, count, &profit),
    };
    let sum = |measure| presenter.compact_amount(presenter.number_of(Quantity::plan(measure)));
    let label = |month: Option<&Month>| month.map_or_else(String::new, |month| month.label.clone());
    let (revenue, cost) = (sum(Measure::Revenue), sum(Measure::Cost));
    let description =
        say::months_told(lang, label(months.first()), label(months.last()), revenue, cost, &profit);
    // The break-even is a month, counted from 1, of the horizon.
    let place = break_even.and_then(|number| (0..months.len()).find(|place| month_number(*place) >= number));
    Ok(Months {
        heading: Heading { title, unit: say::months_unit(lang, presenter.currency.code()), description },
        columns: MonthColumns {
            month: say::month(lang).into(),
            revenue: say::revenue(lang).into(),
            cost: say::cost(lang).into(),
            profit: say::cumulative_profit(lang).into(),
        },
        months,
        break_even: place.map(|month| BreakEven { month, text: say::break_even_here(lang).into() }),
    })
}

fn month_number(place: usize) -> f64 {
    u32::try_from(place + 1).map_or(f64::INFINITY, f64::from)
}

/// The channels that are drawn by themselves, largest first by a measure, and those that are drawn as one.
fn leading(presenter: &Presenter<'_, '_>, most: usize, by: impl Fn(u16) -> f64) -> (Vec<u16>, Vec<u16>) {
    let active =
        (0u16..).zip(&presenter.document().channels).filter(|(_, channel)| channel.active.unwrap_or(true));
    let mut all: Vec<u16> = active.map(|(index, _)| index).collect();
    if all.len() <= most {
        return (all, Vec::new());
    }
    all.sort_by(|a, b| by(*b).total_cmp(&by(*a)));
    let rest = all.split_off(most - 1);
    all.sort_unstable();
    (all, rest)
}

fn names(presenter: &Presenter<'_, '_>, shown: &[u16], rest: &[u16]) -> Vec<String> {
    let name = |index: &u16| {
        presenter.document().channels.get(usize::from(*index)).map(|channel| channel.name.clone())
    };
    let mut names: Vec<String> = shown.iter().filter_map(name).collect();
    if !rest.is_empty() {
        names.push(say::others(presenter.lang, rest.len()));
    }
    names
}

fn funnel(presenter: &Presenter<'_, '_>) -> Result<Funnel, NotFinite> {
    let lang = presenter.lang;
    let stages = u16::try_from(presenter.document().stages.len()).unwrap_or(0);
    let total = |stage| presenter.number_of(Quantity::stage(stage, Measure::Volume));
    let Some(first) = (0..stages).find(|stage| total(*stage) > 0.0) else { return Err(NotFinite) };
    let spent = |channel| presenter.number_of(Quantity::channel(channel, Measure::Media));
    let (shown, rest) = leading(presenter, FUNNEL_CHANNELS, spent);
    let part = |channels: &[u16], stage: u16| -> f64 {
        channels
            .iter()
            .map(|c| presenter.number_of(Quantity::channel_stage(*c, stage, Measure::Volume)))
            .sum()
    };
    let weakest = lever::weakest_stage(presenter.numbers);
    // What the goal takes is said in whole units, here as in the chain.
    let counted = |value: f64| match presenter.basis {
        Basis::Required => number::whole(whole_units(value)),
        Basis::Plan => number::count(value),
    };
    let count = |value: f64| Point::new(value, counted(value));
    let stage = |stage: u16| {
        let blended = presenter.value(presenter.reading(Quantity::stage(stage, Measure::BlendedRate))).ok();
        let rate = blended.filter(|_| stage > first);
        let single = shown.iter().map(|c| part(&[*c], stage));
        let all = single.chain((!rest.is_empty()).then(|| part(&rest, stage)));
        let parts = all.enumerate().map(|(channel, value)| Ok(FunnelPart { channel, volume: count(value)? }));
        Ok(FunnelStage {
            name: presenter.stage_name(stage).into(),
            volume: count(total(stage))?,
            conversion: rate.map(number::percent),
            loss: rate.map(|rate| say::lost(lang, number::percent(1.0 - rate))),
            weakest: weakest == Some(stage),
            parts: parts.collect::<Result<_, _>>()?,
        })
    };
    let drawn: Vec<FunnelStage> = (first..stages).map(stage).collect::<Result<_, _>>()?;
    let rate = |stage: &u16| {
        presenter.value(presenter.reading(Quantity::stage(*stage, Measure::BlendedRate))).unwrap_or(1.0)
    };
    let worst = (first + 1..stages).min_by(|a, b| rate(a).total_cmp(&rate(b)));
    let title = worst.map_or_else(
        || say::funnel_empty(lang).into(),
        |worst| say::funnel_title(lang, presenter.stage_name(worst - 1), presenter.stage_name(worst)),
    );
    let steps: Vec<String> =
        drawn.iter().map(|stage| format!("{} {}", stage.name, stage.volume.text())).collect();
    let joined = steps.join(if lang == Lang::ZhHant { "、" } else { ", " });
    Ok(Funnel {
        heading: Heading {
            title,
            unit: say::funnel_unit(lang, presenter.document().months),
            description: say::funnel_told(lang, joined),
        },
        scale_note: say::funnel_scale(lang).into(),
        columns: FunnelColumns {
            stage: say::stage(lang).into(),
            volume: say::volume(lang).into(),
            conversion: say::conversion(lang).into(),
            loss: say::loss(lang).into(),
        },
        channels: names(presenter, &shown, &rest),
        stages: drawn,
    })
}

fn money(presenter: &Presenter<'_, '_>) -> Result<Money, NotFinite> {
    let lang = presenter.lang;
    let of = |channels: &[u16], measure| -> f64 {
        channels.iter().map(|c| presenter.number_of(Quantity::channel(*c, measure))).sum()
    };
    let (shown, rest) = leading(presenter, MONEY_CHANNELS, |c| of(&[c], Measure::Cost));
    let groups: Vec<Vec<u16>> =
        shown.iter().map(|c| vec![*c]).chain((!rest.is_empty()).then(|| rest.clone())).collect();
    let names = names(presenter, &shown, &rest);
    let row = |(group, name): (&Vec<u16>, &String)| {
        Ok(ChannelMoney {
            name: name.clone(),
            cost: presenter.point(of(group, Measure::Cost))?,
            value: presenter.point(of(group, Measure::GrossProfit))?,
        })
    };
    let channels: Vec<ChannelMoney> = groups.iter().zip(&names).map(row).collect::<Result<_, _>>()?;
    let back = |channel: &ChannelMoney| channel.value.value() / channel.cost.value();
    let spending = channels.iter().filter(|channel| channel.cost.value() > 0.0);
    let best = spending.max_by(|a, b| back(a).total_cmp(&back(b)));
    let title = best.map_or_else(
        || say::money_empty(lang).into(),
        |best| say::money_title(lang, &best.name, number::ratio(back(best))),
    );
    let told: Vec<String> = channels
        .iter()
        .map(|channel| say::money_row(lang, &channel.name, channel.cost.text(), channel.value.text()))
        .collect();
    Ok(Money {
        heading: Heading {
            title,
            unit: say::money_unit(lang, presenter.currency.code()),
            description: say::money_told(lang, told.join(if lang == Lang::ZhHant { "；" } else { "; " })),
        },
        columns: MoneyColumns {
            channel: say::channel(lang).into(),
            cost: say::cost(lang).into(),
            value: say::gross_profit(lang).into(),
        },
        channels,
    })
}
