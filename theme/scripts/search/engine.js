// Answers queries over the index. Pure but for `load`: runs in a worker, in the page, or in a test.

import { IndexReader } from "./index-reader.js";
import { parseQuery } from "./query.js";
import { Matches, inverseFrequency } from "./ranking.js";
import { stem } from "./stemmer.js";
import { compareTerms } from "./text.js";
import { corrections } from "./typos.js";

const STEM_WEIGHT = 0.85;
const PREFIX_WEIGHT = 0.8;
const TYPO_WEIGHT = 0.6;
const MAXIMUM_CORRECTIONS = 3;
const SECTIONS_SHOWN = 3;
// With fewer documents that have every word, those that have most are shown, too.
const ENOUGH_COMPLETE = 5;

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
   * `{ facets: true }`: a Map from facet to values with counts.
   */
  async search(text, { limit = 10, offset = 0, facets = false } = {}) {
    const reader = await this.reader.open();
    const query = parseQuery(text, reader.facets, reader.stopWords);
    const found = await this.match(query);
    const matched = await this.admit(query, found);
    const filtered = await this.applyFilters(query, matched);
    const answer = await this.results(found, filtered.slice(offset, offset + limit));
    return {
      total: filtered.length,
      results: answer,
      terms: [...found.terms],
      prefix: query.words.find((word) => word.isPrefix)?.text ?? null,
      corrected: found.corrected,
      facets: facets ? await this.facetCounts(query, matched) : null,
    };
  }

  /** Looks up all words; corrects those that nothing has. */
  async match(query) {
    const { words } = query;
    const found = { matches: null, terms: new Set(), corrected: [] };
    const atoms = (await Promise.all(words.map((word, index) => this.atomsOf(word, index)))).flat();
    atoms.push(...(await this.compoundAtoms(query)));

    for (const [index, word] of words.entries()) {
      if (atoms.some((atom) => atom.first <= index && atom.last >= index)) continue;
      for (const { term, distance } of await corrections(this.reader, word.text, MAXIMUM_CORRECTIONS)) {
        const shard = await this.reader.shardOf(term);
        const place = shard.find(term);
        if (place < 0) continue;
        const weight = TYPO_WEIGHT / distance;
        atoms.push({ shard, index: place, first: index, last: index, weight, isExact: true });
        if (!found.corrected.includes(term)) found.corrected.push(term);
      }
    }

    const weights = words.map((_, index) => this.wordWeight(atoms, index));
    found.matches = new Matches(words, this.reader.entry.documents, weights);
    for (const atom of atoms) {
      found.matches.add(atom.shard, atom.index, atom.first, atom.last, atom.weight);
      found.terms.add(atom.shard.terms[atom.index]);
    }
    return found;
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
    const place = { first: position, last: position };
    const shards = word.isPrefix ? await reader.shardsWithPrefix(word.text) : [await reader.shardOf(word.text)];
    const atoms = [];
    for (const shard of shards.filter(Boolean)) {
      const exact = shard.find(word.text);
      if (exact >= 0) atoms.push({ ...place, shard, index: exact, weight: 1, isExact: true });
      if (word.isPrefix) {
        const list = shard.find(`${word.text}*`);
        if (list >= 0) {
          atoms.push({ ...place, shard, index: list, weight: PREFIX_WEIGHT / 2, isExact: false });
        }
        for (const index of shard.withPrefix(word.text)) {
          if (index === exact) continue;
          const weight = PREFIX_WEIGHT * (word.text.length / shard.terms[index].length) ** 0.5;
          atoms.push({ ...place, shard, index, weight, isExact: false });
        }
      }
      this.addStemMates(word, place, shard, atoms);
    }
    return atoms;
  }

  addStemMates(word, place, shard, atoms) {
    if (this.reader.entry.language !== "english") return;
    const root = stem(word.text);
    if (root.length < 3) return;
    for (const index of shard.withPrefix(root.slice(0, Math.max(3, root.length - 1)))) {
      const term = shard.terms[index];
      if (term === word.text || stem(term) !== root) continue;
      const known = atoms.find((atom) => atom.shard === shard && atom.index === index);
      if (known) known.weight = Math.max(known.weight, STEM_WEIGHT);
      else atoms.push({ ...place, shard, index, weight: STEM_WEIGHT, isExact: true });
    }
  }

  /** Words written as one name, and neighbours that the index knows as one. */
  async compoundAtoms({ words, compounds }) {
    const atoms = [];
    for (const { text, first, last } of compounds) {
      const shard = await this.reader.shardOf(text);
      if (!shard) continue;
      const exact = shard.find(text);
      if (exact >= 0) atoms.push({ shard, index: exact, first, last, weight: 1, isExact: false });
      if (!words[last].isPrefix) continue;
      for (const index of shard.withPrefix(text)) {
        if (index === exact) continue;
        const weight = PREFIX_WEIGHT * (text.length / shard.terms[index].length) ** 0.5;
        atoms.push({ shard, index, first, last, weight, isExact: false });
      }
    }
    for (let first = 0; first + 1 < words.length; first += 1) {
      if (compounds.some((compound) => compound.first <= first && compound.last > first)) continue;
      const shard = await this.reader.shardOf(words[first].text);
      const index = shard ? shard.find(words[first].text + words[first + 1].text) : -1;
      if (index >= 0) atoms.push({ shard, index, first, last: first + 1, weight: 0.9, isExact: false });
    }
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
    const complete = list.filter((match) => shares.get(match) > 0.85).length;
    const best = list.reduce((highest, match) => Math.max(highest, shares.get(match)), 0);
    const least = complete >= ENOUGH_COMPLETE ? 0.85 : best * 0.6;
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
      if (index >= 0) matches.add(shard, index, position, position, 1);
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

  async facetCounts(query, matched) {
    const counts = new Map();
    for (const facet of this.reader.entry.facets) {
      const list = await this.applyFilters(query, matched, facet);
      const chosen = query.filters.get(facet) ?? [];
      const values = (await this.reader.facetValues(facet))
        .map(({ value, label, runs }) => ({
          value, label,
          count: list.reduce((sum, { document }) => sum + (contains(runs, document) ? 1 : 0), 0),
          isChosen: chosen.includes(value),
        }))
        .filter(({ count, isChosen }) => count > 0 || isChosen)
        .sort((a, b) => b.count - a.count || compareTerms(a.value, b.value));
      if (values.length > 0) counts.set(facet, values);
    }
    return counts;
  }

  async results({ matches }, list) {
    return Promise.all(
      list.map(async (match) => {
        const document = await this.reader.document(match.document);
        const sections = document.sections ?? [];
        const hits = matches.bestSections(match, document, SECTIONS_SHOWN).map((index) => ({
          heading: sections[index * 2], fragment: sections[index * 2 + 1],
        }));
        const { sections: _, shift: __, ...shown } = document;
        return { ...shown, hits };
      }),
    );
  }
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
