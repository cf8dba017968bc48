//! Gathering formulas: every operation on a [`Term`] adds a node.

use super::handle::{Form, Late, Monthly, One, Term};
use super::node::{Graph, Kind, Node, NodeId, Shape};
use super::operator::Operator;
use super::series::SeriesOperator;
use super::undefined::Reason;
use crate::plan::{Document, Path};
use crate::quantity::Quantity;
use alloc::vec::Vec;
use core::cell::RefCell;

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
        Term::of(id, self)
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

    pub(super) fn series<F: Form>(
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

    pub(super) fn pointwise<F: Form>(
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
