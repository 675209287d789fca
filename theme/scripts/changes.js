// The page of changes loads its filter; other pages do without.

export function enhanceChanges() {
  const form = document.querySelector("form[data-cb-changes]");
  if (!form) return;
  import("./changes/filter.js").then(({ ChangeFilter }) => new ChangeFilter(form).start()).catch(console.error);
}
