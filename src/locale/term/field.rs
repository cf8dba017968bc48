//! The words for every number a person enters: its label, a line of help, what to enter.

use super::{Text, text};
use crate::locale::Lang;
use backcast_model::plan::Field;

/// What a field is called.
#[must_use]
pub fn field(field: Field, lang: Lang) -> &'static str {
    text(row(field)[0], lang)
}

/// What the number means, in one sentence.
#[must_use]
pub fn field_help(field: Field, lang: Lang) -> &'static str {
    text(row(field)[1], lang)
}

/// What to enter, in a few words.
#[must_use]
pub fn field_hint(field: Field, lang: Lang) -> &'static str {
    text(row(field)[2], lang)
}

#[allow(clippy::too_many_lines, reason = "a table: one row for each field")]
const fn row(field: Field) -> [Text; 3] {
    match field {
        Field::Months => [
            ("方案期間", "Length of the plan"),
            ("從開始的月份算起，方案一共幾個月。", "How many months the plan has from its start."),
            ("1 到 60 的整數", "A whole number from 1 to 60"),
        ],
        Field::Target => [
            ("目標值", "Target"),
            (
                "期限內要達到的總數，包含本來就會有的基準。",
                "The total to be reached by the deadline, the baseline included.",
            ),
            ("例如 200 或 120萬", "Such as 200 or 1.2 million"),
        ],
        Field::Growth => [
            ("成長率", "Growth"),
            ("要比對照的數字成長多少。", "By how much the reference is to grow."),
            ("例如 45%", "Such as 45%"),
        ],
        Field::Reference => [
            ("對照的數字", "Reference"),
            ("成長率拿什麼來比，通常是去年同期。", "What the growth is measured against, usually last year."),
            ("去年同期的數字", "The figure of the same period last year"),
        ],
        Field::Baseline => [
            ("基準", "Baseline"),
            (
                "不做這個方案也會有的數字，例如老客戶的營收。",
                "What comes without this plan, such as revenue from existing customers.",
            ),
            ("沒有就填 0", "Enter 0 when there is none"),
        ],
        Field::OrderValue => [
            ("平均客單價", "Average order value"),
            (
                "顧客一次消費平均多少錢，例如看一次診、下一張訂單。",
                "What a customer spends at a time on average: one visit, or one order.",
            ),
            ("一次消費的金額", "Money each time"),
        ],
        Field::OrdersPerYear => [
            ("每年消費次數", "Orders per year"),
            ("一位顧客一年平均消費幾次。", "How often a customer comes or orders in a year."),
            ("例如 3 或 0.5", "Such as 3 or 0.5"),
        ],
        Field::RelationshipYears => [
            ("往來年數", "Years a customer stays"),
            ("一位顧客平均往來幾年。", "How many years a customer keeps buying."),
            ("例如 2；只來一次就填 0", "Such as 2; enter 0 for one-time buyers"),
        ],
        Field::GrossMargin => [
            ("毛利率", "Gross margin"),
            (
                "營收扣掉直接成本後剩下的比例，例如商品、耗材、手續費與運費。",
                "What is left of revenue after direct cost: goods, materials, fees, shipping.",
            ),
            ("0% 到 100%", "0% to 100%"),
        ],
        Field::DiscountRate => [
            ("錢每年貶值（年折現率）", "Discount rate per year"),
            ("一年後的錢比今天少值多少，用來算終身價值。", "How much less next year's money is worth today."),
            ("不確定就填 0", "Enter 0 when unsure"),
        ],
        Field::Seasonality => [
            ("淡旺季比重", "Season weight"),
            (
                "這個月的人有多願意買；只看十二個月之間的比例。",
                "How ready people are to buy in this month against the others.",
            ),
            ("1 是平均，旺季填大一點", "1 is average, more for a busy month"),
        ],
        Field::PhasingFactor => [
            ("當月預算比重", "Budget weight of the month"),
            (
                "這個月分到多少預算；只看各月之間的比例。",
                "This month's part of the budget against the others.",
            ),
            ("1 是平均，0 是不花", "1 is average, 0 spends nothing"),
        ],
        Field::MarketCorrelation => [
            ("景氣連動程度", "Market correlation"),
            (
                "市場變差時，各項假設一起變差的程度。",
                "How much one bad market makes all assumptions worse at once.",
            ),
            ("0% 到 100%，一般 30%", "0% to 100%, usually 30%"),
        ],
        Field::ConversionRate => [
            ("轉換率", "Conversion rate"),
            (
                "上一個階段的人有多少比例走到這個階段。",
                "The share of the stage before that gets to this one.",
            ),
            ("0% 到 100%", "0% to 100%"),
        ],
        Field::DelayDays => [
            ("等待天數", "Days of delay"),
            ("從上一個階段到這個階段平均隔幾天。", "How many days pass from the stage before."),
            ("當天就填 0", "Enter 0 for the same day"),
        ],
        Field::UnitCost => [
            ("單價", "Unit cost"),
            (
                "在進入的階段，買到一個要多少錢，例如一次點擊。",
                "What one unit costs where the channel enters, such as one click.",
            ),
            ("每一個的金額", "Money per unit"),
        ],
        Field::MonthlyBudget => [
            ("每月預算", "Monthly budget"),
            ("每個月付給媒體的錢，不含人力。", "Media money per month, without labour."),
            ("例如 20,000 或 2萬", "Such as 20,000"),
        ],
        Field::Ceiling => [
            ("每月上限", "Monthly ceiling"),
            (
                "花再多錢，一個月最多也只買得到這麼多。",
                "The most units a month can bring, whatever is spent.",
            ),
            ("每月最多幾個", "Units per month"),
        ],
        Field::At => [
            ("單價成立時的花費", "Spend at that price"),
            (
                "每月花到多少錢時，單價就是上面填的數字。",
                "The monthly spend at which a unit has the price above.",
            ),
            ("每月的金額", "Money per month"),
        ],
        Field::Gain => [
            ("預算加倍時多出的比例", "Gain when doubled"),
            (
                "花費變兩倍時，數量多幾成；100% 是完全不遞減。",
                "What twice the money adds; 100% means nothing is lost.",
            ),
            ("例如 70%", "Such as 70%"),
        ],
        Field::HalfAt => [
            ("到一半上限的花費", "Spend for half the ceiling"),
            ("每月花到這個數字，就買得到上限的一半。", "The monthly spend that buys half of the ceiling."),
            ("每月的金額", "Money per month"),
        ],
        Field::Slope => [
            ("曲線陡度", "Steepness"),
            (
                "大於 1 代表花太少沒效果，過了門檻才有感。",
                "Above 1, too little does nothing and then it takes off.",
            ),
            ("大於 0，最多 10，一般 1 到 2", "Above 0, 10 at most, usually 1 to 2"),
        ],
        Field::MinBudget => [
            ("每月最低預算", "Least monthly budget"),
            ("配置預算時，這個管道每月至少要花多少。", "The least this channel may get per month."),
            ("沒有就填 0", "Enter 0 when there is none"),
        ],
        Field::MaxBudget => [
            ("每月最高預算", "Largest monthly budget"),
            ("配置預算時，這個管道每月最多花多少。", "The most this channel may get per month."),
            ("沒有上限就留空", "Leave empty for no limit"),
        ],
        Field::FitRate => [
            ("有效流量比例", "Share of the right audience"),
            (
                "買到的流量中，真正是目標客群的比例。",
                "The share of what is bought that is the right audience.",
            ),
            ("0% 到 100%", "0% to 100%"),
        ],
        Field::FreeVolume => [
            ("每月免費數量", "Free units per month"),
            (
                "不花媒體費也會來的數量，例如自然搜尋。",
                "What comes without media money, such as organic search.",
            ),
            ("每月幾個", "Units per month"),
        ],
        Field::Carryover => [
            ("遞延率", "Carryover"),
            (
                "這個月的效果有多少比例會留到下個月。",
                "The share of a month's effect that is left a month later.",
            ),
            ("0% 到 100%，不含 100%", "0% to below 100%"),
        ],
        Field::PriorBudget => [
            ("開始前的每月花費", "Spend before the start"),
            (
                "方案開始前每個月已經在花的錢，會影響遞延效果。",
                "What was spent per month before the plan; it still has effect.",
            ),
            ("每月的金額，沒有就填 0", "Money per month, 0 when there was none"),
        ],
        Field::RampMonths => [
            ("起步期", "Ramp-up"),
            ("要幾個月才會發揮全力。", "Months until the channel works at full strength."),
            ("馬上有效就填 0", "Enter 0 when it works at once"),
        ],
        Field::LabourHours => [
            ("每月工時", "Hours per month"),
            ("每個月要花多少人力時間經營。", "The work this channel takes per month."),
            ("每月幾小時", "Hours per month"),
        ],
        Field::HourlyWage => [
            ("時薪", "Hourly wage"),
            ("一小時人力的成本。", "What an hour of work costs."),
            ("每小時的金額", "Money per hour"),
        ],
        Field::FixedCost => [
            ("每月固定費", "Fixed cost per month"),
            (
                "每個月固定要付的錢，例如工具或代操費。",
                "What is paid every month, such as tools or an agency.",
            ),
            ("每月的金額", "Money per month"),
        ],
        Field::SetupCost => [
            ("一次性費用", "Setup cost"),
            (
                "第一個月付一次的錢，例如建置或拍攝。",
                "Paid once in the first month, such as building or filming.",
            ),
            ("總金額", "Money, once"),
        ],
        Field::RateOverride => [
            ("這個管道的轉換率", "This channel's conversion rate"),
            (
                "這個管道的人比較好或比較難轉換時才填。",
                "Only when people of this channel convert differently.",
            ),
            ("0% 到 100%，留空就照漏斗", "0% to 100%, empty for the funnel's rate"),
        ],
        Field::ChannelOrderValue => [
            ("這個管道的平均客單價", "This channel's order value"),
            (
                "這個管道來的顧客，每次消費的金額不同時才填。",
                "Only when customers of this channel spend differently.",
            ),
            ("留空就照全方案", "Empty for the plan's value"),
        ],
        Field::ChannelOrdersPerYear => [
            ("這個管道的每年消費次數", "This channel's orders per year"),
            (
                "這個管道來的顧客，回購不同時才填。",
                "Only when customers of this channel reorder differently.",
            ),
            ("留空就照全方案", "Empty for the plan's value"),
        ],
        Field::ChannelRelationshipYears => [
            ("這個管道的往來年數", "This channel's years of relationship"),
            (
                "這個管道來的顧客，往來長短不同時才填。",
                "Only when customers of this channel stay for another time.",
            ),
            ("留空就照全方案", "Empty for the plan's value"),
        ],
        Field::ShareWithout => [
            ("沒有搭配時剩下的效果", "Share left without it"),
            (
                "搭配的管道完全沒花錢時，這個管道還剩幾成效果。",
                "What is left of this channel when the other one spends nothing.",
            ),
            ("0% 到 100%", "0% to 100%"),
        ],
        Field::FullAt => [
            ("搭配管道要花到多少", "Spend for full strength"),
            (
                "搭配的管道每月花到這個數字，這個管道才有全力。",
                "The other channel's monthly spend that gives full strength.",
            ),
            ("每月的金額", "Money per month"),
        ],
    }
}
