// Writes the package.json of `make pkg`: name, version and words come from Cargo.toml.
import { execFileSync } from "node:child_process";

const metadata = JSON.parse(execFileSync("cargo", ["metadata", "--format-version=1", "--no-deps", "--offline"]));
const { name, version, description, license } = metadata.packages.find((one) => one.name === "backcast");
const web = { types: "./web/backcast.d.ts", default: "./web/backcast.js" };
const node = { types: "./node/backcast.d.ts", default: "./node/backcast.js" };

console.log(JSON.stringify({ name, version, description, license, exports: { node, default: web } }, null, 2));
