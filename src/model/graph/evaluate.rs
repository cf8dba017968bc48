//! The reader `evaluate`: every number of the graph, in one pass over the nodes.

use super::node::{Graph, Kind, Node, NodeId};
use super::undefined::Reason;
use crate::plan::Path;
use crate::quantity::Quantity;
use alloc::vec::Vec;

/// What the nodes of a graph evaluate to.
#[derive(Clone, Debug)]
pub struct Values<'g> {
    graph: &'g Graph,
    pub(super) numbers: Vec<f64>,
}

impl Graph {
    /// Evaluates every formula.
    #[must_use]
    pub fn evaluate(&self) -> Values<'_> {
        let mut values = Values { graph: self, numbers: self.numbers.clone() };
        values.refresh();
        values
    }

    /// What has to be evaluated again for some quantities after some numbers of the plan changed, in the order of
    /// calculation.
    pub(crate) fn way(&self, from: &[Path], to: &[Quantity]) -> Vec<NodeId> {
        let mut wanted = alloc::vec![false; self.nodes.len()];
        let mark = |marks: &mut [bool], id: NodeId| {
            if let Some(mark) = marks.get_mut(id.index()) {
                *mark = true;
            }
        };
        let is = |marks: &[bool], id: NodeId| marks.get(id.index()).copied().unwrap_or(false);
        to.iter().filter_map(|quantity| self.find(*quantity)).for_each(|id| mark(&mut wanted, id));
        for (id, node) in self.listed().rev() {
            if is(&wanted, id) {
                self.operands_of(node).iter().for_each(|operand| mark(&mut wanted, *operand));
            }
        }
        let mut moved = alloc::vec![false; self.nodes.len()];
        from.iter().filter_map(|path| self.input(*path)).for_each(|id| mark(&mut moved, id));
        let mut way = Vec::new();
        for (id, node) in self.listed() {
            if self.operands_of(node).iter().any(|operand| is(&moved, *operand)) {
                mark(&mut moved, id);
                if is(&wanted, id) {
                    way.push(id);
                }
            }
        }
        way
    }
}

impl<'g> Values<'g> {
    /// The graph that was evaluated.
    #[must_use]
    pub fn graph(&self) -> &'g Graph {
        self.graph
    }

    /// Puts another number at a path of the plan; [`Values::refresh`] then follows its consequences. A path that no
    /// formula reads changes nothing.
    pub fn set(&mut self, path: Path, number: f64) {
        let span = self.graph.input(path).map(|id| self.graph.span(id));
        if let Some(slots) = span.and_then(|span| self.numbers.get_mut(span)) {
            slots.fill(number);
        }
    }

    /// Puts another row in place of one that comes with the plan's calendar; [`Values::refresh`] then follows it.
    pub(crate) fn set_given(&mut self, id: NodeId, row: &[f64]) {
        let slots = self.numbers.get_mut(self.graph.span(id)).unwrap_or_default();
        slots.iter_mut().zip(row).for_each(|(slot, number)| *slot = *number);
    }

    /// The number that stands at a path of the plan.
    pub(crate) fn input(&self, path: Path) -> Option<f64> {
        self.graph.input(path).map(|id| self.number(id, 0))
    }

    /// Evaluates again after [`Values::set`].
    pub fn refresh(&mut self) {
        for node in &self.graph.nodes {
            self.fill(node);
        }
    }

    /// Evaluates again only what lies on a way; everything else keeps its numbers, and may be behind.
    pub(crate) fn refresh_on(&mut self, way: &[NodeId]) {
        for id in way {
            if let Some(node) = self.graph.node(*id) {
                self.fill(node);
            }
        }
    }

    fn fill(&mut self, node: &Node) {
        let Some((before, rest)) = self.numbers.split_at_mut_checked(node.start as usize) else { return };
        let Some(out) = rest.get_mut(..node.length as usize) else { return };
        let row = |id: NodeId| before.get(self.graph.span(id)).unwrap_or_default();
        match (node.kind, self.graph.operands_of(node)) {
            (Kind::Pointwise(operator, _), [a, b]) => operator.fill(row(*a), row(*b), out),
            (Kind::Series(operator), operands) => {
                with_rows(operands.iter().map(|id| row(*id)), |rows| operator.fill(rows, out));
            }
            _ => {}
        }
    }

    /// The numbers of a node.
    pub(crate) fn row(&self, id: NodeId) -> &[f64] {
        self.numbers.get(self.graph.span(id)).unwrap_or_default()
    }

    /// The number of a node, in a month when it has one per month.
    pub(crate) fn number(&self, id: NodeId, month: usize) -> f64 {
        let row = self.row(id);
        let place = if row.len() == 1 { 0 } else { month };
        row.get(place).copied().unwrap_or(f64::NAN)
    }

    /// The one door to a number: the value of a quantity, or why it has none.
    ///
    /// # Errors
    /// The reason of the first formula on the way that is undefined. A quantity the plan does not have is reported
    /// as having no effect.
    pub fn read(&self, quantity: Quantity, month: usize) -> Result<f64, Reason> {
        let id = self.graph.find(quantity).ok_or(Reason::NoEffect)?;
        self.read_node(id, month)
    }

    pub(crate) fn read_node(&self, id: NodeId, month: usize) -> Result<f64, Reason> {
        let number = self.number(id, month);
        match number {
            _ if number.is_finite() => Ok(number + 0.0),
            _ if number.is_nan() => Err(self.reason(id)),
            _ => Err(Reason::TooLarge),
        }
    }

    /// Walks back to the first undefined node whose operands are all defined: what it cannot do is the reason. An
    /// operand beyond all numbers is the reason itself.
    fn reason(&self, id: NodeId) -> Reason {
        let Some(node) = self.graph.node(id) else { return Reason::TooLarge };
        let operands = self.graph.operands_of(node);
        let any = |id: &NodeId, is: fn(f64) -> bool| self.row(*id).iter().any(|number| is(*number));
        match (operands.iter().find(|id| any(id, f64::is_nan)), node.kind) {
            (Some(operand), _) => self.reason(*operand),
            _ if operands.iter().any(|id| any(id, f64::is_infinite)) => Reason::TooLarge,
            (None, Kind::Pointwise(_, Some(reason))) => reason,
            (None, Kind::Series(operator)) => operator.reason().unwrap_or(Reason::TooLarge),
            _ => Reason::TooLarge,
        }
    }
}

/// Calls `read` with the rows in a list. Most operators have a few operands, most sums a dozen: only longer lists are
/// allocated.
pub(super) fn with_rows<'r, R>(
    rows: impl ExactSizeIterator<Item = &'r [f64]>,
    read: impl FnOnce(&[&'r [f64]]) -> R,
) -> R {
    match rows.len() {
        0..=4 => read(placed(&mut [&[][..]; 4], rows)),
        5..=32 => read(placed(&mut [&[][..]; 32], rows)),
        _ => read(&rows.collect::<Vec<_>>()),
    }
}

/// Puts the rows into the first slots; answers those.
fn placed<'s, 'r>(
    slots: &'s mut [&'r [f64]],
    rows: impl ExactSizeIterator<Item = &'r [f64]>,
) -> &'s [&'r [f64]] {
    let count = rows.len();
    slots.iter_mut().zip(rows).for_each(|(slot, row)| *slot = row);
    slots.get(..count).unwrap_or_default()
}
