//! The words about files that are opened, and why some cannot be.

use crate::locale::words;

words! {
    /// The dialog's title.
    cannot_open: "這個檔案打不開", "This file cannot be opened";
    /// What was kept.
    nothing_changed: "現有的方案沒有被更動。", "Your plans were not touched.";
    /// Another try.
    choose_another: "選另一個檔案", "Choose another file";
    /// Closes the dialog.
    understood: "知道了", "OK";
    /// After a file was opened.
    opened(name): "已開啟「{name}」，存成新的方案", "Opened \"{name}\" as a new plan";
    /// All plans into one file.
    back_up: "備份全部方案", "Back up all plans";
    /// What that is.
    back_up_text: "所有方案存成一個檔案，換裝置也能讀回來。", "All plans in one file, to be read back on any device.";
    /// The name of that file.
    backup_name(day): "目標倒扣備份 {day}", "Backcast backup {day}";
    /// The dialog after a backup was read.
    restored: "備份讀完了", "The backup was read";
    /// What became of a plan: there was none like it.
    added: "已加入", "Added";
    /// What became of a plan.
    already_here: "已經有一樣的方案，沒有再加", "Already here, not added again";
    /// A plan whose name cannot be read either.
    nameless: "讀不出名稱的方案", "A plan whose name cannot be read";
    /// A backup without plans.
    empty_backup: "這份備份裡沒有方案。", "There are no plans in this backup.";
    /// A newer version.
    newer_backup(version): "這是第 {version} 版的備份，由較新的程式匯出。請重新載入頁面更新程式。", "This backup has version {version}: a newer program exported it. Reload the page to update this one.";
    /// The browser did not give the file.
    not_read: "瀏覽器讀不到這個檔案。它可能已移動，或沒有讀取權限。", "The browser could not read the file. It may have moved, or may not be read.";
    /// The file is longer than any plan.
    too_long(most): "檔案太大。方案檔不會超過 {most} MB。", "The file is too large. A plan never exceeds {most} MB.";
    /// The nesting is deeper than in any plan.
    too_deep(most): "資料的層次超過 {most} 層，不是方案檔。", "The data is nested deeper than {most} levels; this is no plan.";
    /// The text is not JSON.
    not_json(line, column): "內容不是完整的 JSON，讀到第 {line} 行第 {column} 字就斷了。檔案可能不完整，或是別的格式。", "The content is not complete JSON: reading stopped at line {line}, column {column}. The file may be cut off, or of another kind.";
    /// There is nothing in the file.
    empty: "檔案是空的，裡面什麼都沒有。可能存檔時中斷了；請再匯出一次。", "The file is empty. It may have been cut off while it was saved; export it again.";
    /// Something stands after the end of the plan.
    trailing(line, column): "方案在第 {line} 行第 {column} 字之前就結束了，後面還有別的內容。刪掉後面那些，或再匯出一次。", "The plan ends before line {line}, column {column}, and something else follows. Remove what follows, or export the plan again.";
    /// A picture without a plan.
    no_plan: "這張圖裡沒有方案。從這裡下載的圖表才有；有些通訊軟體會把它拿掉，請對方傳原檔。", "There is no plan in this picture. Charts saved from here have one, but some messengers take it out; ask for the original file.";
    /// JSON of something else.
    not_a_plan: "這是 JSON，但不是這裡匯出的方案。", "This is JSON, but not a plan exported from here.";
    /// A newer version.
    newer(version): "這是第 {version} 版的方案，由較新的程式匯出。請重新載入頁面更新程式。", "This plan has version {version}: a newer program exported it. Reload the page to update this one.";
    /// A field twice.
    duplicate_field: "這個欄位出現兩次。", "This field stands twice.";
    /// A field that plans do not have.
    unknown_field: "方案沒有這個欄位。", "Plans have no such field.";
    /// A field that must be there.
    missing_field: "缺少這個欄位。", "This field is missing.";
    /// Another shape.
    wrong_type(found, expected): "這裡要{expected}，檔案裡是{found}。", "This has to be {expected}; the file has {found}.";
    /// A word of none of the choices.
    unknown_choice(found, allowed): "「{found}」不在可用的選項裡：{allowed}。", "\"{found}\" is none of: {allowed}.";
    /// One end of a range.
    half_range: "區間只有一端，low 與 high 要一起填。", "The range has one end only; low and high come together.";

    /// A shape.
    null: "空的（null）", "empty (null)";
    /// A shape.
    flag: "是或否（true／false）", "true or false";
    /// A shape.
    number: "數字", "a number";
    /// A shape.
    whole_number: "整數", "a whole number";
    /// A shape.
    estimate: "數字，或有 value、low、high 的估計值", "a number, or an estimate with value, low and high";
    /// A shape.
    text: "文字", "a text";
    /// A shape.
    phasing: "flat、seasonal，或一串數字", "flat, seasonal, or a list of numbers";
    /// A shape.
    list: "清單", "a list";
    /// A shape.
    object: "物件", "an object";
}
