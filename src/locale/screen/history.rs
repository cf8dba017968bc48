//! The words about what a plan was earlier.

use crate::locale::words;

words! {
    /// The entry of the menu, and the dialog's title.
    history: "先前的版本", "Earlier versions";
    /// What is kept, and where.
    history_text: "這個方案先前的樣子，留在這台裝置上，最多 20 份：近期的留得多，較舊的留得少。", "What this plan was before, kept on this device: 20 at most, more of the recent ones and fewer of the old.";
    /// There is none yet.
    none: "還沒有先前的版本。修改並存好之後，改之前的樣子會留在這裡。", "There is none yet. Once a change is saved, what the plan was before stays here.";
    /// The store does not give them.
    not_given: "瀏覽器現在不讓讀取儲存空間，先前的版本看不到。", "The browser does not let its storage be read now, so earlier versions cannot be shown.";
    /// The list's name.
    list: "版本", "Versions";
    /// What the stages need.
    needs: "各階段要多少", "What each stage takes";
    /// The rates of the chain and the price at its end.
    rates: "轉換率與單價", "Rates and price";
    /// The budgets of the channels.
    budgets: "每月預算", "Budget per month";
    /// Brings it back.
    restore: "還原成這個版本", "Restore this version";
    /// After that.
    restored(time): "已還原成{time}的版本", "Restored the version of {time}";
}
