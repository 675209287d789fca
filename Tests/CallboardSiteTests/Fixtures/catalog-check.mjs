// Holds the table's modules to what they promise; prints what fails. Arguments: the theme's scripts, the table's folder.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [, , scripts, tableFolder] = process.argv;
const load = (name) => import(pathToFileURL(`${scripts}/catalog/${name}.js`).href);
const { emptyState, facets, isUntouched, readState, writeState } = await load("address");
const { loadTable, openCatalog } = await load("data");
const { pageOf } = await load("../refs");
const { evaluate, sortKey, sortRows, textTest } = await load("filter");
const { recordOf, toCSV, toJSON } = await load("export");

globalThis.fetch = async (url) => {
  const text = await readFile(new URL(url.href.split("?")[0]), "utf8");
  return { ok: true, json: async () => JSON.parse(text) };
};

const shown = (value) => JSON.stringify(value instanceof Map ? [...value] : value);
function expect(what, actual, wanted) {
  if (shown(actual) !== shown(wanted)) console.log(`${what}: ${shown(actual)}, wanted ${shown(wanted)}`);
}

// Addresses
for (const [search, again] of [
  ["", ""],
  ["?kind=api&kind=API&q=a+b%26c&page=3", "?kind=api&q=a+b%26c&page=3"],
  ["?owner=sellers&owner=user:ann&system=shop", "?owner=sellers&owner=user:ann&system=shop"],
  ["?owner=group:default/sellers&owner=lights/team", "?owner=sellers&owner=lights/team"],
  ["?tag=c%2B%2B&sort=-name&columns=owner,tags&list=starred", "?list=starred&tag=c%2B%2B&sort=-name&columns=owner,tags"],
  ["?filters[kind]=component&filters[owners][0]=team-a&filters[tags][]=x&filters[user]=owned&filters[text]=hi",
    "?list=owned&kind=component&owner=team-a&tag=x&q=hi"],
  ["?filters[user]=all&filters[kind]=all&page=-4&sort=<x>&list=none&unknown=1", ""],
]) expect(`state of ${search}`, writeState(readState(search)), again);
expect("owner in full", readState("?owner=sellers&owner=user:Ann").filters.get("owner"), [
  "group:default/sellers", "user:default/ann",
]);
expect("an empty state", [isUntouched(emptyState()), isUntouched(readState("?page=2"))], [true, false]);
expect("a page's address", pageOf("component:default/a b"), "catalog/default/component/a%20b/");

// Data
const entry = await openCatalog(pathToFileURL(`${tableFolder}/entry.json`));
const table = await loadTable(entry, null);
await table.loadText();
const refs = Array.from({ length: table.count }, (_, row) => table.ref(row));
expect("the first reference", refs[0], "component:default/shop");
expect("groups", table.groupsOf(refs.indexOf("user:default/ann")), ["group:default/sellers"]);
const found = (filters, options) => evaluate(table, new Map(Object.entries(filters)), options).rows.map((row) => refs[row]);
const count = (facet, value, filters) => {
  const { counts } = evaluate(table, new Map(Object.entries(filters)));
  return counts.get(facet)[table.column(facet).codeOf(value)];
};
expect("alternatives", found({ type: ["service", "team"] }), [
  "component:default/shop", "component:default/till", "group:default/sellers",
]);
expect("both facets", found({ type: ["service"], lifecycle: ["production"] }), ["component:default/shop"]);
expect("all tags", found({ tag: ["java", "c++"] }), ["component:default/shop"]);
expect("a missing owner", found({ owner: ["group:default/lost"] }), ["component:default/till"]);
expect("an unknown value", found({ owner: ["group:default/nobody"] }), []);
expect("an unknown tag", found({ tag: ["nothing"] }), []);
expect("a preset", found({}, { preset: { facet: "tag", value: "c++" } }), ["component:default/shop"]);
expect("words", found({ kind: ["component"] }, { isBase: textTest(table, "CAKE shop") }), ["component:default/shop"]);
expect("words of a tag", found({}, { isBase: textTest(table, "c++") }), ["component:default/shop"]);
expect("another value's count", count("lifecycle", "experimental", { type: ["service"], lifecycle: ["production"] }), 1);
expect("a tag's count", count("tag", "c++", { tag: ["java"] }), 1);
expect("no problem", count("problem", "none", {}), table.count);

// Every choice of up to two values agrees with the plainest way to say it.
const values = facets.flatMap((facet) => table.column(facet).values.map((value) => [facet, value]));
const valuesOf = (facet, row) => (facet === "tag" ? table.tagsOf(row) : [table.value(facet, row)]);
for (const [facetA, a] of values) {
  for (const [facetB, b] of values) {
    const filters = new Map();
    for (const [facet, value] of [[facetA, a], [facetB, b]]) filters.set(facet, [...(filters.get(facet) ?? []), value]);
    const passes = (row) => [...filters].every(([facet, chosen]) => facet === "tag"
      ? chosen.every((value) => valuesOf(facet, row).includes(value))
      : chosen.some((value) => valuesOf(facet, row).includes(value)));
    const wanted = refs.map((_, row) => row).filter(passes);
    expect(`${facetA}=${a} ${facetB}=${b}`, evaluate(table, filters).rows, wanted);
  }
}

// Order
expect("numbers within words", ["e10", "e9", "É1", "d"].sort((x, y) => (sortKey(x) < sortKey(y) ? -1 : 1)), ["d", "É1", "e9", "e10"]);
const all = () => refs.map((_, row) => row);
expect("by owner, those without one last", sortRows(table, all(), { column: "owner", isDescending: true })
  .slice(0, 2).map((row) => refs[row]), ["component:default/shop", "domain:default/trade"]);
expect("by name", sortRows(table, all(), { column: "name", isDescending: false }).map((row) => table.title(row)).slice(0, 3), [
  "Ann Lee", "lamp", "market",
]);
expect("by nothing known", sortRows(table, [2, 1], { column: "star", isDescending: false }), [2, 1]);

// Export
const columns = ["owner", "type", "tags", "description"];
const record = recordOf(table, 0, columns);
expect("a record", record, {
  ref: "component:default/shop", name: "Shop", title: "The Shop", owner: "group:default/sellers", type: "Service",
  tags: ["java", "c++"], description: "Sells bread, cake and =SUM(A1)",
});
expect("CSV", toCSV(["ref", ...columns], [record]),
  'ref,owner,type,tags,description\r\ncomponent:default/shop,group:default/sellers,Service,java c++,"Sells bread, cake and =SUM(A1)"\r\n');
for (const [text, cell] of [
  ["=1+1", "'=1+1"], ["+1", "'+1"], ["-1", "'-1"], ["@x", "'@x"], ["\t=1", "'\t=1"], ["a=1", "a=1"], ['say "a"', '"say ""a"""'],
  ["a\nb", '"a\nb"'], ["=a,b", '"\'=a,b"'], [null, ""], [[], ""], [["=x"], "'=x"],
]) expect(`the cell of ${shown(text)}`, toCSV(["a"], [{ a: text }]), `a\r\n${cell}\r\n`);
expect("JSON", JSON.parse(toJSON([record, record])), [record, record]);
