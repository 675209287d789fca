// Which columns the table has, and its headings.
import { element, icon } from "../dom.js";
import { addSortButton } from "./heading.js";
import { text } from "./strings.js";

/** All columns after the name, in their order. */
export const allColumns = [
  "kind", "system", "domain", "owner", "type", "lifecycle", "namespace", "description", "targets", "tags",
];

export const labelOf = (column) => text(`column.${column}`);

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
    case "location": return ["type", ...namespace, "targets"];
    default: return ["system", "owner", "type", "lifecycle", ...namespace, "description", "tags"];
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
  addSortButton(header, (name) => page.sortBy(name));
  return header;
}
