// Orders documents. All figures are those of docs/reference/search-index.md; the builder has its own half
// of them in the impacts.

import { followHashes } from "./text.js";

const FIELD_TRAIL = 7;
const FIRST_HEADING = 8;
const MANY_FOLLOW = 31;
const COARSE_VALUES = 30;
const FINE_VALUES = 32;
const UNSET = -2;
const UNKNOWN = -1;
// What a word with too many different followers to list says of any one of them.
const CERTAINTY_MANY = 0.4;
const UNSURE = 0.05;
// How likely a document has a word whose list was cut off before it.
const UNLISTED_SHARE = 0.9;
// How far a word is there of which only the stem is, or what it begins.
const STEM_SHARE = 0.88;
// A bound must hold in spite of rounding.
const ROUNDING = 1.000001;
// The share of the query from which a document counts as having all of it: a word whose list was cut off
// may be missing.
export const COMPLETE = 0.85;

const WEIGHT_NAMES = 1.6;
const WEIGHT_SECTION = 1;
const WEIGHT_ADJACENT = 1;
const RUN_GAIN = 0.5;
const EXACT_NAME = 1.7;
const EXACT_HEADING = 1.3;
// That a heading has several words just as typed is hardly by chance.
const EXACT_LONG_HEADING = 2.8;
// Where name and query differ in stop words only.
const NEARLY_EXACT = 1.3;
/** The share of the query that a name has of which nothing but the last word's end was not typed. */
const UNFINISHED = 0.8;
// What the stop word typed before a word of a name says, if the name has it there.
const WEIGHT_LEAD = 1.5;
// The impact of a word in a title that a list by prefix has: such a list has no impacts of its own.
const LISTED_IMPACT = 0.75;
const POPULARITY_STEP = 0.05;

const fieldWeight = (field) =>
  field < 2 ? 1 : field < FIELD_TRAIL ? 0.9 : field === FIELD_TRAIL ? 0.65 : 0.5;

export const inverseFrequency = (documents, frequency) =>
  Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));

/** Gathers for each document what the words of a query found in it. */
export class Matches {
  /** `weights`: how much each word tells; `typed`: how many words there were with those left out. */
  constructor(words, documents, weights, typed = words.length) {
    this.words = words;
    this.exactHeading = typed > 1 ? EXACT_LONG_HEADING : EXACT_HEADING;
    this.weights = weights;
    this.total = weights.reduce((sum, weight) => sum + weight, 0);
    this.leads = words.map(({ lead }) => lead ?? 0);
    this.longestAdjacency = longestAdjacency(words.length);
    this.documents = documents;
    this.byDocument = new Map();
    this.hashed = new Map();
    // What a document gets for a word whose list was cut off.
    this.unlisted = words.map(() => 0);
  }

  match(document) {
    let match = this.byDocument.get(document);
    if (!match) {
      const count = this.words.length;
      match = {
        document,
        // Rounded to 32 bits, as the command line has them. Plain arrays: thousands are made.
        impacts: new Array(count).fill(0),
        sections: new Array(count).fill(0),
        follows: new Array(count).fill(0),
        // The fine hash of the one word that follows, or UNKNOWN.
        fines: new Array(count).fill(UNSET),
        // A bit for each word that is there otherwise than by its stem or as a beginning.
        typed: 0,
        names: null,
      };
      this.byDocument.set(document, match);
    }
    return match;
  }

  /**
   * Adds atoms; see `add`. A document that could not reach `least` of the best one's share with all of the
   * words that are left is not taken up: a common word has thousands that are never shown.
   */
  addAll(atoms, least) {
    const weightOf = ({ first, last }) =>
      this.weights.slice(first, last + 1).reduce((sum, weight) => sum + weight, 0);
    const sorted = atoms.map((atom) => ({ atom, weight: weightOf(atom) }))
      .sort((a, b) => b.weight - a.weight)
      .map(({ atom }) => atom);
    // Of each atom, how many words it and those behind it stand for.
    const covered = new Set();
    const ahead = sorted.map(() => 0);
    for (let index = sorted.length - 1; index >= 0; index -= 1) {
      for (let word = sorted[index].first; word <= sorted[index].last; word += 1) covered.add(word);
      ahead[index] = [...covered].reduce((sum, word) => sum + this.weights[word], 0);
    }
    let isOpen = true;
    for (const [index, atom] of sorted.entries()) {
      if (isOpen && least > 0 && index > 0 && ahead[index] < ahead[index - 1]) {
        const unlisted = this.unlisted.reduce(
          (sum, value, word) => sum + (value > 0 ? this.weights[word] * UNLISTED_SHARE : 0), 0);
        let best = 0;
        for (const match of this.byDocument.values()) best = Math.max(best, this.share(match));
        isOpen = (ahead[index] + unlisted) * ROUNDING >= best * least * this.total;
      }
      this.add(atom, isOpen);
    }
  }

