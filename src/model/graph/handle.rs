//! Handles of nodes while formulas are written, with ordinary arithmetic. A handle of one number and one of a number
//! per month are different types, so a formula of the wrong shape does not compile.

use super::builder::Builder;
use super::node::NodeId;
use super::operator::Operator;
use super::series::SeriesOperator;
use super::undefined::Reason;
use core::marker::PhantomData;
use core::ops;

/// The shape of a handle, known to the compiler.
pub(crate) trait Form: Copy {}
/// One number.
#[derive(Clone, Copy)]
pub(crate) struct Single;
/// One number per month of the horizon.
#[derive(Clone, Copy)]
pub(crate) struct PerMonth;
/// Twelve calendar months after the horizon.
#[derive(Clone, Copy)]
pub(crate) struct Afterwards;
impl Form for Single {}
impl Form for PerMonth {}
impl Form for Afterwards {}

/// The form of two operands together.
pub(crate) trait Join<R: Form>: Form {
    type Out: Form;
}
impl<F: Form> Join<F> for Single {
    type Out = F;
}
impl Join<Single> for PerMonth {
    type Out = PerMonth;
}
impl Join<PerMonth> for PerMonth {
    type Out = PerMonth;
}
impl Join<Single> for Afterwards {
    type Out = Afterwards;
}
impl Join<Afterwards> for Afterwards {
    type Out = Afterwards;
}

/// A handle of a node while formulas are written.
pub(crate) struct Term<'b, F: Form> {
    pub(super) id: NodeId,
    builder: &'b Builder<'b>,
    form: PhantomData<F>,
}
impl<F: Form> Clone for Term<'_, F> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<F: Form> Copy for Term<'_, F> {}

impl<'b, F: Form> Term<'b, F> {
    pub(super) fn of(id: NodeId, builder: &'b Builder<'b>) -> Term<'b, F> {
        Term { id, builder, form: PhantomData }
    }
}

pub(crate) type One<'b> = Term<'b, Single>;
pub(crate) type Monthly<'b> = Term<'b, PerMonth>;
pub(crate) type Late<'b> = Term<'b, Afterwards>;

