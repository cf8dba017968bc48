//! Scripts of our own site that the app does not start with, and elements that they define.

use web_sys::Element;

/// Loads a script of the site once; the address is relative to the page.
pub fn load(address: &str) {
    let Some(page) = super::window().and_then(|window| window.document()) else { return };
    let selector = format!("script[src=\"{address}\"]");
    if page.query_selector(&selector).is_ok_and(|found| found.is_some()) {
        return;
    }
    // Neither the name of the element nor of the attribute can be refused.
    if let (Ok(script), Some(head)) = (page.create_element("script"), page.head()) {
        _ = script.set_attribute("src", address);
        _ = head.append_child(&script);
    }
}

/// Sets an attribute of an element; none takes it away.
pub fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    // An attribute's name that is no name would be refused; ours are constants.
    _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}
