// The page of missing addresses tells what its address may have meant.
import { element, icon } from "../dom.js";

const SHOWN = 6;
/** How many pages of each search are compared with the address. */
const COMPARED = 30;

/** Fills `place`, which is hidden until something is found; `load()` promises search. */
export async function showNearMisses(place, root, load) {
  const { pages } = await load();
  const path = decoded(location.pathname.slice(root.pathname.length)).replace(/\.\w+$/u, "");
  // What stands in every address says nothing.
  const words = path.split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !/^(?:catalog|docs|default|index|e)$/u.test(word));
  if (words.length === 0) return;
  // The last word says most; of the others, fewer and fewer of the first ones are asked for.
  const found = await pages(words.at(-1), { limit: COMPARED });
  for (let first = 0; first < words.length - 1; first += 1) {
    const more = await pages(words.slice(first).join(" "), { limit: COMPARED });
    found.push(...more);
    if (more.length > 0) break;
  }
  const wanted = segments(path);
  const near = [...new Map(found.map((page) => [page.url, page])).values()]
    .map((page) => ({ page, score: likeness(wanted, segments(addressOf(page.url, root))) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, SHOWN);
  if (near.length === 0) return;
  place.querySelector("ul").replaceChildren(...near.map(({ page: { url, title, kind } }) =>
    element("li", {}, element("a", { href: url }, icon(kind === "docs" ? "docs" : "entity"), element("bdi", {}, title)))));
  place.hidden = false;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address of a page below the root of the site, without what follows its path. */
function addressOf(url, root) {
  return decoded(new URL(url, document.baseURI).pathname.slice(root.pathname.length));
}

function segments(path) {
  return path.toLowerCase().split("/").filter(Boolean);
}

/** How alike two addresses are: above all their last segments, then as many of the first ones as are the same. */
function likeness(wanted, other) {
  let shared = 0;
  while (shared < wanted.length && wanted[shared] === other[shared]) shared += 1;
  return 2 * overlap(pairs(wanted.at(-1)), pairs(other.at(-1))) + shared / Math.max(wanted.length, 1);
}

/** The neighbouring letters of a text, and its ends. */
function pairs(text = "") {
  const letters = [...` ${text} `];
  return new Set(letters.slice(1).map((letter, index) => letters[index] + letter));
}

/** 1 for the same, 0 for nothing in common. */
function overlap(some, others) {
  const both = [...some].filter((pair) => others.has(pair)).length;
  return (2 * both) / (some.size + others.size);
}
