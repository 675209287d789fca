// The rows of the table, in the shape that templates/partials/catalog-rows.html gives them.
import { element, icon } from "../dom.js";
import { starButton } from "../stars.js";
import { pageOf } from "../refs.js";

/** A row for the table's row number; `stars` are the references of starred entities. */
export function tableRow(table, row, { columns, root, stars }) {
  const ref = table.ref(row);
  return element(
    "tr", { role: "row" },
    ...["name", ...columns, "star"].map((column) => {
      const content = cells[column]?.({ table, row, ref, root, stars, column });
      return element("td", { role: "cell", class: `cell-${column}` }, ...[content ?? []].flat());
    }),
  );
}

const cells = {
  name: ({ table, row, ref, root }) => {
    const kind = table.kind(row);
    const style = table.entry.kinds.find((entry) => entry.kind === kind);
    return element(
      "a", { class: "ref", "data-cb-kind": kind, href: root + pageOf(ref), title: ref },
      icon(style?.icon ?? "entity"), element("span", {}, element("bdi", {}, table.title(row))),
    );
  },
  kind: ({ table, row }) => nameOf(table, "kind", row),
  owner: reference,
  system: reference,
  domain: reference,
  type: ({ table, row }) => {
    const type = nameOf(table, "type", row);
    return type && element("span", { class: "badge" }, type);
  },
  lifecycle: ({ table, row }) => {
    const value = nameOf(table, "lifecycle", row);
    return value && element("span", { class: "badge badge-dot", "data-cb-lifecycle": value.toLowerCase() }, value);
  },
  namespace: ({ table, row }) => nameOf(table, "namespace", row),
  description: ({ table, row }) => {
    const text = table.descriptions?.[row];
    return text && element("p", { class: "cell-text" }, element("bdi", {}, text));
  },
  targets: ({ table, row }) => {
    const targets = table.targets?.[row] ?? [];
    return targets.length > 0 &&
      element("ul", { class: "targets" }, ...targets.slice(0, 3).map((target) => element("li", {}, target)));
  },
  tags: ({ table, row, root }) => {
    const items = table.tagsOf(row).map((tag) =>
      element("li", {}, element("a", { class: "tag", href: `${root}catalog/-/tag/${encodeURIComponent(tag)}/` }, tag)),
    );
    return items.length > 0 && element("ul", { class: "tags" }, ...items);
  },
  star: ({ table, row, ref, stars }) => starButton(ref, table.title(row), stars.has(ref)),
};

function nameOf(table, column, row) {
  const { codes, names } = table.columns.get(column);
  return codes[row] < 0 ? null : names[codes[row]];
}

function reference({ table, row, root, column }) {
  const ref = table.value(column, row);
  if (ref === null) return null;
  const { missing, pageless } = table.columns.get(column);
  const name = element("bdi", {}, nameOf(table, column, row));
  const node = pageless.has(ref)
    ? element("span", { title: ref }, name) : element("a", { href: root + pageOf(ref), title: ref }, name);
  return missing.has(ref) ? [node, " ", element("span", { class: "ref-missing" }, "missing")] : node;
}
