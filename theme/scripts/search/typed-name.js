// A query of several words, as the name of what is looked for.
//
// The index tells which words a title or heading has and how many, but not in which order, nor all the stop words among
// them. The records of the best results, which are loaded to be shown, tell the rest.
import { tokenize } from "./text.js";

/** How many of the best results are looked at. */
export const NAMES_REACH = 10;

/**
 * Whether a document's title or name has the words of a query in the same order, but for stop words, or one of its
 * headings is the query word for word: a function of the document's record. null for a query of one word: how much of a
 * name that is, is known.
 */
export function nameTest({ texts }, stopWords) {
  if (texts.length < 2) return null;
  const telling = (words) => {
    const kept = words.filter((word) => !stopWords.has(word));
    return (kept.length > 0 ? kept : words).join(" ");
  };
  const typed = texts.join(" ");
  const told = telling(texts);
  return ({ title, ref, sections = [] }) =>
    [title, ref?.split("/").at(-1)].some((name) => name && telling(wordsOf(name)) === told) ||
    sections.some((heading, index) => index % 2 === 0 && wordsOf(heading).join(" ") === typed);
}

function wordsOf(text) {
  return tokenize(text).filter((token) => token.parts === undefined).map((token) => token.text);
}
