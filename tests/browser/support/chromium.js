// Debian's Chromium: where it is, and the flags that keep it from calling home or needing a GPU or a sandbox.
export const executablePath = process.env.CHROMIUM || "/usr/bin/chromium";

export const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
