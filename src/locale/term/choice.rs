//! The words for what a person chooses from: sources, trust, tiers, goals, curves, spreads.

use super::{Text, text};
use crate::locale::Lang;
use backcast_model::plan::{GoalMetric, Phasing, ResponseKind, Source, Tier, Trust};

/// Where a number comes from, as short as a chip.
#[must_use]
pub fn source_chip(source: Source, lang: Lang) -> &'static str {
    let row: Text = match source {
        Source::Own => ("自有數據", "Own data"),
        Source::Benchmark => ("產業參考", "Benchmark"),
        Source::Assumption => ("假設", "Assumption"),
        Source::Quote => ("報價", "Quote"),
    };
    text(row, lang)
}

/// What a source means, in one sentence.
#[must_use]
pub fn source_help(source: Source, lang: Lang) -> &'static str {
    let row: Text = match source {
        Source::Own => {
            ("自己量到的，例如後台、POS 或 CRM。", "Measured by you: ad accounts, point of sale, CRM.")
        }
        Source::Benchmark => {
            ("別人公布的數字，例如產業報告。", "Published by others, such as an industry report.")
        }
        Source::Assumption => {
            ("還沒有人量過，先用來試算。", "Nobody has measured it yet; good enough to start.")
        }
        Source::Quote => ("廠商或媒體報的價。", "Offered by a supplier or a publisher."),
    };
    text(row, lang)
}

/// How well a channel is known to work.
#[must_use]
pub fn trust(trust: Trust, lang: Lang) -> &'static str {
    let row: Text = match trust {
        Trust::Proven => ("已驗證", "Proven"),
        Trust::Test => ("測試中", "Testing"),
        Trust::Experimental => ("實驗", "Experimental"),
    };
    text(row, lang)
}

/// What a trust level means, in one sentence.
#[must_use]
pub fn trust_help(trust: Trust, lang: Lang) -> &'static str {
    let row: Text = match trust {
        Trust::Proven => {
            ("做過而且有穩定成果，預算的主力。", "Has worked steadily before; carries most of the money.")
        }
        Trust::Test => {
            ("有初步成果，還在找最好的做法。", "First results are there; still finding what works.")
        }
        Trust::Experimental => ("還沒有成果，用小預算學習。", "No results yet; a small budget to learn."),
    };
    text(row, lang)
}

/// Where in the funnel a stage belongs.
#[must_use]
pub fn tier(tier: Tier, lang: Lang) -> &'static str {
    let row: Text = match tier {
        Tier::Top => ("漏斗上層：認識", "Top: awareness"),
        Tier::Middle => ("漏斗中層：考慮", "Middle: consideration"),
        Tier::Bottom => ("漏斗下層：決定", "Bottom: decision"),
    };
    text(row, lang)
}

/// The figure a goal is set in.
#[must_use]
pub fn goal_metric(metric: GoalMetric, lang: Lang) -> &'static str {
    let row: Text = match metric {
        GoalMetric::Revenue => ("營收", "Revenue"),
        GoalMetric::GrossProfit => ("毛利", "Gross profit"),
        GoalMetric::Profit => ("扣掉行銷成本的利潤", "Profit after marketing cost"),
        GoalMetric::NewCustomers => ("新客數", "New customers"),
        GoalMetric::StageVolume => ("某個階段的數量", "Volume of one stage"),
    };
    text(row, lang)
}

/// The shape of a response curve.
#[must_use]
pub fn response(kind: ResponseKind, lang: Lang) -> &'static str {
    let row: Text = match kind {
        ResponseKind::Linear => ("固定單價", "Same price"),
        ResponseKind::Saturating => ("有上限", "With a ceiling"),
        ResponseKind::Doubling => ("加倍法", "Doubling"),
        ResponseKind::Hill => ("先慢後快再飽和", "S-shaped"),
    };
    text(row, lang)
}

/// What a response curve says, in one sentence.
#[must_use]
pub fn response_help(kind: ResponseKind, lang: Lang) -> &'static str {
    let row: Text = match kind {
        ResponseKind::Linear => {
            ("花多少買多少，每一個都同價。", "Every unit costs the same, however much you spend.")
        }
        ResponseKind::Saturating => {
            ("越買越貴，每月數量不會超過上限。", "Units get dearer and never pass a monthly ceiling.")
        }
        ResponseKind::Doubling => {
            ("用一句話描述：預算加倍時，數量多幾成。", "Stated in one line: what doubling the budget adds.")
        }
        ResponseKind::Hill => (
            "花太少沒效果，過了門檻才有感，最後到上限。",
            "Too little does nothing, then it takes off, then it reaches a ceiling.",
        ),
    };
    text(row, lang)
}

/// The published source of a response curve; none where it is plain arithmetic or a definition of this tool.
#[must_use]
pub const fn response_source(kind: ResponseKind) -> Option<&'static str> {
    match kind {
        ResponseKind::Hill => Some("A. V. Hill (1910), Journal of Physiology 40"),
        ResponseKind::Linear | ResponseKind::Saturating | ResponseKind::Doubling => None,
    }
}

/// How the budgets are spread over the months.
#[must_use]
pub fn phasing(phasing: &Phasing, lang: Lang) -> &'static str {
    let row: Text = match phasing {
        Phasing::Flat => ("每月相同", "Same every month"),
        Phasing::Seasonal => ("跟著淡旺季", "Follows the season"),
        Phasing::Factors(_) => ("自訂每月比重", "Own weight for each month"),
    };
    text(row, lang)
}
