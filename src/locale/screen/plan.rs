//! The words of the plan view. Parameters written as numbers are doors: each language places them where they belong.

use crate::locale::words;

words! {
    // The verdict.
    /// A count to be reached by a month, where media is all that costs.
    verdict_count(when, goal, money): "{when}前多 {goal}，需要 {money}。", "Getting {goal} by {when} takes {money}.";
    /// The same where there are other costs.
    verdict_count_media(when, goal, money): "{when}前多 {goal}，需要媒體預算 {money}。", "Getting {goal} by {when} takes {money} of media.";
    /// A sum of money to be reached over a period, where media is all that costs.
    verdict_money(period, figure, goal, money): "{period}{figure}要到 {goal}，需要 {money}。", "Bringing {figure} to {goal} over {period} takes {money}.";
    /// The same where there are other costs.
    verdict_money_media(period, figure, goal, money): "{period}{figure}要到 {goal}，需要媒體預算 {money}。", "Bringing {figure} to {goal} over {period} takes {money} of media.";
    /// The goal comes without media money.
    verdict_free(when, goal): "{when}前的目標 {goal}，不必花媒體預算就會到。", "{goal} by {when} comes without any media money.";

    // The verdict on a goal out of reach.
    /// No channel takes part.
    no_channel(goal): "管道全部停用，到不了 {goal}。", "Every channel is switched off, so {goal} is out of reach.";
    /// No channel has money.
    no_budget(goal): "還沒有預算，倒推不出 {goal} 要花多少。", "There is no budget yet to work {goal} back to.";
    /// Every channel enters behind the goal's stage.
    all_beyond(goal): "到不了 {goal}：管道都從這個階段之後才進來。", "{goal} is out of reach: every channel enters behind that stage.";
    /// A number on the way is 0.
    blocked(goal, path): "到不了 {goal}：{path}是 0，花再多也沒有用。", "{goal} is out of reach: {path} is 0, and no money helps.";
    /// Nothing arrives in time.
    all_late(goal): "到不了 {goal}：成果全都在截止後才到。", "{goal} is out of reach: everything arrives after the deadline.";
    /// The channels have ceilings.
    capped(goal, most): "照現在的管道組合到不了 {goal}：管道有上限，花再多也只到 {most}。", "Today's mix cannot reach {goal}: its channels have ceilings, and however much it spends, it ends at {most}.";
    /// More money costs more than it brings.
    losing(goal, most): "到不了 {goal}：最多到 {most}，再花下去成本比毛利漲得快。", "{goal} is out of reach: it ends at {most}, and further money costs more than it brings.";
    /// The largest factor that is tried is not enough.
    too_far(goal, most): "到不了 {goal}：現在的預算放大 10 億倍也只到 {most}。", "{goal} is out of reach: a thousand million times today's budget gets to {most}.";

    // What stands behind the verdict.
    /// Media with labour and fixed cost.
    in_all(cost): "加上人力與固定費用，一共 {cost}。", "With labour and fixed cost that is {cost} in all. ";
    /// What a goal that takes no media costs all the same.
    in_all_without_media(cost): "人力與固定費用一共 {cost}。", "Labour and fixed cost come to {cost}. ";
    /// What is spent as the plan stands, with labour and fixed cost.
    in_all_today(cost): "現在連同人力與固定費用，一共花 {cost}。", "Today's plan costs {cost} in all, with labour and fixed cost. ";
    /// What comes anyway.
    baseline(baseline): "沒有這個方案也會有 {baseline}。", "{baseline} would come without this plan. ";
    /// What a customer costs and brings.
    per_customer(customer, cac, cltv): "每位{customer}成本 {cac}，一生帶來毛利 {cltv}。", "Each customer costs {cac} to win and brings {cltv} of gross profit in a lifetime. ";
    /// What the budget that stands in the form does.
    today(budget, attainment): "照現在填的每月 {budget}，會做到目標的 {attainment}。", "The {budget} a month filled in would get to {attainment} of the goal. ";
    /// Results land after the deadline.
    late(customers): "另有 {customers} 位在截止後才到，不算進目標。", "After the deadline come {customers} more, which do not count. ";
    /// The money in a narrow strip, where it is not all that costs.
    glance_media(money): "媒體 {money}", "media {money}";
    /// A number of people or things with its name.
    counted(count, name): "{count} 位{name}", "{count} {name}";
    /// A number of things of a stage.
    counted_things(count, name): "{count} 個{name}", "{count} {name}";

    // The chain.
    /// The chain's name for those who do not see it.
    chain: "倒扣鏈：從目標倒推到預算", "The chain: from the goal back to the budget";
    /// Several channels together.
    all_channels(count): "{count} 個管道合起來", "{count} channels together";
    /// The length of the plan.
    months(count): "{count} 個月", "{count} months";
    /// The goal's label.
    goal_of(figure): "目標・{figure}", "Goal: {figure}";
    /// Under a stage: in an average month.
    per_month(count): "每月 {count}", "{count} a month";
    /// Under the goal: what is there already.
    already(baseline): "已有 {baseline}", "{baseline} already there";
    /// What each customer adds to the goal.
    each_adds: "每位帶來", "Each adds";
    /// The media money at the end of the chain.
    media: "媒體預算", "Media budget";
    /// The price of a unit: of what, and in which money.
    unit_cost(each, currency): "{each} {currency}", "{currency} {each}";
    /// The rate over all channels.
    blended(rate): "平均 {rate}", "overall {rate}";
    /// The price that is really paid.
    effective(price): "實際 {price}", "pays {price}";
    /// Before the worth of a step of the weakest rate.
    worth_tag: "最值得先改", "Fix this first";
    /// What a step of a rate is worth.
    worth(rate, step, money): "{rate}每多 {step} 個百分點，媒體預算少 {money}。", "Each {step}-point gain in {rate} saves {money} of media.";
    /// Below the chain: what waiting does to its numbers.
    chain_late(stages): "要等的天數會讓一部分在截止後才到：{stages}。它們不算在上面，所以逐段相乘會比較多。", "Waiting days let some arrive after the deadline: {stages}. They are not counted above, so multiplying step by step gives more.";
    /// A stage with how many arrive there after the deadline.
    late_of(stage, count): "{stage} {count}", "{stage} {count}";
    /// Under a channel's name: whom it brings.
    brings(customers, cac): "帶來 {customers}・每位 {cac}", "brings {customers} at {cac} each";
    /// Opens all channels of the chain.
    unfold_all: "全部展開", "Unfold all";
    /// Closes all channels of the chain.
    fold_all: "全部收合", "Fold all";
    /// When the goal is out of reach, the chain shows today's plan.
    chain_of_today: "目標到不了，以下是現在預算的結果", "The goal is out of reach; below is what today's budget does";

    // Which budgets the results speak of.
    /// The switch between the two.
    basis: "圖表、表格和體檢用哪個預算", "Budget of charts, table and checks";
    /// The budgets scaled to the goal.
    basis_required: "達標預算", "Budget that reaches the goal";
    /// The budgets as they stand.
    basis_plan: "現在的預算", "Today's budget";

    // The charts.
    /// The months, when the plan breaks even.
    months_break_even(month, months, profit): "方案第 {month} 個月回本，{months} 個月累計利潤 {profit}", "The plan breaks even in month {month}; {profit} of profit after {months} months";
    /// The months, when it does not.
    months_no_break_even(months, profit): "方案 {months} 個月內未回本，累計利潤 {profit}", "The plan does not break even within {months} months: {profit} of cumulative profit";
    /// Nothing is spent and nothing comes.
    months_empty: "還沒有花費，也沒有營收", "Nothing spent and nothing earned yet";
    /// The unit of the months.
    months_unit(currency): "每月與累計，{currency}", "by month and cumulative, {currency}";
    /// The months told in words.
    months_told(first, last, revenue, cost, profit): "從{first}到{last}，營收合計 {revenue}，成本合計 {cost}，累計利潤 {profit}。", "From {first} to {last}: {revenue} of revenue, {cost} of cost, {profit} of cumulative profit.";
    /// A series.
    revenue: "營收", "Revenue";
    /// A series at the end of its line.
    revenue_of(month): "{month}單月營收", "Revenue in {month}";
    /// A series at the end of its line.
    cost_of(month): "{month}單月成本", "Cost in {month}";
    /// A series.
    cost: "成本", "Cost";
    /// A series.
    cumulative_profit: "累計利潤", "Profit so far";
    /// A column.
    month: "月份", "Month";
    /// The break-even on the chart.
    break_even_here: "回本", "Breaks even";
    /// The funnel's finding.
    funnel_title(from, to): "最大的流失在{from}到{to}", "The largest loss is from {from} to {to}";
    /// A funnel that is empty.
    funnel_empty: "漏斗裡還沒有人", "Nobody is in the funnel yet";
    /// The unit of the funnel.
    funnel_unit(months): "{months} 個月的數量", "units in {months} months";
    /// How lengths are to be read.
    funnel_scale: "長度看倍數，不看差額：斜線段越長，這一步流失的比例越高。", "Lengths show times, not differences: the longer the hatched part, the larger the share lost.";
    /// The funnel told in words.
    funnel_told(steps): "由上到下：{steps}。", "From top to bottom: {steps}.";
    /// What is lost on the way.
    lost(share): "流失 {share}", "{share} lost";
    /// A column.
    stage: "階段", "Stage";
    /// A column.
    volume: "數量", "Volume";
    /// A column.
    conversion: "轉換率", "Conversion";
    /// A column.
    loss: "流失", "Loss";
    /// The finding of money and value, of several channels.
    money_best(channel, roi): "{channel}的投資報酬率最高：{roi}", "{channel} has the highest return on investment: {roi}";
    /// The same of an only channel.
    money_only(channel, roi): "{channel}的投資報酬率是 {roi}", "{channel} has a return on investment of {roi}";
    /// No channel spends.
    money_empty: "還沒有管道花錢", "No channel spends money yet";
    /// The unit of money and value.
    money_unit(currency): "期間內，{currency}", "within the horizon, {currency}";
    /// Money and value told in words.
    money_told(rows): "{rows}。", "{rows}.";
    /// Between its rows.
    between_rows: "；", "; ";
    /// One channel of it.
    money_row(channel, cost, value): "{channel}：成本 {cost}、毛利 {value}", "{channel}: cost {cost}, gross profit {value}";
    /// Channels beyond the first ones.
    others(count): "其他 {count} 個管道", "{count} other channels";
    /// A column.
    channel: "管道", "Channel";
    /// A column.
    gross_profit: "毛利", "Gross profit";

    // The channel table.
    /// Its caption.
    channels_caption: "管道一覽", "Channels at a glance";
    /// The row of sums.
    total: "合計", "Total";
}
