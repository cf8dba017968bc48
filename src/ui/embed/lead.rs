//! The button, and the form behind it. What the visitor writes leaves only when they agree and send it: to the page
//! around the frame, by mail, or by LINE. Nothing of it is kept.
//!
//! There is no `<form>`: a frame may be kept from sending any, and then the browser drops even the event.

use super::visit::Visit;
use crate::locale::Lang;
use crate::locale::screen::embed as say;
use crate::persist::embed::message::{Outcome, Told};
use crate::persist::embed::{Embed, Href};
use crate::ui::session::Session;
use crate::ui::words::words;
use crate::web::{address, page};
use leptos::html::{Input, Textarea};
use leptos::prelude::*;

/// Longer texts are not taken, so that a link can carry them.
const LONGEST_LINE: &str = "80";
const LONGEST_MESSAGE: &str = "500";
/// The ids of the fields, for their labels and for the focus.
const NAME: &str = "lead-name";
const CONTACT: &str = "lead-contact";
const MESSAGE: &str = "lead-message";
const CONSENT: &str = "lead-consent";

/// The button that leads to the consultant. Where neither an address is given nor anybody listens, there is none.
#[component]
pub fn CallToAction(asked: Embed) -> impl IntoView {
    let (session, visit) = (Session::of_page(), Visit::of_page());
    let lang = session.lang;
    let own_label = asked.cta_label.clone();
    let label = move || own_label.clone().unwrap_or_else(|| say::cta(lang.get()).to_owned());
    match asked.cta_href {
        Some(Href::Web(href) | Href::Line(href)) => {
            let told = href.clone();
            let press = move |_| {
                visit.tell(&Told::Cta { href: Some(told.clone()), outcome: Visit::outcome(session) });
            };
            view! {
                <p class="cta"><a class="btn primary" href=href target="_blank" rel="noopener" on:click=press>{label}</a></p>
            }
            .into_any()
        }
        href => {
            let label = StoredValue::new(label);
            let is_reachable = href.is_some();
            let href = StoredValue::new(href);
            let reachable = move || is_reachable || visit.host_name().is_some();
            (move || reachable().then(|| view! { <LeadBox href=href.get_value() label=Signal::derive(move || label.with_value(|label| label()))/> }))
                .into_any()
        }
    }
}

/// The button, and below it the form once it was pressed.
#[component]
fn LeadBox(href: Option<Href>, label: Signal<String>) -> impl IntoView {
    let (session, visit) = (Session::of_page(), Visit::of_page());
    let is_open = RwSignal::new(false);
    let press = move |_| {
        is_open.set(true);
        visit.tell(&Told::Cta { href: None, outcome: Visit::outcome(session) });
        page::after(0, || _ = page::focus(NAME));
    };
    let href = StoredValue::new(href);
    view! {
        <section class="cta">
            {move || if is_open.get() {
                view! { <LeadForm href=href.get_value() is_open=is_open/> }.into_any()
            } else {
                view! { <button type="button" class="btn primary" on:click=press>{label}</button> }.into_any()
            }}
        </section>
    }
}

/// What the visitor has written, and what became of it.
#[derive(Clone, Copy)]
struct Lead {
    session: Session,
    visit: Visit,
    href: StoredValue<Option<Href>>,
    name: NodeRef<Input>,
    contact: NodeRef<Input>,
    message: NodeRef<Textarea>,
    consent: NodeRef<Input>,
    /// The field that keeps it from being sent.
    missing: RwSignal<Option<&'static str>>,
    /// The text that was sent.
    sent: RwSignal<Option<String>>,
}

impl Lead {
    fn receiver(self, lang: Lang) -> String {
        match self.href.get_value() {
            Some(Href::Mail(address)) => address.trim_start_matches("mailto:").to_owned(),
            Some(_) => say::by_line(lang).to_owned(),
            None => self.visit.host_name().unwrap_or_default(),
        }
    }

    fn line(field: NodeRef<Input>) -> String {
        field.get_untracked().map_or_else(String::new, |field| field.value().trim().to_owned())
    }

    /// Sends it, or says what is missing.
    fn send(self) {
        let (name, contact) = (Lead::line(self.name), Lead::line(self.contact));
        let agrees = self.consent.get_untracked().is_some_and(|consent| consent.checked());
        let missing = [(name.is_empty(), NAME), (contact.is_empty(), CONTACT), (!agrees, CONSENT)];
        let missing = missing.into_iter().find(|(is_missing, _)| *is_missing).map(|(_, field)| field);
        self.missing.set(missing);
        if let Some(field) = missing {
            _ = page::focus(field);
            return;
        }
        let message =
            self.message.get_untracked().map_or_else(String::new, |field| field.value().trim().to_owned());
        let outcome = Visit::outcome(self.session);
        let lang = self.session.lang.get_untracked();
        let text = written(lang, [&name, &contact, &message], &outcome);
        let subject = say::subject(lang, &outcome.answer);
        if let Some(address) = self.href.get_value().and_then(|href| href.with_message(&subject, &text)) {
            address::open_beside(&address);
        }
        self.visit.tell(&Told::Lead { name, contact, message, outcome });
        self.sent.set(Some(text));
    }

