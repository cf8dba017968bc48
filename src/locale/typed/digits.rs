//! A run of digits with its separators: what number, or which numbers, it can mean.

use super::clean::GROUP_SPACE;
use super::exact::Exact;

/// What a run of digits and separators means.
#[derive(Debug, PartialEq)]
pub(super) enum Shape {
    /// One number.
    Sure(Exact),
    /// Two, equally well: 1.200 and 1,200.
    Either(Exact, Exact),
    /// Separators in odd places; the one number that can be meant.
    Odd(Exact),
}

impl Shape {
    /// The same with every number changed.
    pub(super) fn map(self, change: impl Fn(&Exact) -> Exact) -> Shape {
        match self {
            Shape::Sure(number) => Shape::Sure(change(&number)),
            Shape::Either(first, second) => Shape::Either(change(&first), change(&second)),
            Shape::Odd(number) => Shape::Odd(change(&number)),
        }
    }
}

/// The digits and separators that the text begins with, and the rest. A space belongs to them only between
/// two digits; the run is empty unless it has a digit.
pub(super) fn run(text: &str) -> (&str, &str) {
    let mut end = 0;
    let mut any = false;
    let mut marks = text.char_indices().peekable();
    while let Some((at, mark)) = marks.next() {
        let next_is_digit = marks.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        let belongs = match mark {
            '0'..='9' => true,
            ',' | '.' => any || next_is_digit,
            ' ' | GROUP_SPACE => any && next_is_digit,
            _ => false,
        };
        if !belongs {
            break;
        }
        any |= mark.is_ascii_digit();
        end = at + mark.len_utf8();
    }
    text.split_at_checked(end).unwrap_or(("", text))
}

/// What the run means; none when it is no number. With `point_is_decimal` a single point cannot separate thousands: nobody writes
/// 1.200萬 for 1,200萬, or 1.200% for 1,200%.
pub(super) fn meaning(run: &str, point_is_decimal: bool) -> Option<Shape> {
    if run.contains(' ') {
        // Thousands, or two numbers side by side.
        return thousands(run, ' ').map(Shape::Odd);
    }
    if run.contains(GROUP_SPACE) {
        return thousands(run, GROUP_SPACE).map(Shape::Sure);
    }
    match (run.matches(',').count(), run.matches('.').count()) {
        (0, 0) => Some(Shape::Sure(Exact::new(run, ""))),
        (0, 1) => Some(one_point(run, point_is_decimal)),
        (0, _) => european(run),
        (1, 0) => Some(one_comma(run)),
        _ if comma_after_point(run) => european(run),
        _ => thousands(run, ',').map(Shape::Sure).or_else(|| joined(run)),
    }
}

fn one_point(run: &str, point_is_decimal: bool) -> Shape {
    let (whole, fraction) = halves(run, '.');
    let decimal = Exact::new(whole, fraction);
    match thousands(&run.replace('.', ","), ',') {
        Some(thousands) if !point_is_decimal => Shape::Either(decimal, thousands),
        _ => Shape::Sure(decimal),
    }
}

fn one_comma(run: &str) -> Shape {
    if let Some(number) = thousands(run, ',') {
        return Shape::Sure(number);
    }
    let (whole, rest) = halves(run, ',');
    match (whole, rest) {
        ("", _) | (_, "") => Shape::Odd(Exact::new(whole, rest)),
        _ if whole.starts_with('0') => Shape::Odd(Exact::new(whole, rest)),
        _ => Shape::Either(Exact::new(whole, rest), Exact::new(&format!("{whole}{rest}"), "")),
    }
}

/// Points between thousands and a comma before the decimals, as in most of Europe: read, but shown back.
fn european(run: &str) -> Option<Shape> {
    let swapped: String = run
        .chars()
        .map(|mark| match mark {
            '.' => ',',
            ',' => '.',
            digit => digit,
        })
        .collect();
    thousands(&swapped, ',').map(Shape::Odd)
}

/// Commas in odd places before the point, such as 12,34,567: the digits without them.
fn joined(run: &str) -> Option<Shape> {
    let (whole, fraction) = halves(run, '.');
    let well_formed = !whole.split(',').any(str::is_empty) && is_digits(fraction);
    well_formed.then(|| Shape::Odd(Exact::new(&whole.replace(',', ""), fraction)))
}

/// Groups of three between separators, the first of one to three digits and not zero, perhaps decimals.
fn thousands(run: &str, separator: char) -> Option<Exact> {
    let (whole, fraction) = halves(run, '.');
    let mut groups = whole.split(separator);
    let first = groups.next()?;
    let well_formed = (1..=3).contains(&first.len()) && !first.starts_with('0') && is_digits(first);
    let all_of_three = groups.all(|group| group.len() == 3 && is_digits(group));
    (well_formed && all_of_three && is_digits(fraction))
        .then(|| Exact::new(&whole.replace(separator, ""), fraction))
}

fn halves(run: &str, mark: char) -> (&str, &str) {
    run.split_once(mark).unwrap_or((run, ""))
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn comma_after_point(run: &str) -> bool {
    run.rfind(',') > run.find('.') && run.contains('.')
}
