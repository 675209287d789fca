// What the explorer shows, as the page's address says it. Left out is what is as usual.

export const DIRECTIONS = ["LR", "TB", "RL", "BT"];
export const DEPTHS = ["1", "2", "3", "4", "5", "all"];
export const LEVELS = ["none", "system", "domain"];

/** A reference as readers may write it, `component:default/shop` in full; null when it cannot be one. */
export function fullRef(text) {
  const match = /^([a-z][a-z0-9]*):(?:([^/:]+)\/)?([^/]+)$/u.exec(text.trim().toLowerCase());
  return match ? `${match[1]}:${match[2] ?? "default"}/${match[3]}` : null;
}

const list = (parameters, name) => parameters.getAll(name).flatMap((text) => text.split(",")).filter(Boolean);
const oneOf = (values, value) => (values.includes(value) ? value : values[0]);

/** The state that a query says; unknown values are as if absent. */
export function readState(query) {
  const parameters = new URLSearchParams(query);
  const depth = parameters.get("depth") ?? "1";
  return {
    roots: [...new Set(parameters.getAll("root").map(fullRef).filter((ref) => ref !== null))],
    depth: oneOf(DEPTHS, depth),
    direction: oneOf(DIRECTIONS, parameters.get("direction")),
    level: oneOf(LEVELS, parameters.get("level")),
    // Empty for all.
    kinds: list(parameters, "kind"),
    relations: list(parameters, "relation"),
    dangling: parameters.get("dangling") !== "hide",
    bothWays: parameters.get("ways") === "both",
    merge: parameters.get("merge") !== "off",
    // Lists that the reader unfolded: `ref|relation`.
    unfolded: parameters.getAll("more"),
  };
}

/** The query that says the state; empty or with its question mark. */
export function writeState(state) {
  const parameters = new URLSearchParams();
  for (const root of state.roots) parameters.append("root", root);
  if (state.depth !== DEPTHS[0]) parameters.set("depth", state.depth);
  if (state.direction !== DIRECTIONS[0]) parameters.set("direction", state.direction);
  if (state.level !== LEVELS[0]) parameters.set("level", state.level);
  if (state.kinds.length > 0) parameters.set("kind", state.kinds.join(","));
  if (state.relations.length > 0) parameters.set("relation", state.relations.join(","));
  if (!state.dangling) parameters.set("dangling", "hide");
  if (state.bothWays) parameters.set("ways", "both");
  if (!state.merge) parameters.set("merge", "off");
  for (const unfolded of state.unfolded) parameters.append("more", unfolded);
  const text = parameters.toString();
  return text === "" ? "" : `?${text.replaceAll("%3A", ":").replaceAll("%2F", "/").replaceAll("%2C", ",")}`;
}
