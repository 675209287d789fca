// Starred entities and the reader's teams, from what their browser keeps.
import { element, icon } from "../dom.js";
import { keepTeams, keptTeams, readIdentity } from "../identity.js";
import { keptPage } from "../refs.js";
import { starred } from "../stars.js";

const SHOWN = 8;

/** What has an icon of its own; kinds of the operator's have the icon of any entity here. */
const icons = new Set(["component", "api", "resource", "system", "domain", "group", "user", "location", "template"]);

/** The place holds a list for each, with a hint that stands while the list is empty. */
export function enhanceMine() {
  const place = document.querySelector("[data-cb-mine]");
  if (!place) return;
  const rootPath = document.documentElement.dataset.cbRoot || "./";
  const root = new URL(rootPath, document.baseURI);
  const lists = Object.fromEntries(
    [...place.querySelectorAll("[data-cb-mine-list]")].map((list) => [list.dataset.cbMineList, list]),
  );
  const fill = (list, refs) => {
    const items = refs.slice(0, SHOWN).flatMap((ref) => {
      const page = keptPage(ref);
      return page ? [element("li", {}, link(rootPath, ref, page))] : [];
    });
    list.replaceChildren(...items);
    list.hidden = items.length === 0;
    list.nextElementSibling.hidden = items.length > 0;
  };
  fill(lists.starred, [...starred()].reverse());
  document.addEventListener("cb:starred", () => fill(lists.starred, [...starred()].reverse()));

  const me = readIdentity(root);
  if (!me) return;
  // What was found at the last visit stands at once; the catalog may have changed since.
  const kept = keptTeams(root);
  fill(lists.teams, kept);
  // Nothing of the page waits for it, and a reader without a name never loads it.
  findTeams(me, new URL(place.dataset.cbMine, root)).then((teams) => {
    if (teams.join() === kept.join()) return;
    keepTeams(root, teams);
    fill(lists.teams, teams);
  }).catch(console.error);
}

async function findTeams(me, url) {
  const [{ openCatalog }, { ownersFor }] = await Promise.all([import("../catalog/data.js"), import("../catalog/identity.js")]);
  return [...await ownersFor(me, await openCatalog(url))];
}

function link(root, ref, { url, title, kind }) {
  const node = element(
    "a", { class: "ref", href: root + url, title: ref, "data-cb-kind": kind },
    icon(icons.has(kind) ? kind : "entity"), element("span", {}, element("bdi", {}, title)),
  );
  return node;
}
