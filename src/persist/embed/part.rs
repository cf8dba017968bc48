//! The parts of the calculator that the page around it may lock or hide.

/// A part of the calculator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The target.
    Target,
    /// The horizon.
    Months,
    /// The average order value.
    OrderValue,
    /// Orders per year.
    OrdersPerYear,
    /// The length of the relationship.
    RelationshipYears,
    /// The gross margin.
    GrossMargin,
    /// The conversion rates of the chain.
    Rates,
    /// The price of a unit in the chain.
    UnitCost,
    /// The chain as a whole.
    Chain,
    /// The sentence below the answer.
    Detail,
    /// The way to the full app.
    FullApp,
}

/// What is done with a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Treatment {
    /// The visitor may change it.
    Open,
    /// The visitor sees it only.
    Locked,
    /// The visitor does not see it.
    Hidden,
}

impl Part {
    /// Every part, in the order of the calculator.
    pub const ALL: [Part; 11] = [
        Part::Target,
        Part::Months,
        Part::OrderValue,
        Part::OrdersPerYear,
        Part::RelationshipYears,
        Part::GrossMargin,
        Part::Rates,
        Part::UnitCost,
        Part::Chain,
        Part::Detail,
        Part::FullApp,
    ];

    /// Its name in a list.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Part::Target => "target",
            Part::Months => "months",
            Part::OrderValue => "order-value",
            Part::OrdersPerYear => "orders-per-year",
            Part::RelationshipYears => "relationship-years",
            Part::GrossMargin => "gross-margin",
            Part::Rates => "rates",
            Part::UnitCost => "unit-cost",
            Part::Chain => "chain",
            Part::Detail => "detail",
            Part::FullApp => "full-app",
        }
    }

    /// Whether there is something in it to edit, so that it can be locked.
    #[must_use]
    pub fn is_edited(self) -> bool {
        !matches!(self, Part::Chain | Part::Detail | Part::FullApp)
    }

    /// Whether it stands by itself, so that it can be hidden. Rates and prices are links of the chain.
    #[must_use]
    pub fn is_hideable(self) -> bool {
        !matches!(self, Part::Rates | Part::UnitCost)
    }
}

/// The parts that a list names, in the order of the calculator; none when one of the names is not of a part that can
/// be treated so.
pub(super) fn parse(list: &str, can_be: fn(Part) -> bool) -> Option<Vec<Part>> {
    let part =
        |name: &str| Part::ALL.into_iter().find(|part| part.name() == name).filter(|part| can_be(*part));
    let names = list.split([',', ' ']).filter(|name| !name.is_empty());
    let mut parts = names.map(part).collect::<Option<Vec<Part>>>()?;
    parts.sort_unstable();
    parts.dedup();
    Some(parts)
}

/// The list of parts; none when there are none.
pub(super) fn write(parts: &[Part]) -> Option<String> {
    let names: Vec<&str> = parts.iter().map(|part| part.name()).collect();
    (!names.is_empty()).then(|| names.join(","))
}
