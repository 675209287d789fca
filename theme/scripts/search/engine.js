// Answers queries over the index. Pure but for `load`: runs in a worker, in the page, or in a test.

import { excerptOf } from "./excerpt.js";
import { IndexReader } from "./index-reader.js";
import { parseQuery } from "./query.js";
import { COMPLETE, Matches, inverseFrequency } from "./ranking.js";
import { stem } from "./stemmer.js";
import { compareTerms } from "./text.js";
import { NAMES_REACH, nameTest } from "./typed-name.js";
import { corrections } from "./typos.js";

const STEM_WEIGHT = 0.5;
// In a name, another form of a word is nearly the word.
const STEM_NAME_WEIGHT = 0.85;
const PREFIX_WEIGHT = 0.8;
const LIST_WEIGHT = 0.4;
const TYPO_WEIGHT = 0.6;
const MAXIMUM_CORRECTIONS = 6;
const SECTIONS_SHOWN = 3;
// With fewer documents that have every word, those that have most are shown, too.
const ENOUGH_COMPLETE = 5;
// Else a document is shown from this share of what the best one has.
const LEAST = 0.6;
const RARE = 3;
// A word that so large a part of all documents has is no slip.
const SUSPECT = 200;
const MOST_SUSPECTED = 4;
// The facets of so many documents are counted from what is loaded for showing them.
const FEW = 10;

const contains = (runs, document) => {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle][1] <= document) low = middle + 1;
    else high = middle;
  }
  return low < runs.length && runs[low][0] <= document;
};

// An atom is a term of the index that stands for one or more words of the query:
// { shard, index, first, last, weight, nameWeight, closeness, isExact, isStem }; see Matches.add. Exact ones say how
// common the word is.

export class SearchEngine {
  /** `load(path, build)` gives the parsed JSON of a file of the index. */
  constructor(load) {
    this.reader = new IndexReader(load);
  }

  /**
   * The documents for a query, best first.
   *
   * Gives `{ total, results, terms, prefix, corrected, facets }`; a result is the document's record with
   * `hits`, up to three headings. `terms` are the folded words to mark. `facets` is asked for with
   * `{ facets: true }`: a Map from facet to values with counts. With `{ excerpts: true }` results have what
   * stands around the words, for a file more each, in place of the beginnings of their texts.
   */
  async search(text, { limit = 10, offset = 0, facets = false, excerpts = false } = {}) {
    const reader = await this.reader.open();
    const query = parseQuery(text, reader.facets, reader.stopWords);
    const found = await this.match(query);
    const matched = await this.admit(query, found);
    const filtered = await this.bearersFirst(query, await this.applyFilters(query, matched));
    const prefix = query.words.find((word) => word.isPrefix)?.text ?? null;
    const isHit = (word) => found.terms.has(word) || (prefix !== null && word.startsWith(prefix));
    const shown = filtered.slice(offset, offset + limit);
    const results = await this.results(found, shown, excerpts ? isHit : null);
    return {
      total: filtered.length,
      results,
      terms: [...found.terms],
      prefix,
      corrected: found.corrected,
      facets: facets ? await this.facetCounts(query, matched) : null,
    };
  }

  /** Looks up all words; corrects those that nothing has, or that nothing has together with the rest. */
  async match(query) {
    const { words } = query;
    const own = words.map((word, index) => this.atomsOf(word, index));
    const atoms = (await Promise.all([...own, this.compoundAtoms(query)])).flat();
    const isMissing = (index) => isDoubtful(words[index], atoms, index);
    const missing = words.map((_, index) => index).filter(isMissing);
    const corrected = await this.addCorrections(words, missing, atoms);

    let matches = this.gather(query, atoms);
    if (words.length > 1 && missing.length === 0) {
      const rare = this.rareWords(words, atoms, matches.hasComplete() ? 0 : RARE);
      corrected.push(...(await this.addCorrections(words, rare, atoms)));
      if (corrected.length > 0) matches = this.gather(query, atoms);
      // Words of no name that are nowhere in a row may be slips that happen to be words, if corrected they are a name.
      if (corrected.length === 0 && words.length <= MOST_SUSPECTED && !matches.hasRow()) {
        const suspect = this.rareWords(words, atoms, this.mostSuspect);
        const tried = [...atoms];
        const found = await this.addCorrections(words, suspect, tried);
        const guessed = found.length > 0 ? this.gather(query, tried) : null;
        if (guessed?.hasExactName()) {
          matches = guessed;
          atoms.splice(0, atoms.length, ...tried);
          corrected.push(...found);
        }
      }
    }
    // What the last word begins is marked by its beginning: the terms may be thousands.
    const whole = atoms.filter(({ closeness }) => closeness === undefined);
    return { matches, terms: new Set(whole.map(({ shard, index }) => shard.terms[index])), corrected };
  }

