//! What is wrong with a question to the solver, in words.

use super::number::{exact, grouped};
use super::{Lang, term};
use backcast_model::solve::RequestFault;
use sentences::*;

/// The sentence for a fault.
#[must_use]
pub fn message(fault: RequestFault, lang: Lang) -> String {
    match fault {
        RequestFault::TotalMissing => total_missing(lang).to_owned(),
        RequestFault::TotalOutOfRange(_) => total_out_of_range(lang).to_owned(),
        RequestFault::ZeroTotal => zero_total(lang).to_owned(),
        RequestFault::MinimumsAboveTotal { minimums } => minimums_above_total(lang, written(minimums)),
        RequestFault::BandOutOfRange(trust) => band_out_of_range(lang, term::trust(trust, lang)),
        RequestFault::LowsAboveAll => lows_above_all(lang).to_owned(),
        RequestFault::HighsBelowAll => highs_below_all(lang).to_owned(),
        RequestFault::EmptyClass(trust) => empty_class(lang, term::trust(trust, lang)),
        RequestFault::BandsAgainstBounds => bands_against_bounds(lang).to_owned(),
        RequestFault::CapOutOfRange(_) => cap_out_of_range(lang).to_owned(),
        RequestFault::Endless => endless(lang).to_owned(),
        RequestFault::TooLarge => too_large(lang).to_owned(),
        RequestFault::NotReproduced { found, evaluated } => {
            not_reproduced(lang, written(found), written(evaluated))
        }
    }
}

fn written(value: f64) -> String {
    exact(value).map_or_else(|| super::number::DASH.to_owned(), |number| grouped(&number))
}

#[allow(missing_docs, unreachable_pub, reason = "private texts, which say what they are")]
mod sentences {
    crate::locale::words! {
        total_missing: "請填每月總預算：要先知道有多少錢，才能算出最多能做到多少。", "The total monthly budget is missing: the most that can be reached depends on it.";
        total_out_of_range: "每月總預算要是 0 以上的數字。", "The total monthly budget has to be a number from 0 on.";
        zero_total: "每月總預算是 0，沒有錢可以分配。", "The total monthly budget is 0; there is nothing to share.";
        minimums_above_total(minimums): "各管道的最低預算加起來是每月 {minimums}，已經超過總預算。請提高總預算，或降低最低預算。", "The least budgets of the channels add to {minimums} a month, more than the total. Raise the total or lower them.";
        band_out_of_range(class): "「{class}」的比例要在 0% 到 100% 之間，而且下限不能高於上限。", "The band of {class} has to lie from 0% to 100%, its low end not above its high end.";
        lows_above_all: "各類管道的最低比例加起來超過 100%。", "The least shares of the classes add to more than 100%.";
        highs_below_all: "各類管道的最高比例加起來不到 100%，錢會分不完。", "The largest shares of the classes add to less than 100%, so that money is left over.";
        empty_class(class): "「{class}」要分到預算，但沒有啟用中的管道屬於這一類。", "{class} channels have to get money, but no active channel is of that class.";
        bands_against_bounds: "各管道的最低與最高預算，和這些比例無法同時成立。", "The least and largest budgets of the channels and these shares cannot hold together.";
        cap_out_of_range: "單月上限要在平均月的 1 倍以上。", "The most of a month has to be at least 1 times the average month.";
        too_large: "計畫裡的數字大到電腦算不出來，所以找不出答案。請檢查金額、單價和數量。", "Figures of the plan are larger than a computer can hold, so that there is no answer. Check its amounts, prices and volumes.";
        not_reproduced(found, evaluated): "找到的預算應該帶來 {found}，但照計畫算出來是 {evaluated}，所以不顯示這個答案。這是計算機的錯誤，請告訴我們。", "The budgets that were found should bring {found}, but the plan evaluated with them says {evaluated}, so that they are not shown. This is a fault of the calculator; please tell us.";
        endless: "有管道花再多錢都還有賺，利潤沒有最大值。請填每月總預算，或該管道的最高預算。", "A channel pays however much is spent on it, so that profit has no largest value. Give a total, or the channel's largest budget.";
    }
}
