// Starred entities and the reader's teams, from what their browser keeps.
import { openCatalog } from "../catalog/data.js";
import { ownersFor, readIdentity } from "../catalog/identity.js";
import { element, icon } from "../dom.js";
import { keptPage } from "../refs.js";
import { starred } from "../stars.js";

const SHOWN = 8;

/** `place` holds a list for each, with a hint that stands while the list is empty. */
export async function showMine(place) {
  const rootPath = document.documentElement.dataset.cbRoot || "./";
  const root = new URL(rootPath, document.baseURI);
  const lists = Object.fromEntries(
    [...place.querySelectorAll("[data-cb-mine-list]")].map((list) => [list.dataset.cbMineList, list]),
  );
  const fill = (list, refs) => {
    const items = refs.slice(0, SHOWN).flatMap((ref) => {
      const page = keptPage(ref);
      return page ? [element("li", { class: "list-row" }, link(rootPath, ref, page))] : [];
    });
    list.replaceChildren(...items);
    list.hidden = items.length === 0;
    list.nextElementSibling.hidden = items.length > 0;
  };
  fill(lists.starred, [...starred()].reverse());
  document.addEventListener("cb:starred", () => fill(lists.starred, [...starred()].reverse()));

  const me = readIdentity(root);
  if (!me) return;
  const entry = await openCatalog(new URL(place.dataset.cbMine, root));
  const teams = [...await ownersFor(me, entry)];
  fill(lists.teams, teams);
}

function link(root, ref, { url, title, kind }) {
  const node = element("a", { class: "ref", href: root + url, title: ref }, icon(kind === "group" || kind === "user" || kind === "api" || kind === "system" || kind === "component" ? kind : "entity"), element("span", {}, element("bdi", {}, title)));
  node.dataset.cbKind = kind;
  return node;
}
