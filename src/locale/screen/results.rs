//! The words beside the charts, the channel table and the checks.

use crate::locale::words;

words! {
    /// How a chart is read with the keys.
    chart_keys: "用方向鍵逐一查看，按 Enter 看數字怎麼來。", "Arrow keys go through it; Enter explains the number.";
    /// Opens the table of a chart.
    show_table: "看表格", "Show table";
    /// Closes it.
    hide_table: "收起表格", "Hide table";
    /// Saves the chart as an SVG file.
    save_svg: "下載 SVG 圖檔", "Download as SVG";
    /// Saves the chart as a PNG file.
    save_png: "下載 PNG 圖檔", "Download as PNG";
    /// The browser made no picture.
    picture_failed: "瀏覽器做不出這張圖，請換另一種格式。", "The browser could not make this picture; try the other format.";
    /// The heading of the checks.
    checks: "體檢", "Checks";
    /// Between the name of a letter of SMART and what is said about it.
    colon: "：", ": ";
    /// The results for those who jump to them.
    results: "試算結果", "Results";
}
