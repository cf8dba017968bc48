//! The names of everything the model can say: one table, read by the equations, the readers and the words.

use alloc::string::String;
use core::fmt::Write as _;

/// The unit a number is shown in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// The plan's currency.
    Money,
    /// Money per month.
    MoneyPerMonth,
    /// Money for one unit: a price, shown with its small change.
    MoneyPerUnit,
    /// Customers, clicks, orders: expected counts stay fractional inside.
    Count,
    /// A fraction of one, shown in per cent.
    Rate,
    /// A plain ratio, such as a return on ad spend.
    Ratio,
    /// A length of time in months.
    Months,
    /// The number of a month of the plan, the first is 1.
    MonthNumber,
    /// A length of time in years.
    Years,
    /// A length of time in days.
    Days,
    /// Hours per month.
    Hours,
}

impl Unit {
    /// The stable name of the unit, as it stands in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Unit::Money => "money",
            Unit::MoneyPerMonth => "money_per_month",
            Unit::MoneyPerUnit => "money_per_unit",
            Unit::Count => "count",
            Unit::Rate => "rate",
            Unit::Ratio => "ratio",
            Unit::Months => "months",
            Unit::MonthNumber => "month_number",
            Unit::Years => "years",
            Unit::Days => "days",
            Unit::Hours => "hours",
        }
    }
}

/// Where in the report a measure stands when it is said of the whole plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// `goal.…`
    Goal,
    /// `totals.…`
    Totals,
    /// `metrics.…`
    Metrics,
    /// `months[t].…`, a number per month.
    Months,
    /// Said of a stage: `stages.X.…`, or of a channel at a stage: `channels.C.….X`.
    Stages,
    /// Said of a channel only: `channels.C.…`.
    Channels,
    /// Said of a channel, a number per month: `channels.C.months[t].…`.
    ChannelMonths,
}

/// What a measure is about: the parts of the method, in the order of thought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// The goal (model section 4, "Goal").
    Goal,
    /// A channel from money to volume (model section 2).
    MoneyToVolume,
    /// The funnel (model section 3).
    Funnel,
    /// Customers to money (model section 4).
    CustomersToMoney,
    /// Ratios and prices (model section 4).
    Metrics,
}

