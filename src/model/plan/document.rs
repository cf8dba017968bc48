//! The plan as it is written down: the public contract, version 1, field by field.
//!
//! A [`Document`] has the right shape; whether its numbers make a plan is decided by [`super::Plan::check`].

use super::estimate::Estimate;
use super::phasing::Phasing;
use super::{number, present};
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

/// The version of the contract that this program writes.
pub const VERSION: u32 = 1;

/// A whole plan. Rates are fractions, money is in `currency`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The version of the contract, 1.
    pub version: u32,
    /// What the author calls it.
    pub name: String,
    /// The template it was made from.
    pub template: String,
    /// ISO 4217.
    pub currency: String,
    /// The first month, `YYYY-MM`.
    pub start: String,
    /// The horizon H, 1 to 60 months.
    pub months: u32,
    /// What is to be reached.
    pub goal: Goal,
    /// What a customer is worth.
    pub economics: Economics,
    /// Twelve positive factors, January first.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub seasonality: Option<Vec<f64>>,
    /// How the budgets are spread over the months.
    #[serde(default, skip_serializing_if = "Phasing::is_flat")]
    pub phasing: Phasing,
    /// How much one market moves all estimates together, 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub market_correlation: Option<f64>,
    /// The funnel from its top to the customer, 2 to 12 stages.
    pub stages: Vec<Stage>,
    /// The ways to spend the money, 1 to 200 channels.
    pub channels: Vec<Channel>,
}

/// The figure the goal is set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoalMetric {
    /// 營收.
    Revenue,
    /// 毛利.
    GrossProfit,
    /// 利潤: gross profit less marketing cost.
    Profit,
    /// 新客數.
    NewCustomers,
    /// The volume of one stage.
    StageVolume,
}

/// What is to be reached: a target, or a growth over a reference.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// The figure it is set in.
    pub metric: GoalMetric,
    /// The stage, for [`GoalMetric::StageVolume`] and only then.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub stage: Option<String>,
    /// The target itself.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "number::optional")]
    pub target: Option<f64>,
    /// Growth over the reference, above −1.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "number::optional")]
    pub growth: Option<f64>,
    /// What the growth is measured against, for example last year.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "number::optional")]
    pub reference: Option<f64>,
    /// What the horizon would bring without this plan.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "number::optional")]
    pub baseline: Option<f64>,
}

/// What a customer is worth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Economics {
    /// Average order value A, money per order.
    pub order_value: Estimate,
    /// Orders per year F.
    pub orders_per_year: Estimate,
    /// Length of the relationship Y, years.
    pub relationship_years: Estimate,
    /// Gross margin g after returns, fees and shipping, a fraction.
    pub gross_margin: Estimate,
    /// Discount rate d per year.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub discount_rate: Option<Estimate>,
}

/// Where in the funnel a stage belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tier {
    /// Attention.
    Top,
    /// Consideration.
    Middle,
    /// Decision.
    Bottom,
}

/// A stage of the funnel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// `[a-z][a-z0-9_-]*`, unique.
    pub id: String,
    /// What the author calls it.
    pub name: String,
    /// Where it belongs.
    pub tier: Tier,
    /// The rate into this stage; required from the second stage on.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub conversion_rate: Option<Estimate>,
    /// Days from the stage before.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub delay_days: Option<Estimate>,
}

/// How well a channel is known to work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Trust {
    /// 已驗證.
    Proven,
    /// 測試中.
    Test,
    /// 實驗.
    Experimental,
}

impl Trust {
    /// The best known first: the order of the bands and of the form.
    pub const ALL: [Trust; 3] = [Trust::Proven, Trust::Test, Trust::Experimental];
}

/// The shape of a response curve.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ResponseKind {
    /// Every unit at the same price.
    Linear,
    /// Dearer and dearer towards a ceiling.
    Saturating,
    /// Stated by what a doubled budget brings.
    Doubling,
    /// S-shaped.
    Hill,
}

/// A response curve. Which parameters belong to which kind is decided by [`super::Plan::check`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Response {
    /// The shape.
    pub kind: ResponseKind,
    /// Units per month that are never passed, M.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub ceiling: Option<Estimate>,
    /// The spend per month at which a unit costs `unit_cost`, x0.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub at: Option<Estimate>,
    /// What doubling the money adds, a fraction p.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub gain: Option<Estimate>,
    /// The spend per month that brings half of the ceiling, h.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub half_at: Option<Estimate>,
    /// The steepness n.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub slope: Option<Estimate>,
}

impl Channel {
    /// Whether it takes part at all: an inactive channel costs nothing and brings nothing.
    #[must_use]
    pub fn is_active(&self) -> bool {
        self.active.unwrap_or(true)
    }
}

impl Response {
    /// A curve of a kind, its parameters still open.
    #[must_use]
    pub const fn of(kind: ResponseKind) -> Response {
        Response { kind, ceiling: None, at: None, gain: None, half_at: None, slope: None }
    }
}

/// A channel that works at full strength only while another one spends enough.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dependency {
    /// The other channel.
    pub channel: String,
    /// What is left without it, a fraction.
    pub share_without: Estimate,
    /// The other channel's spend per month that gives full strength.
    pub full_at: Estimate,
}

/// A way to spend money.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// `[a-z][a-z0-9_-]*`, unique.
    pub id: String,
    /// What the author calls it.
    pub name: String,
    /// How well it is known to work.
    pub trust: Trust,
    /// The stage it buys into.
    pub entry_stage: String,
    /// Money per unit bought at the entry stage, u.
    pub unit_cost: Estimate,
    /// Media money per month, x.
    #[serde(with = "number")]
    pub monthly_budget: f64,
    /// The response curve; linear when absent.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub response: Option<Response>,
    /// The least the solver may spend per month.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "number::optional")]
    pub min_budget: Option<f64>,
    /// The most the solver may spend per month.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "number::optional")]
    pub max_budget: Option<f64>,
    /// An inactive channel costs nothing and brings nothing.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub active: Option<bool>,
    /// The share of the bought volume that is the right audience, φ.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub fit_rate: Option<Estimate>,
    /// Units per month without media money.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub free_volume: Option<Estimate>,
    /// The share of the effect that is still there a month later, λ.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub carryover: Option<Estimate>,
    /// Spend per month before the start.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "number::optional")]
    pub prior_budget: Option<f64>,
    /// Months until the channel works at full strength.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub ramp_months: Option<Estimate>,
    /// Hours per month.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub labour_hours: Option<Estimate>,
    /// Money per hour.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub hourly_wage: Option<Estimate>,
    /// Money per month.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub fixed_cost: Option<Estimate>,
    /// Money once, in the first month.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub setup_cost: Option<Estimate>,
    /// Rates of this channel into later stages, by stage id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", with = "super::overrides")]
    pub conversion_rates: BTreeMap<String, Estimate>,
    /// Order value of this channel's customers.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub order_value: Option<Estimate>,
    /// Orders per year of this channel's customers.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub orders_per_year: Option<Estimate>,
    /// Years that this channel's customers stay.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub relationship_years: Option<Estimate>,
    /// Channels that this one needs beside it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub depends_on: Vec<Dependency>,
}
