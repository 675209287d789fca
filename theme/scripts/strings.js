// The words that scripts show. The builder writes the modules in strings/ from the site's language.
import main, { language } from "./strings/main.js";

/** For numbers and dates, with the digits that the pages themselves have. */
export const locale = `${document.documentElement.lang || language}-u-nu-latn`;

// Made when they are first needed: to read a language's rules takes a browser longer than all else that a page starts with.
let plurals;
let numbers;

const formOf = (count) => (plurals ??= new Intl.PluralRules(language)).select(count);

const shown = (value) =>
  typeof value === "number" ? (numbers ??= new Intl.NumberFormat(locale)).format(value) : String(value ?? "");

/** The phrase of a key with the form that goes with `count`, cut at its values: every second part names one. */
function parts(phrases, key, { count }) {
  const phrase = phrases[key] ?? key;
  const form = typeof phrase === "string" ? phrase : (phrase[formOf(count)] ?? phrase.other);
  return form.split(/\{(\w+)\}/u);
}

/** Gives the words of a module: `text("change.found", { count: 3 })`. Numbers are written as the language does. */
export const textOf = (phrases) => (key, values = {}) =>
  parts(phrases, key, values).map((part, index) => (index % 2 ? shown(values[part]) : part)).join("");

/** The same as a list of texts and nodes, for values that are nodes. */
export const nodesOf = (phrases) => (key, values = {}) =>
  parts(phrases, key, values).map((part, index) => (index % 2 ? values[part] : part)).filter((part) => part !== "");

/** The words that all pages need. */
export const text = textOf(main);
