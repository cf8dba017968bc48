//! Plan text, files, versions: bytes in, bytes out.

pub mod amount;
pub mod catalogue;
pub mod embed;
pub mod file_name;
mod localized;
pub mod plan_text;
pub mod record;
pub mod template;
