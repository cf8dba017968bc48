//! The words of taking a plan along: as a link, in a picture, as tables.

use crate::locale::words;

words! {
    /// The dialog, and the entry of the menu that opens it.
    title: "分享方案", "Share the plan";
    /// Who reads a link reads the plan.
    inside: "數字就在連結裡：拿到連結的人就看得到，沒有伺服器收到它。", "The numbers are in the link itself: whoever has it can read them, and no server receives them.";
    /// The field of the link.
    link: "方案連結", "The plan's link";
    /// Copies it.
    copy: "複製連結", "Copy link";
    /// It was copied.
    copied: "已複製連結", "Link copied";
    /// It was not.
    not_copied: "瀏覽器不讓複製，請自己選取。", "The browser does not allow copying; select the link yourself.";
    /// How long it is.
    length(characters): "{characters} 個字", "{characters} characters";
    /// How long it is, where that may be too much for those who carry it.
    long(characters): "{characters} 個字。有些通訊軟體會截掉超過 2,000 字的連結，改傳檔案比較穩。", "{characters} characters. Some messengers cut links longer than 2,000; a file is safer.";
    /// There is no link.
    too_long: "這個方案太大，放不進連結；請改傳檔案。", "The plan is too large for a link; send the file instead.";
    /// The choice to leave the notes out.
    without_notes: "不帶備註", "Leave my notes out";
    /// Sends the link by the device's own means.
    by_device: "用其他程式分享", "Share with another app";
    /// Sends the link by LINE.
    by_line: "用 LINE 傳送", "Send by LINE";
    /// Saves the plan as a file.
    file: "下載方案檔", "Download the plan's file";
    /// The QR code.
    qr: "方案連結的 QR code", "QR code of the plan's link";
    /// What the code is for.
    qr_text: "用手機相機掃描就能打開。", "Scan it with a phone's camera to open the plan.";
    /// The link is longer than a code that can be read.
    no_qr: "連結太長，做成 QR code 手機掃不到。", "The link is too long for a QR code that phones can read.";
    /// The part of the program did not arrive.
    not_loaded: "這一項沒有載入成功，請檢查網路後再按一次。", "This did not load; check the network and press again.";

    // Pictures.
    /// After a picture with the plan in it was saved.
    in_picture: "圖檔帶著這個方案（不含備註），在「開始」就能打開。", "The picture carries the plan, without its notes; open it from the start view.";

    // Tables.
    /// The label of a table's tools.
    table(name): "表格：{name}", "Table: {name}";
    /// Saves a table.
    csv(name): "下載 CSV：{name}", "Download as CSV: {name}";
    /// Copies a table.
    copy_table(name): "複製表格：{name}", "Copy table: {name}";
    /// The same where the name stands beside it.
    copy_rows: "複製", "Copy";
    /// It was copied.
    table_copied: "已複製，可以貼進試算表", "Copied; paste it into a spreadsheet";
    /// It was not.
    table_not_copied: "瀏覽器不讓複製，請改下載 CSV。", "The browser does not allow copying; download the CSV instead.";
}
