// The page of changes loads its filter; other pages do without.

export async function enhanceChanges() {
  const tools = document.querySelector("[data-cb-changes]");
  if (!tools) return;
  const { ChangeFilter } = await import("./changes/filter.js");
  new ChangeFilter(tools).start();
}
