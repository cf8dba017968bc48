//! Plan text, files, versions: bytes in, bytes out.

pub mod amount;
pub mod backup;
pub mod catalogue;
pub mod checksum;
pub mod embed;
pub mod file_name;
pub mod link;
mod localized;
pub mod picture;
pub mod plan_text;
pub mod record;
pub mod table;
pub mod template;
