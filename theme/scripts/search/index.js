// Wires search to the page; loaded by every page of the site. What searches comes with the first use, because most pages
// are only read.

import { takeFound } from "./found-words.js";

// Where the site and its index lie, as the page that was loaded says; captured before anything else runs.
const { cbRoot, cbSearch } = document.documentElement.dataset;

if (cbSearch !== undefined) wire(new URL(cbRoot || "./", document.baseURI));

function wire(root) {
  /** What palette and search page work with; a failure is forgotten, so that the next use tries again. */
  const context = once(async () => {
    const { makeContext } = await import("./context.js");
    return makeContext(new URL(cbSearch, root).href, root);
  });
  const palette = once(async () => {
    const [{ Palette }, parts] = await Promise.all([import("./palette.js"), context()]);
    return new Palette(parts);
  });
  listen(palette);

  const page = document.querySelector("[data-cb-search-page]");
  if (page) {
    Promise.all([import("./page.js"), context()]).then(([{ SearchPage }, parts]) => new SearchPage(page, parts).start());
  }
  const found = takeFound();
  if (found) {
    Promise.all([import("./found.js"), context()]).then(([{ markFound }, { strings }]) => markFound(found, strings));
  }

  /** For scripts of the site: pages for a query, best first; `url` is absolute. */
  window.callboardSearch = async (query, { limit = 10 } = {}) => {
    const [{ addressed }, { client }] = await Promise.all([import("./view.js"), context()]);
    const { results } = await client.search(String(query), { limit });
    return addressed(results, root).map(({ href, title, kind }) => ({ url: href, title, kind }));
  };
}

/** Opens the palette by Ctrl or Cmd with K, by `/`, and by the page's buttons. */
function listen(palette) {
  const open = async () => {
    // Words that are typed while the palette comes are meant for it.
    let typed = "";
    const collect = (event) => {
      if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
      typed += event.key;
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener("keydown", collect, true);
    try {
      (await palette()).open(typed || undefined);
    } finally {
      removeEventListener("keydown", collect, true);
    }
  };
  document.addEventListener("keydown", (event) => {
    // The first half of the shortcut is time enough to fetch what the second half opens.
    if (event.key === "Control" || event.key === "Meta") palette().catch(() => {});
    const isShortcut = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
    const isSlash =
      event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
    if (!isShortcut && !isSlash) return;
    event.preventDefault();
    open();
  });
  for (const button of document.querySelectorAll("[data-cb-search-open]")) {
    button.addEventListener("click", (event) => {
      event.preventDefault();
      open();
    });
    for (const type of ["pointerenter", "focus"]) {
      button.addEventListener(type, () => palette().catch(() => {}), { once: true });
    }
  }
}

const isTyping = (target) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));

/** A function that makes its value at the first call, and again after a failure. */
function once(make) {
  let making;
  return () => {
    making ??= make().catch((error) => {
      making = undefined;
      throw error;
    });
    return making;
  };
}
