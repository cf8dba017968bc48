//! The words of a plan that came by a link.

use crate::locale::words;

words! {
    /// The title of the view.
    view: "分享的方案", "Shared plan";
    /// Whose plan it is.
    title: "這是別人傳來的方案", "Somebody shared this plan with you";
    /// What happens to what is typed.
    text: "可以先看、先試，改了不會存；複製後才成為你的。", "Look around and try it; nothing is saved until you copy it.";
    /// Makes it the reader's own.
    copy: "複製成我的方案", "Copy to my plans";

    // When it does not open.
    /// The link does not open.
    unreadable: "這個連結打不開", "This link does not open";
    /// Characters are missing.
    cut_off: "連結少了一段。", "A part of the link is missing.";
    /// Characters were changed.
    damaged: "連結在路上被改過。", "The link was changed on its way.";
    /// Small and capital letters were made alike.
    case_changed: "連結的大小寫被改過。", "Small and capital letters of the link were made alike.";
    /// Another version.
    newer: "連結是較新版本做的，重新載入頁面更新程式後再開。", "A newer version made the link; reload the page to update the program.";
    /// Too large.
    too_large: "連結比任何方案都長。", "The link is longer than any plan's.";
    /// Several links.
    two_links: "裡面有好幾個不同的連結。", "There are several different links in it.";
    /// What it holds is no plan.
    refused: "連結完整，但裡面的方案不合規則。", "The link is whole, but what it holds is not a valid plan.";
    /// What to do.
    nothing_changed: "請對方再傳一次；你的方案都沒有變。", "Ask for it again; your own plans are as they were.";
}
