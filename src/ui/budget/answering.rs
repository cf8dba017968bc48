//! Whoever answers questions: in a worker, or on the page in slices short enough that nothing else has to wait.

use crate::present::budget::Told;
use crate::state::solving::{Asked, Reply, Task};
use crate::web::worker;
use std::cell::RefCell;
use std::rc::Rc;

/// What a worker says once it listens.
pub const READY: &str = "ready";

/// A slice in a worker, where only the next question waits, in milliseconds.
const WORKER_MS: u64 = 24;
/// A slice on the page.
const PAGE_MS: u64 = 12;

/// Says a text.
pub type Tell = Rc<dyn Fn(String)>;

/// Answers the page from a worker, as long as that lives.
pub fn serve() {
    let take = begin(Rc::new(|text: String| worker::tell(&text)), WORKER_MS);
    worker::listen(move |text| take(text));
    worker::tell(READY);
}

/// Answers on the page: takes the texts of questions, and tells those of replies.
#[must_use]
pub fn on_page(tell: Tell) -> Tell {
    begin(tell, PAGE_MS)
}

/// The question that is being answered, with its number.
type Current = Rc<RefCell<Option<(u64, Task)>>>;

fn begin(tell: Tell, slice: u64) -> Tell {
    let current: Current = Rc::default();
    Rc::new(move |text: String| {
        let Ok(asked) = serde_json::from_str::<Asked>(&text) else { return };
        let number = asked.number;
        let was_idle = current.borrow().is_none();
        let task = asked.begin().map(|task| (number, task));
        let is_busy = task.is_some();
        *current.borrow_mut() = task;
        if was_idle && is_busy {
            go_on(current.clone(), tell.clone(), slice);
        }
    })
}

/// Goes on for a slice, and again once others had their turn; a newer question takes the place of this one meanwhile. A
/// slice ends with what there is to show.
fn go_on(current: Current, tell: Tell, slice: u64) {
    let mut progress = None;
    let mut done = false;
    worker::go_on(slice, || {
        let mut running = current.borrow_mut();
        let Some((number, task)) = &mut *running else {
            done = true;
            return true;
        };
        let mut is_shown = false;
        for told in task.advance() {
            match told {
                // How far it is says the last of a slice.
                Told::Progress(..) => progress = Some(Reply { number: *number, told }),
                told => {
                    // What was done before is behind what is told now.
                    progress = None;
                    is_shown = true;
                    say(&tell, &Reply { number: *number, told });
                }
            }
        }
        done = task.is_done();
        done || is_shown
    });
    if let Some(progress) = progress {
        say(&tell, &progress);
    }
    if done {
        *current.borrow_mut() = None;
    } else {
        worker::next_turn(move || go_on(current, tell, slice));
    }
}

fn say(tell: &Tell, reply: &Reply) {
    // Writing fails only on map keys that are no text, and a reply has none.
    if let Ok(text) = serde_json::to_string(reply) {
        tell(text);
    }
}