impl<'b, F: Form> Term<'b, F> {
    fn with<R: Form>(self, operator: Operator, other: Term<'b, R>) -> Term<'b, F::Out>
    where
        F: Join<R>,
    {
        self.builder.pointwise(operator, None, self.id, other.id)
    }

    /// self ÷ divisor, undefined for a reason where the divisor is 0.
    pub(crate) fn over<R: Form>(self, divisor: Term<'b, R>, reason: Reason) -> Term<'b, F::Out>
    where
        F: Join<R>,
    {
        self.builder.pointwise(Operator::Divide, Some(reason), self.id, divisor.id)
    }

    /// self, undefined for a reason where the condition is 0.
    pub(crate) fn provided<R: Form>(self, condition: Term<'b, R>, reason: Reason) -> Term<'b, F::Out>
    where
        F: Join<R>,
    {
        self.builder.pointwise(Operator::Provided, Some(reason), self.id, condition.id)
    }

    /// self ÷ divisor, 0 where the divisor is 0.
    pub(crate) fn over_or_zero<R: Form>(self, divisor: Term<'b, R>) -> Term<'b, F::Out>
    where
        F: Join<R>,
    {
        self.with(Operator::DivideOrZero, divisor)
    }

    /// The smaller of a cap and self.
    pub(crate) fn at_most(self, cap: f64) -> Term<'b, F>
    where
        Single: Join<F, Out = F>,
    {
        self.builder.constant(cap).with(Operator::Smaller, self)
    }

    /// The larger of a floor and self.
    pub(crate) fn at_least(self, floor: f64) -> Term<'b, F>
    where
        Single: Join<F, Out = F>,
    {
        self.builder.constant(floor).with(Operator::Larger, self)
    }

    /// self to a power.
    pub(crate) fn power(self, exponent: One<'b>) -> Term<'b, F>
    where
        F: Join<Single, Out = F>,
    {
        self.with(Operator::Power, exponent)
    }

    /// The share of the ceiling that self buys, where `half` buys half of it.
    pub(crate) fn share_of_ceiling(self, half: One<'b>) -> Term<'b, F>
    where
        F: Join<Single, Out = F>,
    {
        self.with(Operator::ShareOfCeiling, half)
    }
}

impl<'b> One<'b> {
    /// What 1 a month over `months` is worth today at the monthly rate self.
    pub(crate) fn annuity(self, months: One<'b>) -> One<'b> {
        self.with(Operator::Annuity, months)
    }
}

impl<'b> Monthly<'b> {
    fn series<F: Form>(self, operator: SeriesOperator, more: &[One<'b>]) -> Term<'b, F> {
        self.builder.series(operator, core::iter::once(self.id).chain(more.iter().map(|term| term.id)))
    }

    /// The sum over the months.
    pub(crate) fn total(self) -> One<'b> {
        self.series(SeriesOperator::Total, &[])
    }

    /// The sum up to each month.
    pub(crate) fn cumulative(self) -> Monthly<'b> {
        self.series(SeriesOperator::Cumulative, &[])
    }

    /// The same, arriving months later.
    pub(crate) fn delayed(self, months: One<'b>) -> Monthly<'b> {
        self.series(SeriesOperator::Delayed, &[months])
    }

    /// What a delay pushes beyond the horizon.
    pub(crate) fn overdue(self, months: One<'b>) -> Late<'b> {
        self.series(SeriesOperator::Overdue, &[months])
    }

    /// The sum over a time before each month, that month apart.
    pub(crate) fn trailing(self, months: One<'b>) -> Monthly<'b> {
        self.series(SeriesOperator::Trailing, &[months])
    }

    /// The spend at work: geometric carryover with what was spent per month before the start.
    pub(crate) fn carried_over(self, carryover: One<'b>, before: One<'b>) -> Monthly<'b> {
        self.series(SeriesOperator::CarriedOver, &[carryover, before])
    }

    /// The part whose carried-over effect falls after the horizon.
    pub(crate) fn carried_beyond(self, carryover: One<'b>) -> One<'b> {
        self.series(SeriesOperator::CarriedBeyond, &[carryover])
    }

    /// The number of the first month that is not below 0, of a cumulative difference of two rows.
    pub(crate) fn first_reached(self, of: [Monthly<'b>; 2]) -> One<'b> {
        self.with_rows(SeriesOperator::FirstReached, of)
    }

    /// The number of the first month from which on none is below 0, of a cumulative difference of two rows.
    pub(crate) fn lasting_from(self, of: [Monthly<'b>; 2]) -> One<'b> {
        self.with_rows(SeriesOperator::LastingFrom, of)
    }

    fn with_rows(self, operator: SeriesOperator, more: [Monthly<'b>; 2]) -> One<'b> {
        self.builder.series(operator, core::iter::once(self.id).chain(more.map(|row| row.id)))
    }
}

impl<'b> Late<'b> {
    /// The sum over everything that comes late.
    pub(crate) fn total(self) -> One<'b> {
        self.builder.series(SeriesOperator::Total, core::iter::once(self.id))
    }
}

macro_rules! arithmetic {
    ($($trait:ident $method:ident $operator:ident;)*) => { $(
        impl<'b, L: Form + Join<R>, R: Form> ops::$trait<Term<'b, R>> for Term<'b, L> {
            type Output = Term<'b, L::Out>;
            fn $method(self, other: Term<'b, R>) -> Self::Output {
                self.with(Operator::$operator, other)
            }
        }
        impl<'b, F: Form + Join<Single, Out = F>> ops::$trait<f64> for Term<'b, F> {
            type Output = Term<'b, F>;
            fn $method(self, other: f64) -> Term<'b, F> {
                self.with(Operator::$operator, self.builder.constant(other))
            }
        }
        impl<'b, F: Form> ops::$trait<Term<'b, F>> for f64 {
            type Output = Term<'b, F>;
            fn $method(self, other: Term<'b, F>) -> Term<'b, F> {
                other.builder.constant(self).with(Operator::$operator, other)
            }
        }
    )* };
}

arithmetic! {
    Add add Add;
    Sub sub Subtract;
    Mul mul Multiply;
}

/// Division by a number of mathematics, which is never 0; by a term it needs a reason: [`Term::over`].
impl<'b, F: Form + Join<Single, Out = F>> ops::Div<f64> for Term<'b, F> {
    type Output = Term<'b, F>;
    fn div(self, divisor: f64) -> Term<'b, F> {
        self.with(Operator::Divide, self.builder.constant(divisor))
    }
}
