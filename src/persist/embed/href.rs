//! Where the button leads, and how a message travels there.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// The longest address.
const LONGEST: usize = 500;
/// What is left as it is in a query: what RFC 3986 calls unreserved.
const QUERY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
/// LINE's address for a message that the visitor sends to an official account, before the account's id.
const LINE_MESSAGE: &str = "https://line.me/R/oaMessage/";
/// The hosts of LINE.
const LINE_HOSTS: [&str; 3] = ["line.me", "lin.ee", "page.line.me"];

/// An address that a visitor may be led to. Anything that could run a script, or open something on the device other
/// than mail and LINE, is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Href {
    /// A page.
    Web(String),
    /// A mail address, `mailto:…` without a query.
    Mail(String),
    /// LINE: a message to an official account, which can carry a text.
    LineMessage(String),
    /// LINE: any other address of it, such as an invitation to become a friend.
    Line(String),
}

impl Href {
    /// Reads an address.
    #[must_use]
    pub fn parse(text: &str) -> Option<Href> {
        let is_plain =
            |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '"' | '<' | '>' | '\\' | '`');
        if text.len() > LONGEST || !text.chars().all(is_plain) {
            return None;
        }
        let (scheme, rest) = text.split_once(':')?;
        match scheme.to_ascii_lowercase().as_str() {
            "mailto" => mail(rest),
            "https" => web(text, rest),
            _ => None,
        }
    }

    /// The address without a message.
    #[must_use]
    pub fn address(&self) -> &str {
        match self {
            Href::Web(address) | Href::Mail(address) | Href::LineMessage(address) | Href::Line(address) => {
                address
            }
        }
    }

    /// The address with a message; none where it can carry none.
    #[must_use]
    pub fn with_message(&self, subject: &str, text: &str) -> Option<String> {
        let encoded = |text: &str| utf8_percent_encode(text, QUERY).to_string();
        match self {
            // Mail programs want line breaks as CR LF (RFC 6068).
            Href::Mail(address) => {
                let body = encoded(&text.replace('\n', "\r\n"));
                Some(format!("{address}?subject={}&body={body}", encoded(subject)))
            }
            Href::LineMessage(address) => Some(format!("{address}/?{}", encoded(text))),
            Href::Web(_) | Href::Line(_) => None,
        }
    }
}

/// One mail address, as most are written; quoted local parts and several recipients are refused.
fn mail(address: &str) -> Option<Href> {
    let (user, host) = address.split_once('@')?;
    let is_user = |c: char| c.is_ascii_alphanumeric() || ".!#$'*+-/=^_{|}~".contains(c);
    let is_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let is_address = !user.is_empty()
        && user.chars().all(is_user)
        && host.chars().all(is_host)
        && host.split('.').count() > 1
        && host.split('.').all(|label| !label.is_empty());
    is_address.then(|| Href::Mail(format!("mailto:{address}")))
}

/// A page. A user before the host (`https://known.example@evil.example`) misleads, so it is refused.
fn web(text: &str, rest: &str) -> Option<Href> {
    let rest = rest.strip_prefix("//")?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':');
    if host.is_empty() || host.starts_with(['.', ':']) || !host.chars().all(is_host) {
        return None;
    }
    if !LINE_HOSTS.contains(&host) {
        return Some(Href::Web(text.into()));
    }
    let account = text.strip_prefix(LINE_MESSAGE).map(|account| account.trim_end_matches(['/', '?']));
    let is_account = |account: &&str| {
        let id = account.strip_prefix("%40").or_else(|| account.strip_prefix('@')).unwrap_or_default();
        !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
    };
    Some(match account.filter(is_account) {
        Some(account) => Href::LineMessage(format!("{LINE_MESSAGE}{account}")),
        None => Href::Line(text.into()),
    })
}
