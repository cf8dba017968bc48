//! The words of a plan that came by a link.

use crate::locale::{Lang, words};
use core::fmt::Display;

words! {
    /// The title of the view.
    view: "分享的方案", "Shared plan";
    /// Whose plan it is.
    title: "這是別人傳來的方案", "Somebody shared this plan with you";
    /// What happens to what is typed.
    text: "可以先看、先試，改了不會存；複製後才成為你的。", "Look around and try it; nothing is saved until you copy it.";
    /// Makes it the reader's own.
    copy: "複製成我的方案", "Copy to my plans";

    // What changed against a plan of the reader's.
    /// The choice of a plan.
    compare: "和我的方案比較", "Compare with a plan of mine";
    /// No plan is chosen.
    none: "不比較", "None";
    /// A choice: a plan, and when it was changed.
    mine(name, changed): "{name}（{changed}）", "{name} ({changed})";
    /// Nothing differs.
    same(name): "和「{name}」完全一樣", "Exactly as \"{name}\"";
    /// A heading of the list.
    what: "項目", "Item";
    /// A heading of the list.
    before: "我的", "Mine";
    /// A heading of the list.
    after: "傳來的", "Shared";
    /// In the place of something that one of the plans does not have.
    absent: "沒有", "absent";

    // Opening a link.
    /// The field.
    paste: "貼上方案連結", "Paste a plan's link";
    /// Its button.
    open: "打開連結", "Open link";
    /// What was pasted has no link.
    no_link: "這裡面沒有方案的連結。請貼上整段網址，或有網址的訊息。", "There is no link of a plan in this. Paste the whole address, or the message that has it.";

    // When it does not open.
    /// The link does not open.
    unreadable: "這個連結打不開", "This link does not open";
    /// There is none.
    not_a_link: "這裡面沒有方案的連結，請對方再傳一次。", "There is no link of a plan in it. Ask for it again.";
    /// Characters are missing.
    cut_off: "連結少了一段。貼上完整的網址，或請對方再傳一次；太長的改傳檔案。", "A part of the link is missing. Paste the whole address, or ask for it again; a file is safer for long ones.";
    /// Characters were changed.
    damaged: "連結在路上被改過，請對方再傳一次。", "The link was changed on its way. Ask for it again.";
    /// Small and capital letters were made alike.
    case_changed: "連結的大小寫被改過，請對方用別的方式再傳一次，或改傳檔案。", "Small and capital letters of the link were made alike. Ask for it by another way, or for a file.";
    /// Another version.
    newer: "連結是較新版本做的。重新載入頁面，更新程式後再開。", "A newer version made the link. Reload the page to update the program, then open it again.";
    /// Too large.
    too_large: "連結比任何方案都長，不是從這裡分享的。", "The link is longer than any plan's; it was not shared from here.";
    /// Several links.
    two_links: "裡面有好幾個不同的連結，請一次只貼一個。", "There are several different links in it; paste one at a time.";
    /// What it holds is no plan.
    refused: "連結完整，但裡面的方案不合規則：", "The link is whole, but the plan in it breaks a rule: ";
    /// What was kept.
    nothing_changed: "你的方案都沒有變。", "Your own plans are as they were.";
}

/// How many things differ from a plan.
#[must_use]
pub fn differs(lang: Lang, name: impl Display, count: usize) -> String {
    match (lang, count) {
        (Lang::ZhHant, _) => format!("和「{name}」比，有 {count} 處不同"),
        (Lang::En, 1) => format!("1 difference from \"{name}\""),
        (Lang::En, _) => format!("{count} differences from \"{name}\""),
    }
}
