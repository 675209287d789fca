// Which columns the table has, and its headings.
import { element, icon } from "../dom.js";

/** All columns after the name, in their order. */
export const allColumns = [
  "kind", "system", "domain", "owner", "type", "lifecycle", "namespace", "description", "targets", "tags",
];

const labels = { name: "Name", star: "Starred" };

export const labelOf = (column) => labels[column] ?? column[0].toUpperCase() + column.slice(1);

/** The reader's own choice, else Backstage's columns for the kind, without a type that is chosen anyway. */
export function columnsOf({ state, preset, pageColumns }, data) {
  if (state.columns) return allColumns.filter((column) => state.columns.includes(column));
  const kinds = state.filters.get("kind") ?? [];
  const columns = kinds.length === 1 && !preset ? columnsOfKind(kinds[0], data) : pageColumns;
  return (state.filters.get("type") ?? []).length === 1 ? columns.filter((column) => column !== "type") : columns;
}

/** The same as the builder's `EntityRows.columns(of:)`. */
function columnsOfKind(kind, data) {
  const hasNamespaces = data.columns.get("namespace").values.some((value) => value !== "default");
  const namespace = hasNamespaces ? ["namespace"] : [];
  switch (kind) {
    case "user": return [...namespace, "description", "tags"];
    case "domain": case "system": return ["owner", ...namespace, "description", "tags"];
    case "group": case "template": return ["type", ...namespace, "description", "tags"];
    case "location": return ["type", "targets", ...namespace];
    default: return ["system", "owner", "type", "lifecycle", ...namespace, "description", "tags"];
  }
}

/** Gives the headings of the page as it was built their buttons. */
export function prepareHeader(page) {
  for (const header of page.table.tHead.rows[0].cells) {
    if (header.dataset.cbColumn !== "star") addSortButton(header, page);
  }
}

/** The headings of the columns that the table has now. */
export function showHeader(page) {
  const row = page.table.tHead.rows[0];
  const wanted = ["name", ...page.columns, "star"];
  const old = new Map([...row.cells].map((cell) => [cell.dataset.cbColumn, cell]));
  if ([...old.keys()].join() !== wanted.join()) {
    row.replaceChildren(...wanted.map((column) => old.get(column) ?? headerCell(column, page)));
  }
  const { sort } = page.state;
  for (const cell of row.cells) {
    const isSorted = sort?.column === cell.dataset.cbColumn;
    if (isSorted) cell.setAttribute("aria-sort", sort.isDescending ? "descending" : "ascending");
    else cell.removeAttribute("aria-sort");
    const name = isSorted ? (sort.isDescending ? "sort-down" : "sort-up") : "sort";
    cell.querySelector(".sort-button .icon")?.replaceWith(icon(name));
  }
}

function headerCell(column, page) {
  const header = element("th", { role: "columnheader", scope: "col", "data-cb-column": column });
  if (column === "star") {
    header.append(element("span", { class: "visually-hidden" }, labelOf(column)));
    return header;
  }
  header.append(labelOf(column));
  addSortButton(header, page);
  return header;
}

/** A press sorts upward, one more downward, a third by the catalog's own order again. */
function addSortButton(header, page) {
  const button = element("button", { type: "button", class: "sort-button" }, ...header.childNodes, icon("sort"));
  header.append(button);
  button.addEventListener("click", () => {
    const column = header.dataset.cbColumn;
    const { sort } = page.state;
    const next = sort?.column !== column ? { column, isDescending: false }
      : sort.isDescending ? null : { column, isDescending: true };
    page.change({ sort: next, page: 1 });
  });
}
