// Reads the files of the index; docs/reference/search-index.md describes them.

import { compareTerms } from "./text.js";

const values = new Uint8Array(128);
[..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].forEach((digit, value) => {
  values[digit.charCodeAt(0)] = value;
});

const NOTHING_FOLLOWS = 30;
// Of one facet and document; guards against a damaged file.
const MAXIMUM_VALUES = 1000;

const digitAt = (text, index) => values[text.charCodeAt(index) & 127];

/** Reads numbers and lists from a string of digits. */
export class DigitReader {
  constructor(text, position = 0) {
    this.text = text;
    this.position = position;
  }

  digit() {
    return digitAt(this.text, this.position++);
  }

  number() {
    let value = 0;
    for (let factor = 1; this.position < this.text.length; factor *= 32) {
      const digit = this.digit();
      value += (digit & 31) * factor;
      if (digit < 32) break;
    }
    return value;
  }

  /** The values of a list as a set of bits. */
  bits() {
    let set = 0;
    while (this.position < this.text.length) {
      const digit = this.digit();
      set |= 1 << (digit & 31);
      if (digit < 32) break;
    }
    return set >>> 0;
  }

  /** What follows a word: `set`, the coarse hashes as bits, and `fine`, -1 where it is not known. */
  follow() {
    const first = this.digit();
    if (first < NOTHING_FOLLOWS) return { set: 1 << first, fine: this.digit() };
    if (first < 32) return { set: (1 << first) >>> 0, fine: -1 };
    this.position -= 1;
    return { set: this.bits(), fine: -1 };
  }

  skipFollows(count) {
    for (let left = count; left > 0 && this.position < this.text.length; left -= 1) {
      const first = this.digit();
      if (first < NOTHING_FOLLOWS) this.position += 1;
      else if (first >= 32) this.skip(1);
    }
  }

  /** Passes over `count` numbers or lists. */
  skip(count) {
    for (let left = count; left > 0 && this.position < this.text.length; ) {
      if (this.digit() < 32) left -= 1;
    }
  }
}

/** The strings that the builder wrote sorted, each without what it shares with the one before. */
export function readFrontCoded(text) {
  if (!text) return [];
  let previous = "";
  return text.split("\n").map((line) => {
    previous = previous.slice(0, digitAt(line, 0)) + line.slice(1);
    return previous;
  });
}

/** How many of the sorted `keys` are not above `key`: the number of the shard that holds it. */
export function countUpTo(keys, key) {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareTerms(keys[middle], key) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One file of terms. Positions of all terms are found once, postings are read when asked for. */
export class TermShard {
  constructor(file) {
    this.file = file;
    this.terms = readFrontCoded(file.terms);
    this.entries = [];
    const counts = new DigitReader(file.counts);
    const documents = new DigitReader(file.documents);
    const sections = new DigitReader(file.sections);
    const follows = new DigitReader(file.follows);
    const names = new DigitReader(file.names);
    const filters = new DigitReader(file.filters);
    let impacts = 0;
    for (const term of this.terms) {
      if (term.includes(":")) {
        const runs = counts.number();
        this.entries.push({ runs, filters: filters.position });
        filters.skip(runs * 2);
        continue;
      }
      const stored = counts.number();
      const count = stored >> 1;
      // Only the best of a very common word's documents are stored.
      const isPartial = (stored & 1) === 1 && !term.includes("*");
      const frequency = isPartial ? counts.number() : count;
      const nameCount = counts.number() >> 1;
      this.entries.push({
        count, frequency, isPartial, nameCount, impacts,
        documents: documents.position, sections: sections.position,
        follows: follows.position, names: names.position,
      });
      documents.skip(count);
      impacts += count;
      sections.skip(count);
      follows.skipFollows(count);
      names.skip(nameCount * 3);
    }
  }

  /** The number of a term in this file, -1 if it has none. */
  find(term) {
    const index = countUpTo(this.terms, term) - 1;
    return index >= 0 && this.terms[index] === term ? index : -1;
  }

  /** The numbers of the words that begin with `prefix`. */
  *withPrefix(prefix) {
    let index = countUpTo(this.terms, prefix);
    if (index > 0 && this.terms[index - 1] === prefix) index -= 1;
    for (; index < this.terms.length && this.terms[index].startsWith(prefix); index += 1) {
      if (!/[:*]/.test(this.terms[index])) yield index;
    }
  }

  /** Calls `visit` with document, impact (0 to 15), sections as bits, and what follows. */
  forEachPosting(index, visit) {
    const entry = this.entries[index];
    const documents = new DigitReader(this.file.documents, entry.documents);
    const sections = new DigitReader(this.file.sections, entry.sections);
    const follows = new DigitReader(this.file.follows, entry.follows);
    let next = 0;
    for (let left = 0; left < entry.count; left += 1) {
      const document = next + documents.number();
      const impact = digitAt(this.file.impacts, entry.impacts + left);
      visit(document, impact, sections.bits(), follows.follow());
      next = document + 1;
    }
  }

  /** Calls `visit` with document, field, words of the name, words covered, popularity and lead. */
  forEachName(index, visit) {
    const entry = this.entries[index];
    const names = new DigitReader(this.file.names, entry.names);
    let document = 0;
    for (let left = entry.nameCount; left > 0; left -= 1) {
      document += names.number();
      const field = names.number();
      const shape = names.number();
      visit(document, field, shape & 15, ((shape >> 7) & 7) + 1, (shape >> 4) & 7, shape >> 10);
    }
  }

  /** The documents of a filter as pairs of first document and first after. */
  runs(index) {
    const entry = this.entries[index];
    return readRuns(new DigitReader(this.file.filters, entry.filters), entry.runs);
  }
}

/** Where each run of documents with the same values of a facet ends, and the numbers of those values. */
export function readFacetRuns(file) {
  const lengths = new DigitReader(file.lengths);
  const counts = new DigitReader(file.counts);
  const values = new DigitReader(file.numbers);
  const ends = [];
  const numbers = [];
  for (let end = 0; lengths.position < file.lengths.length; ) {
    end += lengths.number() + 1;
    ends.push(end);
    numbers.push(Array.from({ length: Math.min(counts.number(), MAXIMUM_VALUES) }, () => values.number()));
  }
  return { ends, numbers };
}

const encoder = new TextEncoder();

/** The name of the files with the text of the page at `url`: the 128-bit FNV-1a of its UTF-8 in base 36. */
export function textKey(url) {
  let state = 0x6c62272e07bb014262b821756295c58dn;
  for (const byte of encoder.encode(url)) {
    state = BigInt.asUintN(128, (state ^ BigInt(byte)) * 0x0000000001000000000000000000013bn);
  }
  return state.toString(36);
}

/** Reads `count` runs of documents. */
function readRuns(reader, count) {
  const runs = [];
  let end = 0;
  for (let left = count; left > 0; left -= 1) {
    const start = end + reader.number();
    end = start + reader.number();
    runs.push([start, end]);
  }
  return runs;
}
