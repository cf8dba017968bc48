//! The page around this one, when this one is a frame in it.

use super::page::Listener;
use crate::persist::embed::message::{self, Told, Welcome};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Window};

/// When hello is said, in milliseconds: the script of the page around may arrive after this one.
const HELLOS_MS: [i32; 3] = [0, 1_000, 4_000];

/// A page around this one that has made itself known.
#[derive(Clone, Debug, PartialEq)]
pub struct Host {
    window: Window,
    origin: String,
}

impl Host {
    /// Tells it something. A page that has taken its place meanwhile is of another origin, and hears nothing.
    pub fn tell(&self, told: &Told) {
        // Refused only for origins that are none, and this one was checked.
        _ = self.window.post_message(&JsValue::from_str(&told.write()), &self.origin);
    }

    /// Who it is, as a visitor would call it: the name of its server.
    #[must_use]
    pub fn name(&self) -> &str {
        self.origin.split_once("://").map_or("", |(_, host)| host)
    }
}

/// Says hello to the page around this one, and calls back whenever it welcomes us. The first answer decides who is
/// heard from then on; none where this page is no frame.
#[must_use]
pub fn meet(call: impl Fn(Host, Welcome) + 'static) -> Option<Listener> {
    let window = super::window()?;
    let parent = window.parent().ok().flatten().filter(|parent| *parent != window)?;
    let known = Rc::new(RefCell::new(None::<Host>));
    let (around, waiting) = (parent.clone(), known.clone());
    let listener = Listener::on(&window, "message", move |event| {
        let heard = event.dyn_ref::<MessageEvent>().and_then(|event| welcome(event, &around));
        let Some((host, welcome)) = heard else { return };
        if known.borrow_mut().get_or_insert_with(|| host.clone()).origin == host.origin {
            call(host, welcome);
        }
    });
    for wait in HELLOS_MS {
        let (parent, waiting) = (parent.clone(), waiting.clone());
        super::page::after(wait, move || {
            if waiting.borrow().is_none() {
                // Nobody is known yet, so this goes to anybody, and holds nothing.
                _ = parent.post_message(&JsValue::from_str(&message::hello()), "*");
            }
        });
    }
    listener
}

/// A welcome from the page around this one; none for anything that anybody else says, or that is none.
fn welcome(event: &MessageEvent, around: &Window) -> Option<(Host, Welcome)> {
    let source = event.source().filter(|source| JsValue::from(source) == JsValue::from(around));
    let origin = source.map(|_| event.origin()).filter(|origin| message::is_origin(origin))?;
    let welcome = Welcome::parse(&event.data().as_string()?)?;
    Some((Host { window: around.clone(), origin }, welcome))
}
