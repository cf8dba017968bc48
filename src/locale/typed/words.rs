//! What a field says about a text it does not take.

crate::locale::words! {
    /// Nothing was typed.
    empty(example): "請輸入數字，例如 {example}。", "Type a number, such as {example}.";
    /// The text is longer than any number.
    too_long(limit): "這段文字太長，不像一個數字；最多讀 {limit} 個字元。",
        "This is too long for a number; at most {limit} characters are read.";
    /// The text does not begin with a number.
    not_a_number(text, example): "「{text}」讀不出數字。可以輸入例如 {example}。",
        "No number could be read in “{text}”. Type one such as {example}.";
    /// Something follows the number.
    left_over(number, rest): "讀到 {number}，但看不懂後面的「{rest}」。",
        "This begins with {number}, but “{rest}” after it could not be read.";
    /// Something follows a number that is itself unclear.
    not_understood(rest, example): "看不懂「{rest}」。可以輸入例如 {example}。",
        "“{rest}” could not be read. Type a number such as {example}.";
    /// Two readings to choose from.
    ambiguous(first, second): "可以讀成 {first}，也可以讀成 {second}，請選一個。",
        "This can be read as {first} or as {second}. Choose one.";
    /// Separators in odd places.
    separators(reading): "分隔符號的位置不尋常，請確認是不是 {reading}。",
        "The separators are in unusual places. Confirm whether this is {reading}.";
    /// A unit of another kind of field.
    other_unit(typed, example): "這一欄不用「{typed}」當單位。可以輸入例如 {example}。",
        "“{typed}” is not a unit of this field. Type a number such as {example}.";
    /// Money of another currency.
    other_currency(typed, code): "這份方案的金額都是 {code}，「{typed}」請先換算。",
        "Money in this plan is in {code}. Convert “{typed}” first.";
    /// Beyond the largest number.
    too_large: "這個數字太大，無法計算。", "This number is too large to compute with.";
    /// Nearer to zero than the smallest number.
    too_small: "這個數字太接近 0，無法計算。要填零請輸入 0。",
        "This number is too close to 0 to compute with. For none, type 0.";
    /// A whole number with too many digits.
    too_precise(nearest): "位數太多，無法一位不差地保留；最接近的是 {nearest}。",
        "This has more digits than can be kept exactly; the nearest is {nearest}.";
    /// After what is wrong: the value that the results still use.
    still_used(value): "結果仍以 {value} 計算。", " The results still use {value}.";
}
