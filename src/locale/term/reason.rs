//! Why a number is a dash, and what to do about it.

use super::{Text, text};
use crate::locale::Lang;
use backcast_model::graph::Reason;
use backcast_model::quantity::Measure;

/// The sentence that stands beside a dash.
#[must_use]
pub fn reason(reason: Reason, lang: Lang) -> &'static str {
    text(row(reason), lang)
}

/// The sentence that stands beside the dash of a sum over all channels.
#[must_use]
pub fn no_sum(measure: Measure, lang: Lang) -> &'static str {
    let row: Text = match measure {
        Measure::RoasMarginal => (
            "下一塊錢花在哪個管道，帶回的就不一樣。請看各管道的數字。",
            "What the next money brings back depends on the channel that it goes to. Look at each channel.",
        ),
        _ => (
            "各管道買的不是同一種單位，加在一起沒有意義。請看各管道的數字。",
            "The channels buy units of different kinds, which have no sum. Look at each channel.",
        ),
    };
    text(row, lang)
}

const fn row(reason: Reason) -> Text {
    match reason {
        Reason::NoCustomers => (
            "這個方案帶不到顧客。請看看預算和每一段轉換率是不是 0。",
            "Nobody becomes a customer. Check whether a budget or a conversion rate is 0.",
        ),
        Reason::NoCost => ("還沒有任何花費。填入預算就會算出來。", "Nothing is spent yet. Enter a budget."),
        Reason::NoMedia => (
            "還沒有媒體花費。填入這個管道的每月預算就會算出來。",
            "No media money is spent yet. Enter a monthly budget.",
        ),
        Reason::NoMargin => (
            "沒有毛利可以回收成本。請檢查毛利率和平均客單價。",
            "There is no gross profit to cover the cost. Check the gross margin and the order value.",
        ),
        Reason::NoVolume => (
            "這個階段沒有人進來。請檢查前面的預算和轉換率。",
            "Nobody gets to this stage. Check the budget and the rates before it.",
        ),
        Reason::NeverPaysBack => (
            "顧客一輩子帶來的毛利也付不清成本。請降低獲客成本，或提高客單價、回購與毛利率。",
            "Not even a lifetime of gross profit pays the cost back. Lower the cost per customer, or raise order \
             value, repeat orders or margin.",
        ),
        Reason::NotWithinHorizon => (
            "在方案期間內還沒有回本。可以拉長期間，或看顧客回本時間。",
            "It does not break even within the plan. Extend the months, or look at the customer payback time.",
        ),
        Reason::NoEffect => (
            "多花錢也不會再多。可能已到上限、管道已停用，或後面的轉換率是 0。",
            "More money changes nothing here: the ceiling is reached, the channel is off, or a later rate is 0.",
        ),
        Reason::FirstMoneyBoundless => (
            "照這條反應曲線，第一塊錢的效果沒有上限，所以還算不出來。先填一筆每月預算就會有數字。",
            "On this response curve the first money gains without limit, so there is no number yet. Enter a monthly \
             budget.",
        ),
        Reason::TargetNotPositive => (
            "目標不大於 0，算不出達成率。請填一個大於 0 的目標。",
            "The target is not above 0, so a share of it says nothing. Enter a target above 0.",
        ),
        Reason::AlreadyMet => (
            "不靠這個方案就會達標。請確認基準，或把目標訂高一點。",
            "The baseline alone reaches the target. Check the baseline, or aim higher.",
        ),
        Reason::NotReachable => (
            "照目前的配比放大預算，到不了目標。原因看體檢；可以提高轉換率或上限、延長期間，或調整目標。",
            "Today's mix does not reach the goal, however it is scaled. The checks say why; raise a rate or a ceiling, \
             allow more months, or change the goal.",
        ),
        Reason::TooLarge => (
            "數字大到無法計算。請檢查是不是多打了零。",
            "The number is too large to compute. Check for extra zeros.",
        ),
    }
}
