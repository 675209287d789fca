// What the browser keeps of who the reader is: a user or a group that they named, and the teams that follow from it.
import { store, stored } from "./dom.js";

const keyOf = (root) => `callboard:me:${root.pathname}`;
const teamsKeyOf = (root) => `callboard:teams:${root.pathname}`;

/** The reader's reference, or null when they have not said. */
export const readIdentity = (root) => stored(keyOf(root));

/** Keeps who the reader is. */
export function keepIdentity(root, ref) {
  store(keyOf(root), ref);
  // Until the next visit finds the groups; see keptTeams.
  keepTeams(root, [ref]);
}

/** Has the browser forget who the reader is. */
export function forgetIdentity(root) {
  store(keyOf(root), null);
  store(teamsKeyOf(root), null);
}

/** The reader's own references as the last visit found them; empty when there was none. */
export function keptTeams(root) {
  const refs = JSON.parse(stored(teamsKeyOf(root)) ?? "[]");
  return Array.isArray(refs) ? refs.filter((ref) => typeof ref === "string") : [];
}

export function keepTeams(root, refs) {
  store(teamsKeyOf(root), JSON.stringify(refs));
}
