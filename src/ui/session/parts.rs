//! The parts of an answer, each renewed only when it changes, so that a keystroke wakes nothing else.

use super::{Part, Session};
use crate::locale::Lang;
use crate::model::equations::Model;
use crate::model::quantity::Basis;
use crate::model::reading::Numbers;
use crate::present::chain::ChainView;
use crate::present::plan::Results;
use crate::present::verdict::Verdict;
use crate::ui::figure::Plotted;
use leptos::prelude::*;
use std::sync::Arc;

impl Session {
    /// A part of the verdict that is only renewed when it changes.
    pub fn verdict<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        of: impl Fn(&Verdict) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        part(self.verdict, Box::new(of))
    }

    /// The same for what may follow a keystroke last: what is not looked at first.
    pub fn verdict_beside<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        of: impl Fn(&Verdict) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        part(self.verdict_beside, Box::new(of))
    }

    /// A part of the chain, which may follow a keystroke a frame after the verdict. It is only renewed when it changes.
    pub fn chain<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        of: impl Fn(&ChainView) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        part(self.chain, Box::new(of))
    }

    /// The same for what may follow last: what stands beside the chain of all channels.
    pub fn chain_beside<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        of: impl Fn(&ChainView) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        part(self.chain_beside, Box::new(of))
    }

    /// The verdict as it stands now, for those who do not follow it.
    pub fn verdict_now<T>(self, of: impl FnOnce(&Verdict) -> T) -> T {
        self.verdict.with_untracked(|verdict| of(verdict))
    }

    /// A chart, which trails behind the typing: drawn in its own turn.
    pub fn chart(
        self,
        part: Part,
        of: fn(&Numbers<'_>, Lang, Basis) -> Option<Plotted>,
    ) -> Memo<Option<Plotted>> {
        Memo::new(move |_| {
            let model = Model::of(self.trailing.plan(part).get());
            of(&Numbers::of(&model), self.lang.get(), self.basis.get())
        })
    }

    /// A part of the results that is only renewed when it changes.
    pub fn results<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        of: impl Fn(&Results) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        part(self.results, Box::new(of))
    }
}

/// Boxed, so that one memo is compiled per type and not one per call.
fn part<V: Send + Sync + 'static, T: Clone + PartialEq + Send + Sync + 'static>(
    view: Memo<Arc<V>>,
    of: Box<dyn Fn(&V) -> T + Send + Sync>,
) -> Memo<T> {
    Memo::new(move |_| view.with(|view| of(view)))
}
