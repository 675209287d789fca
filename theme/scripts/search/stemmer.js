// English stems by the rules published as Snowball English ("Porter2"). The index holds words as written;
// a query also finds the words that share a stem with its own.

const EXCEPTIONS = new Map(
  Object.entries({
    skis: "ski", skies: "sky", dying: "die", lying: "lie", tying: "tie", idly: "idl",
    gently: "gentl", ugly: "ugli", early: "earli", only: "onli", singly: "singl", sky: "sky",
    news: "news", howe: "howe", atlas: "atlas", cosmos: "cosmos", bias: "bias", andes: "andes",
  }),
);

const UNCHANGED_AFTER_PLURAL = new Set([
  "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed",
]);

// Suffix, replacement; longest first.
const STEP_2 =
  "ization ize ational ate fulness ful ousness ous iveness ive tional tion biliti ble lessli less " +
  "entli ent ation ate alism al aliti al ousli ous iviti ive fulli ful enci ence anci ance abli able " +
  "izer ize ator ate alli al bli ble ogi og li _";
const STEP_3 =
  "ational ate tional tion alize al icate ic iciti ic ative _ ical ic ness _ ful _";
const STEP_4 =
  "ement ance ence able ible ment ant ent ism ate iti ous ive ize ion al er ic";

const pairs = (table) => {
  const words = table.split(" ").map((word) => (word === "_" ? "" : word));
  return words.filter((_, index) => index % 2 === 0).map((word, index) => [word, words[index * 2 + 1]]);
};
const step2 = pairs(STEP_2);
const step3 = pairs(STEP_3);
const step4 = STEP_4.split(" ");

const VOWELS = "aeiouy";
const isVowel = (letter) => letter !== undefined && VOWELS.includes(letter);
const hasVowel = (text) => [...text].some(isVowel);

function regionStart(word, start) {
  for (let index = start + 1; index < word.length; index += 1) {
    if (!isVowel(word[index]) && isVowel(word[index - 1])) return index + 1;
  }
  return word.length;
}

function endsInShortSyllable(word) {
  const [before, vowel, last] = [word.at(-3), word.at(-2), word.at(-1)];
  if (word.length < 2 || isVowel(last) || !isVowel(vowel)) return false;
  return before === undefined || (!isVowel(before) && !"wxY".includes(last));
}

function removePlural(word) {
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (word.endsWith("ied") || word.endsWith("ies")) return word.slice(0, word.length > 4 ? -2 : -1);
  if (!word.endsWith("s") || word.endsWith("us") || word.endsWith("ss")) return word;
  return hasVowel(word.slice(0, -2)) ? word.slice(0, -1) : word;
}

function removePastAndProgressive(word, r1) {
  const long = ["eedly", "eed"].find((suffix) => word.endsWith(suffix));
  if (long) {
    const rest = word.slice(0, -long.length);
    return rest.length >= r1 ? `${rest}ee` : word;
  }
  const suffix = ["ingly", "edly", "ing", "ed"].find((ending) => word.endsWith(ending));
  if (!suffix) return word;
  const rest = word.slice(0, -suffix.length);
  if (!hasVowel(rest)) return word;
  if (/(at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest)) return rest.slice(0, -1);
  return r1 >= rest.length && endsInShortSyllable(rest) ? `${rest}e` : rest;
}

/** The stem of a folded word; words with letters beyond `a` to `z` are returned as they are. */
export function stem(source) {
  if (source.length < 3 || !/^[a-z]+$/.test(source)) return source;
  const exception = EXCEPTIONS.get(source);
  if (exception !== undefined) return exception;

  // A capital Y is a consonant.
  let word = "";
  for (const letter of source) {
    word += letter === "y" && (word === "" || isVowel(word.at(-1))) ? "Y" : letter;
  }
  const prefix = ["gener", "commun", "arsen"].find((start) => word.startsWith(start));
  const r1 = prefix ? prefix.length : regionStart(word, 0);
  const r2 = regionStart(word, r1);

  word = removePlural(word);
  if (UNCHANGED_AFTER_PLURAL.has(word)) return word;
  word = removePastAndProgressive(word, r1);
  if (/[yY]$/.test(word) && word.length > 2 && !isVowel(word.at(-2))) word = `${word.slice(0, -1)}i`;

  let match = step2.find(([suffix]) => word.endsWith(suffix));
  if (match) {
    const rest = word.slice(0, -match[0].length);
    const isBarred =
      (match[0] === "ogi" && !rest.endsWith("l")) ||
      (match[0] === "li" && !/[cdeghkmnrt]$/.test(rest));
    if (rest.length >= r1 && !isBarred) word = rest + match[1];
  }
  match = step3.find(([suffix]) => word.endsWith(suffix));
  if (match) {
    const rest = word.slice(0, -match[0].length);
    if (rest.length >= (match[0] === "ative" ? r2 : r1)) word = rest + match[1];
  }
  const ending = step4.find((suffix) => word.endsWith(suffix));
  if (ending) {
    const rest = word.slice(0, -ending.length);
    if (rest.length >= r2 && (ending !== "ion" || /[st]$/.test(rest))) word = rest;
  }
  if (word.endsWith("e")) {
    const rest = word.slice(0, -1);
    if (rest.length >= r2 || (rest.length >= r1 && !endsInShortSyllable(rest))) word = rest;
  } else if (word.endsWith("ll") && word.length - 1 >= r2) {
    word = word.slice(0, -1);
  }
  return word.replaceAll("Y", "y");
}
