//! The words of the start view.

use crate::locale::{Lang, words};
use core::fmt::Display;

words! {
    /// What it is for, in one sentence.
    lead: "說出要的結果，倒著算要做什麼、花多少。", "Say what you want; work back to what it takes.";
    /// What it asks for.
    lead_text: "不用歷史資料。從最像你的範本開始，改成自己的數字；每個數字都說得出怎麼來。", "No history needed. Begin with the template most like you and make the numbers yours; every number says where it comes from.";
    /// The first step.
    begin_with(template): "從{template}開始", "Begin with {template}";
    /// The reader's plans.
    my_plans: "我的方案", "My plans";
    /// Plans in memory only.
    in_this_tab(count): "{count} 個・只在這個分頁裡", "{count}, in this tab only";
    /// Money figures of goals: which figure, then how much.
    figure_and_goal(figure, goal): "{figure} {goal}", "{figure} {goal}";
    /// The templates.
    templates: "從範本開始", "Begin with a template";
    /// What is in them.
    templates_text: "數值都是假設，改成自己的。", "All values are assumptions; make them yours.";
    /// A goal of one's own.
    own_goal: "自己的目標", "Your own goal";
    /// What one gets.
    own_goal_text: "兩個階段、一個管道，其他自己加。", "Two stages and one channel; add the rest yourself.";
    /// An action on a plan.
    rename(plan): "重新命名：{plan}", "Rename {plan}";
    /// An action on a plan.
    duplicate(plan): "建立副本：{plan}", "Duplicate {plan}";
    /// An action on a plan.
    delete(plan): "刪除：{plan}", "Delete {plan}";
    /// The section of files.
    files: "檔案、連結與備份", "Files, links and backup";
    /// The button of files.
    choose_file: "選擇檔案", "Choose a file";
    /// The other way.
    drop_file: "或把方案檔、備份、帶著方案的 SVG／PNG 圖檔拖到這裡", "or drop a plan's file, a backup, or a chart's SVG or PNG that carries a plan";
    /// The section of promises.
    data: "資料", "Data";
    /// A promise.
    local: "留在這台裝置", "Stays on this device";
    /// What it means.
    local_text: "方案存在這個瀏覽器裡，沒有伺服器收到它，所以也沒有人能替你找回。", "Plans are kept in this browser; no server receives them, so nobody else can bring them back.";
    /// A promise.
    no_account: "沒有帳號，沒有追蹤", "No account, no tracking";
    /// What it means.
    no_account_text: "不用登入，也不載入任何第三方程式。", "Nothing to log in to, and nothing is loaded from third parties.";
    /// A promise.
    portable: "隨時帶走", "Yours to take along";
    /// What it means.
    portable_text: "匯出成檔案，換裝置再開。清除瀏覽資料或關掉無痕視窗，方案就沒了；有些瀏覽器太久沒來也會清。重要的請留一份檔案。", "Export a file and open it on another device. Plans go when browsing data is cleared or a private window is closed, and in some browsers after weeks without a visit: keep a file of what matters.";

    // Stored texts that are not plans.
    /// One text, damaged.
    unreadable: "有一個方案讀不懂，已原樣收好", "A plan cannot be read and is kept as it is";
    /// What is not affected.
    unreadable_text: "其他方案不受影響。可以下載原始內容。", "Other plans are not affected. What is stored can be downloaded.";
    /// Several texts that cannot be opened.
    several_unreadable(count): "有 {count} 個方案打不開，已原樣收好", "{count} plans cannot be opened and are kept as they are";
    /// The address names such a plan.
    unreadable_here(key): "它原樣收在這個瀏覽器的儲存空間裡，名稱是 {key}。在「開始」可以下載原始內容。", "It is kept as it is in this browser's storage, under {key}. What is stored can be downloaded at the start.";
    /// One text of a newer version.
    newer: "有一個方案是較新版本存的", "A plan was stored by a newer version";
    /// What to do.
    newer_text: "原樣保留著。重新載入頁面更新程式後就能打開。", "It is kept as it is. Reload the page to update the program, then open it.";
    /// One text that the store does not give.
    not_given: "有一個方案現在讀不到", "A plan cannot be reached now";
    /// What that means.
    not_given_text: "瀏覽器沒有給出它的內容；它還在原處。", "The browser did not hand out its content; it is still in its place.";
    /// Saves the text.
    download_raw: "下載原始內容", "Download what is stored";
    /// Removes the text.
    discard: "刪掉這份內容", "Remove it";
}

/// How many plans there are, and where.
#[must_use]
pub fn on_this_device(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::ZhHant, _) => format!("{count} 個・留在這台裝置"),
        (Lang::En, 1) => "1 plan, on this device".into(),
        (Lang::En, _) => format!("{count} plans, on this device"),
    }
}

/// A goal and the months it has.
#[must_use]
pub fn goal_in_months(lang: Lang, goal: impl Display, months: u32) -> String {
    match (lang, months) {
        (Lang::ZhHant, _) => format!("{goal}・{months} 個月"),
        (Lang::En, 1) => format!("{goal}, 1 month"),
        (Lang::En, _) => format!("{goal}, {months} months"),
    }
}