  /**
   * Adds the postings and names of one term, which stands for the words `first` to `last` of the query.
   * `weight` is how sure that is, `closeness` how much of the term was typed: 1 is all. `nameWeight` is there for other
   * forms of a word: how sure it is in a name, all of whose word they stand for. With `isOpen` false, only
   * documents that are there already get anything.
   */
  add({ shard, index, first, last, weight, nameWeight, closeness = 1, isStem = false }, isOpen = true) {
    const span = last - first + 1;
    const isForm = isStem || (closeness < 1 && nameWeight === undefined);
    const typed = isForm ? 0 : (1 << (last + 1)) - (1 << first);
    const isExact = span > 1 || shard.terms[index] === this.words[first].text;
    shard.forEachPosting(index, (document, impact, sections, follows) => {
      const match = isOpen ? this.match(document) : this.byDocument.get(document);
      if (!match) return;
      match.typed |= typed;
      const value = Math.fround(((impact + 1) / 16) * weight);
      for (let word = first; word <= last; word += 1) {
        if (value > match.impacts[word]) match.impacts[word] = value;
        match.sections[word] = (match.sections[word] | sections) >>> 0;
        if (isExact && word === last) addFollow(match, word, follows);
      }
    });
    const listed = Math.fround(weight * (shard.terms[index].endsWith("*") ? LISTED_IMPACT : 1 / 16));
    shard.forEachName(index, (document, field, length, cover, popularity, lead) => {
      const match = isOpen ? this.match(document) : this.byDocument.get(document);
      if (!match) return;
      match.typed |= typed;
      match.names ??= new Map();
      let name = match.names.get(field);
      if (!name) {
        name = {
          length, popularity,
          covers: new Float32Array(this.words.length),
          weights: new Float32Array(this.words.length),
          // Whether the stop word before the word, or none, is the one that was typed.
          isLed: new Array(this.words.length).fill(false),
          // Whether the name has the word itself, and not only one that begins so.
          isFinished: new Array(this.words.length).fill(false),
        };
        match.names.set(field, name);
      }
      for (let word = first; word <= last; word += 1) {
        // There may be no posting to say that the document has the word.
        match.impacts[word] = Math.max(match.impacts[word], listed);
        name.covers[word] = Math.max(name.covers[word], cover / span);
        name.isFinished[word] ||= closeness === 1 || nameWeight !== undefined;
        name.weights[word] = Math.max(name.weights[word], nameWeight ?? weight);
        if (word > first || lead === this.leads[word]) name.isLed[word] = true;
      }
    });
    if (shard.entries[index].isPartial) {
      for (let word = first; word <= last; word += 1) {
        this.unlisted[word] = Math.max(this.unlisted[word], weight / 16);
      }
    }
  }

  /** The share of the query, by weight, that a document has: 1 is all of it. */
  share(match) {
    let found = 0;
    for (let word = 0; word < this.words.length; word += 1) {
      if ((match.typed >>> word) & 1) found += this.weights[word];
      else if (match.impacts[word] > 0) found += this.weights[word] * STEM_SHARE;
      else if (this.unlisted[word] > 0) found += this.weights[word] * UNLISTED_SHARE;
    }
    return this.total > 0 ? found / this.total : 0;
  }

  /** Whether a document has all words. */
  hasComplete() {
    return this.hasMatch((match) => this.share(match) > COMPLETE);
  }

  /** Whether a document has all words in a row, or in a name. */
  hasRow() {
    return this.hasMatch((match) => this.share(match) > COMPLETE
      && (this.bestName(match).fit > 0 || this.adjacency(match) > this.longestAdjacency / 2));
  }

