//! A formula written down: with the names of its quantities, or with today's numbers in their places.

use super::figure::Figures;
use crate::locale::{
    Lang,
    number::{Currency, DASH, percent},
    term,
    term::notation,
};
use crate::model::graph::{Formula, Operator, Precedence, SeriesOperator};
use crate::model::plan::{Document, Path};
use crate::model::quantity::{Measure, Quantity, Unit};

/// Longer sums and rows are cut short.
const SHOWN: usize = 4;

/// A written part of a formula, and how tightly its outermost sign binds.
struct Written {
    text: String,
    binding: Precedence,
}

impl Written {
    fn whole(text: impl Into<String>) -> Written {
        Written { text: text.into(), binding: Precedence::Whole }
    }

    fn bracketed(self, needed: bool) -> String {
        if needed { format!("({})", self.text) } else { self.text }
    }
}

/// Writes the formula of one number.
pub(super) struct Writer<'a> {
    pub(super) document: &'a Document,
    pub(super) lang: Lang,
    /// The measure that is explained: it tells which row of the calendar stands in its formula.
    pub(super) subject: Measure,
    /// The numbers that stand for the names; none to write the names.
    pub(super) figures: Option<Figures<'a>>,
    /// Whether a quantity stands for all its months.
    pub(super) rows: bool,
}

