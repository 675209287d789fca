// Words of a text, cut and folded exactly as the index builder does it; see
// docs/reference/search-index.md. Tests/CallboardSearchTests/Fixtures/vectors.json holds both together.

const MAXIMUM_CHARACTERS = 64;
const MAXIMUM_PARTS = 6;

const [SEPARATOR, LOWER, UPPER, DIGIT, JOINER, APOSTROPHE, UNSPACED] = [0, 1, 2, 3, 4, 5, 6];

const VARIANTS =
  "a àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ b ḃḅḇ c çćĉċčḉ d ðďđḋḍḏḑḓ e èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ f ḟ " +
  "g ĝğġģǧǵḡ h ĥħȟḣḥḧḩḫẖ i ìíîïĩīĭįıǐȉȋḭḯỉị j ĵǰ k ķĸǩḱḳḵ l ĺļľŀłḷḹḻḽ m ḿṁṃ n ñńņňŉǹṅṇṉṋ " +
  "o òóôõöøōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ p ṕṗ r ŕŗřȑȓṙṛṝṟ s śŝşšſșṡṣṥṧṩ t ţťŧțṫṭṯṱẗ " +
  "u ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự v ṽṿ w ŵẁẃẅẇẉẘ x ẋẍ y ýÿŷȳẏẙỳỵỷỹ z źżžƶẑẓẕ ss ß ae æ oe œ " +
  "th þ α ά ε έ η ή ι ΐίϊ ο ό υ ΰϋύ ω ώ σ ς е ё";

const bases = new Map();
{
  const entries = VARIANTS.split(" ");
  for (let index = 0; index < entries.length; index += 2) {
    for (const letter of entries[index + 1]) bases.set(letter, entries[index]);
  }
}

const isUpperLetter = /[\p{Lu}\p{Lt}]/u;
const isLetterOrMark = /[\p{L}\p{M}]/u;
const isNumber = /\p{N}/u;
const isUnspaced =
  /[\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ecd\u1000-\u103f\u1780-\u17d3\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc-\u30fe\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d\u{20000}-\u{323af}]/u;

function classify(code) {
  if (code >= 97 && code <= 122) return LOWER;
  if (code >= 65 && code <= 90) return UPPER;
  if (code >= 48 && code <= 57) return DIGIT;
  if (code === 45 || code === 95 || code === 46) return JOINER;
  if (code === 39 || code === 0x2019) return APOSTROPHE;
  if (code < 128) return SEPARATOR;
  const letter = String.fromCodePoint(code);
  if (isUnspaced.test(letter)) return UNSPACED;
  if (isUpperLetter.test(letter)) return UPPER;
  if (isLetterOrMark.test(letter)) return LOWER;
  return isNumber.test(letter) ? DIGIT : SEPARATOR;
}

function foldLetter(code) {
  if (code < 128) return String.fromCharCode(code >= 65 && code <= 90 ? code + 32 : code);
  if (code >= 0x300 && code <= 0x36f) return "";
  if (code >= 0xff01 && code <= 0xff5e) return foldLetter(code - 0xfee0);
  const letter = String.fromCodePoint(code);
  const base = bases.get(letter);
  if (base !== undefined) return base;
  let folded = "";
  for (const lower of letter.toLowerCase()) {
    if (lower < "\u0300" || lower > "\u036f") folded += bases.get(lower) ?? lower;
  }
  return folded;
}

const isShort = (token) =>
  token.length <= MAXIMUM_CHARACTERS || [...token].length <= MAXIMUM_CHARACTERS;

/**
 * The tokens of a text in order.
 *
 * A part has `text` and its place in the source, `start` to `end`; a whole follows its parts and has
 * `parts`, how many they are.
 */