  /** Whether a title or heading has all words, and no others. */
  hasExactName() {
    return this.hasMatch(({ names }) => [...(names ?? [])].some(([field, name]) =>
      this.nameScore(field, name).fit > 0.999 * fieldWeight(field)));
  }

  hasMatch(test) {
    for (const match of this.byDocument.values()) if (test(match)) return true;
    return false;
  }

  score(match) {
    const share = this.share(match);
    let text = 0;
    for (let word = 0; word < this.words.length; word += 1) {
      text += this.weights[word] * Math.max(match.impacts[word], this.unlisted[word]);
    }
    const name = this.bestName(match);
    if (this.words.length > 1) {
      text += WEIGHT_SECTION * this.total * this.bestSection(match).share ** 2;
      // A name with all the words is worth as much as a text that has them in a row.
      text += WEIGHT_ADJACENT * Math.max(this.adjacency(match), this.longestAdjacency * name.fit);
    }
    return (text + WEIGHT_NAMES * name.score) * share ** 3;
  }

  /** The section with the most of the query. */
  bestSection(match) {
    let all = 0;
    for (const sections of match.sections) all |= sections;
    let best = { bucket: 0, share: 0 };
    for (let bucket = 0; bucket < 32 && all >>> bucket !== 0; bucket += 1) {
      const share = this.sectionShare(match, bucket);
      if (share > best.share) best = { bucket, share };
    }
    return best;
  }

  sectionShare(match, bucket) {
    let found = 0;
    for (let word = 0; word < this.words.length; word += 1) {
      if ((match.sections[word] >>> bucket) & 1) found += this.weights[word];
    }
    return this.total > 0 ? found / this.total : 0;
  }

  /**
   * How sure it is that the next word of the query follows the word here: 0 when it does not, else the
   * logarithm of the odds against a chance hit of the hashes. With `isStrict`, the stop words between
   * them must be the same, too.
   */
  follows(match, word, isStrict = false) {
    const { after, item } = this.words[word];
    if (after === null) return 0;
    const other = this.words[word + 1];
    const next = item?.isQuoted && other?.item !== item ? undefined : other;
    const set = match.follows[word];
    if ((set >>> MANY_FOLLOW) & 1) return CERTAINTY_MANY;
    if (next && !((set >>> this.hashes(next.text).coarse) & 1)) return 0;
    let certainty = next ? Math.log(COARSE_VALUES / countBits(set)) : UNSURE;
    if (match.fines[word] >= 0) {
      const isSame = match.fines[word] === this.hashes(after).fine;
      const isDirect = after === next?.text;
      if (isSame) certainty += Math.log(FINE_VALUES) * (isDirect ? 1 : 0.5);
      else if (isStrict || isDirect) return 0;
      else certainty *= 0.5;
    }
    return certainty;
  }

  hashes(token) {
    let hashes = this.hashed.get(token);
    if (!hashes) this.hashed.set(token, (hashes = followHashes(token)));
    return hashes;
  }

  /** Whether a section has both the word and the next. */
  isTogether(match, word) {
    const isLast = word + 1 === this.words.length;
    return isLast || (match.sections[word] & match.sections[word + 1]) !== 0;
  }

  /** Longer runs of words that follow each other count for more than their pairs. */
  adjacency(match) {
    let sum = 0;
    let run = 0;
    for (let word = 0; word < this.words.length; word += 1) {
      const certainty = this.isTogether(match, word) ? this.follows(match, word) : 0;
      run = certainty > 0 ? run + certainty : 0;
      sum += certainty > 0 ? certainty + RUN_GAIN * (run - certainty) : 0;
    }
    return sum;
  }

