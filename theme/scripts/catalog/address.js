// What the reader chose, and how the page's address says it: ?kind=api&owner=sellers&q=pay&sort=-name&page=2.

/** The properties that filter, in the order of Backstage's pickers. */
export const facets = ["kind", "type", "owner", "system", "domain", "lifecycle", "tag", "namespace", "problem"];

const lists = ["owned", "starred"];
// Of facets whose values are references: the kind that a short one leaves out.
const kinds = new Map([["owner", "group"], ["system", "system"], ["domain", "domain"]]);
// What Backstage calls the same: filters[owners]=…, or filters[owners][0]=… for several.
const backstage = new Map([
  ["kind", "kind"], ["type", "type"], ["owners", "owner"], ["lifecycles", "lifecycle"], ["tags", "tag"],
  ["namespace", "namespace"],
]);

export const emptyState = () => ({
  text: "", list: "all", filters: new Map(), sort: null, page: 1, columns: null,
});

/** Whether the page shows what it was built with. */
export const isUntouched = (state) =>
  state.text === "" && state.list === "all" && state.filters.size === 0 && !state.sort && state.page === 1 &&
  !state.columns;

/** The state that the query string of an address says; whatever it does not know is left out. */
export function readState(search) {
  const state = emptyState();
  const add = (facet, value) => {
    const canonical = fullValue(facet, value.trim().toLowerCase());
    const values = state.filters.get(facet) ?? [];
    if (canonical !== "" && !values.includes(canonical)) state.filters.set(facet, [...values, canonical]);
  };
  for (const [name, value] of new URLSearchParams(search)) {
    const theirs = /^filters\[(\w+)\](?:\[\d*\])?$/u.exec(name)?.[1];
    if (facets.includes(name)) add(name, value);
    else if (name === "q" || theirs === "text") state.text = value;
    else if ((name === "list" || theirs === "user") && lists.includes(value)) state.list = value;
    else if (name === "sort" && /^-?[a-z]+$/u.test(value)) {
      state.sort = { column: value.replace("-", ""), isDescending: value.startsWith("-") };
    } else if (name === "page") state.page = Math.max(1, Number.parseInt(value, 10) || 1);
    else if (name === "columns") state.columns = value.split(",").filter(Boolean);
    else if (backstage.has(theirs) && value !== "all") add(backstage.get(theirs), value);
  }
  return state;
}

/** The query string with its question mark; empty when there is nothing to say. */
export function writeState(state) {
  const parts = [];
  const add = (name, value) => parts.push(`${name}=${readable(value)}`);
  if (state.list !== "all") add("list", state.list);
  for (const facet of facets) for (const value of state.filters.get(facet) ?? []) add(facet, shortValue(facet, value));
  if (state.text !== "") add("q", state.text);
  if (state.sort) add("sort", (state.sort.isDescending ? "-" : "") + state.sort.column);
  if (state.columns) add("columns", state.columns.join(","));
  if (state.page > 1) add("page", String(state.page));
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}

/** Escapes what a query may not hold, and no more. */
const readable = (text) =>
  encodeURIComponent(text).replaceAll("%20", "+").replace(/%(?:3A|2F|2C|40)/gu, decodeURIComponent);

/** `sellers` is `group:default/sellers` for an owner; other values stay. */
export function fullValue(facet, value) {
  const kind = kinds.get(facet);
  if (!kind || value === "") return value;
  const [, ownKind, namespace, name] = /^(?:([^:/]*):)?(?:([^/]*)\/)?(.*)$/su.exec(value);
  return `${ownKind || kind}:${namespace || "default"}/${name}`;
}

/** The shortest text that `fullValue` takes for the same. */
export function shortValue(facet, value) {
  const kind = kinds.get(facet);
  if (!kind) return value;
  const short = value.startsWith(`${kind}:`) ? value.slice(kind.length + 1) : value;
  const shorter = short.replace(/^([^:/]*:)?default\//u, "$1");
  return fullValue(facet, shorter) === value ? shorter : value;
}
