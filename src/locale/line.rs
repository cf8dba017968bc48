//! What stays together where a sentence is broken into lines.

/// Punctuation that must not begin a line.
const CLOSING: [char; 8] = ['，', '。', '；', '：', '、', '.', ',', ';'];

/// Chinese measures, which stay with their number as its unit does.
const MEASURES: [&str; 6] = [" 個百分點", " 個月", " 個", " 位", " 倍", " 次"];

/// What begins a text and stays with the number before it on its line.
#[must_use]
pub fn tail(text: &str) -> &str {
    let measure =
        MEASURES.iter().find(|measure| text.starts_with(**measure)).map_or(0, |measure| measure.len());
    let mark = text[measure..].chars().next().filter(|mark| CLOSING.contains(mark));
    &text[..measure + mark.map_or(0, char::len_utf8)]
}

#[cfg(test)]
mod tests {
    use super::tail;

    #[test]
    fn a_number_keeps_its_measure_and_mark() {
        let texts = [" 個月累計利潤", "，一生", " 倍。", " 個百分點，", " customers", " and more", "。", ""];
        assert_eq!(texts.map(tail), [" 個月", "，", " 倍。", " 個百分點，", "", "", "。", ""]);
    }
}
