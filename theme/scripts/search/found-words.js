// What a page was found by, on its way from the results to that page: in the tab's own storage, so that the
// address stays clean.

const KEY = "callboard:found";
const FRESH_MILLISECONDS = 30_000;

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
export function takeFound() {
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
