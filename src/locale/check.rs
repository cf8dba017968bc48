//! The words of 體檢: every finding in two short lines and a button, and the five letters of SMART.
//!
//! A number may be a slot that becomes a door.
#![allow(missing_docs, reason = "each text says itself what it is")]

use super::words;

words! {
    of_required: "金額以達標預算計算", "Amounts are those of the budget that reaches the goal";
    of_today: "金額以現在的預算計算", "Amounts are those of today's budget";

    tag_warn: "提醒", "Warning";
    tag_note: "留意", "Note";
    tag_good: "良好", "Good";

    customers(count): "{count} 位新客", "{count} new customers";
    units(count, stage): "{count} 個{stage}", "{count} {stage}";

    to_goal: "看目標", "To the goal";
    to_months: "延後期限", "Move the deadline";
    to_path(path): "到{path}", "To {path}";
    to_channel(channel): "看{channel}", "To {channel}";
    to_budget(channel): "調整{channel}的預算", "Change the budget of {channel}";
    to_mix: "看怎麼分最好", "See the best split";
    add_channel: "加一個管道", "Add a channel";

    no_budget: "還沒有預算", "No budget yet";
    no_budget_why(channel): "給{channel}一個每月預算，才有配比可以倒扣。", "Give {channel} a monthly budget, so that there is a mix to work back to.";

    unreachable: "目標到不了", "The goal is out of reach";
    unreachable_capped(target, most): "管道有上限，照現在的配比花再多也只到 {most}；目標是 {target}。提高上限，或加一個管道。", "The channels have ceilings: in today's mix no budget gets beyond {most}; the goal is {target}. Raise a ceiling or add a channel.";
    unreachable_losing(target, most): "最多到 {most}，再花下去成本比毛利漲得快；目標是 {target}。提高轉換率、客單價或毛利率。", "It ends at {most}, beyond which money costs more than it brings; the goal is {target}. Raise a rate, the order value or the margin.";
    unreachable_far(target, most): "現在的預算放大 10 億倍也只到 {most}；目標是 {target}。看看目標是不是多打了零。", "A thousand million times today's budget gets to {most}; the goal is {target}. Check the goal for extra zeros.";
    unreachable_blocked(target, most, path): "{path}是 0，花再多也停在 {most}；目標是 {target}。", "{path} is 0, and whatever is spent, it stays at {most}; the goal is {target}.";
    unreachable_late(target, most): "成果全都在截止後才到，期限內停在 {most}；目標是 {target}。把方案期間拉長。", "Everything arrives after the deadline; by then it stays at {most}, and the goal is {target}. Allow more months.";
    unreachable_beyond(target, most): "管道都從目標的階段之後才進來，停在 {most}；目標是 {target}。", "Every channel enters behind the goal's stage: it stays at {most}, and the goal is {target}.";

    far_goal: "目標遠高於原本", "The goal is far above what has been";
    far_goal_why(target, before, months): "{months}內要 {target}，原本是 {before}；先確認產能與市場撐得起。", "{target} within {months}, where {before} has been usual; check that team and market can carry it.";

    late(share): "{share} 的成果在截止後才到", "{share} of the results come after the deadline";
    late_why(late, stage, deadline): "{deadline}之後才到的{stage}有 {late}，不算進這次的目標。", "{late} of {stage} arrive after {deadline} and do not count for this goal.";

    rate_capped(rate): "旺季的{rate}超過 100%", "{rate} passes 100% in season";
    rate_capped_why(month, season, rate, left, months): "{month}的季節係數是 {season}，{rate} 乘上去超過 {left}，只能以此計；這樣的月份有 {months}。", "The season of {month} is {season}, which lifts {rate} beyond {left}, where it is cut; this happens in {months}.";

    no_effect(channel): "{channel}的錢沒有作用", "The money in {channel} does nothing";
    no_effect_why(media): "花了 {media}，沒有帶來任何人。", "{media} is spent and brings nobody.";
    no_effect_blocked(media, path): "花了 {media}，沒有帶來任何人：{path}是 0。", "{media} is spent and brings nobody: {path} is 0.";

    dependency(channel, on): "{channel}少了{on}的支援", "{channel} lacks the support of {on}";
    dependency_why(channel, on, full, spend, strength, months): "{on}每月要 {full} 才夠，最少時只有 {spend}，{channel}只剩 {strength} 的力道；這樣的月份有 {months}。", "{on} needs {full} a month and has {spend} at its least, which leaves {channel} {strength} of its strength; this happens in {months}.";

    one_channel: "預算集中在一個管道", "Most of the money is in one channel";
    only_channel: "全部預算在一個管道", "All the money is in one channel";
    one_channel_why(channel, share, limit): "{channel}佔 {share}，超過 {limit}；它一失效，沒有別的補上。", "{channel} has {share}, more than {limit}; if it fails, nothing replaces it.";

    above_bound(channel): "{channel}的預算超過你設的上限", "The budget of {channel} is above its limit";
    below_bound(channel): "{channel}的預算低於你設的下限", "The budget of {channel} is below its minimum";
    above_bound_required(budget, bound): "達標每月要 {budget}，超過你設的上限 {bound}；倒扣照現在的配比放大，不看上下限。", "The goal takes {budget} a month, above the limit of {bound}: working back keeps today's mix and ignores limits.";
    below_bound_required(budget, bound): "達標每月只要 {budget}，低於你設的下限 {bound}；倒扣照現在的配比縮放，不看上下限。", "The goal takes only {budget} a month, below the minimum of {bound}: working back keeps today's mix and ignores limits.";
    above_bound_today(budget, bound): "現在每月 {budget}，超過你設的上限 {bound}。", "It is {budget} a month, above the limit of {bound}.";
    below_bound_today(budget, bound): "現在每月 {budget}，低於你設的下限 {bound}。", "It is {budget} a month, below the minimum of {bound}.";

    dear_units(channel): "{channel}的實際單價遠高於設定", "A unit of {channel} costs far more than its stated price";
    dear_units_why(effective, quoted): "以這個預算，一單位實際要 {effective}，設定是 {quoted}；接近上限、起步期或缺少支援都會這樣。", "At this budget a unit takes {effective} instead of {quoted}; a near ceiling, a slow start or missing support does this.";

    past_return(channel): "{channel}的下一位新客不划算", "The next customer of {channel} does not pay";
    past_return_why(next, cltv): "再多一位要 {next}，一位新客一生帶來 {cltv}；這裡花得太多了。", "One more takes {next}, and a customer brings {cltv} in a lifetime; this is too much money here.";

    better(channel, other): "{channel}的錢換到{other}，成果更多", "The money of {channel} would do more in {other}";
    better_customers_why(channel, here, other, there): "{channel}的下一位新客要 {here}，{other}要 {there}。", "The next customer takes {here} in {channel} and {there} in {other}.";
    better_money_why(channel, here, other, there): "再花的錢，在{channel}帶回 {here}的營收，在{other}是 {there}。", "More money brings back {here} its amount in revenue in {channel}, and {there} in {other}.";

    band_above(class): "「{class}」的管道拿太多", "{class} channels have much of the money";
    band_below(class): "「{class}」的管道拿太少", "{class} channels have little of the money";
    band_above_why(shares, bound): "{shares}；70/20/10 留了空間，最多 {bound}。", "{shares}; the 70/20/10 rule, with room, gives {bound} at most.";
    band_below_why(shares, bound): "{shares}；70/20/10 留了空間，至少 {bound}。", "{shares}; the 70/20/10 rule, with room, gives {bound} at least.";
    band_nothing: "一毛都沒有", "No money at all";

    inactive(count): "{count} 個管道停用", "Channels switched off: {count}";
    inactive_all: "所有管道都停用", "Every channel is switched off";
    inactive_why(names): "{names}不花錢，也不帶來成果。", "{names}: no cost and no results.";
    and_more(names, count): "{names}等 {count} 個", "{names} and {count} in all";

    ltv_low(ratio): "顧客終身價值只有獲客成本的 {ratio}", "A customer is worth only {ratio} its cost";
    ltv_low_why(cltv, cac, least): "一位新客終身帶來毛利 {cltv}，獲客成本 {cac}；一般要 {least} 倍才撐得起其他開銷。", "A customer brings {cltv} of gross profit in a lifetime and costs {cac} to win; {least} times is usual to carry the other costs.";

    never_pays_back: "這筆錢收不回來", "The money does not come back";
    never_pays_back_why(cltv, cac): "一位新客終身帶來毛利 {cltv}，獲客成本 {cac}。", "A customer brings {cltv} of gross profit in a lifetime and costs {cac} to win.";

    payback_beyond: "顧客回本比方案還久", "Customers pay back after the plan";
    payback_beyond_why(payback, months): "顧客帶來的毛利要 {payback}才付清行銷成本，方案只有 {months}；這段時間要先墊錢。", "The gross profit of customers pays the cost after {payback}, the plan has {months}; the money has to be advanced until then.";

    roi_too_good(roi): "投資報酬率 {roi}，好得不尋常", "A return of {roi} looks too good";
    roi_too_good_why(limit): "超過 {limit}；確認成本都算進去了，毛利率和轉換率也沒有填得太樂觀。", "More than {limit}; check that every cost is in, and that margin and rates are not too hopeful.";

    assumptions: "多數結果靠假設", "Most of the result rests on assumptions";
    assumptions_why(of, assumed, share, first): "{of} 個關鍵數字裡 {assumed} 個是假設，佔影響力的 {share}；先補上{first}。", "{assumed} of the {of} numbers that decide are assumptions, with {share} of the influence; measure {first} first.";
    all_assumed_why(of, first): "{of} 個關鍵數字全是假設；先補上{first}。", "All {of} numbers that decide are assumptions; measure {first} first.";
    both(first, second): "{first}與{second}", "{first} and {second}";

    ltv_good(ratio): "顧客終身價值是獲客成本的 {ratio}", "A customer is worth {ratio} its cost";
    ltv_good_why(least): "高於 {least} 倍。", "Above {least} times.";
    ltv_unusual(ratio): "顧客終身價值是獲客成本的 {ratio}，好得不尋常", "A customer is worth {ratio} its cost, which is unusual";
    ltv_unusual_why(least): "一般 {least} 倍就算健康；確認毛利率與消費次數。", "{least} times is healthy already; confirm the margin and the number of orders.";

    pays_back_at_once: "第一次消費就回本", "The first purchase pays the cost back";
    pays_back_at_once_why(payback): "顧客回本時間 {payback}：第一次消費的毛利就超過行銷成本。", "Customer payback {payback}: the gross profit of first purchases covers the cost.";
    pays_back(payback): "顧客 {payback}就回本", "Customers pay back after {payback}";
    pays_back_why(months): "在方案的 {months}之內。", "Within the {months} of the plan.";
}

