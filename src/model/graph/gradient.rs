//! The reader `gradient`: the slope of one number to every other, in one pass backwards.

use super::evaluate::{Values, with_rows};
use super::node::{Kind, NodeId};
use crate::plan::Path;
use alloc::vec::Vec;

/// The slopes of one number to every number that it depends on. At a kink the slope is that of a growing input.
#[derive(Clone, Debug)]
pub struct Slopes<'v, 'g> {
    values: &'v Values<'g>,
    slopes: Vec<f64>,
}

impl<'g> Values<'g> {
    /// The slopes of a node, in a month when it has one number per month.
    pub(crate) fn slopes<'v>(&'v self, id: NodeId, month: usize) -> Slopes<'v, 'g> {
        let mut slopes = Slopes { values: self, slopes: alloc::vec![0.0; self.numbers.len()] };
        let span = self.graph().span(id);
        let place = if span.len() == 1 { span.start } else { span.start + month };
        if let Some(seed) = slopes.slopes.get_mut(place) {
            *seed = 1.0;
        }
        slopes.pull_back_to_inputs(id);
        slopes
    }
}

impl Slopes<'_, '_> {
    /// The slope to the number at a path of the plan; 0 where it has no influence.
    #[must_use]
    pub fn to(&self, path: Path) -> f64 {
        self.values.graph().input(path).map_or(0.0, |id| self.row(id).iter().sum())
    }

    /// The slopes to a node's numbers.
    pub(crate) fn row(&self, id: NodeId) -> &[f64] {
        self.slopes.get(self.values.graph().span(id)).unwrap_or_default()
    }

    fn pull_back_to_inputs(&mut self, last: NodeId) {
        let graph = self.values.graph();
        for node in graph.nodes.iter().take(last.index() + 1).rev() {
            let start = node.start as usize;
            let Some((before, rest)) = self.slopes.split_at_mut_checked(start) else { continue };
            let seed = rest.get(..node.length as usize).unwrap_or_default();
            if seed.iter().all(|slope| *slope == 0.0) {
                continue;
            }
            let operands = graph.operands_of(node);
            match (node.kind, operands) {
                (Kind::Pointwise(operator, _), [a, b]) => {
                    let rows = [self.values.row(*a), self.values.row(*b)];
                    let out = self.values.numbers.get(start..start + seed.len()).unwrap_or_default();
                    let spans = [graph.span(*a), graph.span(*b)];
                    for (place, (seed, result)) in
                        seed.iter().zip(out).enumerate().filter(|(_, (s, _))| **s != 0.0)
                    {
                        let [x, y] = rows.map(|row| pick(row, place).copied().unwrap_or(f64::NAN));
                        let (to_a, to_b) = operator.slopes(x, y, *result);
                        // Where the first money has no finite price a seed is infinite: a slope of 0 still cuts it off.
                        for (span, slope) in spans.iter().zip([to_a, to_b]).filter(|(_, slope)| *slope != 0.0)
                        {
                            let slot = before.get_mut(span.clone()).and_then(|row| pick_mut(row, place));
                            slot.into_iter().for_each(|slot| *slot += seed * slope);
                        }
                    }
                }
                (Kind::Series(operator), operands) => {
                    with_rows(operands.iter().map(|id| self.values.row(*id)), |rows| {
                        for (place, id) in operands.iter().enumerate() {
                            if let Some(slopes) = before.get_mut(graph.span(*id)) {
                                operator.pull_back(rows, seed, place, slopes);
                            }
                        }
                    });
                }
                _ => {}
            }
        }
    }
}

/// The number of a row at a place, where a single number stands for every place.
fn pick(row: &[f64], place: usize) -> Option<&f64> {
    if let [only] = row { Some(only) } else { row.get(place) }
}

fn pick_mut(row: &mut [f64], place: usize) -> Option<&mut f64> {
    if let [only] = row { Some(only) } else { row.get_mut(place) }
}
