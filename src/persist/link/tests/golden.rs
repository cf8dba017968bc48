//! Links that were sent: each opens for ever as the plan it was made from.

use super::{decode, folder, written};
use crate::persist::plan_text;
use std::fs;

/// A file of `tests/golden/links/` is a link, a line break, and its plan as the page exported it. Files are added, and
/// never changed: where this test fails, the program is wrong.
#[test]
fn links_that_were_sent_open_for_ever() {
    let files: Vec<_> = fs::read_dir(folder("links")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(files.len() >= 22, "{}", files.len());
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        let (link, plan) = text.split_once('\n').unwrap();
        let opened = decode(link).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let plan = plan_text::read(plan).unwrap();
        assert_eq!(written(&opened), written(&plan), "{}", path.display());
    }
}
