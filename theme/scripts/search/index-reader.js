// Finds and fetches the files of the index.

import { DigitReader, TermShard, countUpTo, readFacetRuns, readFrontCoded, textKey } from "./format.js";

export const FORMAT = 1;
const KEPT_FILES = 300;
// No prefix outside the prefix lists spans more; the limit guards against a damaged index.
const MAXIMUM_PREFIX_SHARDS = 6;

/** The index behind `load(path, build)`, which gives the parsed JSON of a file; `build` is null at first. */
export class IndexReader {
  constructor(load) {
    this.load = load;
    this.files = new Map();
  }

  /** Reads the entry once; every other method needs it. */
  open() {
    this.opening ??= this.readEntry();
    return this.opening;
  }

  async readEntry() {
    const entry = await this.load("entry.json", null);
    if (entry.format !== FORMAT) throw new Error(`search index has format ${entry.format}`);
    this.entry = entry;
    this.separators = readFrontCoded(entry.terms ?? entry.routes);
    this.vocabulary = readFrontCoded(entry.vocabulary);
    this.facets = new Set(entry.facets);
    // With what names note of the one that stands before a word.
    this.stopWords = new Map(entry.stopWords.map((word, index) => [word, index + 1]));
    return this;
  }

  /** A file, parsed by `parse`; the latest ones are kept. */
  file(path, parse = (json) => json) {
    let promise = this.files.get(path);
    if (promise) {
      this.files.delete(path);
    } else {
      promise = this.load(path, this.entry.build).then(parse);
      // A failure, such as a lost connection, must not stick.
      promise.catch(() => this.files.delete(path));
    }
    this.files.set(path, promise);
    if (this.files.size > KEPT_FILES) this.files.delete(this.files.keys().next().value);
    return promise;
  }

  termShard(number) {
    return this.file(`t/${number}.json`, (json) => new TermShard(json));
  }

  async shardNumber(term) {
    const place = countUpTo(this.separators, term);
    if (this.entry.routes === undefined) return place;
    const route = await this.file(`r/${place}.json`, (json) => ({
      first: json.first, separators: readFrontCoded(json.terms),
    }));
    return route.first + countUpTo(route.separators, term);
  }

  async shardOf(term) {
    if (this.entry.shards === 0) return null;
    return this.termShard(await this.shardNumber(term));
  }

  /** The shards with the words that begin with `prefix`; one if there is a list of titles instead. */
  async shardsWithPrefix(prefix) {
    if (this.entry.shards === 0) return [];
    const [first, last] = await Promise.all([this.shardNumber(prefix), this.shardNumber(`${prefix}\u{10ffff}`)]);
    const end = Math.min(last, first + MAXIMUM_PREFIX_SHARDS);
    const shards = [this.termShard(first)];
    // The words of a prefix that has a list fill more than two shards as a rule, so a second one is not waited for.
    if (end === first + 1) shards.push(this.termShard(end));
    const shard = await shards[0];
    if (shard.find(`${prefix}*`) >= 0) return [shard];
    for (let number = first + shards.length; number <= end; number += 1) shards.push(this.termShard(number));
    return Promise.all(shards);
  }

  /** Words with the same first letter as `word` and a length within `distance`, with their weights. */
  async similarWords(word, distance) {
    if (this.entry.vocabularyShards === 0) return [];
    const letters = [...word];
    const key = (length) => letters[0] + String.fromCharCode(48 + Math.min(40, Math.max(1, length)));
    const first = countUpTo(this.vocabulary, key(letters.length - distance));
    const last = countUpTo(this.vocabulary, `${key(letters.length + distance)}\u{10ffff}`);
    const files = [];
    for (let number = first; number <= Math.min(last, first + 15); number += 1) {
      files.push(
        this.file(`v/${number}.json`, (json) => ({
          terms: readFrontCoded(json.terms), weights: json.weights,
        })),
      );
    }
    return (await Promise.all(files)).flatMap(({ terms, weights }) => {
      const digits = new DigitReader(weights);
      // A file may begin or end with words of other letters.
      return terms.map((term) => ({ term, weight: digits.digit() })).filter(({ term }) => term.startsWith(letters[0]));
    });
  }

  /** The documents with one value of a facet, as runs. */
  async filterRuns(facet, value) {
    const shard = await this.shardOf(`${facet}:${value}`);
    const index = shard ? shard.find(`${facet}:${value}`) : -1;
    return index < 0 ? [] : shard.runs(index);
  }

  /** The commonest values of a facet, `{ value, label }`, and `numbersOf(document)`, which of them a document has. */
  facet(facet) {
    return this.file(`f/${facet}.json`, (json) => {
      const values = [];
      for (let index = 0; index < json.values.length; index += 2) {
        values.push({ value: json.values[index], label: json.values[index + 1] });
      }
      const { ends, numbers } = readFacetRuns(json);
      return { values, numbersOf: (document) => numbers[runOf(ends, document)] ?? [] };
    });
  }

  /** The file with the text of a document's section: `{ first, texts }`, from the section `first` on. */
  async text({ url, texts }, section) {
    const place = Math.max(0, texts.findLastIndex((first) => first <= section));
    const key = textKey(url);
    return { first: texts[place], texts: await this.file(`x/${place > 0 ? `${key}-${place}` : key}.json`) };
  }

  async document(number) {
    const group = await this.file(`d/${Math.floor(number / this.entry.documentsPerFile)}.json`);
    return group[number % this.entry.documentsPerFile];
  }
}

/** How many of the ascending `ends` are not above `document`: the number of the run that has it. */
function runOf(ends, document) {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle] <= document) low = middle + 1;
    else high = middle;
  }
  return low;
}
