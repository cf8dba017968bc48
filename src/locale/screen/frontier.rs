//! The words of the efficient frontier: the most that every total a month can do.

use crate::locale::words;

words! {
    /// Its finding, when today's plan is under it.
    gain(money, best, now): "同樣每月 {money}，最多可到 {best}，現在是 {now}", "The same {money} a month could get to {best}; today's split gets to {now}";
    /// Its finding, when today's plan is on it.
    on(money, now): "同樣每月 {money}，最多就是現在的 {now}", "{money} a month gets to {now} at most, as it does today";
    /// Its finding, when today's plan does more because it breaks the conditions.
    broken(money, best, now): "同樣每月 {money}，守住條件最多 {best}；現在有 {now}，但沒有守住", "{money} a month gets to {best} at most within the conditions; today's {now} breaks them";
    /// Its finding, when today's money is less than the conditions take.
    below(money, least): "現在每月 {money}，守住條件至少要 {least}", "Today's {money} a month is less than the {least} that the conditions take";
    /// Its finding, when nothing is spent today.
    unspent(money, best): "現在沒有花媒體預算；每月 {money} 最多可到 {best}", "No media money is spent today; {money} a month could get to {best}";
    /// Its finding, when there is one channel only.
    alone(money, now): "只用一個管道：每月 {money}，做到 {now}", "With one channel, {money} a month gets to {now}";
    /// Its unit.
    unit(figure): "橫軸每月總預算，縱軸整段期間的{figure}", "across: total a month, up: {figure} over the whole period";
    /// It told in words.
    told(first, first_best, last, last_best): "每月 {first} 最多 {first_best}，到每月 {last} 最多 {last_best}。", "From {first} a month with {first_best} at most to {last} with {last_best} at most.";
    /// A column.
    total: "每月總預算", "Total a month";
    /// A column.
    best: "最多可到", "At most";
    /// The goal's line.
    goal(goal): "目標 {goal}", "Goal {goal}";
}
