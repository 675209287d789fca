// The page of changes loads its filter; other pages do without.

export function enhanceChanges() {
  const tools = document.querySelector("[data-cb-changes]");
  if (!tools) return;
  import("./changes/filter.js").then(({ ChangeFilter }) => new ChangeFilter(tools).start()).catch(console.error);
}
