//! The words of the calculator on other pages.

use crate::locale::words;

words! {
    /// The title of the frame.
    title: "目標倒扣試算", "Backcast calculator";
    /// What the visitor does here.
    invitation: "改成自己的數字，馬上看到要花多少。", "Make the numbers yours and see at once what it takes.";
    /// The visitor's numbers.
    numbers: "你的數字", "Your numbers";
    /// The answer.
    answer: "結果", "The answer";

    // The button.
    /// The button, where the page around it names no other.
    cta: "預約諮詢", "Book a consultation";
    /// Above the form.
    lead_title: "把這份試算交給顧問", "Hand this plan to the consultant";
    /// What the form sends.
    lead_text: "附上方案連結，打開就是你現在看到的數字。", "The plan's link goes along; it opens with the numbers you see now.";
    /// A field.
    name: "姓名", "Name";
    /// A field.
    contact: "電話、Email 或 LINE ID", "Phone, email or LINE ID";
    /// A field.
    message: "想說的話（可不填）", "Message (optional)";
    /// What the visitor agrees to.
    consent(receiver): "我同意把以上內容和這份方案交給 {receiver}。", "I agree to hand this and the plan to {receiver}.";
    /// The one that gets it, when it is LINE.
    by_line: "LINE 上的對方", "the other side on LINE";
    /// Sends it to the page around.
    send: "送出", "Send";
    /// Sends it by mail.
    send_mail: "用郵件寄出", "Send by mail";
    /// Sends it by LINE.
    send_line: "用 LINE 傳送", "Send by LINE";
    /// Closes the form.
    cancel: "取消", "Cancel";
    /// A field is empty.
    name_missing: "請填姓名", "Please enter a name";
    /// A field is empty.
    contact_missing: "請填一種聯絡方式", "Please say how to reach you";
    /// The box is not ticked.
    consent_missing: "沒有你的同意，什麼都不會送出", "Nothing is sent without your consent";
    /// The page around has it.
    sent(receiver): "已交給 {receiver}。", "Handed to {receiver}.";
    /// The other program has it.
    opened: "已打開另一個程式，內容寫好了，在那裡按送出。", "Another program has opened with the text; send it there.";
    /// Where it did not open.
    not_opened: "沒有打開嗎？複製下面的文字，自己貼過去。", "Did nothing open? Copy this text and paste it there.";
    /// The text that is sent.
    written_text: "要送出的文字", "The text to send";
    /// The subject of the mail.
    subject(goal): "預約諮詢：{goal}", "Consultation: {goal}";
    /// The text of the message; an empty message leaves no gap.
    text(name, contact, message, answer, link): "姓名：{name}\n聯絡方式：{contact}\n{message}\n{answer}\n試算連結：{link}\n", "Name: {name}\nContact: {contact}\n{message}\n{answer}\nPlan: {link}\n";
    /// What happens with what is typed.
    privacy: "數字只在這個畫面裡，不會存下來；按送出才會交出去。", "Numbers stay on this screen and are not kept; they leave only when you send them.";

    // Taking the plan along.
    /// Opens the plan in the full app.
    full_app: "在完整版打開", "Open in the full app";
    /// Copies the link.
    copy_link: "複製方案連結", "Copy the plan's link";
    /// It is copied.
    copied: "已複製", "Copied";
    /// It could not be copied, or the app could not be opened.
    copy_by_hand: "方案連結", "The plan's link";

    // When there is no plan.
    /// The preset is unknown.
    no_preset: "沒有這個範本", "There is no such template";
    /// The link does not open.
    no_plan: "這個方案連結打不開", "This plan's link does not open";
    /// What to do.
    no_plan_text: "請和這個網頁的主人聯絡。", "Please tell the owner of this page.";
}
