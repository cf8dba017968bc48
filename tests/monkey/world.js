// What the monkey finds in the world: texts to type, links, files, and the places where it begins.
import { readFileSync, readdirSync } from "node:fs";

const link = (name) => readFileSync(`tests/golden/links/p1-${name}.txt`, "utf8").split("\n")[0];
const links = readdirSync("tests/golden/links").map((file) => link(file.slice(3, -4)));
const example = readFileSync("tests/golden/examples/b2b.json", "utf8");
const backup = readFileSync("tests/corpus/backup/two.json", "utf8");

const numbers = [
  "", " ", "0", "1", "-1", "7", "12", "50", "100", "3.5", "0.01", "2.675", "１２０", "1,234", "1.200", "12萬5千", "3億", "1e400", "1e-300", "NaN", "Infinity",
  "--5", "1,2,3", "50%", "120 %", "NT$3,000", "9007199254740993", "0.0000001", "-0", "1/3", "９９９９９９９９９９９９", "9".repeat(10_000), "abc", "12 個", "１．５％",
];
const texts = [
  "", " ", "新的名字", "Spring", "<img src=x onerror=alert(1)>", '=HYPERLINK("https://evil.example")', "\u202eabc\u202c", "👨‍👩‍👧‍👦 é é", "字".repeat(10_000), "a".repeat(3_000), "\u0000\u0007", "'\"&<>;--",
  "{{x}} ${y} %s %25", "__proto__", "constructor", "2027-03", "2027-13", "0000-00", "#0c5c63", "javascript:alert(1)", "https://firm.example/book", "mailto:a@firm.example", links[0], links[3].slice(0, -9), "TWD", "USD", "usd1",
];

const cut = (text) => text.slice(0, text.length * 0.6);
const hashes = [
  "", "/start", "/plan", "/budget", "/compare", "/methods", "/embed-builder", "/plan/nobody", "/budget/nobody", "/compare/nobody/nobody", "/new/service", "/new/b2b", "/new/shop", "/new/blank", "/new/nothing", "/new/__proto__",
  ...links.filter((_, place) => place % 6 === 0), ...links.filter((_, place) => place % 9 === 0).map(cut), links[1].toLowerCase(), `${links[2]}${links[5]}`, `${links[7]}&utm_source=line`,
  "p1", "%", "%E0%A4%A", "__proto__", "x".repeat(20_000), "/plan/%2e%2e", "main", "/embed?preset=shop",
];

const files = [
  { name: "plan.json", type: "application/json", text: example },
  { name: "cut.json", type: "application/json", text: cut(example) },
  { name: "backup.json", type: "application/json", text: backup },
  { name: "newer.json", type: "application/json", text: '{"version": 9}' },
  { name: "deep.json", type: "application/json", text: "[".repeat(50_000) },
  { name: "empty.json", type: "application/json", text: "" },
  { name: "bare.png", type: "image/png", text: "\x89PNG\r\n" },
  { name: "bare.svg", type: "image/svg+xml", text: `<svg xmlns="http://www.w3.org/2000/svg"><metadata>${links[4]}</metadata></svg>` },
  { name: "table.csv", type: "text/csv", text: "a,b\r\n=1+1,2" },
];

const messages = ['{"backcast":1,"type":"welcome","change":true}', '{"backcast":1,"type":"height","height":99999}', "null", "[".repeat(5_000), "", '{"__proto__":{"x":1}}', 42, null, { backcast: 1, type: "welcome" }];

/** What it is given. */
export const world = { numbers, texts, hashes, files, messages };

/**
 * Where it begins, in turn; the calculator of other pages never leads to another view. Of several addresses each is
 * opened in the plans that those before it made.
 */
export const places = [
  "./", "#/new/service", "#/new/shop", "#/embed?preset=service&cta-href=mailto:a@firm.example", `#${links[6]}`, "#/methods", "#/new/b2b", "#/embed-builder",
  "#/embed?preset=b2b&lang=en&theme=dark&accent=%23ffd400&locked=rates&hide=detail", `#${link("two_hundred_channels")}`, "#/new/blank", `#/embed?plan=${links[8]}&cta-href=https://line.me/R/oaMessage/@firm`,
  "#/new/b2b #/budget", "#/new/shop #/new/service #/compare", "#/budget", "#/compare",
];

/** Opens a place of the site. */
export async function openPlace(page, site, place) {
  for (const address of place.split(" ")) {
    await page.goto(`${site}${address}`);
    await page.locator("#welcome").waitFor({ state: "detached" });
    if (address.startsWith("#/new/")) await page.waitForURL(/#\/plan\/./);
  }
}
