//! The words for every measure: what it is called, what it tells, where its definition was published.

use super::{Text, text};
use crate::locale::Lang;
use backcast_model::quantity::Measure;

/// What a measure is called.
#[must_use]
pub fn label(measure: Measure, lang: Lang) -> &'static str {
    text(row(measure).label, lang)
}

/// What it tells, in one plain sentence.
#[must_use]
pub fn meaning(measure: Measure, lang: Lang) -> &'static str {
    text(row(measure).meaning, lang)
}

/// Where its definition comes from: a publication, common usage, or this tool; none for plain sums and inputs.
#[must_use]
pub fn source(measure: Measure, lang: Lang) -> Option<&'static str> {
    match row(measure).origin {
        Origin::Plain => None,
        Origin::Published(work) => Some(work),
        Origin::Usage => Some(text(("業界通用定義", "Common usage"), lang)),
        Origin::Own => Some(text(("本工具的定義", "Defined by this tool"), lang)),
    }
}

/// Where a definition comes from.
#[derive(Clone, Copy)]
enum Origin {
    /// Arithmetic that needs no source.
    Plain,
    /// A publication.
    Published(&'static str),
    /// What the trade means by the word.
    Usage,
    /// A choice of this tool.
    Own,
}

const MARKETING_METRICS: Origin = Origin::Published("Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics");
const ADSTOCK: Origin =
    Origin::Published("S. Broadbent (1979), Journal of the Market Research Society 21(3)");

struct Row {
    label: Text,
    meaning: Text,
    origin: Origin,
}

const fn plain(label: Text, meaning: Text) -> Row {
    Row { label, meaning, origin: Origin::Plain }
}

const fn usage(label: Text, meaning: Text) -> Row {
    Row { label, meaning, origin: Origin::Usage }
}

const fn own(label: Text, meaning: Text) -> Row {
    Row { label, meaning, origin: Origin::Own }
}

const fn published(origin: Origin, label: Text, meaning: Text) -> Row {
    Row { label, meaning, origin }
}

#[allow(clippy::too_many_lines, reason = "a table: one row for each measure")]
const fn row(measure: Measure) -> Row {
    match measure {
        // The goal.
        Measure::Target => {
            plain(("目標值", "Target"), ("期限內要達到的數字。", "What is to be reached by the deadline."))
        }
        Measure::Baseline => plain(
            ("基準", "Baseline"),
            ("不做這個方案，期間內本來就會有的數字。", "What the period would bring without this plan."),
        ),
        Measure::Amount => plain(
            ("方案帶來的成果", "Brought by the plan"),
            (
                "這個方案在期間內帶來的數字，不含基準。",
                "What the plan adds within the period, without the baseline.",
            ),
        ),
        Measure::Reached => plain(
            ("預計達到", "Reached"),
            ("基準加上方案帶來的成果。", "The baseline and what the plan brings, together."),
        ),
        Measure::Gap => plain(
            ("目標缺口", "Gap to the target"),
            ("離目標還差多少；負數代表超過目標。", "What is missing to the target; below 0 it is passed."),
        ),
        Measure::Attainment => plain(
            ("達成率", "Attainment"),
            ("預計達到的數字是目標的幾成。", "What is reached as a share of the target."),
        ),
        Measure::PlanAttainment => plain(
            ("方案達成率", "Plan attainment"),
            (
                "方案帶來的成果，是它該補足的數字的幾成。",
                "What the plan brings as a share of what it has to bring.",
            ),
        ),
        Measure::Needed => plain(
            ("需要補足", "Needed from the plan"),
            (
                "目標減掉基準，也就是方案要帶來的數字。",
                "The target less the baseline: what the plan has to bring.",
            ),
        ),
        Measure::AmountPerCustomer => plain(
            ("每位新客對目標的貢獻", "Goal figure per new customer"),
            (
                "期間內平均每位新客為目標帶來多少。",
                "What one new customer adds to the goal's figure within the period.",
            ),
        ),
        Measure::MixFactor => own(
            ("預算要放大的倍數", "Budget factor"),
            (
                "維持現在的管道配比，每個預算都乘上這個倍數就剛好達標。",
                "Times this factor, every budget of today's mix together just reaches the goal.",
            ),
        ),
        Measure::Reachable => own(
            ("最多能達到", "The most that can be reached"),
            (
                "目標到不了時，照現在的管道配比最多能做到多少，含基準。",
                "When the goal is out of reach: the most today's mix can get, the baseline included.",
            ),
        ),
        // From money to volume.
        Measure::Horizon => {
            plain(("方案月數", "Months of the plan"), ("方案一共有幾個月。", "How many months the plan has."))
        }
        Measure::Season => own(
            ("淡旺季係數", "Season factor"),
            (
                "這個月的人比全年平均更願意買多少；1 是平均。",
                "How ready people are to buy in this month against the year's mean, which is 1.",
            ),
        ),
        Measure::Phase => own(
            ("預算分配係數", "Budget weight"),
            (
                "這個月的預算是平均月的幾倍；全期平均是 1。",
                "This month's budget against the mean month, which is 1.",
            ),
        ),
        Measure::Spend => plain(
            ("當月媒體花費", "Media spend in the month"),
            ("這個月付給媒體的錢。", "Media money spent in the month."),
        ),
        Measure::EffectiveSpend => published(
            ADSTOCK,
            ("當月有效花費", "Spend at work"),
            (
                "計入遞延效果後，這個月真正在起作用的花費。",
                "The spend that is at work in the month, with what carries over from earlier months.",
            ),
        ),
        Measure::HalfAt => own(
            ("到一半上限的花費", "Spend for half the ceiling"),
            ("每月花到這個數字，就買得到上限的一半。", "The monthly spend that buys half of the ceiling."),
        ),
        Measure::Falloff => own(
            ("效果折減", "Falloff"),
            (
                "花得比報價時多，同樣的錢買到的會打幾折。",
                "How far the same money falls below its first price once more is spent.",
            ),
        ),
        Measure::Response => own(
            ("花費買到的數量", "Units the spend buys"),
            (
                "有效花費照反應曲線（加錢的效果）買到的數量，還沒算起步期與搭配條件。",
                "Units the spend at work buys on the response curve, before ramp and dependencies.",
            ),
        ),
        Measure::Ramp => own(
            ("起步期的效力", "Strength while ramping up"),
            ("剛開始的幾個月，效果只有全力的幾成。", "The share of full strength during the first months."),
        ),
        Measure::Dependency => own(
            ("搭配條件的效力", "Strength by dependencies"),
            (
                "搭配的管道花得不夠時，效果只剩幾成。",
                "The share that is left while the channels it relies on spend too little.",
            ),
        ),
        Measure::PaidVolume => plain(
            ("當月付費數量", "Paid units in the month"),
            ("這個月由媒體花費帶來的數量。", "Units that media money brings in the month."),
        ),
        Measure::MonthlyBought => plain(
            ("當月進站數量", "Units in the month"),
            ("這個月進到第一個階段的數量，付費加免費。", "Units at the entry in the month, paid and free."),
        ),
        Measure::Qualified => plain(
            ("當月有效數量", "Right audience in the month"),
            (
                "這個月進來的數量中，真正是目標客群的部分。",
                "The part of the month's units that is the right audience.",
            ),
        ),
        Measure::Bought => plain(
            ("帶來的總量", "Units brought"),
            (
                "全期間進到第一個階段的數量，付費加免費。",
                "Units at the entry over the whole period, paid and free.",
            ),
        ),
        Measure::Paid => plain(
            ("付費總數", "Units paid for"),
            ("全期間由媒體花費帶來的數量。", "Units that media money brings over the whole period."),
        ),
        Measure::MediaShare => plain(
            ("佔全部媒體費的比例", "Share of the media money"),
            ("這個管道花掉方案全部媒體費的幾成。", "How much of the plan's media money this channel takes."),
        ),
        Measure::CarryoverAfter => published(
            ADSTOCK,
            ("期末後才發酵的花費", "Spend that works later"),
            (
                "期間內花掉、但效果落在期間之後的媒體費，不計入其他成果。",
                "Media money of this period whose effect falls after it; counted nowhere else.",
            ),
        ),
        // The funnel.
        Measure::SeasonalRate => own(
            ("當月成交率", "Closing rate in the month"),
            (
                "最後一段轉換率乘上當月淡旺季係數，最多 100%。",
                "The last conversion rate with the month's season in it, 100% at most.",
            ),
        ),
        Measure::Delay => plain(
            ("從進站到這裡的時間", "Time from the entry"),
            (
                "從第一次接觸到走到這個階段，平均要幾個月。",
                "How many months it takes from the entry to this stage.",
            ),
        ),
        Measure::Due => plain(
            ("當月進來、早晚會到的數量", "Units due"),
            (
                "這個月進來的人之中，遲早會走到這個階段的數量。",
                "Of those who enter in the month, the units that will get to this stage sooner or later.",
            ),
        ),
        Measure::Arriving => plain(
            ("當月走到門口的數量", "Units arriving"),
            (
                "計入等待時間後，這個月準備轉換到這個階段的數量。",
                "Units that stand before this stage's conversion in the month, after the wait.",
            ),
        ),
        Measure::MonthlyVolume => plain(
            ("當月數量", "Volume in the month"),
            ("這個月到達這個階段的數量。", "Units that get to this stage in the month."),
        ),
        Measure::Volume => plain(
            ("數量", "Volume"),
            ("期間內到達這個階段的數量。", "Units that get to this stage within the period."),
        ),
        Measure::AfterDeadline => plain(
            ("截止後才到的數量", "Volume after the deadline"),
            (
                "期間內花的錢帶來、但期末以後才到達這個階段的數量。",
                "Units that this period's money brings to the stage only after the deadline.",
            ),
        ),
        Measure::Yield => plain(
            ("到下一階段的比例", "Share that goes on"),
            (
                "這個階段的總數有多少比例到了下一個階段，所有管道合計。",
                "What share of this stage's total gets to the next, all channels together.",
            ),
        ),
        Measure::Required => plain(
            ("達標需要的數量", "Required volume"),
            (
                "要達到目標，這個階段需要的數量；畫面上進位成整數。",
                "The volume of this stage that the goal takes; the screen rounds it up to whole units.",
            ),
        ),
        Measure::VolumePerMonth => plain(
            ("平均每月數量", "Volume per month"),
            ("平均每個月到達這個階段的數量。", "Units that get to this stage in an average month."),
        ),
        Measure::BlendedRate => own(
            ("整體轉換率", "Overall conversion rate"),
            (
                "所有經過這裡的管道合起來，上一個階段有多少比例走到這個階段。",
                "The share of the stage before that gets here, over all channels that pass.",
            ),
        ),
        Measure::Lost => plain(
            ("流失率", "Share lost"),
            (
                "上一個階段有多少比例沒有走到這個階段，所有經過的管道合起來。",
                "The share of the stage before that does not get here, over all channels that pass.",
            ),
        ),
        Measure::LateShare => own(
            ("截止後才到的比例", "Share after the deadline"),
            (
                "這個方案帶來的數量裡，有多少比例在截止後才到，不算進目標。",
                "The share of what this plan brings that arrives after the deadline and does not count for the goal.",
            ),
        ),
        Measure::StepWorth => own(
            ("轉換率進步一小步省下的錢", "What a small step of the rate is worth"),
            (
                "這一段轉換率好一小步，達標所需的媒體費會少多少。",
                "How much less media money the goal takes when the rate into this stage is a small step better.",
            ),
        ),
        Measure::CostPerUnitMedia => usage(
            ("每單位媒體費", "Media cost per unit"),
            (
                "走到這個階段，平均每一個花多少媒體費。",
                "Media money for each unit that gets to this stage within the period.",
            ),
        ),
        Measure::CostPerUnit => usage(
            ("每單位總成本", "Full cost per unit"),
            (
                "走到這個階段，平均每一個花多少總成本，含人力與固定費。",
                "All cost for each unit that gets to this stage, labour and fixed cost included.",
            ),
        ),
        // Customers to money.
        Measure::LifetimeOrders => published(
            MARKETING_METRICS,
            ("一生消費次數", "Lifetime orders"),
            (
                "一位顧客在往來期間一共會消費幾次，至少一次。",
                "How many orders a customer places in all, at least one.",
            ),
        ),
        Measure::RepeatRate => own(
            ("每月回購次數", "Repeat orders per month"),
            (
                "首購之後，平均每個月再買幾次。",
                "How often a customer orders again per month after the first order.",
            ),
        ),
        Measure::RelationshipMonths => plain(
            ("往來月數", "Relationship in months"),
            ("一位顧客平均往來幾個月。", "How many months a customer stays."),
        ),
        Measure::MonthlyDiscount => usage(
            ("月折現率", "Monthly discount rate"),
            ("年折現率換算成每個月。", "The yearly discount rate, turned into a month's."),
        ),
        Measure::DiscountedOrders => own(
            ("折現後的一生消費次數", "Lifetime orders, discounted"),
            (
                "把以後的消費折成今天的價值，相當於消費幾次。",
                "Lifetime orders, each worth what it is worth today.",
            ),
        ),
        Measure::MonthlyCustomers => plain(
            ("當月新客數", "New customers in the month"),
            ("這個月新成交的顧客。", "New customers of the month."),
        ),
        Measure::ActiveCustomers => plain(
            ("當月可回購的舊客", "Customers who may reorder"),
            (
                "之前成交、這個月還在往來期間的顧客。",
                "Customers of earlier months whose relationship still lasts in this month.",
            ),
        ),
        Measure::Orders => plain(
            ("當月消費次數", "Orders in the month"),
            ("這個月第一次消費加回購的次數。", "Orders of the month, first and repeated."),
        ),
        Measure::MonthlyRevenue => plain(
            ("當月營收", "Revenue in the month"),
            ("這個月首購與回購的營收。", "Revenue of the month, first and repeat orders."),
        ),
        Measure::PaidMonthlyRevenue => plain(
            ("當月付費帶來的營收", "Paid revenue in the month"),
            (
                "這個月由付費數量帶來的營收，不含免費數量。",
                "Revenue of the month that comes from units paid for, without the free ones.",
            ),
        ),
        Measure::Overhead => plain(
            ("每月人力與固定費", "Labour and fixed cost per month"),
            ("每個月固定要付的人力與其他費用。", "What labour and fixed cost take every month."),
        ),
        Measure::MonthlyGrossProfit => plain(
            ("當月毛利", "Gross profit in the month"),
            ("當月營收乘上毛利率。", "The month's revenue times the gross margin."),
        ),
        Measure::MonthlyCost => plain(
            ("當月行銷總成本", "Marketing cost in the month"),
            ("這個月的媒體、人力、固定費與一次性費用。", "Media, labour, fixed and setup cost of the month."),
        ),
        Measure::MonthlyProfit => plain(
            ("當月利潤", "Profit in the month"),
            ("當月毛利減掉當月行銷總成本。", "The month's gross profit less its marketing cost."),
        ),
        Measure::CumulativeProfit => plain(
            ("累計利潤", "Cumulative profit"),
            ("從第一個月累計到這個月的利潤。", "Profit from the first month to this one."),
        ),
        // Totals.
        Measure::Media => {
            plain(("媒體費", "Media cost"), ("全期間付給媒體的錢。", "Media money over the whole period."))
        }
        Measure::MediaPerMonth => plain(
            ("平均每月媒體費", "Media cost per month"),
            ("媒體費除以方案的月數。", "Media money in an average month of the plan."),
        ),
        Measure::Labour => plain(
            ("人力成本", "Labour cost"),
            ("全期間投入的工時乘上時薪。", "Hours times wage over the whole period."),
        ),
        Measure::Fixed => plain(
            ("固定與一次性費用", "Fixed and setup cost"),
            ("全期間的固定費，加上開頭的一次性費用。", "Fixed cost over the whole period with the setup."),
        ),
        Measure::Cost => plain(
            ("行銷總成本", "Total marketing cost"),
            (
                "全期間的媒體費、人力、固定與一次性費用。",
                "Media, labour, fixed and setup cost over the whole period.",
            ),
        ),
        Measure::Customers => {
            plain(("新客數", "New customers"), ("期間內成交的新顧客。", "New customers within the period."))
        }
        Measure::CustomersAfter => plain(
            ("截止後才成交的顧客", "Customers after the deadline"),
            (
                "期間內花的錢帶來、但期末以後才成交的顧客。",
                "Customers that this period's money brings only after the deadline.",
            ),
        ),
        Measure::AllCustomers => own(
            ("帶來的顧客總數", "Customers brought in all"),
            (
                "這筆錢帶來的所有顧客，包含期末以後才成交的。",
                "Everyone the money brings, also those who buy after the deadline.",
            ),
        ),
        Measure::Revenue => plain(
            ("營收", "Revenue"),
            ("期間內首購與回購的營收。", "Revenue within the period, first and repeat orders."),
        ),
        Measure::PaidRevenue => plain(
            ("付費帶來的營收", "Revenue from paid units"),
            ("期間內由付費數量帶來的營收，不含免費數量。", "Revenue within the period from units paid for."),
        ),
        Measure::GrossProfit => plain(
            ("毛利", "Gross profit"),
            ("期間內的營收乘上毛利率。", "Revenue within the period times the gross margin."),
        ),
        Measure::Profit => plain(
            ("利潤", "Profit"),
            (
                "期間內的毛利減掉行銷總成本，不含基準。",
                "Gross profit less marketing cost within the period, without the baseline.",
            ),
        ),
        // Metrics.
        Measure::Cac => published(
            MARKETING_METRICS,
            ("獲客成本", "Customer acquisition cost (CAC)"),
            (
                "帶來一位顧客平均花多少行銷總成本；期末以後才成交的顧客也算在內。",
                "What one customer costs in all, over everyone the money brings, also after the deadline.",
            ),
        ),
        Measure::CacMedia => published(
            MARKETING_METRICS,
            ("獲客媒體費", "Media cost per customer"),
            (
                "帶來一位顧客平均花多少媒體費，不含人力與固定費。",
                "What one customer costs in media money, over everyone the money brings.",
            ),
        ),
        Measure::CltvRevenue => published(
            MARKETING_METRICS,
            ("顧客終身營收", "Lifetime revenue per customer"),
            (
                "一位顧客一輩子帶來的營收，未扣成本、未折現。",
                "Revenue of one customer's whole life, before cost and not discounted.",
            ),
        ),
        Measure::Cltv => published(
            MARKETING_METRICS,
            ("顧客終身價值", "Customer lifetime value (CLTV)"),
            (
                "一位顧客一輩子帶來的毛利，以後的錢折成今天的價值。",
                "Gross profit of one customer's whole life, worth what it is worth today.",
            ),
        ),
        Measure::CltvToCac => usage(
            ("終身價值是獲客成本的幾倍", "CLTV to CAC"),
            (
                "顧客終身價值除以獲客成本；常見的健康標準是 3 倍以上。",
                "Lifetime value by acquisition cost; 3 and more is commonly called healthy.",
            ),
        ),
        Measure::Roas => usage(
            ("廣告投資報酬率（ROAS）", "Return on ad spend (ROAS)"),
            (
                "期間內每花 1 元媒體費帶來幾元營收；2 倍就是 2 元。",
                "Revenue within the period for each unit of media money; at 2× one brings two.",
            ),
        ),
        Measure::RoasPaid => own(
            ("付費部分的 ROAS", "ROAS of paid units"),
            (
                "只算付費數量帶來的營收，每 1 元媒體費帶來幾元。",
                "The same, counting only revenue from units paid for.",
            ),
        ),
        Measure::Roi => published(
            MARKETING_METRICS,
            ("投資報酬率", "Return on investment (ROI)"),
            (
                "期間內的利潤是行銷總成本的幾成；用利潤算，不是用營收算。",
                "Profit within the period as a share of all marketing cost: on profit, not on revenue.",
            ),
        ),
        Measure::LifetimeRoi => own(
            ("終身投資報酬率", "Lifetime ROI"),
            (
                "把顧客往後一輩子的毛利也算進來的投資報酬率。",
                "The return when the whole life of everyone the money brings is counted.",
            ),
        ),
        Measure::LifetimeValue => own(
            ("顧客終身價值總和", "Lifetime value of all customers"),
            (
                "這筆錢帶來的所有顧客，終身價值的總和。",
                "Lifetime value of everyone the money brings, summed up.",
            ),
        ),
        Measure::BreakEvenRoas => usage(
            ("毛利打平媒體費的 ROAS", "Break-even ROAS"),
            (
                "ROAS 要到幾倍，毛利才剛好等於媒體費。",
                "The return on ad spend at which gross profit equals the media money.",
            ),
        ),
        Measure::BreakEvenRoasFull => own(
            ("毛利打平總成本的 ROAS", "Break-even ROAS, full cost"),
            (
                "連人力與固定費都要打平，ROAS 要到幾倍。",
                "The return on ad spend at which gross profit covers all marketing cost.",
            ),
        ),
        Measure::Payback => published(
            MARKETING_METRICS,
            ("顧客回本時間", "Customer payback time"),
            (
                "這筆錢帶來的顧客成交後，要過幾個月，毛利才付清行銷總成本；0 個月是第一次消費就付清。",
                "Months until the gross profit of everyone the money brings has paid the cost; 0 when their first purchases do.",
            ),
        ),
        Measure::GrossProfitPerCustomer => plain(
            ("每位新客的期間毛利", "Gross profit per new customer"),
            ("期間內平均每位新客帶來多少毛利。", "Gross profit within the period for each new customer."),
        ),
        Measure::FirstGrossProfit => plain(
            ("首購毛利總和", "Gross profit of first orders"),
            (
                "這筆錢帶來的所有顧客，首購毛利的總和。",
                "Gross profit of the first orders of everyone the money brings.",
            ),
        ),
        Measure::RepeatGrossProfit => plain(
            ("每月回購毛利", "Gross profit of repeats per month"),
            (
                "這筆錢帶來的所有顧客，每個月回購帶來的毛利。",
                "Gross profit per month from the repeat orders of everyone the money brings.",
            ),
        ),
        Measure::LifetimeRevenue => plain(
            ("顧客終身營收總和", "Lifetime revenue of all customers"),
            (
                "這筆錢帶來的所有顧客，一輩子營收的總和。",
                "Lifetime revenue of everyone the money brings, summed up.",
            ),
        ),
        Measure::BreakEvenCustomers => published(
            MARKETING_METRICS,
            ("損益平衡的顧客數", "Break-even customers"),
            (
                "要有幾位新客，期間內的毛利才剛好付清行銷總成本。",
                "How many new customers pay for the marketing cost within the period.",
            ),
        ),
        Measure::BreakEvenMonth => plain(
            ("方案首次回本月份", "First break-even month"),
            (
                "方案的累計利潤第一次不再是負的，是第幾個月。",
                "The first month in which the plan's cumulative profit is not negative.",
            ),
        ),
        Measure::BreakEvenLasting => own(
            ("方案穩定回本月份", "Lasting break-even month"),
            (
                "從第幾個月起，方案的累計利潤就不再回到負的。",
                "From this month on, the plan's cumulative profit is never negative again.",
            ),
        ),
        Measure::UnitCostEffective => usage(
            ("實際單價", "Effective unit cost"),
            (
                "平均下來，付費買到的每一個實際花多少媒體費。",
                "What a unit paid for really costs in media money.",
            ),
        ),
        Measure::RoasMarginal => usage(
            ("再多花 1 元的 ROAS", "ROAS of the next money"),
            (
                "這個管道再多花 1 元，整個方案會多幾元營收（邊際廣告投資報酬率）。",
                "How much more revenue the whole plan makes for the next unit of money in this channel (marginal ROAS).",
            ),
        ),
        Measure::CacMarginal => usage(
            ("下一位顧客的成本", "Marginal CAC"),
            (
                "在這個管道再多帶來一位顧客要花多少，期末以後才成交的也算。",
                "What the next customer costs in this channel, over everyone the money brings.",
            ),
        ),
    }
}
