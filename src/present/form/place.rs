//! Where a field of the form stands: by ids, which stay when stages and channels change their places.

use crate::model::plan::{Channel, Document, Field, Path};

/// The place of a field by the ids of its channel and stage.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    field: Field,
    /// The id of the channel or the stage, or the number of the month.
    owner: String,
    /// The id of the stage or the channel inside of the owner.
    item: String,
}

impl Place {
    /// A field of the whole plan.
    #[must_use]
    pub fn of(field: Field) -> Place {
        Place { field, owner: String::new(), item: String::new() }
    }

    /// A field of a channel or a stage, by its id.
    #[must_use]
    pub fn at(field: Field, owner: &str) -> Place {
        Place { field, owner: owner.into(), item: String::new() }
    }

    /// A field of a channel for a stage, or for a channel that it depends on.
    #[must_use]
    pub fn inside(field: Field, channel: &str, item: &str) -> Place {
        Place { field, owner: channel.into(), item: item.into() }
    }

    /// A field of a month, counted from 0.
    #[must_use]
    pub fn month(field: Field, month: usize) -> Place {
        Place { field, owner: month.to_string(), item: String::new() }
    }

    /// The place of a path in a document; none when the path leads nowhere.
    #[must_use]
    pub fn of_path(path: Path, document: &Document) -> Option<Place> {
        let (index, item) = (usize::from(path.index), usize::from(path.item));
        let stage = |at: usize| document.stages.get(at).map(|stage| stage.id.as_str());
        let channel = || document.channels.get(index);
        Some(match path.field {
            Field::Seasonality | Field::PhasingFactor => Place::month(path.field, index),
            Field::ConversionRate | Field::DelayDays => Place::at(path.field, stage(index)?),
            Field::RateOverride => Place::inside(path.field, &channel()?.id, stage(item)?),
            Field::ShareWithout | Field::FullAt => {
                let other = channel()?.depends_on.get(item)?;
                Place::inside(path.field, &channel()?.id, &other.channel)
            }
            field if of_channel(field) => Place::at(field, &channel()?.id),
            field => Place::of(field),
        })
    }

    /// Where the field is now; none when its channel or stage is gone.
    #[must_use]
    pub fn path(&self, document: &Document) -> Option<Path> {
        let channel = || document.channels.iter().position(|channel| channel.id == self.owner);
        let stage = |id: &str| document.stages.iter().position(|stage| stage.id == id);
        let (index, item) = match self.field {
            Field::Seasonality | Field::PhasingFactor => (self.owner.parse().ok()?, 0),
            Field::ConversionRate | Field::DelayDays => (stage(&self.owner)?, 0),
            Field::RateOverride => (channel()?, stage(&self.item)?),
            Field::ShareWithout | Field::FullAt => {
                let of = channel()?;
                (of, self.dependency(document.channels.get(of)?)?)
            }
            field if of_channel(field) => (channel()?, 0),
            _ => (0, 0),
        };
        Some(Path::item(self.field, u16::try_from(index).ok()?, u16::try_from(item).ok()?))
    }

    /// Whether the field is one of the stage or channel with this id.
    #[must_use]
    pub(in crate::present) fn belongs_to(&self, id: &str) -> bool {
        self.owner == id
    }

    fn dependency(&self, channel: &Channel) -> Option<usize> {
        channel.depends_on.iter().position(|dependency| dependency.channel == self.item)
    }

    /// The id of the field's element, such as `field-channels-meta-fit_rate`.
    #[must_use]
    pub fn id(&self) -> String {
        let owner = format!("-{}", self.owner);
        let name = self.field.pattern().replacen("[]", &owner, 1);
        let name = name.replacen("[]", &format!("-{}", self.item), 1).replacen("{}", &self.item, 1);
        format!("field-{}", name.replace('.', "-"))
    }

    /// The ids of the elements that have to be unfolded before the field is there, from the outside in.
    #[must_use]
    pub fn folds(&self) -> Vec<String> {
        let pattern = self.field.pattern();
        if of_channel(self.field) {
            return vec![PARTS[2].into(), channel_id(&self.owner)];
        }
        let part = if pattern.starts_with("stages") {
            PARTS[1]
        } else if pattern.starts_with("economics") {
            PARTS[3]
        } else {
            PARTS[0]
        };
        vec![part.into()]
    }
}

/// The ids of the four parts of the form.
pub const PARTS: [&str; 4] = ["part-goal", "part-funnel", "part-channels", "part-economics"];

/// The id of a channel's element.
#[must_use]
pub fn channel_id(channel: &str) -> String {
    format!("channel-{channel}")
}

fn of_channel(field: Field) -> bool {
    field.pattern().starts_with("channels[]")
}
