//! The words of the view that compares plans.

use crate::locale::words;

words! {
    /// The title where no sentence says more.
    title: "哪一個方案比較好", "Which plan is better";
    /// The sentence that answers: one plan takes less money than the other.
    less(other, base, money, less): "要達標，「{other}」需要 {money}，比「{base}」少 {less}。", "To reach its goal, \"{other}\" takes {money}: {less} less than \"{base}\".";
    /// One plan takes more money than the other.
    more(other, base, money, more): "要達標，「{other}」需要 {money}，比「{base}」多 {more}。", "To reach its goal, \"{other}\" takes {money}: {more} more than \"{base}\".";
    /// Both take the same money.
    alike(other, base, money): "要達標，「{other}」和「{base}」都需要 {money}。", "To reach its goal, \"{other}\" takes {money}, as \"{base}\" does.";
    /// One plan does not reach its goal.
    unreachable(name): "照現在的管道組合，「{name}」到不了它的目標。", "With its mix of channels, \"{name}\" cannot reach its goal.";
    /// There are too few plans.
    too_few: "要有兩個方案才能比較", "It takes two plans to compare";
    /// How to get a second one.
    too_few_text: "在方案的「更多」選單裡選「另存為情境」，改一改，再回來看差在哪裡。", "Choose \"Save as a scenario\" in a plan's menu, change it, and come back to see what that does.";

    // The choice of plans.
    /// The plans that are compared.
    plans: "比較的方案", "Plans to compare";
    /// The plan that the others are held against.
    base: "基準", "Base";
    /// The plan at a place.
    other(letter): "情境 {letter}", "Scenario {letter}";
    /// Adds a plan.
    add: "加一個方案", "Add a plan";
    /// Takes a plan out of the comparison.
    remove(name): "不比較「{name}」", "Leave \"{name}\" out";

    /// The switch between the budgets that the plans are shown with.
    basis: "並排的數字用哪個預算", "Budget of the numbers side by side";

    // The table.
    /// Its caption.
    table: "並排比較", "Side by side";
    /// What is said beside it.
    table_note: "小字是和基準的差。", "Small print: the difference from the base.";
    /// The heading of the rows' names.
    item: "項目", "Item";
    /// A part of the table.
    goal: "目標", "Goal";
    /// The goal's figure.
    target: "目標值", "Target";
    /// The length of the plan.
    months: "期間", "Length";
    /// A part of the table.
    budget: "媒體預算", "Media budget";
    /// The media money that reaches the goal.
    required: "達標所需", "To reach the goal";
    /// The same in a month.
    required_per_month: "達標所需，每月", "To reach the goal, a month";
    /// Today's media money in a month.
    today: "現在的預算，每月", "Today's budget, a month";
    /// What today's budget comes to.
    attainment: "現在的預算做到", "Today's budget reaches";
    /// A part of the table: how many of each stage, and the rates between.
    chain: "漏斗", "Funnel";
    /// A part of the table.
    results: "成效", "Results";
    /// A number is that of the base.
    same: "相同", "same";
    /// The best of a row.
    best: "最好", "best";
    /// A difference of rates.
    points(points): "{points} 個百分點", "{points} points";
    /// What a plan does not have.
    absent: "沒有", "none";

    // What drives the difference.
    /// The heading.
    drivers: "差在哪裡", "What drives the difference";
    /// The choice of the number.
    measure: "看哪個數字", "Number";
    /// The choice of the plan.
    against: "和基準比的方案", "Compared with the base";
    /// The money that reaches the goal, as a number to be chosen.
    required_budget: "達標所需預算", "Budget to reach the goal";
    /// How the parts come about.
    method: "每一項改變照各種先後順序各算一次，取平均；全部加起來剛好是總差距（Shapley 值）。", "Each change is counted in every possible order and averaged, so that the parts add up to the whole gap (Shapley values).";
    /// What is due to the smaller parts together.
    rest(count): "其餘 {count} 項", "The other {count}";
    /// Several changes stand behind a part.
    changed(count): "{count} 項改變", "{count} changes";
    /// A channel that only the second plan has.
    new_channel(name): "新增管道：{name}", "New channel: {name}";
    /// A channel that only the base has.
    gone_channel(name): "拿掉管道：{name}", "Without channel: {name}";
    /// The months and their budgets.
    schedule: "期間與每月分配", "Months and their budgets";
    /// Another list of stages.
    stages: "漏斗階段與管道", "Stages and channels";
    /// All that differs.
    everything: "所有不同之處", "All that differs";
    /// From one number to another.
    becomes(from, to): "{from} → {to}", "{from} → {to}";
    /// What moves nothing.
    still(count): "另有 {count} 項不同，不影響這個數字。", "Other differences: {count}; none moves this number.";
    /// Nothing differs.
    no_difference: "兩個方案的假設完全一樣。", "Both plans assume the same.";
    /// A plan of the address is gone.
    missing: "要比較的方案有一個已經不在這台裝置上，先用最近改過的方案代替。", "One of the plans is no longer on this device; the one changed last stands in for it.";
    /// Leads to the plan that is to differ.
    change_other(name): "去改「{name}」", "Change “{name}”";
    /// Differences that move nothing at all.
    no_effect(count): "有 {count} 項不同，都不影響這個數字。", "Differences: {count}; none moves this number.";
    /// The second plan's number less the base's.
    gap(gap): "相差 {gap}", "The difference: {gap}";
    /// It is being computed.
    computing: "計算中", "Computing";
    /// Two currencies.
    currencies: "兩個方案的幣別不同，金額不能相減。", "The plans are in different currencies; their money does not compare.";
    /// Two kinds of goals.
    goals: "兩個方案的目標不是同一種數字，不能相減。", "The goals are set in different figures; they do not compare.";
    /// A number is undefined in a plan.
    undefined(name, reason): "「{name}」沒有這個數字：{reason}", "\"{name}\" has no such number: {reason}";
}
