//! The places in the crate that a file names: every path that starts at `crate`, `self`, `super` or one of our
//! packages, in `use` trees and in expressions alike, resolved to its absolute form.

use crate::tokens::Token;

/// A path from the root of the crate, `["present", "report", "Row"]`, and where it is named.
/// The package `backcast_model` appears as the room `model`. Empty means the whole crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) path: Vec<String>,
    pub(crate) line: usize,
}

/// The module a file is, by its place under `src`: `present/report/mod.rs` is `["present", "report"]`.
pub(crate) fn module_of(file: &str) -> Vec<String> {
    let stem = file.trim_end_matches(".rs");
    let stem = stem.strip_suffix("/mod").or(stem.strip_suffix("/lib")).unwrap_or(stem);
    stem.split('/').map(str::to_owned).collect()
}

/// Every place that the tokens of a file name; `module` is the file's own.
pub(crate) fn named(tokens: &[Token], module: &[String]) -> Vec<Named> {
    let mut found = Vec::new();
    let mut inner = InlineModules::default();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        inner.enter(tokens, at);
        let here: Vec<String> = module.iter().chain(inner.names()).cloned().collect();
        match base(tokens, at, module, &here) {
            Some(base) => at = collect(tokens, at + 1, base, token.line, &mut found),
            None => at += 1,
        }
    }
    found
}

/// The inline modules (`mod tests { … }`) around a place: each with the depth of braces it was opened at.
#[derive(Default)]
struct InlineModules {
    open: Vec<(String, usize)>,
    depth: usize,
}

impl InlineModules {
    /// Follows the braces past the token at `at`.
    fn enter(&mut self, tokens: &[Token], at: usize) {
        match tokens[at].text.as_str() {
            "{" => {
                if at >= 2 && tokens[at - 2].text == "mod" {
                    self.open.push((tokens[at - 1].text.clone(), self.depth));
                }
                self.depth += 1;
            }
            "}" => {
                self.depth = self.depth.saturating_sub(1);
                self.open.retain(|(_, opened)| *opened < self.depth);
            }
            _ => {}
        }
    }

    fn names(&self) -> impl Iterator<Item = &String> {
        self.open.iter().map(|(name, _)| name)
    }
}

/// The place where a path that starts at `at` starts from; none when no path of ours starts there.
fn base(tokens: &[Token], at: usize, module: &[String], here: &[String]) -> Option<Vec<String>> {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    let follows = text(at + 1) == "::";
    let visibility = at > 0 && text(at - 1) == "(" && text(at + 1) == ")";
    // The model is a package of its own: its root is the room.
    let root = if module[0] == "model" { vec!["model".to_owned()] } else { Vec::new() };
    match text(at) {
        "crate" if !visibility => Some(root),
        "backcast" if follows => Some(Vec::new()),
        "backcast_model" => Some(vec!["model".to_owned()]),
        "self" if follows => Some(here.to_vec()),
        "super" if !visibility => Some(parent(here)),
        _ => None,
    }
}

fn parent(path: &[String]) -> Vec<String> {
    path.split_last().map_or(Vec::new(), |(_, parent)| parent.to_vec())
}

/// Reads the rest of a path, branch by branch, from just after a segment; returns where reading goes on.
fn collect(tokens: &[Token], at: usize, path: Vec<String>, line: usize, found: &mut Vec<Named>) -> usize {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    if text(at) != "::" {
        found.push(Named { path, line });
        return at;
    }
    let line = tokens.get(at + 1).map_or(line, |token| token.line);
    match text(at + 1) {
        "{" => collect_group(tokens, at + 2, &path, found),
        "super" => collect(tokens, at + 2, parent(&path), line, found),
        "self" => collect(tokens, at + 2, path, line, found),
        name if name.starts_with(|c: char| c.is_alphabetic() || c == '_') => {
            let longer = path.into_iter().chain([name.to_owned()]).collect();
            collect(tokens, at + 2, longer, line, found)
        }
        // A glob, or the `<` of type arguments: the path ends here.
        _ => {
            found.push(Named { path, line });
            at + 2
        }
    }
}

/// Reads `a, b::{c, d}}` from just after the opening brace.
fn collect_group(tokens: &[Token], mut at: usize, path: &[String], found: &mut Vec<Named>) -> usize {
    while let Some(token) = tokens.get(at) {
        at = match token.text.as_str() {
            "}" => return at + 1,
            "," => at + 1,
            "as" => at + 2,
            "self" | "*" => collect(tokens, at + 1, path.to_vec(), token.line, found),
            name => {
                let longer = path.iter().cloned().chain([name.to_owned()]).collect();
                collect(tokens, at + 1, longer, token.line, found)
            }
        };
    }
    at
}

#[cfg(test)]
mod tests {
    use super::{module_of, named};
    use crate::tokens::tokens;

    fn paths(file: &str, source: &str) -> Vec<String> {
        named(&tokens(source), &module_of(file)).into_iter().map(|named| named.path.join("::")).collect()
    }

    #[test]
    fn files_are_modules() {
        assert_eq!(module_of("present/mod.rs"), ["present"]);
        assert_eq!(module_of("present/report/rows.rs"), ["present", "report", "rows"]);
        assert_eq!(module_of("model/lib.rs"), ["model"]);
    }

    #[test]
    fn use_trees_are_followed_into_every_branch() {
        assert_eq!(
            paths("chart/axis.rs", "use crate::{present::{Row, rows::*}, ui as face, web};"),
            ["present::Row", "present::rows", "ui", "web"]
        );
        assert_eq!(paths("chart/axis.rs", "use crate::{self as root};"), [""]);
    }

    #[test]
    fn paths_in_expressions_types_and_macros_count() {
        assert_eq!(paths("chart/axis.rs", "fn f() { crate::ui::draw(1) }"), ["ui::draw"]);
        assert_eq!(paths("chart/axis.rs", "view! { <$crate::ui::Part/> }"), ["ui::Part"]);
        assert_eq!(paths("chart/axis.rs", "x: Vec<::backcast_model::Plan>"), ["model::Plan"]);
        assert_eq!(paths("chart/axis.rs", "Vec::<crate::ui::Part>::new()"), ["ui::Part"]);
    }

    #[test]
    fn super_climbs_out_of_files_and_inline_modules() {
        assert_eq!(paths("chart/axis.rs", "use super::super::ui::Part;"), ["ui::Part"]);
        assert_eq!(
            paths("chart/axis.rs", "mod tests { use super::*; } use super::Scale;"),
            ["chart::axis", "chart::Scale"]
        );
        assert_eq!(paths("chart/mod.rs", "use self::super::web;"), ["web"]);
    }

    #[test]
    fn the_model_is_a_crate_of_its_own() {
        assert_eq!(paths("model/plan/path.rs", "use crate::plan::Plan;"), ["model::plan::Plan"]);
        assert_eq!(paths("model/plan/path.rs", "use backcast::ui::Part;"), ["ui::Part"]);
    }

    #[test]
    fn visibilities_and_receivers_name_nothing() {
        assert!(paths("chart/axis.rs", "pub(crate) fn f(&self) { self.x } pub(super) struct S;").is_empty());
    }
}
