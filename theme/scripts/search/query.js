// The query language. Whatever is not understood is searched as text.

import { tokenize } from "./text.js";

const MAXIMUM_LENGTH = 400;
const MAXIMUM_WORDS = 12;

/**
 * Reads a query. `stopWords` is a Map from each to what a name notes of it.
 *
 *   words      { text, isPrefix, after, lead } in order, stop words left out unless there is nothing else;
 *              `after` is the next word, whatever it is, or null; `lead` is what a name notes of the
 *              stop word before it that was left out, or 0
 *   compounds  { text, first, last }: words written as one name, and where its words stand
 *   phrases    lists of words, out of `words`, that must follow each other
 *   excluded   lists of words like those: what must not follow each other, or a single word
 *   filters    Map from facet to values, any of which will do
 *   texts      all words that were typed, stop words included, in order
 *   barred     Map from facet to values, none of which may be
 */
export function parseQuery(source, facets, stopWords) {
  const query = {
    words: [], texts: [], compounds: [], phrases: [], excluded: [], filters: new Map(), barred: new Map(),
  };
  const pending = [];
  for (const item of splitItems(source.slice(0, MAXIMUM_LENGTH))) {
    const filter = readFilter(item, facets);
    if (filter) {
      const target = item.isNegative ? query.barred : query.filters;
      target.set(filter.facet, [...(target.get(filter.facet) ?? []), filter.value]);
    } else if (item.isNegative) {
      const words = plainWords(item.text, stopWords);
      if (words.length > 0) query.excluded.push(words);
    } else {
      pending.push(item);
    }
  }
  readWords(pending, query, stopWords);
  return query;
}

function plainWords(text, stopWords) {
  const texts = tokenize(text).filter((token) => token.parts === undefined).map(({ text }) => text);
  return texts
    .map((text, index) => ({ text, isPrefix: false, after: texts[index + 1] ?? null }))
    .filter((word) => !stopWords.has(word.text));
}

/** Cuts at blanks outside quotes. A quote that is never closed is text. */
function splitItems(source) {
  const items = [];
  const pattern = /(-?)(?:([a-z]+):)?"([^"]*)"|\S+/gu;
  for (const match of source.matchAll(pattern)) {
    const [whole, minus, facet, quoted] = match;
    const endsQuery = match.index + whole.length === source.length;
    if (quoted !== undefined) {
      items.push({ text: quoted, facet, isNegative: minus === "-", isQuoted: true, endsQuery: false });
      continue;
    }
    const isNegative = whole.length > 1 && whole.startsWith("-") && !whole.startsWith("--");
    const text = isNegative ? whole.slice(1) : whole;
    items.push({ text, isNegative, isQuoted: false, endsQuery });
  }
  return items;
}

function readFilter(item, facets) {
  let { facet, text } = item;
  if (!item.isQuoted) {
    const colon = text.indexOf(":");
    // A quotation that never closes is text.
    if (colon < 1 || text.includes('"')) return null;
    facet = text.slice(0, colon);
    text = text.slice(colon + 1);
  }
  const value = text.trim().replace(/\s+/gu, " ").toLowerCase();
  return facets.has(facet) && value !== "" ? { facet, value } : null;
}

function readWords(items, query, stopWords) {
  const words = [];
  for (const item of items) {
    const tokens = tokenize(item.facet ? `${item.facet} ${item.text}` : item.text);
    const first = words.length;
    for (const token of tokens) {
      if (token.parts === undefined) {
        words.push({ text: token.text, isPrefix: false, item });
      } else {
        query.compounds.push({
          text: token.text, from: words[words.length - token.parts], to: words.at(-1),
        });
      }
    }
    // Only what the reader may still be typing is a beginning.
    const isOpen = item.endsQuery && !item.isQuoted && /[\p{L}\p{N}\p{M}]$/u.test(item.text);
    if (isOpen && words.length > first) words.at(-1).isPrefix = true;
  }
  // What stands after a word tells phrases apart even where it is a stop word.
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    word.after = next && (next.item === word.item || !word.item.isQuoted) ? next.text : null;
    word.lead = 0;
  }
  query.texts = words.map(({ text }) => text);
  const useful = words.filter((word) => !stopWords.has(word.text));
  for (const word of useful) {
    const before = words[words.indexOf(word) - 1];
    word.lead = stopWords.get(before?.text) ?? 0;
  }
  query.words = (useful.length > 0 ? useful : words).slice(0, MAXIMUM_WORDS);

  query.phrases = [...new Set(items.filter((item) => item.isQuoted))]
    .map((item) => query.words.filter((word) => word.item === item))
    .filter((phrase) => phrase.length > 0);
  query.compounds = query.compounds
    .map(({ text, from, to }) => ({
      text, first: query.words.indexOf(from), last: query.words.indexOf(to),
    }))
    .filter(({ first, last }) => first >= 0 && last >= first);
}
