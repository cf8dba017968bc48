//! Plan text, files, versions: bytes in, bytes out.
