// The words that search shows.
import phrases from "../strings/search.js";
import { textOf } from "../strings.js";

const text = textOf(phrases);

/** `strings("results", { count: 3 })`; keys are those of the section `search`. */
export const strings = (key, values) => text(`search.${key}`, values);