  /** What a match in one name is worth, and how well name and query fit: 1 if they are the same. */
  nameScore(field, name) {
    let weighted = 0;
    let present = 0;
    let covered = 0;
    let led = 0;
    let isSame = true;
    let isFinished = true;
    for (let word = 0; word < this.words.length; word += 1) {
      if (name.weights[word] > 0) {
        isFinished &&= name.isFinished[word];
        isSame &&= name.isLed[word];
        led += name.isLed[word] && this.leads[word] > 0 ? 1 : 0;
      }
      weighted += this.weights[word] * name.weights[word];
      present += name.weights[word] > 0 ? this.weights[word] : 0;
      covered += name.covers[word];
    }
    let ofQuery = this.total > 0 ? weighted / this.total : 0;
    const ofName = Math.min(1, covered / name.length);
    const isWhole = this.total > 0 && present / this.total > 0.999;
    const isExact = isWhole && ofName > 0.999;
    if (isExact && !isFinished) ofQuery = Math.max(ofQuery, UNFINISHED);
    let score = this.total * fieldWeight(field) * ofQuery * ofQuery * (0.4 + 0.6 * ofName);
    if (isExact) {
      const exact = field < FIRST_HEADING ? EXACT_NAME : this.exactHeading;
      score *= isSame && isFinished ? exact : NEARLY_EXACT;
    }
    score += WEIGHT_LEAD * led * Math.log(COARSE_VALUES) * fieldWeight(field) * (0.4 + 0.6 * ofName);
    return {
      score: score * (1 + POPULARITY_STEP * name.popularity),
      // A name of which the last word's end is missing fits, but is not the one that was typed.
      fit: isWhole ? ofName * (isFinished ? 1 : 0.99) * fieldWeight(field) : 0,
    };
  }

  bestName(match) {
    const best = { score: 0, fit: 0 };
    // The trail lists the parent's words only; the title's belong to it as well.
    const title = match.names?.get(0);
    for (const [field, name] of match.names ?? []) {
      const whole = field === FIELD_TRAIL && title ? joined(name, title) : name;
      const { score, fit } = this.nameScore(field, whole);
      best.score = Math.max(best.score, score);
      best.fit = Math.max(best.fit, fit);
    }
    return best;
  }

  /** The section whose text an excerpt is best cut from; `hits` are those of `bestSections`. */
  textSection(match, document, hits) {
    const shift = document.shift ?? 0;
    // The words of the title count as words of the first section, which need not have them.
    const isTitled = match.names?.has(0) ?? false;
    let best = { index: 0, score: 0 };
    const count = Math.max(document.texts.at(-1) + 1, (document.sections?.length ?? 0) / 2);
    for (let index = 0; index < count; index += 1) {
      const share = this.sectionShare(match, Math.min(31, index >> shift));
      const score = share + (hits.includes(index) ? 0.2 : 0) + (index > 0 && isTitled ? 0.1 : 0);
      if (share > 0 && score > best.score) best = { index, score };
    }
    return best.index;
  }

  /** Up to `count` sections of a document's that the query is about: indices into its sections. */
  bestSections(match, document, count) {
    const sections = document.sections ?? [];
    const shift = document.shift ?? 0;
    const scored = [];
    for (let index = 0; index * 2 < sections.length; index += 1) {
      const heading = sections[index * 2];
      // The title, once more as the first heading, leads where the result leads.
      if (!heading || !sections[index * 2 + 1] || heading === document.title) continue;
      const name = match.names?.get(FIRST_HEADING + index);
      const text = this.sectionShare(match, Math.min(31, index >> shift));
      const score = text + (name ? this.nameScore(FIRST_HEADING, name).score / this.total : 0);
      if (score >= 0.5) scored.push({ index, score });
    }
    scored.sort((a, b) => b.score - a.score || a.index - b.index);
    return scored.slice(0, count).map(({ index }) => index);
  }
}

/** The adjacency of a query whose words all stand in a row, each surely. */
function longestAdjacency(words) {
  const certainty = Math.log(COARSE_VALUES) + Math.log(FINE_VALUES);
  let sum = 0;
  for (let pair = 0; pair + 1 < words; pair += 1) sum += certainty * (1 + RUN_GAIN * pair);
  return sum;
}

function addFollow(match, word, { set, fine }) {
  match.follows[word] = (match.follows[word] | set) >>> 0;
  const isFirst = match.fines[word] === UNSET;
  match.fines[word] = isFirst || match.fines[word] === fine ? fine : UNKNOWN;
}

function countBits(set) {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function joined(trail, title) {
  const larger = (key) => trail[key].map((value, word) => Math.max(value, title[key][word]));
  return {
    length: trail.length, popularity: 0, covers: larger("covers"), weights: larger("weights"),
    isLed: trail.isLed.map((isLed, word) => isLed || title.isLed[word]),
    isFinished: trail.isFinished.map((isFinished, word) => isFinished || title.isFinished[word]),
  };
}