words! {
    specific: "明確", "Specific";
    measurable: "可衡量", "Measurable";
    attainable: "做得到", "Attainable";
    relevant: "有關聯", "Relevant";
    timely: "有期限", "Time-bound";

    met_yes: "達成", "Met";
    met_partly: "部分達成", "Partly met";
    met_no: "未達成", "Not met";

    one_figure(goal): "{goal}，單一數字", "{goal}, one figure";
    baseline_unknown(goal): "{goal}，還沒說不做這個方案會有多少", "{goal}; what would come without this plan is not stated";
    already_met(goal): "{goal}，不做這個方案就會達到", "{goal} is reached without this plan";

    counted(measured, rates): "每個階段都有數量；{rates} 個轉換率裡 {measured} 個是自有數據", "Every stage has a volume; {measured} of {rates} rates are own data";
    counted_without_rates: "每個階段都有數量", "Every stage has a volume";
    empty_stage(stage): "沒有人會到{stage}", "Nobody gets to {stage}";

    budget_enough: "現在填的預算就做得到", "The budget filled in is enough";
    budget_plenty(factor): "現在填的預算有餘：達標只要它的 {factor}", "The budget filled in is more than enough: the goal takes {factor} of it";
    budget_grows(factor): "現在填的預算放大到 {factor}就到", "{factor} the budget filled in gets there";
    budget_stretched(factor): "要現在填的預算的 {factor}", "It takes {factor} the budget filled in";
    on_assumptions(of, assumed): "{of} 個關鍵數字裡 {assumed} 個是假設", "{assumed} of the {of} numbers that decide are assumptions";
    all_on_assumptions(of): "{of} 個關鍵數字全是假設", "All {of} numbers that decide are assumptions";
    with_luck(best): "加預算到不了；每個估計都落在好的一端時能到 {best}", "Money does not get there; with every estimate at its good end it comes to {best}";
    beyond(most): "照現在的配比最多到 {most}", "Today's mix gets to {most} at most";

    worth(cltv, cac): "一位新客終身帶來毛利 {cltv}，獲客成本 {cac}", "A customer brings {cltv} of gross profit in a lifetime and costs {cac} to win";
    worth_for_free(cltv): "一位新客終身帶來毛利 {cltv}，不用花錢", "A customer brings {cltv} of gross profit in a lifetime at no cost";
    loss_within(roi): "，但方案期間內還是虧的（報酬率 {roi}）", ", yet the plan's own months end in a loss (return {roi})";
    nobody: "還沒有人會成為新客", "Nobody becomes a customer yet";

    deadline(month): "{month}底", "By the end of {month}";
    deadline_late(month, share): "{month}底；{share} 的成果之後才到", "By the end of {month}; {share} of the results come later";
    deadline_empty(month): "{month}底，還沒有任何成果會到", "By the end of {month}, and nothing arrives yet";
}
