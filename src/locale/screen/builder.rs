//! The words of the page on which the code for other sites is made.

use crate::locale::words;

words! {
    /// What the page is for.
    lead: "把試算放上自己的網站", "Put the calculator on your site";
    /// How it works.
    lead_text: "選好方案和樣子，把程式碼貼到網頁裡。訪客的數字不會存下來，按送出才交給你。", "Choose the plan and the look, then paste the code into your page. Visitors' numbers are not kept; they reach you only when sent.";

    // What is shown.
    /// The choices.
    choices: "設定", "Settings";
    /// Which plan.
    plan: "從哪個方案開始", "Which plan to begin with";
    /// A plan of the reader's.
    own_plan(name): "我的方案：{name}", "My plan: {name}";
    /// A template.
    template(title): "範本：{title}", "Template: {title}";
    /// Whose numbers are in the code.
    plan_help: "自己的方案會寫進程式碼裡，看得到網頁的人都看得到。", "A plan of yours becomes part of the code; whoever sees the page can see it.";
    /// The language.
    lang: "語言", "Language";
    /// As the visitor has it.
    lang_auto: "依訪客", "the visitor's";
    /// Chinese.
    lang_zh: "中文", "中文";
    /// English.
    lang_en: "English", "English";
    /// Light or dark.
    theme: "外觀", "Theme";
    /// As the visitor has it.
    theme_auto: "依訪客", "the visitor's";
    /// Light.
    theme_light: "亮色", "light";
    /// Dark.
    theme_dark: "暗色", "dark";
    /// The colour.
    accent: "強調色", "Accent colour";
    /// What can be written.
    accent_help: "例如 #8a1c4f；留空用原來的。", "Such as #8a1c4f; leave empty for ours.";
    /// It is no colour.
    accent_refused: "這不是 #rrggbb 的顏色，先用原來的。", "This is no colour of the form #rrggbb; ours is used.";
    /// It is hard to read.
    accent_mended(asked, light, dark): "{asked} 看不清楚：亮色改用 {light}，暗色改用 {dark}。", "{asked} is hard to read: {light} is used on light, {dark} on dark.";
    /// The button.
    cta_label: "按鈕文字", "Words on the button";
    /// Too long.
    cta_label_refused: "最多 40 個字。", "At most 40 characters.";
    /// Where it leads.
    cta_href: "按鈕送到哪裡", "Where the button leads";
    /// What can be written.
    cta_href_help: "mailto:你的信箱、https://line.me/R/oaMessage/@你的帳號，或 https 網頁。留空由你的網頁接收。", "mailto:your address, https://line.me/R/oaMessage/@your-account, or an https page. Leave empty for your page to receive it.";
    /// It is no such address.
    cta_href_refused: "只能是 https、mailto 或 LINE。", "Only https, mailto or LINE.";
    /// What visitors may change.
    parts: "訪客能改什麼", "What visitors may change";
    /// A part that can be changed.
    open: "可改", "Open";
    /// A part that is shown only.
    locked: "固定", "Fixed";
    /// A part that is not shown.
    hidden: "不顯示", "Hidden";
    /// A part that is shown and has nothing to change.
    shown: "顯示", "Shown";

    // The parts.
    /// A part.
    target: "目標", "Goal";
    /// A part.
    rates: "鏈上的轉換率", "Rates of the chain";
    /// A part.
    unit_cost: "鏈上的單價", "Unit cost of the chain";
    /// A part.
    chain: "倒扣鏈", "The chain";
    /// A part.
    detail: "結果下的說明", "The sentence below the answer";
    /// A part.
    full_app: "完整版與連結", "Full app and link";

    // What comes out.
    /// The preview.
    preview: "預覽", "Preview";
    /// The code.
    code: "程式碼", "Code";
    /// The custom element.
    code_element: "建議：高度會跟著內容，也收得到事件", "Recommended: follows its content's height and tells your page of events";
    /// The bare frame.
    code_bare: "網站不讓放程式時：只有框", "Where no scripts are allowed: a frame alone";
    /// Copies.
    copy: "複製", "Copy";
    /// It was copied.
    copied: "已複製程式碼", "Code copied";
    /// It was not.
    not_copied: "瀏覽器不讓複製，請自己選取。", "The browser does not allow copying; select the code yourself.";
}