  /** Of the best results, puts those first that bear the query as their name, or begin with it. */
  async bearersFirst(query, list) {
    const bearing = list.length > 1 ? nameTest(query, this.reader.stopWords) : null;
    if (!bearing) return list;
    const best = list.slice(0, NAMES_REACH);
    const documents = await Promise.all(best.map(({ document }) => this.reader.document(document)));
    const degrees = documents.map(bearing);
    const ordered = [3, 2, 1, 0].flatMap((degree) => best.filter((_, index) => degrees[index] === degree));
    return [...ordered, ...list.slice(NAMES_REACH)];
  }

  gather({ words, texts, phrases, excluded }, atoms) {
    const weights = words.map((_, index) => this.wordWeight(atoms, index));
    const matches = new Matches(words, this.reader.entry.documents, weights, texts.length);
    // What a phrase or an exclusion leaves may be weaker than what stands here, so all of it is needed.
    matches.addAll(atoms, phrases.length + excluded.length === 0 ? LEAST : 0);
    return matches;
  }

  /** How many documents may have a word that is taken for a slip all the same. */
  get mostSuspect() {
    return Math.max(RARE, Math.floor(this.reader.entry.documents / SUSPECT));
  }

  /** The places of words that at most `limit` documents have as typed. */
  rareWords(words, atoms, limit) {
    if (limit === 0) return [];
    return words.map((_, index) => index).filter((index) => isRare(words[index], atoms, index, limit));
  }

  /** Adds what the words at `positions` may have meant; gives the terms. */
  async addCorrections(words, positions, atoms) {
    const typed = positions.filter((position) => !words[position].item.isQuoted);
    const found = (await Promise.all(typed.map((position) => this.correctionsOf(words[position], position)))).flat();
    for (const { term, ...atom } of found) atoms.push(atom);
    return found.map(({ term }) => term);
  }

  /** What a word may have meant, as atoms with their terms. */
  async correctionsOf({ text }, position) {
    const found = await corrections(this.reader, text, MAXIMUM_CORRECTIONS);
    const shards = await Promise.all(found.map(({ term }) => this.reader.shardOf(term)));
    const place = { first: position, last: position, isExact: true };
    return found
      .map(({ term, distance }, number) => {
        const shard = shards[number];
        return { term, shard, index: shard.find(term), weight: TYPO_WEIGHT / distance, ...place };
      })
      .filter(({ index }) => index >= 0);
  }

  /** How much a word tells: rare words more. */
  wordWeight(atoms, word) {
    const { documents } = this.reader.entry;
    const own = atoms.filter((atom) => atom.first <= word && atom.last >= word);
    const exact = own.filter((atom) => atom.isExact);
    const counted = exact.length > 0 ? exact : own;
    const frequency = counted.reduce((sum, { shard, index }) => {
      const { frequency, nameCount } = shard.entries[index];
      return sum + Math.max(frequency, shard.terms[index].endsWith("*") ? nameCount : 0);
    }, 0);
    return inverseFrequency(documents, Math.min(frequency, documents));
  }

  /** The terms of the index that a word of the query stands for. */
  async atomsOf(word, position) {
    const { reader } = this;
    const shards = word.isPrefix
      ? await reader.shardsWithPrefix(word.text) : [await reader.shardOf(word.text)];
    const atoms = [];
    for (const shard of shards.filter(Boolean)) {
      atoms.push(...termAtoms(shard, word.text, position, position, word.isPrefix));
      const list = word.isPrefix ? shard.find(`${word.text}*`) : -1;
      if (list >= 0) {
        const place = { first: position, last: position, weight: LIST_WEIGHT, closeness: 0.5 };
        atoms.push({ ...place, shard, index: list, isExact: false });
      }
      if (!word.item.isQuoted) this.addStemMates(word, position, shard, atoms);
    }
    return atoms;
  }

  addStemMates(word, position, shard, atoms) {
    if (this.reader.entry.language !== "english") return;
    const root = stem(word.text);
    if (root.length < 3) return;
    for (const index of shard.withPrefix(root.slice(0, Math.max(3, root.length - 1)))) {
      const term = shard.terms[index];
      if (term === word.text || stem(term) !== root) continue;
      const known = atoms.find((atom) => atom.shard === shard && atom.index === index);
      if (known) {
        known.weight = Math.max(known.weight, STEM_WEIGHT);
        known.nameWeight = STEM_NAME_WEIGHT;
      } else {
        const place = { first: position, last: position, weight: STEM_WEIGHT, nameWeight: STEM_NAME_WEIGHT };
        atoms.push({ ...place, shard, index, isExact: true, isStem: true });
      }
    }
  }

