//! The words about what differs between two plans.

use crate::locale::words;

words! {
    /// The name of a plan.
    name: "方案名稱", "Name of the plan";
    /// Nothing stands there, and something else holds.
    unset(holds): "未填（{holds}）", "not set ({holds})";
    /// Nothing stands there.
    nothing: "未填", "not set";
    /// A number with its interval.
    with_range(number, low, high): "{number}（{low}–{high}）", "{number} ({low} to {high})";
    /// Something of a stage or of a channel.
    of(whose, what): "{whose} {what}", "{whose}: {what}";
    /// The stages, in their order.
    stage_order: "階段順序", "Order of the stages";
    /// The channels, in their order.
    channel_order: "管道順序", "Order of the channels";
    /// A channel takes part.
    yes: "是", "yes";
    /// It does not.
    no: "否", "no";
}
