// Marks on the opened page what was searched for. The address stays clean: the words travel in the tab's own
// storage, for the one page that was chosen.

import { announce, element } from "../dom.js";
import { hits } from "./view.js";
import { markWords } from "./text.js";

const KEY = "callboard:found";
const FRESH_MILLISECONDS = 30_000;
const MAXIMUM_MARKS = 500;
const MAXIMUM_CHARACTERS = 400_000;
const HIGHLIGHT = "cb-found";
const LEFT_OUT = "script, style, nav, select, textarea, button, svg, .visually-hidden";

/** Notes for the page at `href` what it was found by; `answer` is one of the engine's. */
export function rememberFound(href, { terms, prefix }) {
  const url = new URL(href);
  try {
    const found = { page: url.origin + url.pathname, terms: terms.slice(0, 50), prefix, time: Date.now() };
    sessionStorage.setItem(KEY, JSON.stringify(found));
  } catch {
    // Then the page is shown without marks.
  }
}

/** What this page was found by, once; null when it was opened otherwise. */
function takeFound() {
  try {
    const found = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    const isHere = found?.page === location.origin + location.pathname;
    const isFresh = Date.now() - found?.time < FRESH_MILLISECONDS;
    if (found) sessionStorage.removeItem(KEY);
    return isHere && isFresh && Array.isArray(found.terms) ? found : null;
  } catch {
    return null;
  }
}

/** Marks the words that led to this page, until Escape is pressed. */
export function markFound(strings) {
  const found = takeFound();
  const main = document.querySelector("main article") ?? document.querySelector("main");
  if (!found || !main) return;
  const ranges = rangesOf(main, hits(found));
  if (ranges.length === 0) return;
  const clear = globalThis.CSS?.highlights ? paint(ranges) : wrap(ranges);
  announce(strings("foundHere", { count: ranges.length }));
  const listen = (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    clear();
    removeEventListener("keydown", listen);
  };
  addEventListener("keydown", listen);
}

function rangesOf(root, isHit) {
  const ranges = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest(LEFT_OUT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  let left = MAXIMUM_CHARACTERS;
  while (left > 0 && walker.nextNode()) {
    const node = walker.currentNode;
    left -= node.data.length;
    let offset = 0;
    for (const { text, hit } of markWords(node.data, isHit)) {
      const end = offset + text.length;
      if (hit) {
        const range = new Range();
        range.setStart(node, offset);
        range.setEnd(node, end);
        ranges.push(range);
        if (ranges.length === MAXIMUM_MARKS) return ranges;
      }
      offset = end;
    }
  }
  return ranges;
}

/** Changes nothing in the page. */
function paint(ranges) {
  CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
  return () => CSS.highlights.delete(HIGHLIGHT);
}

/** For browsers without highlights: `mark` elements, last ones first so that the others' places stay. */
function wrap(ranges) {
  const marks = ranges.reverse().map((range) => {
    const mark = element("mark", { class: "cb-found" });
    range.surroundContents(mark);
    return mark;
  });
  return () => {
    for (const mark of marks) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
  };
}