  /** Words written as one name, and neighbours that the index knows as one. */
  async compoundAtoms({ words, compounds }) {
    const isWritten = (first) => compounds.some((compound) => compound.first <= first && compound.last > first);
    const written = compounds.map(async ({ text, first, last }) => {
      const shard = await this.reader.shardOf(text);
      return shard ? termAtoms(shard, text, first, last, words[last].isPrefix) : [];
    });
    const neighbours = words.slice(1).map(async (next, first) => {
      if (isWritten(first)) return [];
      // Only in the file that the first word needed anyway.
      const shard = await this.reader.shardOf(words[first].text);
      return shard ? termAtoms(shard, words[first].text + next.text, first, first + 1, false) : [];
    });
    const atoms = (await Promise.all([...written, ...neighbours])).flat();
    for (const atom of atoms) atom.isExact = false;
    return atoms;
  }

  /** The matches to show in order: phrases kept, exclusions left out, weak matches cut off. */
  async admit(query, { matches }) {
    let list = [...matches.byDocument.values()];
    if (query.words.length === 0) list = await this.unsearched(query, matches);
    for (const phrase of query.phrases) list = list.filter((match) => hasPhrase(match, matches, phrase));
    for (const words of query.excluded) {
      const barred = await this.documentsWith(words);
      list = list.filter(({ document }) => !barred.has(document));
    }
    const shares = new Map(list.map((match) => [match, matches.share(match)]));
    const complete = list.filter((match) => shares.get(match) > COMPLETE).length;
    const best = list.reduce((highest, match) => Math.max(highest, shares.get(match)), 0);
    const least = complete >= ENOUGH_COMPLETE ? COMPLETE : best * LEAST;
    return list
      .filter((match) => query.words.length === 0 || shares.get(match) >= least)
      .map((match) => ({ match, score: matches.score(match) }))
      .sort((a, b) => b.score - a.score || a.match.document - b.match.document)
      .map(({ match }) => match);
  }

  /** A query of filters alone shows all documents that pass them. */
  async unsearched(query, matches) {
    if (query.filters.size === 0) return [];
    const [[facet, values]] = query.filters;
    const runs = await Promise.all(values.map((value) => this.reader.filterRuns(facet, value)));
    for (const [start, end] of runs.flat()) {
      for (let document = start; document < end; document += 1) matches.match(document);
    }
    return [...matches.byDocument.values()].sort((a, b) => a.document - b.document);
  }

  /** The documents with a word, or with words that follow each other. */
  async documentsWith(words) {
    const matches = new Matches(words, this.reader.entry.documents, words.map(() => 1));
    for (const [position, { text }] of words.entries()) {
      const shard = await this.reader.shardOf(text);
      const index = shard ? shard.find(text) : -1;
      if (index >= 0) matches.add({ shard, index, first: position, last: position, weight: 1 });
    }
    const found = [...matches.byDocument.values()].filter((match) => hasPhrase(match, matches, words));
    return new Set(found.map(({ document }) => document));
  }

  /** Values of one facet widen, facets narrow. `except` is left out of account. */
  async applyFilters(query, list, except = null) {
    let kept = list;
    for (const [facet, values] of query.filters) {
      if (facet === except) continue;
      const runs = await Promise.all(values.map((value) => this.reader.filterRuns(facet, value)));
      kept = kept.filter(({ document }) => runs.some((own) => contains(own, document)));
    }
    for (const [facet, values] of query.barred) {
      const runs = await Promise.all(values.map((value) => this.reader.filterRuns(facet, value)));
      kept = kept.filter(({ document }) => !runs.some((own) => contains(own, document)));
    }
    return kept;
  }

  /** The values of each facet with how many of the matches have them; the filters of other facets count. */
  async facetCounts(query, matched) {
    const facets = new Map();
    for (const facet of this.reader.entry.facets) {
      const list = await this.applyFilters(query, matched, facet);
      const chosen = query.filters.get(facet) ?? [];
      const counted = await this.countValues(facet, list, matched.length <= FEW);
      for (const value of chosen) {
        if (!counted.has(value)) counted.set(value, { label: value, count: 0 });
      }
      const values = [...counted]
        .map(([value, { label, count }]) => ({ value, label, count, isChosen: chosen.includes(value) }))
        .sort((a, b) => b.count - a.count || compareTerms(a.value, b.value));
      if (values.length > 0) facets.set(facet, values);
    }
    return facets;
  }

