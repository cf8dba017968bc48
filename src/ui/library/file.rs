//! Plans as files: out of the library, and into it.

use super::{Shelf, Unopened};
use crate::locale::screen::{file as say, frame, share};
use crate::model::plan::Plan;
use crate::persist::backup::{self, BackupError};
use crate::persist::file_name::file_name;
use crate::persist::{picture, plan_text, record};
use crate::state::library::Unreadable;
use crate::ui::dialog::Notice;
use crate::ui::later;
use crate::web::address;
use crate::web::file;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;

impl Shelf {
    /// Offers a plan as a file.
    pub fn export(self, id: &str) {
        self.save_now();
        let plan = self.library.with_untracked(|library| library.plan(id).cloned());
        let Some((plan, name)) = plan.zip(self.name_of(id)) else { return };
        if !file::download(&file_name(&name, "json"), file::JSON, &plan_text::write(plan.document())) {
            self.toasts.say(|lang| frame::not_exported(lang).into());
        }
    }

    /// Offers a text that could not be read, as it is stored.
    pub fn export_raw(self, unreadable: &Unreadable) {
        let Some(text) = &unreadable.text else { return };
        if !file::download(&file_name(&unreadable.key, "txt"), "text/plain", text) {
            self.toasts.say(|lang| frame::not_exported(lang).into());
        }
    }

    /// Lets the reader choose a file to open.
    pub fn choose_file(self) {
        if let Some(picker) = self.picker.get_untracked() {
            picker.click();
        }
    }

    /// Opens a file as a new plan, or a backup as many; what cannot be opened is explained, and nothing is replaced.
    pub fn import(self, file: File) {
        spawn_local(async move {
            if file::is_picture(&file) {
                return self.import_picture(&file).await;
            }
            match file::read(&file, backup::LONGEST).await {
                Ok(text) => match backup::read(&text) {
                    Ok(entries) => self.restore_all(entries),
                    Err(BackupError::Newer { version }) => {
                        self.notice.set(Some(Notice::Unopened(Unopened::NewerBackup(version))));
                    }
                    // Not of many plans: of one, or what is wrong is told as of one.
                    Err(_) => self.import_text(&text),
                },
                Err(error) => self.notice.set(Some(Notice::Unopened(error.into()))),
            }
        });
    }

    fn import_text(self, text: &str) {
        let read = plan_text::read(record::plan_part(text));
        self.take_in(read.map_err(|error| Unopened::Flaw(Box::new(error))));
    }

    /// What reads pictures arrives later.
    async fn import_picture(self, file: &File) {
        let Ok(views) = later::views().await else {
            return self.toasts.say(|lang| share::not_loaded(lang).into());
        };
        let plan = match file::read_bytes(file, picture::LARGEST).await {
            Ok(bytes) => (views.picture)(&bytes).map_err(Unopened::Picture),
            Err(error) => Err(error.into()),
        };
        self.take_in(plan);
    }

    /// Opens what was read as a new plan, or explains why there is none.
    fn take_in(self, plan: Result<Plan, Unopened>) {
        match plan {
            Ok(plan) => {
                let id = self.create(plan);
                let name = self.name_of(&id).unwrap_or_default();
                address::go(&format!("/plan/{id}"));
                self.toasts.say(move |lang| say::opened(lang, &name));
            }
            Err(unopened) => self.notice.set(Some(Notice::Unopened(unopened))),
        }
    }
}

/// The field that files are chosen with: one for the whole page, pressed by whatever button asks for a file.
#[component]
pub fn FilePicker() -> impl IntoView {
    let shelf = Shelf::of_page();
    let picked = move |_| {
        if let Some(file) = shelf.picker.get_untracked().and_then(|picker| file::picked(&picker)) {
            shelf.import(file);
        }
    };
    view! { <input type="file" node_ref=shelf.picker hidden accept=".json,.txt,.svg,.png,application/json" on:change=picked/> }
}
