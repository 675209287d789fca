// What the palette and the search page share.

import { SearchClient } from "./client.js";
import { RecentPages } from "./recent.js";
import { readStrings } from "./strings.js";

/** `index` is the address of the index's first file, `root` the site's. */
export const makeContext = (index, root) => ({
  client: new SearchClient(index), root, strings: readStrings(document), recent: new RecentPages(root),
});
