//! Currencies of ISO 4217: how each is written and by which marks it is recognised in typed text.

/// A currency by its ISO 4217 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Currency {
    code: [u8; 3],
}

/// How a common currency is written.
struct Form {
    code: &'static str,
    symbol: &'static str,
    /// Decimals in everyday use; Taiwan's and Indonesia's money has none, whatever ISO 4217 lists.
    digits: u8,
    /// What people write besides the code and the symbol.
    also: &'static [&'static str],
}

const fn form(code: &'static str, symbol: &'static str, digits: u8, also: &'static [&'static str]) -> Form {
    Form { code, symbol, digits, also }
}

/// Symbols as Taiwan's newspapers write them, so that no two currencies look the same.
const FORMS: &[Form] = &[
    form("TWD", "NT$", 0, &["$", "NTD", "NT", "TW$", "新台幣", "新臺幣", "台幣", "臺幣", "元", "圓", "塊"]),
    form("USD", "US$", 2, &["$", "美元", "美金"]),
    form("EUR", "€", 2, &["歐元"]),
    form("JPY", "¥", 0, &["日圓", "日元", "円", "圓"]),
    form("CNY", "CN¥", 2, &["¥", "RMB", "人民幣", "元"]),
    form("HKD", "HK$", 2, &["$", "港幣", "港元", "元"]),
    form("MOP", "MOP$", 2, &["$", "澳門幣", "元"]),
    form("SGD", "S$", 2, &["$", "新加坡幣", "新幣"]),
    form("AUD", "A$", 2, &["$", "AU$", "澳幣"]),
    form("NZD", "NZ$", 2, &["$", "紐幣"]),
    form("CAD", "CA$", 2, &["$", "C$", "加幣"]),
    form("GBP", "£", 2, &["英鎊"]),
    form("CHF", "CHF ", 2, &["瑞士法郎"]),
    form("KRW", "₩", 0, &["韓元", "韓圓", "韓幣"]),
    form("THB", "฿", 2, &["泰銖"]),
    form("MYR", "RM", 2, &["馬幣", "令吉"]),
    form("VND", "₫", 0, &["越南盾"]),
    form("IDR", "Rp", 0, &["印尼盾"]),
    form("PHP", "₱", 2, &["披索"]),
    form("INR", "₹", 2, &["盧比"]),
];

/// The other currencies of ISO 4217 that have not two decimals.
const WHOLE: &[&str] =
    &["BIF", "CLP", "DJF", "GNF", "ISK", "KMF", "PYG", "RWF", "UGX", "UYI", "VUV", "XAF", "XOF", "XPF"];
const THOUSANDTHS: &[&str] = &["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];

impl Currency {
    /// New Taiwan dollar.
    pub const TWD: Currency = Currency { code: *b"TWD" };

    /// The currency of a code of three capital letters; none for any other text.
    ///
    /// A code outside the table is taken as it is and written before the number: `SEK 1,200.00`.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Currency> {
        let code: [u8; 3] = code.as_bytes().try_into().ok()?;
        code.iter().all(u8::is_ascii_uppercase).then_some(Currency { code })
    }

    /// The ISO 4217 code.
    #[must_use]
    pub fn code(&self) -> &str {
        // Only ever made of ASCII letters, so the text is always there.
        core::str::from_utf8(&self.code).unwrap_or_default()
    }

    /// The decimals its amounts are shown with.
    #[must_use]
    pub fn digits(self) -> u8 {
        match self.form() {
            Some(form) => form.digits,
            None if WHOLE.contains(&self.code()) => 0,
            None if THOUSANDTHS.contains(&self.code()) => 3,
            None => 2,
        }
    }

    /// What is written before an amount: `NT$`, or the code and a space.
    #[must_use]
    pub fn prefix(self) -> String {
        self.form().map_or_else(|| format!("{} ", self.code()), |form| form.symbol.to_owned())
    }

    /// Whether people write this currency with that mark.
    pub(in crate::locale) fn is_written(self, mark: &str) -> bool {
        self.code().eq_ignore_ascii_case(mark) || self.form().is_some_and(|form| form.has(mark))
    }

    fn form(self) -> Option<&'static Form> {
        FORMS.iter().find(|form| form.code == self.code())
    }
}

impl Form {
    fn marks(&self) -> impl Iterator<Item = &'static str> {
        [self.code, self.symbol.trim_end()].into_iter().chain(self.also.iter().copied())
    }

    fn has(&self, mark: &str) -> bool {
        self.marks().any(|known| known.eq_ignore_ascii_case(mark))
    }
}

/// The longest mark of money that the text begins with, of any currency in the table or of `own`: in `US$30` it
/// is `US$`, never the `$` that other currencies share.
pub(in crate::locale) fn longest_mark(text: &str, own: Option<Currency>) -> Option<&str> {
    let begins = |mark: &str| text.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark));
    let known = FORMS.iter().flat_map(Form::marks).filter(|mark| begins(mark)).map(str::len).max();
    let code = own.filter(|currency| begins(currency.code())).map(|currency| currency.code().len());
    text.get(..known.or(code)?)
}