macro_rules! measures {
    ($($topic:ident { $($(#[$doc:meta])* $name:ident = $id:literal, $group:ident, $unit:ident;)* })*) => {
        /// What a number of the model is; with a channel or a stage it becomes a [`Quantity`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Measure { $($($(#[$doc])* $name,)*)* }

        impl Measure {
            /// Every measure, in the order of the calculation.
            pub const ALL: &'static [Measure] = &[$($(Measure::$name,)*)*];

            /// The last part of the quantity's name.
            #[must_use]
            pub const fn id(self) -> &'static str { match self { $($(Measure::$name => $id,)*)* } }

            /// Its home in the report.
            #[must_use]
            pub const fn group(self) -> Group { match self { $($(Measure::$name => Group::$group,)*)* } }

            /// Its unit.
            #[must_use]
            pub const fn unit(self) -> Unit { match self { $($(Measure::$name => Unit::$unit,)*)* } }

            /// What it is about.
            #[must_use]
            pub const fn topic(self) -> Topic { match self { $($(Measure::$name => Topic::$topic,)*)* } }
        }
    };
}

measures! {
    Goal {
        /// What is to be reached within the horizon.
        Target = "target", Goal, Count;
        /// What the horizon would bring without this plan.
        Baseline = "baseline", Goal, Count;
        /// What the plan adds within the horizon.
        Amount = "amount", Goal, Count;
        /// Baseline and amount together.
        Reached = "reached", Goal, Count;
        /// What is missing to the target.
        Gap = "gap", Goal, Count;
        /// Reached as a share of the target.
        Attainment = "attainment", Goal, Rate;
        /// What the plan adds as a share of what it has to add.
        PlanAttainment = "plan_attainment", Goal, Rate;

        /// The factor on every budget with which today's mix reaches the goal.
        MixFactor = "mix_factor", Goal, Ratio;
        /// The most that today's mix can reach, when the goal is out of reach.
        Reachable = "reachable", Goal, Count;
        /// What the plan has to add: the target less the baseline.
        Needed = "needed", Goal, Count;
        /// What one customer adds to the goal's figure within the horizon.
        AmountPerCustomer = "amount_per_customer", Goal, MoneyPerUnit;
    }

    MoneyToVolume {
        /// The months of the plan, H.
        Horizon = "horizon", Metrics, Months;
        /// The channel's share of the year's readiness to buy, σ(t).
        Season = "season", Months, Ratio;
        /// How the budgets are spread over the months, mean 1.
        Phase = "phase", Months, Ratio;
        /// Media money spent in a month.
        Spend = "spend", Months, Money;
        /// Spend at work in a month, after carryover.
        EffectiveSpend = "effective_spend", ChannelMonths, Money;
        /// The spend at which half of the ceiling is bought.
        HalfAt = "half_at", Channels, MoneyPerMonth;
        /// How far a doubling curve falls below the linear price.
        Falloff = "falloff", ChannelMonths, Ratio;
        /// Units bought for the effective spend at full strength.
        Response = "response", ChannelMonths, Count;
        /// The share of full strength during the first months.
        Ramp = "ramp", ChannelMonths, Rate;
        /// The share that is left while other channels are too weak.
        Dependency = "dependency", ChannelMonths, Rate;
        /// Units brought by media money in a month.
        PaidVolume = "paid_volume", ChannelMonths, Count;
        /// Units in a month, paid and free.
        MonthlyBought = "bought_volume", ChannelMonths, Count;
        /// The part of them that is the right audience.
        Qualified = "qualified", ChannelMonths, Count;
        /// Units brought over the horizon, paid and free.
        Bought = "bought", Channels, Count;
        /// Units brought by media money over the horizon.
        Paid = "paid", Channels, Count;
        /// Media money whose effect falls after the horizon.
        CarryoverAfter = "carryover_after", Channels, Money;
        /// A channel's share of the media money of the plan.
        MediaShare = "media_share", Channels, Rate;
    }

    Funnel {
        /// The rate into the last stage by month, with the season in it.
        SeasonalRate = "seasonal_rate", ChannelMonths, Rate;
        /// Time from the entry stage to this stage.
        Delay = "delay", Stages, Months;
        /// Units that will reach a stage sooner or later, by the month in which they were bought.
        Due = "due", Stages, Count;
        /// Units that arrive before a stage's conversion in a month, after the delay.
        Arriving = "arriving", Stages, Count;
        /// Units at a stage in a month.
        MonthlyVolume = "volume_by_month", Stages, Count;
        /// Units at a stage within the horizon.
        Volume = "volumes", Stages, Count;
        /// Units at a stage that arrive after the deadline.
        AfterDeadline = "after_deadline", Stages, Count;
        /// What a unit of a stage becomes at the next stage, sum by sum.
        Yield = "yield", Stages, Rate;
        /// The rate into a stage over all channels that pass it, sum by sum.
        BlendedRate = "blended_rate", Stages, Rate;
        /// What of the stage before does not get here, over all channels that pass.
        Lost = "lost", Stages, Rate;
        /// The share of a stage's units that arrive after the deadline.
        LateShare = "late_share", Stages, Rate;
        /// Media money saved when the rate into a stage is a small step better.
        StepWorth = "step_worth", Stages, Money;
        /// Units at a stage that the goal takes.
        Required = "required", Stages, Count;
        /// Media money per unit of a stage.
        CostPerUnitMedia = "cost_per_unit_media", Stages, MoneyPerUnit;
        /// Units at a stage in an average month of the plan.
        VolumePerMonth = "volume_per_month", Stages, Count;
        /// All cost per unit of a stage.
        CostPerUnit = "cost_per_unit", Stages, MoneyPerUnit;
    }

    CustomersToMoney {
        /// Expected orders of a customer's life, L.
        LifetimeOrders = "lifetime_orders", Channels, Ratio;
        /// Repeat orders per month, ρ.
        RepeatRate = "repeat_rate", Channels, Ratio;
        /// The relationship in months, 12·Y.
        RelationshipMonths = "relationship_months", Channels, Months;
        /// The discount rate per month, i.
        MonthlyDiscount = "discount_monthly", Metrics, Rate;
        /// Expected orders of a customer's life, worth what they are worth today.
        DiscountedOrders = "discounted_orders", Channels, Ratio;
        /// New customers in a month.
        MonthlyCustomers = "customers", Months, Count;
        /// Earlier customers who may order again in a month.
        ActiveCustomers = "active_customers", ChannelMonths, Count;
        /// Orders in a month, first and repeated.
        Orders = "orders", ChannelMonths, Count;
        /// Revenue in a month.
        MonthlyRevenue = "revenue", Months, Money;
        /// Revenue in a month that comes from volume paid for.
        PaidMonthlyRevenue = "paid_revenue", ChannelMonths, Money;
        /// Labour and fixed cost per month.
        Overhead = "overhead", Channels, MoneyPerMonth;
        /// Gross profit in a month.
        MonthlyGrossProfit = "gross_profit", Months, Money;
        /// All cost of a month.
        MonthlyCost = "cost", Months, Money;
        /// Profit of a month.
        MonthlyProfit = "profit", Months, Money;
        /// Profit from the first month to this one.
        CumulativeProfit = "cumulative_profit", Months, Money;

        /// Media money over the horizon.
        Media = "media", Totals, Money;
        /// Media money in an average month of the plan.
        MediaPerMonth = "media_per_month", Totals, MoneyPerMonth;
        /// Labour over the horizon.
        Labour = "labour", Totals, Money;
        /// Fixed cost over the horizon with the setup.
        Fixed = "fixed", Totals, Money;
        /// All cost over the horizon.
        Cost = "cost", Totals, Money;
        /// New customers within the horizon, N.
        Customers = "customers", Totals, Count;
        /// Customers after the deadline.
        CustomersAfter = "customers_after", Totals, Count;
        /// Everyone the money brings, N⁺.
        AllCustomers = "customers_all", Totals, Count;
        /// Revenue within the horizon.
        Revenue = "revenue", Totals, Money;
        /// Revenue within the horizon from volume paid for.
        PaidRevenue = "revenue_paid", Totals, Money;
        /// Gross profit within the horizon.
        GrossProfit = "gross_profit", Totals, Money;
        /// Gross profit less cost within the horizon.
        Profit = "profit", Totals, Money;
    }

    Metrics {
        /// 獲客成本.
        Cac = "cac", Metrics, MoneyPerUnit;
        /// Media money per customer.
        CacMedia = "cac_media", Metrics, MoneyPerUnit;
        /// Lifetime revenue of a customer.
        CltvRevenue = "cltv_revenue", Metrics, Money;
        /// 顧客終身價值: discounted lifetime gross profit of a customer.
        Cltv = "cltv", Metrics, Money;
        /// Lifetime value by acquisition cost.
        CltvToCac = "cltv_to_cac", Metrics, Ratio;
        /// 廣告投資報酬率.
        Roas = "roas", Metrics, Ratio;
        /// Return on ad spend without what came for free.
        RoasPaid = "roas_paid", Metrics, Ratio;
        /// 投資報酬率, on profit.
        Roi = "roi", Metrics, Rate;
        /// Return over the customers' lifetimes.
        LifetimeRoi = "lifetime_roi", Metrics, Rate;
        /// Lifetime gross profit of everyone the money brings.
        LifetimeValue = "lifetime_value", Metrics, Money;
        /// The return on ad spend that covers the goods.
        BreakEvenRoas = "break_even_roas", Metrics, Ratio;
        /// The return on ad spend that covers all cost.
        BreakEvenRoasFull = "break_even_roas_full", Metrics, Ratio;
        /// 回本期.
        Payback = "payback_months", Metrics, Months;
        /// Gross profit per customer within the horizon.
        GrossProfitPerCustomer = "gross_profit_per_customer", Metrics, MoneyPerUnit;
        /// Gross profit of the first orders of everyone the money brings.
        FirstGrossProfit = "first_gross_profit", Channels, Money;
        /// Gross profit per month of the repeat orders of everyone the money brings.
        RepeatGrossProfit = "repeat_gross_profit", Channels, MoneyPerMonth;
        /// Lifetime revenue of everyone the money brings.
        LifetimeRevenue = "lifetime_revenue", Channels, Money;
        /// Customers that pay for the cost.
        BreakEvenCustomers = "break_even_customers", Metrics, Count;
        /// First month with cumulative profit.
        BreakEvenMonth = "break_even_month", Metrics, MonthNumber;
        /// First month from which cumulative profit lasts.
        BreakEvenLasting = "break_even_lasting", Metrics, MonthNumber;
        /// Media money per unit paid for.
        UnitCostEffective = "unit_cost_effective", Channels, MoneyPerUnit;
        /// Revenue of the next money.
        RoasMarginal = "roas_marginal", Channels, Ratio;
        /// Price of the next customer.
        CacMarginal = "cac_marginal", Channels, MoneyPerUnit;
    }
}

/// A number of the model: a measure of the plan, of a channel, of a stage, or of a channel at a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Quantity {
    /// What it is.
    pub measure: Measure,
    /// The channel it speaks of, by its place in the plan; none for the whole plan.
    pub channel: Option<u16>,
    /// The stage it speaks of, by its place in the plan.
    pub stage: Option<u16>,
}

impl Quantity {
    /// Of the whole plan.
    #[must_use]
    pub const fn plan(measure: Measure) -> Quantity {
        Quantity { measure, channel: None, stage: None }
    }

    /// Of one channel.
    #[must_use]
    pub const fn channel(channel: u16, measure: Measure) -> Quantity {
        Quantity { measure, channel: Some(channel), stage: None }
    }

    /// Of one stage, all channels together.
    #[must_use]
    pub const fn stage(stage: u16, measure: Measure) -> Quantity {
        Quantity { measure, channel: None, stage: Some(stage) }
    }

    /// Of one channel at one stage.
    #[must_use]
    pub const fn channel_stage(channel: u16, stage: u16, measure: Measure) -> Quantity {
        Quantity { measure, channel: Some(channel), stage: Some(stage) }
    }
}

/// With which budgets a quantity is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Basis {
    /// The budgets of the plan as it stands.
    #[default]
    Plan,
    /// The budgets scaled until the goal is reached (`scale_mix`).
    Required,
}

/// One number on a screen: a quantity, with which budgets, and in which month when it has one per month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Reading {
    /// The quantity.
    pub quantity: Quantity,
    /// The month, counted from 0, of a quantity that has a number per month.
    pub month: Option<u16>,
    /// With which budgets.
    pub basis: Basis,
}

impl Reading {
    /// A quantity of the plan as it stands.
    #[must_use]
    pub const fn now(quantity: Quantity) -> Reading {
        Reading { quantity, month: None, basis: Basis::Plan }
    }

    /// A quantity with the budgets that reach the goal.
    #[must_use]
    pub const fn required(quantity: Quantity) -> Reading {
        Reading { quantity, month: None, basis: Basis::Required }
    }

    /// The same in one month, counted from 0.
    #[must_use]
    pub const fn at(self, month: u16) -> Reading {
        Reading { month: Some(month), ..self }
    }
}

/// The ids a reading's name is made of.
pub trait Ids {
    /// The id of the channel at this place.
    fn channel_id(&self, channel: u16) -> Option<&str>;
    /// The id of the stage at this place.
    fn stage_id(&self, stage: u16) -> Option<&str>;
}

/// The public name of a reading, such as `metrics.cac`, `channels.seo.roi`, `channels.seo.volumes.lead`,
/// `months[3].revenue`, `stages.booking.required` or `required.totals.media`.
#[must_use]
pub fn name(reading: Reading, ids: &dyn Ids) -> String {
    let Quantity { measure, channel, stage } = reading.quantity;
    let mut text = String::new();
    if reading.basis == Basis::Required && measure != Measure::Required {
        text.push_str("required.");
    }
    let channel_id = channel.and_then(|c| ids.channel_id(c));
    let stage_id = stage.and_then(|k| ids.stage_id(k));
    if let Some(id) = channel_id {
        _ = write!(text, "channels.{id}.");
    } else if let Some(id) = stage_id {
        _ = write!(text, "stages.{id}.");
    }
    if let Some(month) = reading.month {
        _ = write!(text, "months[{month}].");
    } else if channel_id.is_none() && stage_id.is_none() {
        text.push_str(match measure.group() {
            Group::Goal => "goal.",
            Group::Totals => "totals.",
            _ => "metrics.",
        });
    }
    match (channel_id, stage_id) {
        (Some(_), Some(stage)) => _ = write!(text, "{}.{stage}", measure.id()),
        (None, Some(_)) if measure == Measure::Volume => text.push_str("volume"),
        _ => text.push_str(measure.id()),
    }
    text
}
