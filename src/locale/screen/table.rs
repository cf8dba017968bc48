//! The headings of tables that are taken into spreadsheets.

use crate::locale::words;

words! {
    /// The channels.
    channels: "管道", "Channels";
    /// The months.
    months: "每月", "Months";
    /// The stages.
    stages: "階段", "Stages";
    /// The numbers that the plan rests on.
    assumptions: "假設", "Assumptions";
    /// A heading with the unit of its column.
    in_unit(label, unit): "{label}（{unit}）", "{label} ({unit})";
    /// The unit of a rate, which a spreadsheet takes as it is computed with.
    fraction: "小數，1 是 100%", "fraction, 1 is 100%";
    /// What a number is.
    item: "項目", "Item";
    /// The number.
    value: "值", "Value";
    /// Both ends of its 80 % interval.
    range: "範圍（P10–P90）", "Range (P10–P90)";
    /// The lower end of its 80 % interval.
    low: "低（P10）", "Low (P10)";
    /// The upper end.
    high: "高（P90）", "High (P90)";
    /// What it is counted in.
    unit: "單位", "Unit";
    /// Where it comes from.
    source: "依據", "Source";
    /// The author's note.
    note: "備註", "Note";
    /// Its name in the plan's file.
    place: "方案檔裡的位置", "Place in the plan's file";
    /// The whole plan, below its channels.
    whole_plan: "整個方案", "Whole plan";
    /// Where in the funnel a stage belongs.
    tier: "層次", "Level";
}
