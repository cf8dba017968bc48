//! Mounts the app.

use leptos::prelude::*;

fn main() {
    console_error_panic_hook::set_once();
    mount_to_body(|| view! { <main><h1>"目標倒扣"</h1></main> });
}