export function tokenize(source) {
  const tokens = [];
  let index = 0;

  const at = (position) =>
    position < source.length ? classify(source.codePointAt(position)) : SEPARATOR;
  const width = (position) => (source.codePointAt(position) > 0xffff ? 2 : 1);
  const isDigit = (position) => {
    const code = source.charCodeAt(position);
    return code >= 48 && code <= 57;
  };

  function readCompound() {
    let folded = "";
    let from = 0; // where the part begins in `folded`
    let begin = index; // and in `source`
    const parts = [];
    let previous = SEPARATOR;
    let capitals = 0;
    let lastCapital = 0;
    let lastCapitalAt = index;

    const close = (to, end) => {
      if (to > from) parts.push({ text: folded.slice(from, to), start: begin, end });
      from = to;
      begin = end;
    };

    for (;;) {
      const kind = at(index);
      if (kind === SEPARATOR || kind === UNSPACED) {
        close(folded.length, index);
        break;
      }
      if (kind === JOINER || kind === APOSTROPHE) {
        const next = at(index + 1);
        if (next !== LOWER && next !== UPPER && next !== DIGIT) {
          close(folded.length, index);
          index += 1;
          break;
        }
        if (kind === JOINER) {
          close(folded.length, index);
          if (source[index] === "." && isDigit(index - 1) && isDigit(index + 1)) {
            folded += ".";
            from = folded.length;
          }
          begin = index + 1;
          previous = SEPARATOR;
          capitals = 0;
        }
        index += 1;
        continue;
      }
      if (kind === UPPER) {
        if (previous === LOWER || previous === DIGIT) {
          close(folded.length, index);
          capitals = 0;
        }
        capitals += 1;
        lastCapital = folded.length;
        lastCapitalAt = index;
      } else {
        const isPlural = kind === LOWER && source[index] === "s" && at(index + 1) !== LOWER;
        // `HTTPServer`: the last capital begins the next word.
        if (kind === LOWER && capitals >= 2 && !isPlural) close(lastCapital, lastCapitalAt);
        capitals = 0;
      }
      folded += foldLetter(source.codePointAt(index));
      previous = kind;
      index += width(index);
    }

    const short = parts.filter((part) => isShort(part.text));
    tokens.push(...short);
    const isName = parts.length > 1 && parts.length <= MAXIMUM_PARTS;
    if (isName && short.length === parts.length && isShort(folded)) {
      tokens.push({ text: folded, parts: parts.length });
    }
  }

  function readUnspaced() {
    const letters = [];
    while (at(index) === UNSPACED) {
      const end = index + width(index);
      letters.push({ text: foldLetter(source.codePointAt(index)), start: index, end });
      index = end;
    }
    if (letters.length === 1) tokens.push(letters[0]);
    for (let first = 0; first + 1 < letters.length; first += 1) {
      const [left, right] = [letters[first], letters[first + 1]];
      tokens.push({ text: left.text + right.text, start: left.start, end: right.end });
    }
  }

  while (index < source.length) {
    const kind = at(index);
    if (kind === LOWER || kind === UPPER || kind === DIGIT) readCompound();
    else if (kind === UNSPACED) readUnspaced();
    else index += width(index);
  }
  return tokens;
}

const encoder = new TextEncoder();

/** The two 5-bit hashes by which the index knows the word after a word. */
export function followHashes(token) {
  let state = 0x811c9dc5;
  for (const byte of encoder.encode(token)) state = Math.imul(state ^ byte, 0x01000193);
  return {
    coarse: ((state ^ (state >>> 16)) & 0xffff) % 30,
    fine: Math.imul(state, 0x9e3779b1) >>> 27,
  };
}

/** Code point order, which is the order of the index; `<` on strings is that of UTF-16. */
export function compareTerms(left, right) {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    let a = left.charCodeAt(index);
    let b = right.charCodeAt(index);
    if (a === b) continue;
    if (a >= 0xd800 && b >= 0xd800) {
      // Surrogates stand for the highest code points.
      a += a >= 0xe000 ? -0x800 : 0x2000;
      b += b >= 0xe000 ? -0x800 : 0x2000;
    }
    return a - b;
  }
  return left.length - right.length;
}

/** `text` as pieces `{ text, hit }`; `isHit` is asked for each word in its folded form. */
export function markWords(text, isHit) {
  const pieces = [];
  let done = 0;
  for (const token of tokenize(text)) {
    if (token.parts !== undefined || token.end <= done || !isHit(token.text)) continue;
    const start = Math.max(token.start, done);
    if (start > done) pieces.push({ text: text.slice(done, start), hit: false });
    pieces.push({ text: text.slice(start, token.end), hit: true });
    done = token.end;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), hit: false });
  return pieces;
}
