// The page of changes loads its filter with the first sign that a reader wants it; other pages do without.

export function enhanceChanges() {
  const tools = document.querySelector("[data-cb-changes]");
  if (!tools) return;
  let starting;
  const start = () => {
    starting ??= import("./changes/filter.js").then(({ ChangeFilter }) => new ChangeFilter(tools).start());
  };
  if (location.search !== "") start();
  for (const type of ["focusin", "pointerover", "input"]) tools.addEventListener(type, start, { once: true });
}
