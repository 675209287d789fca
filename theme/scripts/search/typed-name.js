// A query of several words, as the name of what is looked for.
//
// The index tells which words a title or heading has and how many, but not in which order, nor all the stop words among
// them. The records of the best results, which are loaded to be shown, tell the rest.
import { tokenize } from "./text.js";

/** How many of the best results are looked at. */
export const NAMES_REACH = 10;

/**
 * How far a document bears the words of a query as its name, a function of the document's record: 3 where its title or name
 * has them in the same order, with stop words more at most, or one of its headings is the query word for word; 2 where its
 * title or name begins with the query word for word, the last of which may be unfinished; 1 where its title or name has them
 * but for stop words; else 0. null for a query of one word: how much of a name that is, is known.
 */
export function nameTest({ texts, words }, stopWords) {
  if (texts.length < 2) return null;
  const telling = (words) => {
    const kept = words.filter((word) => !stopWords.has(word));
    return (kept.length > 0 ? kept : words).join(" ");
  };
  const typed = texts.join(" ");
  const beginning = words.at(-1)?.isPrefix ? typed : `${typed} `;
  const told = telling(texts);
  return ({ title, ref, sections = [] }) => {
    const names = [title, ref?.split("/").at(-1)].filter(Boolean).map(wordsOf);
    const alike = names.filter((name) => telling(name) === told);
    if (alike.some((name) => texts.every((word) => name.includes(word)))) return 3;
    if (sections.some((heading, index) => index % 2 === 0 && wordsOf(heading).join(" ") === typed)) return 3;
    if (names.some((name) => name.join(" ").startsWith(beginning))) return 2;
    return alike.length > 0 ? 1 : 0;
  };
}

function wordsOf(text) {
  return tokenize(text).filter((token) => token.parts === undefined).map((token) => token.text);
}
