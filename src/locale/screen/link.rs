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
    /// The link is damaged.
    unreadable: "這個連結打不開", "This link does not open";
    /// What to do.
    unreadable_text: "它可能被切斷或改過。請對方再傳一次；你的方案都沒有變。", "It may have been cut off or changed. Ask for it again; your own plans are as they were.";
}
