//! The budget view: where should the money go, and why is that best?

#![allow(clippy::needless_pass_by_value, reason = "a component owns its properties")]

mod amount;
mod answer;
mod answering;
mod ask;
mod figures;
mod mix;
mod moves;
mod remedies;
mod solving;

pub use answering::{Tell, on_page, serve};

use super::session::Session;
use super::views::of_plan;
use super::words::words;
use crate::locale::screen::budget as say;
use crate::model::equations::Model;
use crate::model::plan::Plan;
use crate::present::budget::{BudgetView, Question};
use answer::Answered;
use ask::Ask;
use figures::{CurvesFigure, FrontierFigure};
use leptos::prelude::*;
use mix::MixTable;
use moves::Moves;
use remedies::Remedies;
use solving::Solving;
use std::sync::Arc;

/// Shows the budgets of the plan of an id.
pub fn page(id: Signal<Option<String>>) -> AnyView {
    of_plan(id, || view! { <BudgetPage/> }.into_any())
}

/// What the parts of the view share. A handle.
#[derive(Clone, Copy)]
struct Budget {
    session: Session,
    question: RwSignal<Question>,
    solving: Solving,
    /// The last answer, in words.
    view: Memo<Option<Arc<BudgetView>>>,
}

impl Budget {
    fn open() -> Budget {
        let session = Session::of_page();
        let question = session.question;
        let solving = Solving::begin();
        let view = Memo::new(move |_| {
            let answer = solving.answer.get()?;
            let lang = session.lang.get();
            Some(Arc::new(BudgetView::of(&answer.plan, &answer.question, &answer.solved, lang)))
        });
        Effect::new(move |_| {
            session.set_answer(solving.answer.with(|answer| {
                let answer = answer.as_ref()?;
                Some(Arc::new(Model::of(answer.solved.adopted_by(&answer.plan, &answer.question))))
            }));
        });
        on_cleanup(move || session.set_answer(None));
        let budget = Budget { session, question, solving, view };
        Effect::new(move |_| {
            session.document.track();
            question.track();
            budget.ask();
        });
        budget
    }

    fn of_page() -> Budget {
        expect_context::<Budget>()
    }

    /// Asks about the plan as it stands now.
    fn ask(self) {
        self.solving.ask(self.session.plan(), self.question.get_untracked());
    }

    /// A part of the answer that is only renewed when it changes.
    fn part<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        of: impl Fn(&BudgetView) -> T + Send + Sync + 'static,
    ) -> Memo<Option<T>> {
        Memo::new(move |_| self.view.with(|view| view.as_deref().map(&of)))
    }

    /// The plan that the last answer is about.
    fn answered(self) -> Option<Plan> {
        self.solving.answer.with(|answer| answer.as_ref().map(|answer| answer.plan.clone()))
    }
}

#[component]
fn BudgetPage() -> impl IntoView {
    let budget = Budget::open();
    provide_context(budget);
    view! {
        <div class="budget">
            <h1 class="hush">{words(say::view)}</h1>
            <Ask/>
            <Answered/>
            <Remedies/>
            <MixTable/>
            <Moves/>
            <div class="figures"><CurvesFigure/><FrontierFigure/></div>
        </div>
    }
}
