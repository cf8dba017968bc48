//! The reader `explain`: a formula as symbols and places. Words for them are the business of `locale`.

use super::node::{Graph, Kind, NodeId};
use super::operator::Operator;
use super::series::SeriesOperator;
use crate::plan::Path;
use crate::quantity::Quantity;
use alloc::boxed::Box;
use alloc::vec::Vec;

/// A formula as it is written: named quantities and numbers of the plan joined by operators.
#[derive(Clone, Debug, PartialEq)]
pub enum Formula {
    /// A number of mathematics.
    Constant(f64),
    /// A number of the plan.
    Input(Path),
    /// Another quantity, by its name.
    Quantity(Quantity),
    /// A row of the calendar that has no name of its own, such as the number of the month.
    Calendar,
    /// Two operands joined by an operator.
    Joined(Operator, Box<Formula>, Box<Formula>),
    /// An operator over months or over a list.
    Series(SeriesOperator, Vec<Formula>),
    /// What one more unit of money in a channel's media adds to a quantity of the whole plan: its slope.
    Marginal(Quantity),
    /// The money that one more unit of a quantity of the whole plan takes: the inverse of the slope.
    InverseMarginal(Quantity),
    /// Found by solving the plan for its goal rather than by a formula.
    Solved,
}

impl Formula {
    /// The named quantities that stand in the formula, each once, in their order.
    #[must_use]
    pub fn quantities(&self) -> Vec<Quantity> {
        let mut found = Vec::new();
        self.gather(&mut found);
        found
    }

    fn gather(&self, found: &mut Vec<Quantity>) {
        match self {
            Formula::Quantity(quantity)
            | Formula::Marginal(quantity)
            | Formula::InverseMarginal(quantity) => {
                if !found.contains(quantity) {
                    found.push(*quantity);
                }
            }
            Formula::Joined(_, left, right) => {
                left.gather(found);
                right.gather(found);
            }
            Formula::Series(_, operands) => operands.iter().for_each(|operand| operand.gather(found)),
            Formula::Constant(_) | Formula::Input(_) | Formula::Calendar | Formula::Solved => {}
        }
    }
}

impl Graph {
    /// How a node is computed from named quantities and numbers of the plan.
    pub(crate) fn formula(&self, id: NodeId) -> Formula {
        let Some(node) = self.node(id) else { return Formula::Calendar };
        let operands = self.operands_of(node);
        match (node.kind, operands) {
            (Kind::Constant, _) => {
                Formula::Constant(self.numbers.get(node.start as usize).copied().unwrap_or(0.0))
            }
            (Kind::Input(path), _) => Formula::Input(path),
            (Kind::Pointwise(operator, _), [a, b]) => {
                Formula::Joined(operator, Box::new(self.part(*a)), Box::new(self.part(*b)))
            }
            (Kind::Series(operator), operands) => {
                Formula::Series(operator, operands.iter().map(|id| self.part(*id)).collect())
            }
            _ => Formula::Calendar,
        }
    }

    /// A part of a formula: by its name where it has one, else written out.
    fn part(&self, id: NodeId) -> Formula {
        match self.node(id).and_then(|node| node.name) {
            Some(name) => Formula::Quantity(name),
            None => self.formula(id),
        }
    }

    /// The numbers of the plan that any of these nodes depends on, in the order of the contract.
    pub(crate) fn inputs_of(&self, ids: impl IntoIterator<Item = NodeId>) -> Vec<Path> {
        let mut needed = alloc::vec![false; self.nodes.len()];
        for id in ids {
            needed.get_mut(id.index()).into_iter().for_each(|flag| *flag = true);
        }
        for (place, node) in self.nodes.iter().enumerate().rev() {
            if needed.get(place) == Some(&true) {
                for operand in self.operands_of(node) {
                    needed.get_mut(operand.index()).into_iter().for_each(|flag| *flag = true);
                }
            }
        }
        self.inputs
            .iter()
            .filter(|(_, id)| needed.get(id.index()) == Some(&true))
            .map(|(path, _)| *path)
            .collect()
    }
}
