//! What can go wrong between memory and store.

use super::store::StoreError;
use crate::persist::plan_text::PlanError;
use crate::persist::record::RecordError;

/// Why something was not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// Another tab wrote this plan meanwhile. [`super::Library::take_theirs`],
    /// [`super::Library::keep_mine`], or both by creating a
    /// copy first.
    Conflict {
        /// When it did, milliseconds since 1970.
        saved_at: u64,
    },
    /// The store has this plan from a newer version of the program.
    Newer,
    /// The store failed; what was to be stored is kept in memory.
    NotStored(StoreError),
    /// What the store has of this plan cannot be read.
    Unreadable,
    /// There is no plan with this id.
    UnknownPlan,
    /// There is a plan with this id already.
    IdTaken,
}

/// What became of a plan in the store since this session last wrote or read it there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing, as far as can be said.
    AsLeft,
    /// Another tab wrote it.
    Rewritten {
        /// When, milliseconds since 1970.
        saved_at: u64,
        /// Whether it did so without having seen this session's last write: at the same moment.
        unseen: bool,
    },
    /// It is not there any more: another tab deleted it, or the store was cleared.
    Gone,
}

impl From<StoreError> for SaveError {
    fn from(error: StoreError) -> SaveError {
        SaveError::NotStored(error)
    }
}

/// A stored text that is not a plan of this version. It stays in the store as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Unreadable {
    /// The key it is under.
    pub key: String,
    /// The text, to be downloaded; none when the store did not give it.
    pub text: Option<String>,
    /// Why it is not a plan.
    pub why: Why,
}

/// Why a stored text is not a plan.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// The store failed.
    Store(StoreError),
    /// It is no record of this version.
    Record(RecordError),
    /// It is a record whose plan cannot be read.
    Plan(Box<PlanError>),
    /// It was set aside when a readable plan was saved in its place.
    Parked,
}

impl Why {
    /// Whether a newer version of the program could read it.
    #[must_use]
    pub fn is_newer(&self) -> bool {
        match self {
            Why::Record(RecordError::Newer { .. }) => true,
            Why::Plan(error) => error.code() == "newer_version",
            _ => false,
        }
    }
}
