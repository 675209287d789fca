// Cuts the part of a text that says most of what was looked for.

import { tokenize } from "./text.js";

const LENGTH = 180;
// How much of the text before the first hit is shown.
const LEAD = 40;
const MAXIMUM_HITS = 400;

/**
 * An excerpt of one of `sections`, texts in the order of the page; null where none has a word.
 *
 * `isHit` is asked for each word in its folded form. Sections in `preferred` win over others.
 */
export function excerptOf(sections, preferred, isHit) {
  let best = null;
  for (const [index, section] of sections.entries()) {
    const window = bestWindow(section, isHit);
    if (!window) continue;
    const score = window.score + (preferred.includes(index) ? 0.5 : 0);
    if (!best || score > best.score) best = { ...window, score, section };
  }
  return best ? cut(best.section, best.start) : null;
}

/** Where most different hits stand close together, and how many they are. */
function bestWindow(text, isHit) {
  const hits = [];
  for (const token of tokenize(text)) {
    if (token.parts !== undefined || !isHit(token.text)) continue;
    hits.push(token);
    if (hits.length === MAXIMUM_HITS) break;
  }
  let best = null;
  const counts = new Map();
  for (let first = 0, last = 0; first < hits.length; first += 1) {
    for (; last < hits.length && hits[last].end <= hits[first].start + LENGTH - LEAD; last += 1) {
      counts.set(hits[last].text, (counts.get(hits[last].text) ?? 0) + 1);
    }
    // Different words count for more than the same again.
    const score = counts.size + Math.min(0.4, (last - first) * 0.05);
    if (!best || score > best.score) best = { start: hits[first].start, score };
    const { text } = hits[first];
    if (last > first) {
      if (counts.get(text) === 1) counts.delete(text);
      else counts.set(text, counts.get(text) - 1);
    } else {
      last = first + 1;
    }
  }
  return best;
}

const isBlank = (letter) => /\s/u.test(letter);

function cut(text, hit) {
  let start = Math.max(0, hit - LEAD);
  if (start > 0) {
    while (start < hit && !isBlank(text[start])) start += 1;
  }
  let end = Math.min(text.length, start + LENGTH);
  if (end < text.length) {
    const least = Math.max(hit + 1, end - LEAD);
    while (end > least && !isBlank(text[end])) end -= 1;
    // Never half of a character.
    if (/[\uDC00-\uDFFF]/u.test(text[end])) end -= 1;
  }
  const shown = text.slice(start, end).replace(/\s+/gu, " ").trim();
  return (start > 0 ? "… " : "") + shown + (end < text.length ? " …" : "");
}
