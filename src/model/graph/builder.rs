//! Writing formulas: ordinary arithmetic on handles. A handle of one number and one of a number per month are
//! different types, so a formula of the wrong shape does not compile.

use super::node::{Graph, Kind, Node, NodeId, Shape};
use super::operator::Operator;
use super::series::SeriesOperator;
use super::undefined::Reason;
use crate::plan::{Document, Path};
use crate::quantity::Quantity;
use alloc::vec::Vec;
use core::cell::RefCell;
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
    id: NodeId,
    builder: &'b Builder<'b>,
    form: PhantomData<F>,
}
impl<F: Form> Clone for Term<'_, F> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<F: Form> Copy for Term<'_, F> {}

pub(crate) type One<'b> = Term<'b, Single>;
pub(crate) type Monthly<'b> = Term<'b, PerMonth>;
pub(crate) type Late<'b> = Term<'b, Afterwards>;

/// Gathers the nodes of one plan. What every formula calls is not inlined: building runs once per plan, and the formulas
/// are many.
pub(crate) struct Builder<'p> {
    document: &'p Document,
    graph: RefCell<Graph>,
}

impl<'p> Builder<'p> {
    pub(crate) fn new(document: &'p Document, months: usize) -> Builder<'p> {
        Builder { document, graph: RefCell::new(Graph { months, ..Graph::default() }) }
    }

    pub(crate) fn finish(self) -> Graph {
        self.graph.into_inner()
    }

    fn term<F: Form>(&'p self, id: NodeId) -> Term<'p, F> {
        Term { id, builder: self, form: PhantomData }
    }

    #[allow(clippy::cast_possible_truncation, reason = "a graph has far fewer than 2^32 numbers")]
    fn push(
        &self,
        kind: Kind,
        shape: Shape,
        operands: &[NodeId],
        numbers: impl Iterator<Item = f64>,
    ) -> NodeId {
        let mut graph = self.graph.borrow_mut();
        let id = NodeId(graph.nodes.len() as u32);
        let length = graph.length(shape);
        let node = Node {
            kind,
            shape,
            start: graph.numbers.len() as u32,
            length: length as u32,
            operands: (graph.operands.len() as u32, operands.len() as u32),
            name: None,
        };
        graph.nodes.push(node);
        graph.operands.extend_from_slice(operands);
        graph.numbers.extend(numbers.chain(core::iter::repeat(0.0)).take(length));
        id
    }

    #[inline(never)]
    fn push_one(&self, kind: Kind, value: f64) -> NodeId {
        self.push(kind, Shape::One, &[], core::iter::once(value))
    }

    /// A number of mathematics.
    pub(crate) fn constant(&'p self, value: f64) -> One<'p> {
        self.term(self.push_one(Kind::Constant, value))
    }

    /// A row that comes with the plan's calendar, one number per month.
    pub(crate) fn given(&'p self, row: impl Iterator<Item = f64>) -> Monthly<'p> {
        self.term(self.push(Kind::Given, Shape::Monthly, &[], row))
    }

    /// A number that comes with the plan's calendar.
    pub(crate) fn given_once(&'p self, value: f64) -> One<'p> {
        self.term(self.push_one(Kind::Given, value))
    }

    /// A row for the twelve months after the horizon.
    pub(crate) fn given_after(&'p self, row: impl Iterator<Item = f64>) -> Late<'p> {
        self.term(self.push(Kind::Given, Shape::Late, &[], row))
    }

    /// The number at a path of the plan, or its default. Asked for twice it is the same node.
    pub(crate) fn input(&'p self, path: Path) -> One<'p> {
        let known = self.graph.borrow().input(path);
        let id = known.unwrap_or_else(|| {
            let value = self.document.number(path).or(path.field.default()).unwrap_or(f64::NAN);
            let id = self.push_one(Kind::Input(path), value);
            self.graph.borrow_mut().inputs.insert(path, id);
            id
        });
        self.term(id)
    }

    /// The number at a path, unless it is absent or a plain number equal to the field's default: then the term it
    /// stands for would change nothing and leaves no node.
    pub(crate) fn optional(&'p self, path: Path) -> Option<One<'p>> {
        let value = self.document.number(path)?;
        let ranged = self.document.estimate(path).is_some_and(|estimate| estimate.range.is_some());
        (ranged || path.field.default() != Some(value)).then(|| self.input(path))
    }

    /// Gives a formula its name. A node that has a name already keeps it, except that what is true of the whole plan
    /// is said of the plan: where one channel is all there is, its cost is the plan's cost.
    pub(crate) fn define<F: Form>(&'p self, quantity: Quantity, formula: Term<'p, F>) -> Term<'p, F> {
        self.name(quantity, formula.id);
        formula
    }

    #[inline(never)]
    fn name(&self, quantity: Quantity, id: NodeId) {
        let mut graph = self.graph.borrow_mut();
        graph.quantities.insert(quantity, id);
        if let Some(node) = graph.nodes.get_mut(id.index()) {
            let of_channel =
                node.name.is_none_or(|name| name.channel.is_some() && quantity.channel.is_none());
            node.name = if of_channel { Some(quantity) } else { node.name };
        }
    }

    /// The formula of a name that has been given.
    pub(crate) fn named(&'p self, quantity: Quantity) -> Option<One<'p>> {
        let graph = self.graph.borrow();
        let id =
            graph.find(quantity).filter(|id| graph.node(*id).is_some_and(|node| node.shape == Shape::One))?;
        Some(self.term(id))
    }

    /// The sum of a list, 0 for an empty one.
    pub(crate) fn sum<F: Form>(&'p self, list: &[Term<'p, F>]) -> Term<'p, F> {
        match list {
            [only] => *only,
            list => self.series(SeriesOperator::Sum, list.iter().map(|term| term.id)),
        }
    }

    /// The smallest time after which incomes (at once, per month, for how many months) pay a cost.
    pub(crate) fn paid_back_after(&'p self, cost: One<'p>, incomes: &[[One<'p>; 3]]) -> One<'p> {
        let operands = core::iter::once(cost).chain(incomes.iter().flatten().copied());
        self.series(SeriesOperator::PaidBackAfter, operands.map(|term| term.id))
    }

    fn series<F: Form>(
        &'p self,
        operator: SeriesOperator,
        operands: impl Iterator<Item = NodeId>,
    ) -> Term<'p, F> {
        self.term(self.push_series(operator, &operands.collect::<Vec<NodeId>>()))
    }

    #[inline(never)]
    fn push_series(&self, operator: SeriesOperator, operands: &[NodeId]) -> NodeId {
        let shape = {
            let graph = self.graph.borrow();
            operator.shape(operands.iter().filter_map(|id| graph.node(*id)).map(|node| node.shape))
        };
        self.push(Kind::Series(operator), shape, operands, core::iter::empty())
    }

    fn pointwise<F: Form>(
        &'p self,
        operator: Operator,
        reason: Option<Reason>,
        a: NodeId,
        b: NodeId,
    ) -> Term<'p, F> {
        self.term(self.push_pointwise(operator, reason, a, b))
    }

    #[inline(never)]
    fn push_pointwise(&self, operator: Operator, reason: Option<Reason>, a: NodeId, b: NodeId) -> NodeId {
        let shape = {
            let graph = self.graph.borrow();
            let shape_of = |id| graph.node(id).map_or(Shape::One, |node| node.shape);
            if shape_of(a) == Shape::One { shape_of(b) } else { shape_of(a) }
        };
        self.push(Kind::Pointwise(operator, reason), shape, &[a, b], core::iter::empty())
    }
}

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

    /// The number of the first month that is not below 0.
    pub(crate) fn first_reached(self) -> One<'b> {
        self.series(SeriesOperator::FirstReached, &[])
    }

    /// The number of the first month from which on none is below 0.
    pub(crate) fn lasting_from(self) -> One<'b> {
        self.series(SeriesOperator::LastingFrom, &[])
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