impl Writer<'_> {
    /// The right side of the equation.
    pub(super) fn text(&self, formula: &Formula) -> String {
        match formula {
            Formula::Input(path) if self.figures.is_none() => {
                notation::entered(self.lang, term::path_inside(*path, self.document, self.lang))
            }
            Formula::Calendar => match self.subject {
                Measure::Season => notation::season(self.lang).to_owned(),
                Measure::Phase => notation::phase(self.lang).to_owned(),
                Measure::Horizon => notation::horizon(self.lang).to_owned(),
                _ => DASH.to_owned(),
            },
            formula => self.write(formula).text,
        }
    }

    fn write(&self, formula: &Formula) -> Written {
        match formula {
            Formula::Constant(number) => constant(*number),
            Formula::Input(path) => Written::whole(self.input(*path)),
            Formula::Quantity(quantity) => Written::whole(self.quantity(*quantity)),
            Formula::Calendar => Written::whole(self.calendar()),
            Formula::Joined(operator, left, right) => self.joined(*operator, left, right),
            Formula::Series(operator, operands) => self.series(*operator, operands),
            Formula::Marginal(of) => Written::whole(notation::marginal(self.lang, self.name(*of))),
            Formula::InverseMarginal(of) => {
                Written::whole(notation::inverse_marginal(self.lang, self.name(*of)))
            }
            Formula::Solved => Written::whole(notation::solved(self.lang)),
        }
    }

    fn name(&self, quantity: Quantity) -> String {
        term::quantity_inside(quantity, self.document, self.lang)
    }

    fn quantity(&self, quantity: Quantity) -> String {
        match &self.figures {
            None => self.name(quantity),
            Some(figures) if self.rows => {
                cut(&figures.months(quantity), notation::list_mark(self.lang)).unwrap_or_else(|same| same)
            }
            Some(figures) => figures.quantity(quantity),
        }
    }

    fn input(&self, path: Path) -> String {
        match &self.figures {
            None => term::path_inside(path, self.document, self.lang),
            Some(figures) => figures.input(path),
        }
    }

    /// The rows of the calendar that have no name of their own are known by where they stand.
    fn calendar(&self) -> String {
        let month = self.figures.as_ref().map(Figures::month);
        match (self.subject, month) {
            (Measure::Ramp, None) => notation::month_number(self.lang).to_owned(),
            (Measure::Ramp, Some(month)) => (month + 1).to_string(),
            (Measure::MonthlyCost, None) => notation::first_month(self.lang).to_owned(),
            (Measure::MonthlyCost, Some(month)) => u16::from(month == 0).to_string(),
            (Measure::AfterDeadline | Measure::CustomersAfter, _) => {
                notation::season_after(self.lang).to_owned()
            }
            _ => DASH.to_owned(),
        }
    }

    fn joined(&self, operator: Operator, left: &Formula, right: &Formula) -> Written {
        let (lang, text) = (self.lang, |part: &Formula| self.write(part).text);
        match operator {
            Operator::Add
            | Operator::Subtract
            | Operator::Multiply
            | Operator::Divide
            | Operator::DivideOrZero => self.signed(operator, left, right),
            Operator::Power => {
                let bracketed = |part| {
                    let part = self.write(part);
                    let needed = part.binding < Precedence::Whole;
                    part.bracketed(needed)
                };
                let text = format!("{}^{}", bracketed(left), bracketed(right));
                Written { text, binding: Precedence::Power }
            }
            Operator::Smaller | Operator::Larger => Written::whole(self.limited(operator, left, right)),
            Operator::ShareOfCeiling => {
                let whole = Formula::Joined(Operator::Add, left.clone().into(), right.clone().into());
                self.signed(Operator::Divide, left, &whole)
            }
            Operator::Annuity => Written::whole(notation::annuity(lang, text(right), text(left))),
            // A number that is asked for itself is there or not: that needs no words.
            Operator::Provided if left == right || self.figures.is_some() => self.write(left),
            Operator::Provided => Written::whole(notation::provided(lang, text(left), text(right))),
        }
    }

    fn signed(&self, operator: Operator, left: &Formula, right: &Formula) -> Written {
        let binding = operator.precedence();
        let (left, right) = (self.write(left), self.write(right));
        let loose = left.binding < binding;
        let ambiguous = right.binding == binding && !operator.is_associative();
        let enclose = right.binding < binding || ambiguous || right.text.starts_with('−');
        let text = format!("{} {} {}", left.bracketed(loose), operator.id(), right.bracketed(enclose));
        Written { text, binding }
    }

    /// The smaller or larger of two; against a fixed number it is a limit.
    fn limited(&self, operator: Operator, left: &Formula, right: &Formula) -> String {
        let part = |part| {
            let part = self.write(part);
            let needed = part.binding < Precedence::Whole;
            part.bracketed(needed)
        };
        match (left, operator == Operator::Smaller) {
            // What is limited from above is a share.
            (Formula::Constant(cap), true) => notation::at_most(self.lang, part(right), percent(*cap)),
            // A divisor below 0 makes its quotient undefined: the reason says so, the formula need not.
            (Formula::Constant(0.0), false) => part(right),
            (Formula::Constant(floor), false) => {
                notation::at_least(self.lang, part(right), constant(*floor).text)
            }
            (_, true) => notation::smaller(self.lang, self.write(left).text, self.write(right).text),
            (_, false) => notation::larger(self.lang, self.write(left).text, self.write(right).text),
        }
    }

    fn series(&self, operator: SeriesOperator, operands: &[Formula]) -> Written {
        let lang = self.lang;
        let rows = self.of_rows();
        let row = |place: usize| operands.get(place).map_or_else(String::new, |part| rows.write(part).text);
        let time = || operands.get(1).map_or_else(String::new, |part| self.time(part));
        Written::whole(match operator {
            SeriesOperator::Total => return self.total(operands),
            SeriesOperator::Sum => return self.sum(operands),
            SeriesOperator::Cumulative => notation::cumulative(lang, row(0)),
            SeriesOperator::Delayed => notation::delayed(lang, row(0), time()),
            SeriesOperator::Overdue => notation::overdue(lang, row(0), time()),
            SeriesOperator::Trailing => notation::trailing(lang, row(0), time()),
            SeriesOperator::CarriedOver if matches!(operands.get(2), Some(Formula::Constant(_))) => {
                notation::carried_over(lang, row(0), row(1))
            }
            SeriesOperator::CarriedOver => notation::carried_over_from(lang, row(0), row(1), row(2)),
            SeriesOperator::CarriedBeyond => notation::carried_beyond(lang, row(0), row(1)),
            SeriesOperator::FirstReached => notation::first_reached(lang, row(0)),
            SeriesOperator::LastingFrom => notation::lasting_from(lang, row(0)),
            SeriesOperator::PaidBackAfter => self.paid_back(operands),
        })
    }

    fn of_rows(&self) -> Writer<'_> {
        Writer { figures: self.figures.clone(), rows: true, ..*self }
    }

    fn time(&self, part: &Formula) -> String {
        match (part, &self.figures) {
            (Formula::Constant(months), _) => {
                term::unit_text(*months, Unit::Months, Currency::TWD, self.lang)
            }
            (part, _) => self.write(part).text,
        }
    }

    /// The sum over the months: with numbers it is written out, or as a product when every month is alike.
    fn total(&self, operands: &[Formula]) -> Written {
        let rows = self.of_rows();
        let row = || operands.first().map_or_else(String::new, |part| rows.write(part).text);
        let (Some(figures), Some(Formula::Quantity(quantity))) = (&self.figures, operands.first()) else {
            return Written::whole(notation::total(self.lang, row()));
        };
        let months = figures.months(*quantity);
        match cut(&months, " + ") {
            Ok(text) => Written { text, binding: Precedence::Sum },
            Err(same) if months.len() == 1 => Written::whole(same),
            Err(same) => {
                let text = notation::every_month(self.lang, same, months.len());
                Written { text, binding: Precedence::Product }
            }
        }
    }

    fn sum(&self, terms: &[Formula]) -> Written {
        let texts: Vec<String> = terms.iter().map(|part| self.write(part).text).collect();
        let text = match texts.as_slice() {
            [] => "0".to_owned(),
            [first, second, ..] if texts.len() > SHOWN => {
                notation::items(self.lang, first, second, texts.len())
            }
            texts => texts.join(" + "),
        };
        Written { text, binding: Precedence::Sum }
    }

    /// The incomes of all channels together: what comes at once, and what comes per month as long as all go on.
    fn paid_back(&self, operands: &[Formula]) -> String {
        let Some((cost, incomes)) = operands.split_first() else { return DASH.to_owned() };
        let cost = match cost {
            Formula::Joined(Operator::Provided, cost, _) => self.write(cost).text,
            cost => self.write(cost).text,
        };
        let parts = |place: usize| {
            incomes.chunks(3).filter_map(move |income| match income.get(place) {
                Some(Formula::Quantity(quantity)) => Some(*quantity),
                _ => None,
            })
        };
        let text = |measure, place: usize| match &self.figures {
            None => self.name(Quantity::plan(measure)),
            Some(figures) => figures.together(parts(place)),
        };
        let first = text(Measure::FirstGrossProfit, 0);
        let repeat = text(Measure::RepeatGrossProfit, 1);
        notation::paid_back(self.lang, first, repeat, cost)
    }
}

/// A number of mathematics; a twelfth is written as one.
fn constant(number: f64) -> Written {
    let inverse = 1.0 / number;
    let is_part = number > 0.0 && number < 1.0 && (inverse - inverse.round()).abs() < 1e-9;
    if is_part {
        return Written { text: format!("1 ÷ {}", inverse.round()), binding: Precedence::Product };
    }
    Written::whole(number.to_string())
}

/// A row joined by a mark and cut short when it is long; as an error the one text that all have in common.
fn cut(texts: &[String], mark: &str) -> Result<String, String> {
    match texts {
        [first, rest @ ..] if rest.iter().all(|text| text == first) => Err(first.clone()),
        [first, second, .., last] if texts.len() > SHOWN => {
            Ok(format!("{first}{mark}{second}{mark}…{mark}{last}"))
        }
        texts => Ok(texts.join(mark)),
    }
}
