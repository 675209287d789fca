// Which rows a state leaves, how often each value of a facet occurs among them, and in which order they stand.
import { facets } from "./address.js";

/**
 * The rows that pass, and counts by facet.
 *
 * A value is counted among the rows that pass all other facets, so that the count is what choosing it too would
 * show. Values of one facet are alternatives; only tags must all be there, as in Backstage.
 *
 * `isBase` decides rows by what is no facet; `preset` is a facet and value that the page itself has, or null.
 */
export function evaluate(table, filters, { preset = null, isBase = null } = {}) {
  const columns = facets.map((facet) => table.column(facet));
  const counts = columns.map((column) => new Uint32Array(column.values.length));
  const tagIndex = facets.indexOf("tag");
  const tags = (filters.get("tag") ?? []).map((value) => table.tags.codeOf(value));
  const active = facets
    .map((facet, index) => ({ index, chosen: filters.get(facet) ?? [] }))
    .filter(({ index, chosen }) => chosen.length > 0 && index !== tagIndex)
    .map(({ index, chosen }) => ({ index, codes: columns[index].codes, mask: maskOf(columns[index], chosen) }));
  const isPreset = presetTest(table, preset);
  const rows = [];
  for (let row = 0; row < table.count; row += 1) {
    if (!isPreset(row) || (isBase && !isBase(row))) continue;
    let failures = tags.length > 0 && !hasTags(table.tags, row, tags) ? 2 : 0;
    let failed = -1;
    for (let place = 0; place < active.length && failures < 2; place += 1) {
      const { index, codes, mask } = active[place];
      if (codes[row] >= 0 && mask[codes[row]]) continue;
      failures += 1;
      failed = index;
    }
    if (failures === 0) {
      rows.push(row);
      for (let index = 0; index < columns.length; index += 1) {
        if (index !== tagIndex && columns[index].codes[row] >= 0) counts[index][columns[index].codes[row]] += 1;
      }
      const { codes, offsets } = table.tags;
      for (let at = offsets[row]; at < offsets[row + 1]; at += 1) counts[tagIndex][codes[at]] += 1;
    } else if (failures === 1) {
      const code = columns[failed].codes[row];
      if (code >= 0) counts[failed][code] += 1;
    }
  }
  return { rows, counts: new Map(facets.map((facet, index) => [facet, counts[index]])) };
}

/** Whether a row holds each word, in any order. */
export function textTest(table, text) {
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean);
  return (row) => {
    const haystack = table.haystack(row);
    return words.every((word) => haystack.includes(word));
  };
}

function maskOf(column, chosen) {
  const mask = new Uint8Array(column.values.length);
  for (const value of chosen) {
    const code = column.codeOf(value);
    if (code >= 0) mask[code] = 1;
  }
  return mask;
}

function hasTags({ codes, offsets }, row, wanted) {
  return wanted.every((code) => {
    for (let at = offsets[row]; at < offsets[row + 1]; at += 1) if (codes[at] === code) return true;
    return false;
  });
}

function presetTest(table, preset) {
  if (!preset) return () => true;
  const column = table.column(preset.facet);
  const code = column.codeOf(preset.value);
  if (preset.facet === "tag") return (row) => hasTags(column, row, [code]);
  return (row) => column.codes[row] === code;
}

/** A text that plain comparison puts where people look for it: without case and accents, numbers by their value. */
export const sortKey = (text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\d+/gu, (digits) => digits.padStart(10, "0"));

/** Sorts row numbers by a column, in place; rows without a value stay last either way. */
export function sortRows(table, rows, { column, isDescending }) {
  const ranks = ranksOf(table, column);
  if (!ranks) return rows;
  const sign = isDescending ? -1 : 1;
  return rows.sort((a, b) => {
    if (ranks[a] === ranks[b]) return a - b;
    if (ranks[a] < 0 || ranks[b] < 0) return ranks[a] < 0 ? 1 : -1;
    return sign * (ranks[a] - ranks[b]);
  });
}

/** Of each row, the place of its value among all; −1 for none. Made once for a column. */
function ranksOf(table, name) {
  table.ranks ??= new Map();
  if (!table.ranks.has(name)) table.ranks.set(name, makeRanks(table, name));
  return table.ranks.get(name);
}

function makeRanks(table, name) {
  const column = table.columns.get(name);
  if (column) {
    const places = placesOf(column.names);
    return column.codes.map((code) => (code < 0 ? -1 : places[code]));
  }
  const texts = {
    name: (row) => table.title(row),
    tags: (row) => table.tagsOf(row)[0] ?? "",
    description: (row) => table.descriptions?.[row] ?? "",
    targets: (row) => table.targets?.[row][0] ?? "",
  }[name];
  if (!texts) return null;
  const all = Array.from({ length: table.count }, (_, row) => texts(row));
  const places = placesOf(all);
  return Int32Array.from(all, (text, row) => (text === "" ? -1 : places[row]));
}

/** Of each text, its place in their order; equal ones share a place. */
function placesOf(texts) {
  const keys = texts.map(sortKey);
  const order = keys.map((_, index) => index).sort((a, b) => (keys[a] < keys[b] ? -1 : Number(keys[a] > keys[b])));
  const places = new Int32Array(texts.length);
  let place = -1;
  order.forEach((index, at) => {
    if (at === 0 || keys[index] !== keys[order[at - 1]]) place += 1;
    places[index] = place;
  });
  return places;
}
