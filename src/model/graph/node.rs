//! Nodes, and the list of them that is a graph.

use super::operator::Operator;
use super::series::SeriesOperator;
use super::undefined::Reason;
use crate::plan::Path;
use crate::quantity::Quantity;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

/// The place of a node in its graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct NodeId(pub(super) u32);

impl NodeId {
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// How many numbers a node holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Shape {
    /// One number.
    One,
    /// One per month of the horizon.
    Monthly,
    /// What falls after the horizon, gathered by calendar month: twelve numbers, the first is the month after it.
    Late,
}

/// The months of a year, the length of [`Shape::Late`].
pub(crate) const YEAR: usize = 12;

/// Where a node's numbers come from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    /// A number of mathematics, such as 12 months a year.
    Constant,
    /// A number of the plan.
    Input(Path),
    /// Numbers given with the plan's calendar: the season, the phases, the number of a month.
    Given,
    /// An operator number by number; the reason is what it says when it, and none of its operands, is undefined.
    Pointwise(Operator, Option<Reason>),
    /// An operator over months or over a list.
    Series(SeriesOperator),
}

/// One quantity or one step on the way to it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    pub(crate) kind: Kind,
    pub(crate) shape: Shape,
    /// Where its numbers begin, and how many they are.
    pub(super) start: u32,
    pub(super) length: u32,
    /// Where its operands begin in the graph's list of operands, and how many they are.
    pub(super) operands: (u32, u32),
    /// The quantity that it is, when it has a name.
    pub(crate) name: Option<Quantity>,
}

/// All formulas of one plan in the order of calculation.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    pub(super) nodes: Vec<Node>,
    pub(super) operands: Vec<NodeId>,
    /// One number per place of every node: what is given stands there, the rest is 0 until evaluated.
    pub(super) numbers: Vec<f64>,
    pub(super) quantities: BTreeMap<Quantity, NodeId>,
    pub(super) inputs: BTreeMap<Path, NodeId>,
    pub(super) months: usize,
}

impl Graph {
    /// The horizon H in months.
    #[must_use]
    pub fn months(&self) -> usize {
        self.months
    }

    /// How many nodes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// How many numbers an evaluation fills.
    pub(crate) fn size(&self) -> usize {
        self.numbers.len()
    }

    /// Whether the graph is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// Every named quantity, in the order of [`Quantity`].
    pub fn quantities(&self) -> impl Iterator<Item = Quantity> + '_ {
        self.quantities.keys().copied()
    }

    /// Every number of the plan that a formula uses.
    pub fn inputs(&self) -> impl Iterator<Item = Path> + '_ {
        self.inputs.keys().copied()
    }

    /// Whether a quantity has a number per month.
    #[must_use]
    pub fn is_monthly(&self, quantity: Quantity) -> bool {
        self.find(quantity).and_then(|id| self.node(id)).is_some_and(|node| node.shape == Shape::Monthly)
    }

    pub(crate) fn find(&self, quantity: Quantity) -> Option<NodeId> {
        self.quantities.get(&quantity).copied()
    }

    pub(crate) fn input(&self, path: Path) -> Option<NodeId> {
        self.inputs.get(&path).copied()
    }

    pub(crate) fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id.index())
    }

    /// Every node with its place, in the order of calculation.
    pub(super) fn listed(&self) -> impl DoubleEndedIterator<Item = (NodeId, &Node)> + ExactSizeIterator {
        self.nodes.iter().enumerate().map(|(place, node)| (NodeId(place as u32), node))
    }

    pub(crate) fn operands_of(&self, node: &Node) -> &[NodeId] {
        let (start, count) = (node.operands.0 as usize, node.operands.1 as usize);
        self.operands.get(start..start + count).unwrap_or_default()
    }

    pub(super) fn length(&self, shape: Shape) -> usize {
        match shape {
            Shape::One => 1,
            Shape::Monthly => self.months,
            Shape::Late => YEAR,
        }
    }

    /// Where a node's numbers stand.
    pub(super) fn span(&self, id: NodeId) -> core::ops::Range<usize> {
        self.node(id).map_or(0..0, |node| {
            let start = node.start as usize;
            start..start + node.length as usize
        })
    }
}
