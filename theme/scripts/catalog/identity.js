// Who the reader is, for "owned by me": a user or a group that they name once, kept in their browser only.
import { element } from "../dom.js";
import { keepIdentity } from "../identity.js";
import { loadTable } from "./data.js";
import { text } from "./strings.js";

const SHOWN = 8;

/** The references whose entities are the reader's: their own and those of their groups. */
export async function ownersFor(identity, entry) {
  const owners = new Set([identity]);
  if (identity.startsWith("user:")) {
    const people = await loadPeople(entry);
    const row = people.rows.find((candidate) => people.table.ref(candidate) === identity);
    if (row !== undefined) for (const group of people.table.groupsOf(row)) owners.add(group);
  }
  return owners;
}

/** A field to find oneself by name; `chosen(ref)` is told. */
export function identityField(entry, root, chosen) {
  const field = element("input", {
    type: "search", placeholder: text("table.your-name"), "aria-label": text("table.who"), autocomplete: "off",
    spellcheck: "false",
  });
  const list = element("div", { class: "picker-list", role: "group", "aria-label": text("table.people") });
  field.addEventListener("input", async () => {
    const { table, rows } = await loadPeople(entry);
    const query = field.value.trim().toLowerCase();
    const found = query === "" ? [] : rows.filter((row) =>
      table.names[row].toLowerCase().includes(query) || table.title(row).toLowerCase().includes(query));
    list.replaceChildren(...found.slice(0, SHOWN).map((row) => {
      const ref = table.ref(row);
      const button = element("button", { type: "button", class: "picker-option", title: ref }, table.title(row));
      button.addEventListener("click", () => {
        keepIdentity(root, ref);
        chosen(ref);
      });
      return button;
    }));
    if (query !== "" && found.length === 0) list.replaceChildren(element("p", { class: "picker-note" }, text("table.nobody")));
  });
  return element("div", { class: "picker-identity" }, element("div", { class: "field" }, field), list);
}

let loading;

/** Users and groups, from the files that hold them. */
function loadPeople(entry) {
  loading ??= loadTable(entry, ["user", "group"]).then((table) => {
    const rows = Array.from({ length: table.count }, (_, row) => row)
      .filter((row) => ["user", "group"].includes(table.kind(row)));
    return { table, rows };
  });
  return loading;
}
