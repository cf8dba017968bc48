//! The words around every view: navigation, the bar of the open plan, saving, shortcuts.

use crate::locale::words;

words! {
    /// The product.
    product: "目標倒扣", "Backcast";
    /// The product beside its mark.
    brand: "倒扣", "Backcast";
    /// The mark's name, which leads to the start.
    home: "目標倒扣，回到開始", "Backcast, back to the start";
    /// The title of the page.
    title(view): "{view} · 目標倒扣", "{view} · Backcast";
    /// Leads past the navigation.
    skip: "跳到內容", "Skip to the content";
    /// The navigation's name.
    views: "主選單", "Main";
    /// A view.
    start: "開始", "Start";
    /// A view.
    plan: "方案", "Plan";
    /// A view.
    budget: "預算", "Budget";
    /// A view.
    methods: "方法", "Methods";
    /// A view: plans side by side.
    compare: "情境", "Compare";
    /// A view, and the entry of the menu that leads to it.
    embed: "嵌入網站", "Embed on a site";
    /// The button of the other language, in that language.
    other_language: "EN", "中文";
    /// Its name.
    switch_language: "Switch to English", "切換成中文";
    /// The button of light and dark, with what holds now.
    theme(theme): "外觀：{theme}", "Theme: {theme}";
    /// As the system has it.
    theme_system: "跟隨系統", "as the system";
    /// Light.
    theme_light: "亮色", "light";
    /// Dark.
    theme_dark: "暗色", "dark";

    // The bar of the open plan.
    /// The field of the name.
    plan_name: "方案名稱", "Name of the plan";
    /// A plan whose name is empty.
    untitled: "未命名方案", "Untitled plan";
    /// The store has everything.
    saved: "已儲存・留在這台裝置", "Saved on this device";
    /// The store is about to have everything.
    saving: "儲存中", "Saving";
    /// The store failed, and never worked before.
    unsaved: "尚未儲存", "Not saved";
    /// The store failed, and worked before.
    unsaved_since(time): "尚未儲存，上次存好是 {time}", "Not saved since {time}";
    /// There is no store.
    memory: "只在這個分頁裡", "In this tab only";
    /// Takes the last step back.
    undo: "復原", "Undo";
    /// Makes it again.
    redo: "重做", "Redo";
    /// The menu of the plan.
    more: "更多", "More";
    /// Puts the cursor into the name.
    rename: "重新命名", "Rename";
    /// Makes a copy.
    duplicate: "建立副本", "Duplicate";
    /// Makes a copy and shows it beside the plan.
    save_as: "另存為情境", "Save as a scenario";
    /// Saves the plan as a file.
    export: "匯出檔案", "Export file";
    /// Opens a file.
    open_file: "開啟檔案", "Open file";
    /// Prints.
    print: "列印", "Print";
    /// Lists the shortcuts.
    shortcuts: "鍵盤快速鍵", "Keyboard shortcuts";
    /// Deletes the plan.
    delete: "刪除方案", "Delete plan";
    /// The name of a copy; what tells it apart comes first, where a long name is cut last.
    copy_of(name): "副本・{name}", "Copy of {name}";
    /// The name of a further copy.
    another_copy_of(number, name): "副本 {number}・{name}", "Copy {number} of {name}";
    /// After a deletion.
    deleted(name): "已刪除「{name}」", "Deleted \"{name}\"";
    /// After a duplication.
    duplicated(name): "已建立「{name}」", "Created \"{name}\"";
    /// The store kept the plan.
    not_deleted(name): "「{name}」沒有刪掉：瀏覽器的儲存空間現在不能寫。", "\"{name}\" was not deleted: the browser's storage cannot be written now.";
    /// The browser refused the download.
    not_exported: "瀏覽器沒有讓檔案下載。", "The browser did not let the file be downloaded.";

    // When saving fails.
    /// No store at all.
    memory_title: "瀏覽器不讓這裡存檔", "The browser does not allow saving here";
    /// What that means.
    memory_text: "方案只在這個分頁裡，關掉就沒了。先匯出檔案。", "Plans live in this tab only and go when it closes. Export a file first.";
    /// A write failed.
    unsaved_title: "這次沒有存成功", "This was not saved";
    /// The store is full.
    unsaved_full: "瀏覽器的儲存空間滿了。可以繼續編輯，先匯出檔案，再刪掉不用的方案；之後會自動再存。", "The browser's storage is full. Go on editing, export a file, then delete plans you no longer need; saving resumes by itself.";
    /// The store failed.
    unsaved_failed: "瀏覽器的儲存空間現在不能寫。可以繼續編輯，先匯出檔案；能寫的時候會自動再存。", "The browser's storage cannot be written now. Go on editing and export a file; saving resumes by itself.";
    /// The store lost the plan.
    gone_title: "這個方案已不在瀏覽器的儲存空間裡", "This plan is no longer in the browser's storage";
    /// What happened, what was kept, what to do.
    gone_text: "它在別的分頁被刪掉，或瀏覽資料被清除了。這裡還有完整的一份。", "It was deleted in another tab, or the browsing data was cleared. What you see here is complete.";
    /// Stores it again.
    store_again: "再存回來", "Save it again";
    /// Another tab wrote the plan.
    conflict_title(time): "另一個分頁在 {time} 改了這個方案", "Another tab changed this plan at {time}";
    /// Another tab with a newer version wrote the plan.
    conflict_newer: "較新版本的程式改了這個方案", "A newer version of this program changed this plan";
    /// What can be done.
    conflict_text: "兩邊都還在，這裡的修改尚未儲存。", "Both are still there; the changes made here are not saved yet.";
    /// Keeps both.
    keep_both: "兩個都留，這裡的存成副本", "Keep both, mine as a copy";
    /// Keeps this one.
    keep_mine: "用這裡的", "Keep mine";
    /// Takes the other.
    take_theirs: "用另一個分頁的", "Take the other tab's";
    /// After the other tab's write was taken over.
    taken: "已換成另一個分頁的內容", "Now shows what the other tab wrote";
    /// The copy was opened.
    kept_both: "這裡的內容已存成副本", "What you had here is now a copy";
    /// The plan was written over the other tab's.
    kept_mine: "已存下這裡的；另一個分頁的在「先前的版本」裡", "Saved mine; the other tab's is among the earlier versions";

    // A newer version of the program.
    /// There is one.
    update: "有新版本", "There is a new version";
    /// Saves, then loads it.
    update_now: "存好並更新", "Save and update";
    /// Not now.
    update_later: "稍後", "Later";
    /// Something could not be saved.
    update_unsaved: "還有沒存好的修改，先不更新。請先匯出檔案。", "Some changes are not saved, so nothing was updated. Export a file first.";

    // No plan on the screen.
    /// There is no plan yet.
    no_plan: "還沒有方案", "No plan yet";
    /// What to do.
    no_plan_text: "從範本開始，或開啟匯出過的檔案。", "Begin with a template, or open an exported file.";
    /// The address names a plan that is not here.
    unknown_plan: "這台裝置上沒有這個方案", "This plan is not on this device";
    /// Why.
    unknown_plan_text: "它可能已刪除，或存在另一台裝置、另一個瀏覽器裡。", "It may have been deleted, or be on another device or in another browser.";
    /// After two stops.
    safe_title: "程式連續停了兩次，先不自動打開方案", "The program stopped twice, so no plan was opened by itself";
    /// What to do.
    safe_text: "方案都還在。先匯出檔案備份，再打開。", "All plans are still here. Export a copy of them first, then open one.";
    /// To the start.
    to_start: "回到開始", "Back to the start";

    // Results that are older than what stands in the fields.
    /// Beside the verdict while a field cannot be read.
    stale: "仍顯示上一個有效結果", "Still showing the last valid result";

    // Dialogs.
    /// Closes a dialog.
    close: "關閉", "Close";
    /// A shortcut.
    explain_number: "說明這個數字", "Explain the number";
    /// A shortcut.
    close_panel: "關閉說明或選單", "Close a panel or menu";
    /// A shortcut.
    give_up: "放棄欄位裡的修改", "Give up the change in a field";
    /// A shortcut.
    next_field: "下一個欄位或數字", "Next field or number";
    /// When the keys that a text field has of its own hold.
    shortcuts_note: "在文字欄位裡，復原與重做由欄位自己處理。", "Inside a text field, undo and redo are the field's own.";
}
