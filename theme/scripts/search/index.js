// Wires search to the page. What answers is loaded when the reader reaches for it: most pages are read without.

const { cbRoot, cbSearch } = document.documentElement.dataset;

if (cbSearch !== undefined) {
  const root = new URL(cbRoot || "./", document.baseURI);
  const index = new URL(cbSearch, root).href;
  let loading;
  const load = () => {
    loading ??= import("./start.js").then(({ start }) => start({ root, index })).catch((error) => {
      // The next press tries again.
      loading = undefined;
      throw error;
    });
    return loading;
  };

  attach(load);
  const missing = document.querySelector("[data-cb-near-misses]");
  if (document.querySelector("[data-cb-search-page]") || hasFound()) load();
  if (missing) import("./near-misses.js").then(({ showNearMisses }) => showNearMisses(missing, root, load)).catch(console.error);

  /** For scripts of the site: pages for a query, best first; `url` is absolute. */
  window.callboardSearch = async (query, options) => (await load()).pages(query, options);
}

/** Listens for the keys and for the page's buttons. */
function attach(load) {
  let typed = null;
  const open = async () => {
    if (typed !== null) return;
    typed = "";
    try {
      const { palette } = await load();
      palette.open(typed || undefined);
    } finally {
      typed = null;
    }
  };
  document.addEventListener("keydown", (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    // What is typed before the field is there goes into it.
    if (typed !== null && isPlain && event.key.length === 1) {
      event.preventDefault();
      typed += event.key;
      return;
    }
    const isShortcut = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
    const isSlash = event.key === "/" && isPlain && !isTyping(event.target)
      && document.documentElement.dataset.keys !== "off";
    if (!isShortcut && !isSlash) return;
    event.preventDefault();
    open();
  });
  for (const button of document.querySelectorAll("[data-cb-search-open]")) {
    button.addEventListener("click", (event) => {
      event.preventDefault();
      open();
    });
    for (const name of ["pointerenter", "focus"]) button.addEventListener(name, () => load().catch(() => {}), { once: true });
  }
}

function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

/** Whether the page was opened from search, so that its words are to be marked; see found.js. */
function hasFound() {
  try {
    return sessionStorage.getItem("callboard:found") !== null;
  } catch {
    return false;
  }
}
