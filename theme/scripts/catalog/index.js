// Starts the catalog's table on the pages that have one. Its data are fetched only when there is a use for them.
const container = document.querySelector("[data-cb-catalog]");
if (container) {
  const { CatalogPage } = await import("./page.js");
  const page = new CatalogPage(container);
  page.start();
  const prepare = (options) => page.prepare(options).catch(() => {});
  for (const type of ["pointerover", "focusin"]) {
    container.addEventListener(type, () => prepare(), { once: true });
  }
  const { connection } = navigator;
  if (connection?.effectiveType === "4g" && !connection.saveData) {
    (globalThis.requestIdleCallback ?? setTimeout)(() => prepare({ isIdle: true }));
  }
}
