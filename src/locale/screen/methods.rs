//! The words of the methods view.

use crate::locale::words;

words! {
    /// The sentence the view opens with.
    title: "每個數字怎麼算", "How every number is computed";
    /// What its numbers are.
    lead(plan): "同一條公式，算畫面、算說明、也算匯出的檔案。數字用的是「{plan}」現在的值。", "One formula each, for the screen, its explanation and the files. The numbers are those of \"{plan}\" as it stands.";
    /// The same while no plan is open.
    lead_sample(plan): "同一條公式，算畫面、算說明、也算匯出的檔案。還沒有打開的方案，數字用的是範本「{plan}」的值。", "One formula each, for the screen, its explanation and the files. No plan is open; the numbers are those of the sample \"{plan}\".";
    /// With which budgets the numbers are computed.
    of_required: "結果以達標預算計算（現在的預算等比縮放到剛好達標）；「目標」一組以現在的預算計算。", "Results are those of the budget that reaches the goal: today's, scaled until it is just reached. Those under The goal are of today's budget.";
    /// The same with the budgets as they stand.
    of_today: "結果以現在的預算計算。", "Results are those of today's budget.";
    /// The search field.
    search: "找一個數字", "Find a number";
    /// What can be typed there.
    placeholder: "找：獲客成本、ROAS、metrics.cac", "Try: CAC, ROAS, metrics.cac";
    /// How many are found.
    found(count): "{count} 個", "{count} found";
    /// None is found.
    none: "沒有符合的數字。換一個詞，或清空搜尋。", "Nothing matches. Try another word, or clear the search.";
    /// The groups.
    groups: "分組", "Groups";
    /// The unit.
    unit: "單位", "Unit";
    /// The source.
    source: "出處", "Source";
}
