//! The addresses of the views, behind the `#`.

use crate::persist::link;

/// Where the reader is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The start view: `/start`.
    Start,
    /// A new plan from a template: `/new/service`. It becomes [`Place::Plan`] at once.
    New(String),
    /// A plan: `/plan/…` with its id, or `/plan`, which is the one that was open last.
    Plan(Option<String>),
    /// The budgets of a plan: `/budget/…` with its id, or `/budget`, as with [`Place::Plan`].
    Budget(Option<String>),
    /// A plan that came by a link, which is the address itself.
    Link(String),
    /// How everything is computed: `/methods`, with anything behind it left to that view.
    Methods,
    /// The code for other pages: `/embed-builder`, or `/embed-builder/…` with the id of a plan to begin with.
    Builder(Option<String>),
    /// Plans side by side: `/compare/…` with their ids, joined by `/`, or `/compare`.
    Compare(Option<String>),
}

/// The views; a change of view moves the focus, a change within a view does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// My plans and the templates.
    Start,
    /// The open plan.
    Plan,
    /// The budgets of the open plan.
    Budget,
    /// A plan that came by a link.
    Link,
    /// How everything is computed.
    Methods,
    /// The code for other pages.
    Builder,
    /// Plans side by side.
    Compare,
}

impl Place {
    /// The place of an address; none for what is no address of a view, such as the target of a link within a page.
    #[must_use]
    pub fn of(hash: &str) -> Option<Place> {
        let Some(view) = hash.strip_prefix('/') else {
            return link::is_place(hash).then(|| Place::Link(hash.into()));
        };
        let mut parts = view.splitn(2, '/');
        let (view, rest) = (parts.next()?, parts.next().filter(|rest| !rest.is_empty()));
        Some(match (view, rest) {
            ("plan", id) => Place::Plan(id.map(String::from)),
            ("budget", id) => Place::Budget(id.map(String::from)),
            ("new", Some(template)) => Place::New(template.into()),
            ("methods", _) => Place::Methods,
            ("embed-builder", id) => Place::Builder(id.map(String::from)),
            ("compare", ids) => Place::Compare(ids.map(String::from)),
            // An address of a view that this version does not have leads to where every view begins.
            _ => Place::Start,
        })
    }

    /// The address, without the `#`.
    #[must_use]
    pub fn hash(&self) -> String {
        match self {
            Place::Start => "/start".into(),
            Place::New(template) => format!("/new/{template}"),
            Place::Plan(None) => "/plan".into(),
            Place::Plan(Some(id)) => format!("/plan/{id}"),
            Place::Budget(None) => "/budget".into(),
            Place::Budget(Some(id)) => format!("/budget/{id}"),
            Place::Link(link) => link.clone(),
            Place::Methods => "/methods".into(),
            Place::Builder(None) => "/embed-builder".into(),
            Place::Builder(Some(id)) => format!("/embed-builder/{id}"),
            Place::Compare(None) => "/compare".into(),
            Place::Compare(Some(ids)) => format!("/compare/{ids}"),
        }
    }

    /// The view that shows it.
    #[must_use]
    pub fn view(&self) -> View {
        match self {
            Place::Start => View::Start,
            Place::New(_) | Place::Plan(_) => View::Plan,
            Place::Budget(_) => View::Budget,
            Place::Link(_) => View::Link,
            Place::Methods => View::Methods,
            Place::Builder(_) => View::Builder,
            Place::Compare(_) => View::Compare,
        }
    }
}
