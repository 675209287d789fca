// What a word that is not in the index may have been meant to be.

// How much more likely a slip is that only leaves letters out or swaps them, in powers of 2, as weights are of frequencies:
// any other has to hit upon one letter of about 26.
const PLAIN_SLIP = 4;

/** How many slips a word of this length may have. */
export const allowedEdits = (length) => (length < 3 ? 0 : length < 8 ? 1 : 2);

/**
 * Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other, or
 * `limit + 1` when there are more than `limit`.
 */
export function editDistance(left, right, limit) {
  const [a, b] = [[...left], [...right]];
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before = [];
  let above = b.map((_, index) => index).concat(b.length);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      let cost = Math.min(above[column] + 1, current[column - 1] + 1, above[column - 1] + (isSame ? 0 : 1));
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) cost = Math.min(cost, before[column - 2] + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    [before, above] = [above, current];
  }
  return above[b.length];
}

/** Up to `count` corrections `{ term, distance }`, nearest and likeliest first. */
export async function corrections(reader, word, count) {
  const letters = [...word].length;
  const limit = allowedEdits(letters);
  if (limit === 0 || /\d/.test(word)) return [];
  const found = [];
  for (const { term, weight } of await reader.similarWords(word, limit)) {
    if (term === word) continue;
    const distance = editDistance(word, term, limit);
    if (distance > limit) continue;
    found.push({ term, distance, weight: weight + (areAll(word, term) ? PLAIN_SLIP : 0) });
  }
  found.sort((a, b) => a.distance - b.distance || b.weight - a.weight || (a.term < b.term ? -1 : 1));
  const nearest = found.filter((entry) => entry.distance === found[0].distance);
  return nearest.slice(0, count);
}

/** Whether the letters of a word are all among those of another, each as often. */
function areAll(word, other) {
  const rest = [...other];
  return [...word].every((letter) => {
    const place = rest.indexOf(letter);
    if (place >= 0) rest.splice(place, 1);
    return place >= 0;
  });
}
