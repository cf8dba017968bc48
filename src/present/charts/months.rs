//! Revenue and cost of each month, and the profit that they add up to.

use crate::locale::screen::plan as say;
use crate::locale::{month, number};
use crate::model::quantity::{Measure, Quantity, Reading};
use crate::present::figure::{BreakEven, Heading, Month, MonthColumns, MonthEnds, Months, NotFinite};
use crate::present::presenter::Presenter;
use crate::present::sentence::{Sentence, Shown, Slot};

pub(super) fn months(presenter: &Presenter<'_, '_>) -> Result<Months, NotFinite> {
    let lang = presenter.lang;
    let months: Vec<Month> =
        (0..presenter.document().months).map(|t| month_at(presenter, t)).collect::<Result<_, _>>()?;
    let break_even = presenter.value(presenter.reading(Quantity::plan(Measure::BreakEvenLasting))).ok();
    // The break-even is a month, counted from 1, of the horizon.
    let place = break_even.and_then(|number| (0..months.len()).find(|place| month_number(*place) >= number));
    Ok(Months {
        heading: Heading {
            title: title(presenter, &months),
            unit: say::months_unit(lang, presenter.currency.code()),
            description: description(presenter, &months),
        },
        columns: MonthColumns {
            month: say::month(lang).into(),
            revenue: say::revenue(lang).into(),
            gross_profit: say::gross_profit(lang).into(),
            cost: say::cost(lang).into(),
            profit: say::cumulative_profit(lang).into(),
        },
        ends: ends(presenter),
        months,
        break_even: place.map(|month| BreakEven { month, text: say::break_even_here(lang).into() }),
    })
}

/// What the lines are called at their ends: revenue and cost are those of the last month alone.
fn ends(presenter: &Presenter<'_, '_>) -> MonthEnds {
    let lang = presenter.lang;
    let count = presenter.document().months.saturating_sub(1);
    let last = month::before_word(presenter.numbers.model().plan().start().plus(count).month, lang);
    MonthEnds {
        revenue: say::revenue_of(lang, &last),
        cost: say::cost_of(lang, &last),
        profit: say::cumulative_profit(lang).into(),
    }
}

fn month_at(presenter: &Presenter<'_, '_>, t: u32) -> Result<Month, NotFinite> {
    let lang = presenter.lang;
    let at = presenter.numbers.model().plan().start().plus(t);
    let number = |measure| {
        let reading = presenter.reading(Quantity::plan(measure));
        presenter.amount(reading.at(u16::try_from(t).unwrap_or(u16::MAX)))
    };
    Ok(Month {
        label: month::long(at.year, at.month, lang),
        short: if at.month == 1 {
            month::short_with_year(at.year, at.month, lang)
        } else {
            month::short(at.month, lang)
        },
        revenue: number(Measure::MonthlyRevenue)?,
        gross_profit: number(Measure::MonthlyGrossProfit)?,
        cost: number(Measure::MonthlyCost)?,
        profit: number(Measure::CumulativeProfit)?,
    })
}

fn month_number(place: usize) -> f64 {
    u32::try_from(place + 1).map_or(f64::INFINITY, f64::from)
}

/// When the money is back, and what is left at the end.
fn title(presenter: &Presenter<'_, '_>, months: &[Month]) -> Sentence {
    let lang = presenter.lang;
    if months.iter().all(|month| month.revenue.value() == 0.0 && month.cost.value() == 0.0) {
        return say::months_empty(lang).into();
    }
    let last = u16::try_from(months.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let end = presenter.reading(Quantity::plan(Measure::CumulativeProfit)).at(last);
    let profit = Shown::new(presenter.compact(end), end);
    let count = Shown::new(months.len().to_string(), Reading::now(Quantity::plan(Measure::Horizon)));
    let back = presenter.reading(Quantity::plan(Measure::BreakEvenLasting));
    match presenter.value(back) {
        Ok(month) => Sentence::compose(
            &say::months_break_even(lang, Slot(0), Slot(1), Slot(2)),
            &[Shown::new(number::whole(month), back), count, profit],
        ),
        Err(_) => Sentence::compose(&say::months_no_break_even(lang, Slot(0), Slot(1)), &[count, profit]),
    }
}

fn description(presenter: &Presenter<'_, '_>, months: &[Month]) -> String {
    let compact = |measure| presenter.compact(presenter.reading(Quantity::plan(measure)));
    let label = |month: Option<&Month>| month.map_or_else(String::new, |month| month.label.clone());
    let profit = months.last().map_or(0.0, |last| last.profit.value());
    say::months_told(
        presenter.lang,
        label(months.first()),
        label(months.last()),
        compact(Measure::Revenue),
        compact(Measure::Cost),
        number::compact_money(profit, presenter.currency, presenter.lang),
    )
}

impl Presenter<'_, '_> {
    /// An amount of money in its short form.
    fn compact(&self, reading: Reading) -> String {
        let value = self.value(reading).unwrap_or(0.0);
        number::compact_money(value, self.currency, self.lang)
    }
}
