//! Which plan another one was made from, as far as that can be told.

use crate::model::plan::Document;

/// How likely two plans are the same plan at two times, the likeliest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kinship {
    /// Nothing says so.
    None,
    /// They began with the same template, and still have stages and channels in common.
    Template,
    /// They are called the same.
    Name,
}

impl Kinship {
    /// Judges two plans.
    #[must_use]
    pub fn of(one: &Document, other: &Document) -> Kinship {
        let (name, template) = (one.name.trim(), one.template.as_str());
        if !name.is_empty() && name == other.name.trim() {
            return Kinship::Name;
        }
        let stages = one.stages.iter().any(|stage| other.stages.iter().any(|other| other.id == stage.id));
        let channels =
            one.channels.iter().any(|channel| other.channels.iter().any(|other| other.id == channel.id));
        let is_template = !template.is_empty() && template == other.template;
        if is_template && stages && channels { Kinship::Template } else { Kinship::None }
    }
}

#[cfg(test)]
mod tests {
    use super::Kinship;
    use crate::model::plan::Document;

    fn document(id: &str) -> Document {
        let text = match id {
            "service" => include_str!("../../../tests/golden/examples/service.json"),
            _ => include_str!("../../../tests/golden/examples/b2b.json"),
        };
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn plans_are_known_by_name_then_by_where_they_began() {
        let (mine, named) =
            (document("service"), |name: &str| Document { name: name.into(), ..document("service") });
        assert_eq!(Kinship::of(&mine, &named(&format!(" {} ", mine.name))), Kinship::Name);
        assert_eq!(Kinship::of(&mine, &named("改過")), Kinship::Template);
        assert_eq!(Kinship::of(&mine, &document("b2b")), Kinship::None);
        // A name alone is enough, no name says nothing.
        assert_eq!(
            Kinship::of(&mine, &Document { name: mine.name.clone(), ..document("b2b") }),
            Kinship::Name
        );
        let nameless = |id: &str| Document { name: String::new(), ..document(id) };
        assert_eq!(Kinship::of(&nameless("service"), &nameless("b2b")), Kinship::None);
        let replaced = Document { channels: document("b2b").channels, ..named("改過") };
        assert_eq!(Kinship::of(&mine, &replaced), Kinship::None);
        assert!(Kinship::Name > Kinship::Template && Kinship::Template > Kinship::None);
    }
}
