//! The words of what would bring a goal into reach.

use crate::locale::words;

words! {
    /// The heading.
    title: "怎樣才到得了", "What would bring it into reach";
    /// What they are.
    help: "每一項單獨改就夠，都重新解過確認。離自己範圍最近的排在前面。", "Each alone is enough, verified by solving again. Those nearest to their own range come first.";
    /// A remedy.
    remedy(name, from, to): "{name}從 {from} 改成{to}", "{name} from {from} to {to}";
    /// A value so close that its digits are the same.
    just_above(value): "略高於 {value}", "just above {value}";
    /// The same on the other side.
    just_below(value): "略低於 {value}", "just below {value}";
    /// It lies in the range.
    within: "在你給的範圍內", "within its range";
    /// It lies beyond the range.
    beyond(share): "超出你給的範圍 {share}", "{share} beyond its range";
    /// It has no range.
    no_range: "沒有給範圍", "no range given";
    /// The total of the question.
    total_lever: "每月總預算", "The total a month";
    /// Unfolds the remedies beyond the first ones.
    more(count): "還有 {count} 項", "{count} more";
    /// Makes the change.
    apply: "套用", "Apply";
    /// After it.
    applied: "已套用", "Applied";
    /// Nothing helps alone.
    none: "沒有哪一項單獨改就夠，要同時改幾項。", "No single change is enough; several are needed at once.";
    /// Today's mix is out of reach.
    mix_never_reaches: "比例不變就到不了。換個比例也許可以：「達標最省」會找，還是到不了就列出要改什麼。", "Today's mix does not get there. Another split may: the cheapest way to the goal looks for it, and lists what would help if there is none.";
    /// Asks for it.
    ask_min_cost: "改算「達標最省」", "Look for the cheapest way";
}
