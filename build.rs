//! Has the linker write down what each function and each value of the released page needs: `src/ui/split.js` cuts the
//! page by it, and leaves it out.

use std::env::var;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |name: &str, value: &str| var(name).is_ok_and(|found| found == value);
    if is("CARGO_CFG_TARGET_FAMILY", "wasm") && is("PROFILE", "release") {
        println!("cargo::rustc-link-arg-bin=backcast=--emit-relocs");
    }
}
