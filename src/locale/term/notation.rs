//! The words of formulas: what the operators that have no sign of their own are called.

use crate::locale::words;

words! {
    /// A number that is never below another.
    at_least(what, floor): "{what}（至少 {floor}）", "{what} (at least {floor})";
    /// A number that is never above another.
    at_most(what, cap): "{what}（最多 {cap}）", "{what} (at most {cap})";
    /// The smaller of two.
    smaller(a, b): "較小者（{a}，{b}）", "smaller of ({a}, {b})";
    /// The larger of two.
    larger(a, b): "較大者（{a}，{b}）", "larger of ({a}, {b})";
    /// What 1 a month over a time is worth today.
    annuity(months, rate): "每月 1 元折成今天的價值（{months}，{rate}）", "present value of 1 a month ({months}, {rate})";
    /// A number that there is only when another is not 0.
    provided(what, condition): "{what}（若有{condition}）", "{what} (if there is {condition})";
    /// The sum over the months.
    total(row): "各月加總（{row}）", "sum over the months ({row})";
    /// The same number in every month of a sum.
    every_month(number, months): "{number} × {months} 個月", "{number} × {months} months";
    /// The sum up to a month.
    cumulative(row): "到當月為止的累計（{row}）", "running total ({row})";
    /// What arrives later.
    delayed(row, time): "延後到達的量（{row}，隔 {time}）", "arriving later ({row}, after {time})";
    /// What a delay pushes beyond the deadline.
    overdue(row, time): "截止後才到的量（{row}，隔 {time}）", "arriving after the deadline ({row}, after {time})";
    /// The sum over a time before each month.
    trailing(row, time): "先前各月的加總（{row}，往前 {time}）", "sum of earlier months ({row}, going back {time})";
    /// Spend at work with its carryover.
    carried_over(row, rate): "計入遞延的花費（{row}，{rate}）", "spend with carryover ({row}, {rate})";
    /// The same with a spend before the start.
    carried_over_from(row, rate, before): "計入遞延的花費（{row}，{rate}，開始前每月 {before}）", "spend with carryover ({row}, {rate}, before the start {before} a month)";
    /// What of a spend works after the plan.
    carried_beyond(row, rate): "期末之後才起作用的花費（{row}，{rate}）", "spend that works after the plan ({row}, {rate})";
    /// The first month without a loss.
    first_reached(row): "第一個不是負數的月份（{row}）", "first month that is not negative ({row})";
    /// The month after which there is no loss.
    lasting_from(row): "此後都不是負數的第一個月（{row}）", "first month with no negative month after it ({row})";
    /// The time after which incomes pay a cost.
    paid_back(first, repeat, cost): "讓 {first} + {repeat} × 經過的月數 付清 {cost} 的最短時間", "shortest time in which {first} + {repeat} × months passed pays {cost}";
    /// What one more unit of money adds.
    marginal(what): "多花 1 元時，整個方案{what}的增加", "what the plan's {what} gains for the next unit of money";
    /// The money that one more unit takes.
    inverse_marginal(what): "整個方案的{what}多 1 所要多花的錢", "the money that one more of the plan's {what} takes";
    /// A number that is found by trying budgets until the goal is just reached.
    solved: "以目標反推：找出剛好達標的預算再讀出這個數字", "worked backwards: found with the budgets that just reach the goal";
    /// Where a long sum is cut short.
    items(first, second, count): "{first} + {second} + …（共 {count} 項）", "{first} + {second} + … ({count} terms)";
    /// Numbers in a row, in words of a list.
    list_mark: "、", ", ";
    /// A number that was entered as it is.
    entered(what): "輸入的{what}", "{what}, as entered";
    /// The number of the month within the plan.
    month_number: "第幾個月", "number of the month";
    /// What is counted in the first month only.
    first_month: "只在第一個月", "in the first month only";
    /// The season in the months after the plan.
    season_after: "截止後各月的淡旺季係數", "season factors after the deadline";
    /// How the season factor is made.
    season: "當月比重 ÷ 十二個月比重的平均", "the month's weight ÷ the mean weight of the year";
    /// How the budget weight is made.
    phase: "當月預算比重 ÷ 各月預算比重的平均", "the month's budget weight ÷ the mean budget weight";
    /// Where the horizon comes from.
    horizon: "輸入的方案期間", "length of the plan, as entered";
    /// What a decision is marked with beside the sources.
    decision: "你的決定", "Your decision";
    /// What one per cent more of an input leads to.
    one_per_cent(value): "多 1% → {value}", "1% more → {value}";
    /// The same of a rate, where one per cent more could be read as one point more.
    one_per_cent_relative(value): "相對多 1% → {value}", "1% more (relative) → {value}";
    /// The quantities of the goal, on the page of definitions.
    group_goal: "目標", "The goal";
    /// From money to units bought.
    group_money_to_volume: "從錢到量", "From money to volume";
    /// The way through the stages.
    group_funnel: "漏斗", "The funnel";
    /// What customers bring.
    group_customers_to_money: "顧客與金額", "Customers and money";
    /// The ratios.
    group_metrics: "指標", "Metrics";
}
