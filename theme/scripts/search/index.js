// Wires search to the page; loaded by every page of the site.

import { SearchClient } from "./client.js";
import { markFound } from "./found.js";
import { Palette } from "./palette.js";
import { RecentPages } from "./recent.js";
import { strings } from "./strings.js";
import { addressed } from "./view.js";

// Where the site and its index lie, as the page that was loaded says; captured before anything else runs.
const { cbRoot, cbSearch } = document.documentElement.dataset;

if (cbSearch !== undefined) {
  const root = new URL(cbRoot || "./", document.baseURI);
  const client = new SearchClient(new URL(cbSearch, root).href);
  const context = { client, root, strings, recent: new RecentPages(root) };

  new Palette(context).attach();
  markFound(strings);

  const page = document.querySelector("[data-cb-search-page]");
  if (page) {
    const { SearchPage } = await import("./page.js");
    new SearchPage(page, context).start();
  }

  /** For scripts of the site: pages for a query, best first; `url` is absolute. */
  window.callboardSearch = async (query, { limit = 10 } = {}) => {
    const { results } = await client.search(String(query), { limit });
    return addressed(results, root).map(({ href, title, kind }) => ({ url: href, title, kind }));
  };
}
