// The words that search shows. A translation stands in the page as
// <script type="application/json" id="cb:strings">{"search": {"placeholder": "…"}}</script>.

const english = {
  label: "Search",
  placeholder: "Search the catalog and the docs",
  close: "Close",
  recent: "Recently opened",
  starred: "Starred",
  actions: "Actions",
  actionCopy: "Copy {ref}",
  actionSource: "Open the source in its repository",
  actionStar: "Star this entity",
  actionUnstar: "Remove the star from this entity",
  actionTheme: "Switch the colour scheme",
  foundHere: "{count} matches are marked. Press Escape to remove the marks.",
  hint: "Type to search. Try a name, a word from a page, or kind:api.",
  searching: "Searching…",
  noResults: "Nothing found for “{query}”",
  noResultsHint: "Try fewer or other words.",
  oneResult: "1 result",
  results: "{count} results",
  corrected: "Also looked for: {terms}",
  allResults: "Show all {count} results",
  failed: "Search is not available right now.",
  filters: "Filters",
  filtersChosen: "Filters ({count} chosen)",
  clear: "Clear filters",
  previous: "Previous",
  next: "Next",
  page: "Page {page} of {pages}",
  pages: "Pages of results",
  in: "in",
  hintMove: "to move",
  hintOpen: "to open",
  hintClose: "to close",
  facetKind: "Kind",
  facetOwner: "Owner",
  facetTag: "Tag",
  facetLifecycle: "Lifecycle",
  facetType: "Type",
  facetSystem: "System",
  facetNamespace: "Namespace",
  facetIn: "Part of the portal",
  facetVersion: "Version",
  facetLocale: "Language",
};

/** The words for this page: the translation where there is one, else English. */
export function readStrings(document) {
  const strings = new Map(Object.entries(english));
  try {
    const source = document.getElementById("cb:strings")?.textContent;
    for (const [key, value] of Object.entries(JSON.parse(source ?? "{}").search ?? {})) {
      if (strings.has(key) && typeof value === "string") strings.set(key, value);
    }
  } catch {
    // A broken translation leaves English.
  }
  return (key, values = {}) =>
    strings.get(key).replace(/\{(\w+)\}/gu, (whole, name) => String(values[name] ?? whole));
}
