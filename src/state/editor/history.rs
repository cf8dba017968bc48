//! Undo and redo: whole plans, the last hundred.

use super::Key;
use crate::model::plan::Plan;
use std::collections::VecDeque;

/// How many steps can be taken back.
const STEPS: usize = 100;

/// The plans before and after this one.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    past: VecDeque<Plan>,
    future: Vec<Plan>,
    /// The key of the step that is still open.
    open: Option<Key>,
}

impl History {
    /// Remembers the plan before an edit, unless the edit goes on with the open step. While a step is open it may still
    /// be given up, so what was taken back before stays until it is settled.
    pub(super) fn record(&mut self, before: Plan, key: Option<Key>) {
        if key.is_none() || key != self.open || self.past.is_empty() {
            self.settle();
            if self.past.len() == STEPS {
                self.past.pop_front();
            }
            self.past.push_back(before);
        }
        self.open = key;
        if key.is_none() {
            self.future.clear();
        }
    }

    /// The plan before the open step, if that has this key.
    pub(super) fn before(&self, key: Option<Key>) -> Option<&Plan> {
        self.past.back().filter(|_| key.is_some() && key == self.open)
    }

    /// Takes the open step back as if it had never begun; answers whether there was one.
    pub(super) fn give_up(&mut self, plan: &mut Plan) -> bool {
        let Some(before) = self.open.take().and_then(|_| self.past.pop_back()) else { return false };
        *plan = before;
        true
    }

    pub(super) fn settle(&mut self) {
        if self.open.take().is_some() {
            self.future.clear();
        }
    }

    pub(super) fn undo(&mut self, plan: &mut Plan) -> bool {
        self.settle();
        let Some(before) = self.past.pop_back() else { return false };
        self.future.push(std::mem::replace(plan, before));
        true
    }

    pub(super) fn redo(&mut self, plan: &mut Plan) -> bool {
        self.settle();
        let Some(after) = self.future.pop() else { return false };
        self.past.push_back(std::mem::replace(plan, after));
        true
    }

    pub(super) fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub(super) fn can_redo(&self) -> bool {
        self.open.is_none() && !self.future.is_empty()
    }
}