  /** A Map from the folded values of a facet to `{ label, count }`; of many documents, the commonest values only. */
  async countValues(facet, list, areFew) {
    const counted = new Map();
    const count = (value, label) => {
      const known = counted.get(value);
      if (known) known.count += 1;
      else counted.set(value, { label, count: 1 });
    };
    if (areFew) {
      const documents = await Promise.all(list.map(({ document }) => this.reader.document(document)));
      for (const document of documents) {
        for (const label of valuesOf(document, facet)) count(folded(label), label);
      }
    } else {
      const { values, numbersOf } = await this.reader.facet(facet);
      for (const { document } of list) {
        for (const number of numbersOf(document)) count(values[number].value, values[number].label);
      }
    }
    return counted;
  }

  /** What is shown of the matches; with `isHit`, excerpts around the words that it accepts. */
  async results({ matches }, list, isHit) {
    return Promise.all(
      list.map(async (match) => {
        const document = await this.reader.document(match.document);
        const sections = document.sections ?? [];
        const best = matches.bestSections(match, document, SECTIONS_SHOWN);
        const hits = best.map((index) => ({
          heading: sections[index * 2], fragment: sections[index * 2 + 1],
        }));
        const { sections: _, shift: __, texts, ...shown } = document;
        const excerpt = isHit && texts ? await this.excerpt(matches, match, document, best, isHit) : null;
        return { ...shown, ...(excerpt && { excerpt }), hits };
      }),
    );
  }

  /** null where the text has none of the words, or cannot be fetched: a result is of use without. */
  async excerpt(matches, match, document, hits, isHit) {
    try {
      const section = matches.textSection(match, document, hits);
      const { first, texts } = await this.reader.text(document, section);
      return excerptOf(texts, hits.map((index) => index - first), isHit);
    } catch {
      return null;
    }
  }
}

/** What a document has of a facet; its record leaves out what most have. */
function valuesOf(document, facet) {
  switch (facet) {
    case "tag": return [...new Set(document.tags)];
    case "namespace": return [document.namespace ?? "default"].filter(Boolean);
    case "locale": return [document.locale ?? "en"];
    default: return [document[facet]].filter(Boolean);
  }
}

const folded = (value) => [...value.trim().replace(/\s+/gu, " ").toLowerCase()].slice(0, 100).join("");

/** Whether hardly anything has a word: not as typed, and few words that begin so. */
function isDoubtful({ isPrefix }, atoms, word) {
  // A word that is there by its stem only may as well be a slip.
  const own = atoms.filter((atom) => atom.first <= word && atom.last >= word && !atom.isStem);
  if (own.length === 0) return true;
  if (!isPrefix || own.some(({ closeness }) => closeness === undefined)) return false;
  const frequency = own.reduce((sum, { shard, index }) => {
    const { frequency, nameCount } = shard.entries[index];
    return sum + Math.max(frequency, shard.terms[index].endsWith("*") ? nameCount : 0);
  }, 0);
  return frequency <= RARE;
}

/** Whether a word, as typed, is so rare that it may be a slip itself. */
function isRare({ text }, atoms, word, limit) {
  const typed = atoms.find(
    ({ first, last, shard, index }) => first === word && last === word && shard.terms[index] === text,
  );
  return typed === undefined || typed.shard.entries[typed.index].frequency <= limit;
}

/** The atoms for one term, and with `isPrefix` for those that begin with it. */
function termAtoms(shard, text, first, last, isPrefix) {
  const atoms = [];
  const exact = shard.find(text);
  if (exact >= 0) atoms.push({ shard, index: exact, first, last, weight: 1, isExact: true });
  for (const index of isPrefix ? shard.withPrefix(text) : []) {
    if (index === exact) continue;
    const closeness = text.length / shard.terms[index].length;
    const weight = PREFIX_WEIGHT * closeness ** 0.5;
    atoms.push({ shard, index, first, last, weight, closeness, isExact: false });
  }
  return atoms;
}

/** Whether the words of a phrase stand one after the other, as far as the index can tell. */
function hasPhrase(match, matches, phrase) {
  const first = matches.words.indexOf(phrase[0]);
  for (let word = first; word < first + phrase.length; word += 1) {
    if (match.impacts[word] === 0 && matches.unlisted[word] === 0) return false;
    // Nothing follows the last word; a word from a list that was cut off cannot be checked.
    const isUnlisted = match.impacts[word] === 0 || match.impacts[word + 1] === 0;
    if (phrase[word - first].after === null || isUnlisted) continue;
    if (!matches.isTogether(match, word) || matches.follows(match, word, true) === 0) return false;
  }
  return true;
}
