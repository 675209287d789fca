// Tables of the portal: headers that sort, and a field that filters the rows of the page.
import { setIcon } from "./dom.js";
import { headingButton } from "./headings.js";
import { text } from "./strings.js";

let collator;

export function enhanceTables() {
  for (const table of document.querySelectorAll("table[data-cb-table]")) sortable(table);

  const field = document.querySelector("[data-cb-table-filter]");
  const list = document.querySelector("table[data-cb-table] tbody, [data-cb-filterable]");
  if (field && list) filterable(field, [...list.children]);
}

function sortable(table) {
  const body = table.tBodies[0];
  const headers = [...table.tHead.rows[0].cells];
  headers.forEach((header, column) => {
    headingButton(header).addEventListener("click", () => {
      const descending = header.getAttribute("aria-sort") === "ascending";
      for (const other of headers) {
        other.removeAttribute("aria-sort");
        setIcon(other, "sort");
      }
      header.setAttribute("aria-sort", descending ? "descending" : "ascending");
      setIcon(header, descending ? "sort-down" : "sort-up");
      body.append(...sorted([...body.rows], column, descending));
    });
  });
}

/** Rows by the text of a column; those without one stay last either way. */
function sorted(rows, column, descending) {
  collator ??= new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });
  const keyed = rows.map((row) => ({ row, key: keyOf(row.cells[column]) }));
  keyed.sort((a, b) => {
    if (!a.key || !b.key) return Number(!a.key) - Number(!b.key);
    return descending ? collator.compare(b.key, a.key) : collator.compare(a.key, b.key);
  });
  return keyed.map((entry) => entry.row);
}

function keyOf(cell) {
  return (cell.querySelector(".ref") ?? cell).textContent.trim();
}

function filterable(field, rows) {
  const status = document.querySelector("[data-cb-table-status]");
  const texts = rows.map((row) => row.textContent.toLowerCase());

  const apply = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, index) => {
      row.hidden = !words.every((word) => texts[index].includes(word));
      if (!row.hidden) shown += 1;
    });
    if (status) status.textContent = words.length > 0 ? text("tool.shown", { shown, count: rows.length }) : "";
    const url = new URL(location.href);
    if (field.value) url.searchParams.set("filter", field.value);
    else url.searchParams.delete("filter");
    history.replaceState(history.state, "", url);
  };

  field.addEventListener("input", apply);
  field.value = new URL(location.href).searchParams.get("filter") ?? field.value;
  if (field.value) apply();
}
