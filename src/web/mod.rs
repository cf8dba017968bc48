//! The browser: storage, address bar, clipboard, downloads.
