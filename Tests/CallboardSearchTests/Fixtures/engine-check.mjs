// Runs the browser's engine over an index in the folder named by the first argument. Prints one line for each
// thing that is not as it should be; the Swift test expects none.

import { readFile, writeFile } from "node:fs/promises";
import { followHashes, tokenize } from "../../../theme/scripts/search/text.js";
import { stem } from "../../../theme/scripts/search/stemmer.js";
import { excerptOf } from "../../../theme/scripts/search/excerpt.js";
import { SearchEngine } from "../../../theme/scripts/search/engine.js";

const [, , folder] = process.argv;
const fail = (...parts) => console.log(parts.map((part) => JSON.stringify(part)).join(" "));

const vectors = JSON.parse(await readFile(new URL("vectors.json", import.meta.url), "utf8"));
for (const { text, tokens } of vectors.tokens) {
  const got = tokenize(text).map((token) => (token.parts ? `${token.text}/${token.parts}` : token.text));
  if (got.join(" ") !== tokens.join(" ")) fail("tokens", text, tokens, got);
}
for (const [word, expected] of vectors.stems) {
  if (stem(word) !== expected) fail("stem", word, expected, stem(word));
}
for (const { word, coarse, fine } of vectors.follows) {
  const got = followHashes(word);
  if (got.coarse !== coarse || got.fine !== fine) fail("follow", word, got);
}

const loaded = new Set();
const engine = new SearchEngine(async (path, build) => {
  if ((path === "entry.json") !== (build === null)) fail("build id", path, build);
  loaded.add(path);
  return JSON.parse(await readFile(`${folder}/${path}`, "utf8"));
});

// Each is a query, then the beginning of the first result's address, or null for none.
const cases = JSON.parse(await readFile(new URL("queries.json", import.meta.url), "utf8"));
const answers = [];
for (const [query, expected] of cases) {
  const { results, total } = await engine.search(query, { limit: 10 });
  const first = results[0]?.url ?? null;
  if (expected === null ? first !== null : first !== expected && !first?.startsWith(expected)) {
    fail("query", query, expected, results.slice(0, 3).map((result) => result.url), total);
  }
  const shown = results.map(({ url, hits }) => [url, ...hits.map(({ fragment }) => fragment)].join("#"));
  answers.push({ query, total, shown });
}
// For the Swift test, which compares them with its own.
await writeFile(`${folder}/answers.json`, JSON.stringify(answers));

const refunds = await engine.search("partial refunds");
if (refunds.results[0]?.hits[0]?.heading !== "Partial refunds") fail("hits", refunds.results[0]);
const slip = await engine.search("refudns");
if (!slip.corrected.includes("refunds")) fail("corrected", slip.corrected);

const faceted = await engine.search("payment kind:component", { facets: true });
const kinds = new Map(faceted.facets.get("kind").map(({ value, count }) => [value, count]));
// The chosen facet keeps the counts of its other values.
if (kinds.get("api") !== 1 || !kinds.get("component")) fail("facets", [...kinds]);

// What is counted from the records of a few documents is what the file of the facet says of them.
const read = async (path) => JSON.parse(await readFile(`${folder}/${path}`, "utf8"));
const { reader } = engine;
const documents = (await read("entry.json")).documents;
for (const facet of reader.entry.facets) {
  const list = Array.from({ length: documents }, (_, document) => ({ document })).slice(0, 12);
  const sorted = async (areFew) => [...(await engine.countValues(facet, list, areFew))]
    .map(([value, { count }]) => `${value} ${count}`).sort().join();
  const [few, many] = [await sorted(true), await sorted(false)];
  if (few !== many) fail("facet", facet, few, many);
}
const chosen = await engine.search("payment kind:nonsense", { facets: true });
if (!chosen.facets.get("kind").some(({ value, count, isChosen }) => value === "nonsense" && count === 0 && isChosen)) {
  fail("a chosen value that nothing has", [...chosen.facets.get("kind")]);
}

const pages = [];
for (const offset of [0, 10, 20]) {
  const { results } = await engine.search("kind:docs cluster", { limit: 10, offset });
  pages.push(...results.map((result) => result.url));
}
if (pages.length !== 30 || new Set(pages).size !== 30) fail("paging", pages.length);

const around = await engine.search("money back", { excerpts: true });
if (!/money back/.test(around.results[0]?.excerpt ?? "")) fail("excerpt", around.results[0]);
loaded.clear();
const lamps = await engine.search("lighthouse keeper", { excerpts: true });
if (!/lighthouse keeper/.test(lamps.results[0]?.excerpt ?? "")) fail("excerpt of a long page", lamps.results[0]);
const texts = [...loaded].filter((path) => path.startsWith("x/"));
if (!texts.some((path) => /-1\.json$/.test(path))) fail("files of a long page", texts);

const lost = new SearchEngine(async (path) => {
  if (path.startsWith("x/")) throw new Error("lost");
  return JSON.parse(await readFile(`${folder}/${path}`, "utf8"));
});
const kept = await lost.search("money back", { excerpts: true });
if (!kept.results[0]?.excerpt) fail("a result without its text", kept.results[0]);

const words = (...list) => (word) => list.includes(word);
const filler = "lorem ipsum dolor ".repeat(40);
const excerpts = [
  [["no such word"], [], words("money"), null],
  [["Money first, then much more."], [], words("money"), "Money first, then much more."],
  [[`money ${filler} money back`], [], words("money", "back"), /^… .*money back$/],
  [["money here", "and money there"], [1], words("money"), "and money there"],
  [["  spread\n\nout   money "], [], words("money"), "spread out money"],
  [[`${"x".repeat(500)} money`], [], words("money"), /money$/],
  [[`money ${"\u{1F6A2}".repeat(200)}`], [], words("money"), /^money (\u{1F6A2})+ …$/u],
];
for (const [sections, preferred, isHit, expected] of excerpts) {
  const got = excerptOf(sections, preferred, isHit);
  const isRight = expected instanceof RegExp ? expected.test(got ?? "") : got === expected;
  if (!isRight || (got ?? "").length > 190) fail("excerptOf", String(expected), got);
}
