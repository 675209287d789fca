// Fetches the columns of the catalog and joins those of several files. docs/reference/catalog-table.md has the format.

const FORMAT = 1;
const NONE = -1;

/** Facets by column; `tag` is the only one with several values a row. */
const singleColumns = ["kind", "namespace", "type", "lifecycle", "problem", "owner", "system", "domain"];

/** The entry file, which names the others; `url` is a URL object. */
export async function openCatalog(url) {
  const entry = await fetchJSON(url);
  if (entry.format !== FORMAT) throw new Error(`the table has format ${entry.format}`);
  return { ...entry, url };
}

/** The rows of some kinds, or of all when `kinds` is null; other rows of the same files come along. */
export async function loadTable(entry, kinds) {
  const numbers = new Set();
  for (const { kind, first, count } of entry.kinds) {
    if (kinds && !kinds.includes(kind)) continue;
    for (let row = first - (first % entry.rowsPerFile); row < first + count; row += entry.rowsPerFile) {
      numbers.add(row / entry.rowsPerFile);
    }
  }
  const sorted = [...numbers].sort((a, b) => a - b);
  const files = await Promise.all(sorted.map((number) => fetchPart(entry, "rows", number)));
  return new CatalogTable(entry, sorted, files);
}

/** Columns over rows 0 to `count` − 1. Codes are indexes into a column's values; −1 is no value. */
export class CatalogTable {
  constructor(entry, numbers, files) {
    this.entry = entry;
    this.numbers = numbers;
    this.count = files.reduce((sum, file) => sum + file.count, 0);
    this.names = files.flatMap((file) => file.name);
    this.titles = files.flatMap((file) => file.title);
    this.columns = new Map(singleColumns.map((name) => [name, joined(name, files, this.count)]));
    this.tags = joinedLists("tags", files, this.count);
    this.groups = joinedLists("groups", files, this.count);
    this.descriptions = null;
    this.targets = null;
    const kinds = this.columns.get("kind");
    kinds.names = kinds.values.map((value) => entry.kinds.find(({ kind }) => kind === value)?.label ?? value);
  }

  /** Descriptions and targets, which are fetched once. */
  loadText() {
    this.loadingText ??= Promise.all(this.numbers.map((number) => fetchPart(this.entry, "text", number)))
      .then((files) => {
        this.descriptions = files.flatMap((file) => file.description);
        this.targets = files.flatMap((file) => file.targets ?? Array(file.count).fill([]));
        this.haystacks = null;
      })
      .catch((error) => {
        this.loadingText = null;
        throw error;
      });
    return this.loadingText;
  }

  /** The column of a facet; that of tags has lists. */
  column(facet) {
    return facet === "tag" ? this.tags : this.columns.get(facet);
  }

  /** The value of a row in a column of single values, or null. */
  value(name, row) {
    const column = this.columns.get(name);
    const code = column.codes[row];
    return code === NONE ? null : column.values[code];
  }

  kind(row) {
    return this.value("kind", row);
  }

  ref(row) {
    return `${this.kind(row)}:${this.value("namespace", row)}/${this.names[row].toLowerCase()}`;
  }

  title(row) {
    return this.titles[row] ?? this.names[row];
  }

  tagsOf(row) {
    return listOf(this.tags, row);
  }

  /** The groups that a user is a member of. */
  groupsOf(row) {
    return listOf(this.groups, row);
  }

  /** What the text box searches, in lower case. */
  haystack(row) {
    this.haystacks ??= [];
    this.haystacks[row] ??= [
      this.names[row], this.titles[row] ?? "", this.tagsOf(row).join(" "), this.descriptions?.[row] ?? "",
    ].join("\n").toLowerCase();
    return this.haystacks[row];
  }
}

function listOf({ values, codes, offsets }, row) {
  return Array.from(codes.subarray(offsets[row], offsets[row + 1]), (code) => values[code]);
}

/** One dictionary for the dictionaries of all files. Values compare without regard to case. */
class Dictionary {
  constructor() {
    this.values = [];
    this.names = [];
    this.missing = new Set();
    this.pageless = new Set();
    this.codes = new Map();
  }

  /** For each value of a file, its code here. */
  translation({ values, names, missing = [], pageless = [] }) {
    return values.map((value, index) => {
      const key = value.toLowerCase();
      if (!this.codes.has(key)) {
        this.codes.set(key, this.values.length);
        this.values.push(key);
        this.names.push(names?.[index] ?? value);
        if (missing.includes(index)) this.missing.add(key);
        if (pageless.includes(index)) this.pageless.add(key);
      }
      return this.codes.get(key);
    });
  }

  column(more) {
    const { values, names, missing, pageless } = this;
    return { values, names, missing, pageless, codeOf: (value) => this.codes.get(value) ?? NONE, ...more };
  }
}

function joined(name, files, count) {
  const dictionary = new Dictionary();
  const codes = new Int32Array(count);
  let row = 0;
  for (const file of files) {
    const translation = dictionary.translation(file[name]);
    for (const index of file[name].rows) codes[row++] = index === NONE ? NONE : translation[index];
  }
  if (name === "problem") {
    const [none] = dictionary.translation({ values: ["none"] });
    for (row = 0; row < count; row += 1) if (codes[row] === NONE) codes[row] = none;
  }
  return dictionary.column({ codes });
}

function joinedLists(name, files, count) {
  const dictionary = new Dictionary();
  const codes = [];
  const offsets = new Int32Array(count + 1);
  let row = 0;
  for (const file of files) {
    const translation = file[name] ? dictionary.translation(file[name]) : [];
    for (let index = 0; index < file.count; index += 1) {
      for (const code of file[name]?.rows[index] ?? []) codes.push(translation[code]);
      offsets[++row] = codes.length;
    }
  }
  return dictionary.column({ codes: Int32Array.from(codes), offsets });
}

const fetchPart = (entry, folder, number) =>
  fetchJSON(new URL(`${folder}/${number}.json?h=${entry.build}`, entry.url));

async function fetchJSON(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}
