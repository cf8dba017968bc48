//! What is stored under one key: a line that says what it is, then the plan as text.
//!
//! `backcast-record <schema> <revision> <saved at> <checksum>`, line break, plan. The line can be read by eye in a
//! browser's developer tools, and the plan below it copied out.

use super::checksum;
use core::fmt;

/// The schema of records that this program writes.
pub const SCHEMA: u32 = 1;
const MARK: &str = "backcast-record";

/// A plan as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Counts the writes of this plan.
    pub revision: u64,
    /// When it was written, milliseconds since 1970.
    pub saved_at: u64,
    /// The plan, as [`super::plan_text`] writes it.
    pub plan: String,
}

/// Which write a record is: two records with the same stamp are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    revision: u64,
    checksum: u32,
}

/// Why a text is not a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordError {
    /// Somebody else's text.
    NotOurs,
    /// Written by a newer version of this program.
    Newer {
        /// Its schema.
        schema: u32,
    },
    /// Cut or changed since it was written.
    Damaged,
}

impl Record {
    /// The text to be stored.
    #[must_use]
    pub fn encode(&self) -> String {
        let Record { revision, saved_at, plan } = self;
        format!("{MARK} {SCHEMA} {revision} {saved_at} {:08x}\n{plan}", self.checksum())
    }

    /// Reads a stored text.
    ///
    /// # Errors
    /// The text is of somebody else, of a newer version, or damaged.
    pub fn decode(text: &str) -> Result<Record, RecordError> {
        let head =
            text.strip_prefix(MARK).and_then(|rest| rest.strip_prefix(' ')).ok_or(RecordError::NotOurs)?;
        let (head, plan) = head.split_once('\n').ok_or(RecordError::Damaged)?;
        let mut parts = head.split(' ');
        let schema: u32 = parts.next().and_then(number).ok_or(RecordError::Damaged)?;
        if schema > SCHEMA {
            return Err(RecordError::Newer { schema });
        }
        let mut of = || -> Option<Record> {
            let (revision, saved_at) = (parts.next().and_then(number)?, parts.next().and_then(number)?);
            let record = Record { revision, saved_at, plan: plan.into() };
            let whole = parts.next() == Some(&format!("{:08x}", record.checksum())) && parts.next().is_none();
            whole.then_some(record)
        };
        of().ok_or(RecordError::Damaged)
    }

    /// Which write this is.
    #[must_use]
    pub fn stamp(&self) -> Stamp {
        Stamp { revision: self.revision, checksum: self.checksum() }
    }

    /// Over everything but the mark and the schema.
    fn checksum(&self) -> u32 {
        let mut hasher = checksum::sum();
        hasher.update(&self.revision.to_le_bytes());
        hasher.update(&self.saved_at.to_le_bytes());
        hasher.update(self.plan.as_bytes());
        hasher.finalize()
    }
}

/// The plan of a record whatever its checksum says, or the text itself when it is no record: somebody may bring back a
/// text that was saved out of the store, and what it holds is checked as any plan's text is.
#[must_use]
pub fn plan_part(text: &str) -> &str {
    let record = text.strip_prefix(MARK).filter(|rest| rest.starts_with(' '));
    record.and_then(|rest| rest.split_once('\n')).map_or(text, |(_, plan)| plan)
}

/// A number as [`Record::encode`] writes it: digits only, so that no second text means the same record.
fn number<N: core::str::FromStr + fmt::Display>(text: &str) -> Option<N> {
    text.parse().ok().filter(|number: &N| number.to_string() == text)
}

impl fmt::Display for RecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RecordError::NotOurs => f.write_str("The stored text was not written by this program."),
            RecordError::Newer { schema } => {
                write!(f, "The stored text has schema {schema}: it was written by a newer version.")
            }
            RecordError::Damaged => f.write_str("The stored text was cut or changed since it was written."),
        }
    }
}

impl std::error::Error for RecordError {}

#[cfg(test)]
mod tests {
    use super::{Record, RecordError, plan_part};
    use proptest::prelude::*;

    fn record() -> Record {
        Record { revision: 7, saved_at: 1_790_000_000_000, plan: "{\"name\": \"目標\"}\n".into() }
    }

    #[test]
    fn names_what_is_wrong() {
        let text = record().encode();
        assert!(text.starts_with("backcast-record 1 7 1790000000000 "), "{text}");
        let newer = text.replacen(" 1 ", " 2 ", 1);
        assert_eq!(Record::decode(&newer), Err(RecordError::Newer { schema: 2 }));
        assert_eq!(Record::decode("{}"), Err(RecordError::NotOurs));
        assert_eq!(Record::decode(&text[..20]), Err(RecordError::Damaged));
        assert_eq!(Record::decode(&text.replacen(" 7 ", " +7 ", 1)), Err(RecordError::Damaged));
    }

    #[test]
    fn the_plan_can_be_taken_out_of_a_damaged_record() {
        let text = record().encode();
        assert_eq!(plan_part(&text.replacen('7', "8", 1)), record().plan);
        assert_eq!(plan_part("{}"), "{}");
    }

    #[test]
    fn no_changed_cut_or_added_character_goes_unnoticed() {
        let text = record().encode();
        for (place, old) in text.char_indices() {
            let (before, after) = text.split_at(place);
            let rest = &after[old.len_utf8()..];
            for changed in
                [format!("{before}{rest}"), format!("{before}~{rest}"), format!("{before}0{after}")]
            {
                let decoded = Record::decode(&changed);
                assert!(decoded.is_err() || changed == text, "{changed}");
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn comes_back(revision: u64, saved_at: u64, plan in "(?s).*") {
            let record = Record { revision, saved_at, plan };
            prop_assert_eq!(Record::decode(&record.encode()), Ok(record));
        }

        #[test]
        fn any_text_is_an_error_or_a_record(text in "(backcast-record )?(1 )?(?s).*") {
            if let Ok(record) = Record::decode(&text) {
                prop_assert_eq!(record.encode(), text);
            }
        }
    }
}
