//! The question on the screen and what has been found so far, whoever answers it.

use super::answering::{READY, Tell};
use crate::locale::Lang;
use crate::locale::request;
use crate::model::plan::Plan;
use crate::model::solve::RequestFault;
use crate::present::budget::{Efficient, Question, Remedy, Response, Solved, Told, Work};
use crate::state::solving::{Asked, Reply};
use crate::ui::later;
use crate::web::page;
use crate::web::worker::Worker;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;
use std::sync::Arc;

/// A worker that has not begun to listen after so many milliseconds is not waited for any longer.
const PATIENCE_MS: i32 = 4_000;

/// Budgets with the plan and the question that they answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The plan that was asked about.
    pub plan: Plan,
    /// What was asked.
    pub question: Question,
    /// What was found.
    pub solved: Solved,
}

/// How the answering goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Going {
    /// Something is being done, so far.
    On(Work, f64),
    /// Everything was told.
    Done,
    /// It was stopped.
    Stopped,
    /// The question has no answer.
    Refused(RequestFault),
    /// It broke off.
    Failed,
}

/// Who answers.
enum Way {
    /// Nobody yet.
    None,
    /// A worker that does not listen yet.
    Starting(Worker),
    /// A worker.
    Worker(Worker),
    /// The page itself.
    Page(Tell),
}

/// The question and its answers. A handle.
#[derive(Clone, Copy)]
pub struct Solving {
    /// How the answering goes.
    pub going: RwSignal<Going>,
    /// The budgets that were found last.
    pub answer: RwSignal<Option<Arc<Answer>>>,
    /// What brings the goal into reach.
    pub remedies: RwSignal<Vec<Remedy>>,
    /// What each channel brings.
    pub responses: RwSignal<Vec<Response>>,
    /// What every total can do.
    pub efficient: RwSignal<Option<Efficient>>,
    way: StoredValue<Way, LocalStorage>,
    /// The last question: its number, and the text that asks it.
    asked: StoredValue<(u64, String)>,
    /// What it is about.
    about: StoredValue<Option<(Plan, Question)>>,
}

impl Solving {
    /// Starts a worker, or answers on the page where there can be none.
    #[must_use]
    pub fn begin() -> Solving {
        let solving = Solving {
            going: RwSignal::new(Going::On(Work::Solving, 0.0)),
            answer: RwSignal::new(None),
            remedies: RwSignal::new(Vec::new()),
            responses: RwSignal::new(Vec::new()),
            efficient: RwSignal::new(None),
            way: StoredValue::new_local(Way::None),
            asked: StoredValue::new((0, String::new())),
            about: StoredValue::new(None),
        };
        match Worker::start(move |text| solving.hear(&text), move || solving.broken()) {
            Some(worker) => {
                solving.way.set_value(Way::Starting(worker));
                page::after(PATIENCE_MS, move || {
                    if solving.is_starting() {
                        solving.answer_on_page();
                    }
                });
            }
            None => solving.answer_on_page(),
        }
        // A worker goes with the view; what is answered on the page has to be told.
        on_cleanup(move || solving.stop());
        solving
    }

    /// Asks; what was asked before is no longer answered.
    pub fn ask(self, plan: Plan, question: Question) {
        self.going.set(Going::On(Work::Solving, 0.0));
        let number = self.asked.with_value(|asked| asked.0) + 1;
        let asked = Asked { number, plan: plan.document().clone(), question: Some(question.clone()) };
        self.about.set_value(Some((plan, question)));
        self.send(asked);
    }

    /// Stops the answering; what was found stays.
    pub fn stop(self) {
        let about =
            self.about.try_with_value(|about| about.as_ref().map(|(plan, _)| plan.document().clone()));
        let Some(plan) = about.flatten() else { return };
        let number = self.asked.with_value(|asked| asked.0) + 1;
        _ = self.going.try_set(Going::Stopped);
        self.send(Asked { number, plan, question: None });
    }

    fn send(self, asked: Asked) {
        // Writing fails only on map keys that are no text, and a question has none.
        let text = serde_json::to_string(&asked).unwrap_or_default();
        self.asked.set_value((asked.number, text));
        self.pass_on();
    }

    /// Passes the last question on to whoever listens.
    fn pass_on(self) {
        let text = self.asked.with_value(|asked| asked.1.clone());
        if text.is_empty() {
            return;
        }
        let on_page = self.way.try_with_value(|way| match way {
            Way::Worker(worker) => {
                worker.tell(&text);
                None
            }
            Way::Page(take) => Some(take.clone()),
            Way::None | Way::Starting(_) => None,
        });
        if let Some(take) = on_page.flatten() {
            take(text);
        }
    }

    fn is_starting(self) -> bool {
        self.way.try_with_value(|way| matches!(way, Way::Starting(_))).unwrap_or(false)
    }

    fn hear(self, text: &str) {
        if text == READY {
            _ = self.way.try_update_value(|way| {
                if let Way::Starting(worker) = std::mem::replace(way, Way::None) {
                    *way = Way::Worker(worker);
                }
            });
            self.pass_on();
        } else {
            match serde_json::from_str::<Reply>(text) {
                Ok(reply) => self.take(reply),
                // What cannot be read must not leave the reader waiting.
                Err(_) => _ = self.going.try_set(Going::Failed),
            }
        }
    }

    /// The worker broke. One that never began is done without.
    fn broken(self) {
        if self.is_starting() {
            // Not within the call of the worker that goes.
            page::after(0, move || self.answer_on_page());
        } else {
            _ = self.going.try_set(Going::Failed);
        }
    }

    fn answer_on_page(self) {
        spawn_local(async move {
            let part = later::solver().await;
            let tell: Tell = Rc::new(move |text: String| self.hear(&text));
            let way = part.map(|part| (part.on_page)(tell));
            match way {
                // The view may have been left by now.
                Ok(take) => _ = self.way.try_set_value(Way::Page(take)),
                Err(_) => _ = self.going.try_set(Going::Failed),
            }
            if self.way.try_with_value(|_| ()).is_some() {
                self.pass_on();
            }
        });
    }

    fn take(self, reply: Reply) {
        // A question that is no longer asked, or a view that was left.
        if self.asked.try_with_value(|asked| asked.0 == reply.number) != Some(true) {
            return;
        }
        match reply.told {
            Told::Progress(work, share) => self.going.set(Going::On(work, share)),
            Told::Refused(fault) => {
                self.forget();
                self.answer.set(None);
                self.going.set(Going::Refused(fault));
            }
            Told::Solved(solved) => self.solved(*solved),
            Told::Remedies(remedies) => self.remedies.set(remedies),
            Told::Responses(responses) => self.responses.set(responses),
            Told::Efficient(efficient) => self.efficient.set(Some(efficient)),
            Told::Done => self.going.update(|going| {
                if matches!(going, Going::On(..)) {
                    *going = Going::Done;
                }
            }),
        }
    }

    fn solved(self, solved: Solved) {
        let Some((plan, question)) = self.about.get_value() else { return };
        self.forget();
        self.answer.set(Some(Arc::new(Answer { plan, question, solved })));
    }

    /// What belongs to an answer before this one.
    fn forget(self) {
        self.remedies.set(Vec::new());
        self.responses.set(Vec::new());
        self.efficient.set(None);
    }
}

/// Why a question has no answer.
pub fn fault(fault: RequestFault, lang: Lang) -> String {
    request::message(fault, lang)
}
