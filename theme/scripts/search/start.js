// Search itself, loaded by index.js: the palette, the search page, and the marks of what was found.

import { loadStyle } from "../dom.js";
import { SearchClient } from "./client.js";
import { markFound } from "./found.js";
import { Palette } from "./palette.js";
import { RecentPages } from "./recent.js";
import { strings } from "./strings.js";
import { addressed } from "./view.js";

/** `root` is the site's address and `index` that of the index's first file. Gives `{ palette, pages }`. */
export async function start({ root, index }) {
  const style = loadStyle("search");
  const client = new SearchClient(index);
  const context = { client, root, strings, recent: new RecentPages(root) };
  markFound(strings);

  const page = document.querySelector("[data-cb-search-page]");
  if (page) {
    const { SearchPage } = await import("./page.js");
    new SearchPage(page, context).start();
  }

  const pages = async (query, { limit = 10 } = {}) => {
    const { results } = await client.search(String(query), { limit });
    return addressed(results, root).map(({ href, title, kind }) => ({ url: href, title, kind }));
  };
  await style;
  return { palette: new Palette(context), pages };
}
