// Our WebAssembly against HyperFormula on the spreadsheet of the same plan: an input is changed, everything is
// computed, every output is read. Both take turns in one run; what counts is the ratio.
import { createRequire } from 'node:module';
import { plan } from './plan.js';
import { Sheet } from './sheet.js';

const require = createRequire(import.meta.url);
const { HyperFormula } = require('hyperformula');
const { Loaded, edit } = require('./pkg/backcast_bench_wasm.cjs');

const ROUNDS = 300;
const sheet = new Sheet(plan);
const engine = HyperFormula.buildFromSheets({ plan: sheet.rows }, { licenseKey: 'gpl-v3', useArrayArithmetic: false });
const ours = new Loaded(JSON.stringify(plan));
const names = ours.names().split('\n');
const cells = names.map((name) => {
  const at = sheet.outputs.get(name);
  if (!at) throw new Error(`the spreadsheet lacks ${name}`);
  return { sheet: 0, row: at[0], col: at[1] };
});
const found = new Float64Array(names.length);

const theirs = {
  set: (path, value) => engine.setCellContents({ sheet: 0, row: sheet.inputs.get(path), col: 0 }, value),
  read: () => cells.map((cell) => engine.getCellValue(cell)),
};

/** Both say the same, to 1e-9. */
function compare(what) {
  ours.evaluate(found);
  theirs.read().forEach((value, place) => {
    const [a, b] = [found[place], typeof value === 'number' ? value : NaN];
    const same = Number.isNaN(a) ? Number.isNaN(b) : Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), 1e-3);
    if (!same) throw new Error(`${what}: ${names[place]} is ${a} here and ${value} there`);
  });
}

const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
/** How many times faster than the spreadsheet it must be. */
const MUST_BE_FASTER = 20;

const timed = (work, repeat = 1) => {
  const start = process.hrtime.bigint();
  for (let i = 0; i < repeat; i += 1) work(i);
  return Number(process.hrtime.bigint() - start) / 1000 / repeat;
};
const micro = (value) => `${value.toFixed(1)} µs`;

compare('as it stands');
const cellCount = sheet.rows.flat().filter((cell) => typeof cell === 'string').length;
console.log(`${names.length} outputs, ${cellCount} formula cells`);
for (const [path, value] of [
  ['economics.order_value', 2400], ['stages[1].conversion_rate', 0.06], ['channels[3].monthly_budget', 11100],
]) {
  const [a, b] = [[], []];
  const place = ours.place(path);
  for (let round = 0; round < ROUNDS; round += 1) {
    const moved = value * (1 + (round % 97) / 1000);
    b.push(timed(() => { theirs.set(path, moved); theirs.read(); }));
    a.push(timed((i) => { ours.set(place, moved + i * 1e-9 * value); ours.evaluate(found); }, 20));
    if (round % 50 === 0) { ours.set(place, moved); compare(path); }
  }
  ours.set(place, value);
  theirs.set(path, value);
  const ratio = median(b) / median(a);
  if (ratio < MUST_BE_FASTER) process.exitCode = 1;
  console.log(`${path}: ${micro(median(a))} against ${micro(median(b))}, ${ratio.toFixed(0)}×`);
}
const parts = { evaluate: () => ours.refresh(), read: () => ours.read(found), edit: () => edit(JSON.stringify(plan)) };
for (const [part, work] of Object.entries(parts)) {
  const times = Array.from({ length: 200 }, () => timed(work, 10));
  console.log(`${part}: ${micro(median(times))}, at best ${micro(Math.min(...times))}`);
}
