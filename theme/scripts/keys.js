// Single keys: `?` tells of all of them, `g` and a letter go to a part of the portal, `[` and `]` through the docs.

import { loadStyle } from "./dom.js";

const places = { h: "home", c: "catalog", d: "docs", g: "graph", n: "changes", p: "problems", s: "settings" };

/** How long the second key may take. */
const PATIENCE_MILLISECONDS = 1500;

const isTyping = (target) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));

/** The link to a part of the portal; undefined where this site has none. */
const placeLink = (place) => document.querySelector(`a[data-cb-place="${place}"]`);

const actions = {
  "[": () => document.querySelector("a[rel=prev]"),
  "]": () => document.querySelector("a[rel=next]"),
  e: () => document.querySelector("a[data-cb-edit]"),
  t: () => document.querySelector("[data-cb-theme-switch]"),
  f: () => document.querySelector(".page-header button[data-cb-star]"),
};

export function enhanceKeys() {
  for (const button of document.querySelectorAll("[data-cb-keys]")) button.addEventListener("click", show);
  let isGoing = false;
  let timer;
  document.addEventListener("keydown", (event) => {
    const { key } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.documentElement.dataset.keys === "off" || document.querySelector("dialog[open]")) return;
    if (isGoing) {
      isGoing = false;
      clearTimeout(timer);
      const link = Object.hasOwn(places, key) ? placeLink(places[key]) : undefined;
      if (link) {
        event.preventDefault();
        link.click();
      }
      return;
    }
    if (key === "?") {
      event.preventDefault();
      show();
    } else if (key === "g") {
      isGoing = true;
      timer = setTimeout(() => (isGoing = false), PATIENCE_MILLISECONDS);
    } else if (Object.hasOwn(actions, key)) {
      // In the graph and in lists of options the arrow keys and letters have meanings of their own.
      if (event.target.closest?.("[role=listbox], [role=tablist], .explorer")) return;
      actions[key]()?.click();
    }
  });
}

/** What the dialog lists: rows of keys and what they lead to, those only that do something here. */
function rows() {
  const go = Object.entries(places).map(([key, place]) => ({ keys: ["g", key], place: placeLink(place)?.textContent.trim() }));
  const here = { "[": "previous", "]": "next", e: "edit", f: "star", t: "scheme" };
  const page = Object.entries(here).filter(([key]) => actions[key]()).map(([key, name]) => ({ keys: [key], name }));
  return { portal: go.filter(({ place }) => place), page };
}

async function show() {
  const [{ showKeys }] = await Promise.all([import("./keys/dialog.js"), loadStyle("overlays")]);
  showKeys(rows());
}
