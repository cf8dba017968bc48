//! Mounts the app; in a worker there is no page, and questions to the solver are answered instead.

fn main() {
    console_error_panic_hook::set_once();
    if !backcast::ui::answers_as_worker() {
        leptos::mount::mount_to_body(backcast::ui::App);
    }
}
