// Makes the catalog's table ready for use. What answers comes with the first use, at once when the page's address asks
// for more than the page shows, or when a wide connection has nothing else to do.
import { starButton, starred } from "../stars.js";
import { addSortButton } from "./heading.js";

const FIRST_STARS = 40;

const container = document.querySelector("[data-cb-catalog]");
if (container) enhance(container);

function enhance(container) {
  let starting;
  const start = () => {
    starting ??= import("./page.js").then(({ CatalogPage }) => {
      const page = new CatalogPage(container);
      page.start();
      container.removeEventListener("click", pressAgain);
      return page;
    });
    return starting;
  };
  // A press that comes before there is an answer.
  const pressAgain = async ({ target }) => {
    await start();
    target.closest("[data-cb-picker]")?.click();
  };
  const prepare = async (options) => {
    try {
      await (await start()).prepare(options);
    } catch {
      // Whoever needs the data asks again, and is told.
    }
  };

  const table = container.querySelector("table");
  for (const header of table.tHead.rows[0].cells) {
    if (header.dataset.cbColumn === "star") continue;
    addSortButton(header, async (column) => (await start()).sortBy(column));
  }
  const stars = starred();
  const star = (row) => {
    const link = row.querySelector(".cell-name a");
    const cell = row.querySelector(".cell-star");
    if (!link || cell.firstChild) return;
    cell.append(starButton(link.title, link.textContent.trim(), stars.has(link.title)));
  };
  // Those that a window shows come first, the others when the browser has painted these.
  const rows = [...table.tBodies[0].rows];
  rows.slice(0, FIRST_STARS).forEach(star);
  const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
  if (rows.length > FIRST_STARS) whenIdle(() => rows.slice(FIRST_STARS).forEach(star));

  container.addEventListener("click", pressAgain);
  for (const type of ["pointerover", "focusin"]) {
    container.addEventListener(type, () => prepare(), { once: true });
  }
  if (location.search !== "") start();
  const { connection } = navigator;
  if (connection?.effectiveType === "4g" && !connection.saveData) {
    whenIdle(() => prepare({ isIdle: true }));
  }
}
