//! Series, size and theme become SVG.
