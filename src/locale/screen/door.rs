//! The words of the panel behind every number.

use crate::locale::words;

words! {
    /// Closes the panel.
    close: "關閉", "Close";
    /// Goes back to the number that was explained before.
    back(title): "回到{title}", "Back to {title}";
    /// The quantities in the formula.
    parts: "公式裡的數字", "In the formula";
    /// What an input moves.
    moves: "它影響這些數字", "What it moves";
    /// Where an input stands.
    entered: "填在這裡", "Where it stands";
    /// A number with what it is, for those who do not see where it stands.
    named(label, number): "{label}：{number}", "{label}: {number}";
    /// The numbers of the plan that it depends on.
    inputs: "由這些填入的數字決定", "Decided by these inputs";
    /// Those that stand in its formulas and cancel out.
    without_effect(names): "現在不影響這個數字：{names}", "Without effect on this number as it stands: {names}";
    /// Shows the weaker ones too.
    all_inputs(count): "看全部 {count} 個", "Show all {count}";
    /// Leads to the field of an input.
    to_input(label): "到「{label}」的欄位", "Go to the field: {label}";
    /// Where the definition comes from.
    source(source): "定義出處：{source}", "Definition: {source}";
    /// Its unit.
    unit(unit): "單位：{unit}", "Unit: {unit}";
    /// Below a number of the plan with the budgets of the answer.
    with_answer: "這是採用這個答案之後的數字。", "With the budgets of this answer.";
    /// The same beside the name of a number, for those who do not see where it stands.
    of_answer(label): "{label}（這個答案）", "{label} (this answer)";
    /// Where a budget of the answer comes from.
    from_answer: "這個答案", "This answer";
    /// Leads to the page of all definitions.
    to_methods: "在「方法」裡看", "See it under Methods";
}
