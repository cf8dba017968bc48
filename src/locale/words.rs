//! The one way a text is written down: both languages side by side, checked by the compiler.

/// Declares texts as functions. A text without parameters becomes `fn name(lang) -> &'static str`; one with
/// parameters becomes `fn name(lang, …) -> String`. A missing language or a misspelt parameter does not compile.
///
/// ```ignore
/// words! {
///     /// The button that undoes the last change.
///     undo: "復原", "Undo";
///     /// One sentence on what the goal takes.
///     needs(goal, money): "多 {goal}，需要 {money}。", "{goal} more takes {money}.";
/// }
/// ```
macro_rules! words {
    () => {};
    ($(#[$doc:meta])* $name:ident : $zh:literal, $en:literal ; $($rest:tt)*) => {
        $(#[$doc])*
        #[must_use]
        pub fn $name(lang: $crate::locale::Lang) -> &'static str {
            match lang {
                $crate::locale::Lang::ZhHant => $zh,
                $crate::locale::Lang::En => $en,
            }
        }
        $crate::locale::words! { $($rest)* }
    };
    ($(#[$doc:meta])* $name:ident ( $($part:ident),+ ) : $zh:literal, $en:literal ; $($rest:tt)*) => {
        $(#[$doc])*
        #[must_use]
        pub fn $name(lang: $crate::locale::Lang, $($part: impl core::fmt::Display),+) -> String {
            match lang {
                $crate::locale::Lang::ZhHant => format!($zh),
                $crate::locale::Lang::En => format!($en),
            }
        }
        $crate::locale::words! { $($rest)* }
    };
}
pub(crate) use words;