    /// The line under a field that is missing.
    fn wrong(self, field: &'static str, words: fn(Lang) -> &'static str) -> impl IntoView {
        move || {
            let id = format!("{field}-wrong");
            (self.missing.get() == Some(field))
                .then(|| view! { <p class="error" id=id role="alert">{words(self.session.lang.get())}</p> })
        }
    }

    fn is_wrong(self, field: &'static str) -> impl Fn() -> Option<&'static str> + Copy {
        move || (self.missing.get() == Some(field)).then_some("true")
    }
}

/// The text of the message; an empty message leaves no empty line.
fn written(lang: Lang, [name, contact, message]: [&str; 3], outcome: &Outcome) -> String {
    let text = say::text(lang, name, contact, message, &outcome.answer, &outcome.link);
    text.replace("\n\n", "\n")
}

#[component]
fn LeadForm(href: Option<Href>, is_open: RwSignal<bool>) -> impl IntoView {
    let lead = Lead {
        session: Session::of_page(),
        visit: Visit::of_page(),
        href: StoredValue::new(href),
        name: NodeRef::new(),
        contact: NodeRef::new(),
        message: NodeRef::new(),
        consent: NodeRef::new(),
        missing: RwSignal::new(None),
        sent: RwSignal::new(None),
    };
    view! {
        <div class="lead-form" role="group" aria-labelledby="lead-title">
            <h2 id="lead-title">{words(say::lead_title)}</h2>
            {move || match lead.sent.get() {
                Some(text) => view! { <Sent lead=lead text=text/> }.into_any(),
                None => view! { <Questions lead=lead is_open=is_open/> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn Questions(lead: Lead, is_open: RwSignal<bool>) -> impl IntoView {
    let lang = lead.session.lang;
    let send_label = move || match lead.href.get_value() {
        Some(Href::Mail(_)) => say::send_mail(lang.get()),
        Some(_) => say::send_line(lang.get()),
        None => say::send(lang.get()),
    };
    view! {
        <p>{words(say::lead_text)}</p>
        <Line lead=lead id=NAME label=say::name missing=say::name_missing field=lead.name autocomplete="name"/>
        <Line lead=lead id=CONTACT label=say::contact missing=say::contact_missing field=lead.contact autocomplete="off"/>
        <div class="field tall">
            <label for=MESSAGE>{words(say::message)}</label>
            <span class="control text"><textarea id=MESSAGE rows="3" maxlength=LONGEST_MESSAGE node_ref=lead.message></textarea></span>
        </div>
        <label class="switch">
            <input type="checkbox" id=CONSENT node_ref=lead.consent aria-invalid=lead.is_wrong(CONSENT)/>
            <span>{move || say::consent(lang.get(), lead.receiver(lang.get()))}</span>
        </label>
        {lead.wrong(CONSENT, say::consent_missing)}
        <div class="actions">
            <button type="button" class="btn primary" on:click=move |_| lead.send()>{send_label}</button>
            <button type="button" class="btn quiet" on:click=move |_| is_open.set(false)>{words(say::cancel)}</button>
        </div>
    }
}

/// A line of text. Enter sends, as in any form.
#[component]
fn Line(
    lead: Lead,
    id: &'static str,
    label: fn(Lang) -> &'static str,
    missing: fn(Lang) -> &'static str,
    field: NodeRef<Input>,
    autocomplete: &'static str,
) -> impl IntoView {
    let key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            lead.send();
        }
    };
    let described = move || (lead.missing.get() == Some(id)).then(|| format!("{id}-wrong"));
    view! {
        <div class="field tall">
            <label for=id>{words(label)}</label>
            <span class="control text">
                <input
                    id=id node_ref=field maxlength=LONGEST_LINE autocomplete=autocomplete
                    aria-invalid=lead.is_wrong(id) aria-describedby=described on:keydown=key
                />
            </span>
            {lead.wrong(id, missing)}
        </div>
    }
}

/// What became of it; where another program was to open, the text is here as well, in case it did not.
#[component]
fn Sent(lead: Lead, text: String) -> impl IntoView {
    let lang = lead.session.lang;
    match lead.href.get_value() {
        None => view! { <p role="status">{move || say::sent(lang.get(), lead.receiver(lang.get()))}</p> }.into_any(),
        Some(_) => view! {
            <p role="status">{words(say::opened)}</p>
            <label class="by-hand">
                {words(say::not_opened)}
                <textarea readonly rows="6" translate="no" aria-label=words(say::written_text) prop:value=text></textarea>
            </label>
        }
        .into_any(),
    }
}
