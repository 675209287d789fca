// The card that previews an entity, made of the entity's published data.
import { element, icon } from "../dom.js";
import { text } from "../strings.js";

const loaded = new Map();

/** A card for a link to an entity: `{ link, node, show, close }`; null where its data cannot be had. */
export async function preview(link) {
  const [, kind, namespace, name] = /^([^:]+):([^/]+)\/(.+)$/su.exec(link.title || link.dataset.cbRef || "") ?? [];
  if (!name) return null;
  const root = document.documentElement.dataset.cbRoot || "./";
  const path = [kind, namespace, name].map(encodeURIComponent).join("/");
  const url = new URL(`${root}api/v1/entities/by-name/${path}.json`, document.baseURI).href;
  if (!loaded.has(url)) {
    loaded.set(url, fetch(url).then((response) => (response.ok ? response.json() : null)).catch(() => null));
  }
  const entity = await loaded.get(url);
  return entity ? card(link, entity) : null;
}

function card(link, entity) {
  const { metadata, spec = {}, relations = [] } = entity;
  const owner = relations.find(({ type }) => type === "ownedBy")?.targetRef ?? spec.owner;
  const facts = [["type", spec.type], ["lifecycle", spec.lifecycle], ["owner", owner?.replace(/^.*\//u, "")]]
    .filter(([, value]) => typeof value === "string");
  const node = element(
    "div", { class: "preview", popover: "manual", role: "tooltip", id: "cb:preview" },
    element(
      "p", { class: "preview-title" }, icon(iconOf(link)), element("strong", {}, element("bdi", {}, metadata.title ?? metadata.name)),
    ),
    ...(metadata.description ? [element("p", { class: "preview-text" }, metadata.description)] : []),
    element("dl", { class: "preview-facts" }, ...facts.map(([name, value]) =>
      element("div", {}, element("dt", {}, text(`tool.${name}`)), element("dd", {}, element("bdi", {}, value))))),
  );
  node.dataset.cbKind = link.dataset.cbKind;
  const sheet = new CSSStyleSheet();
  const { title } = link;
  return {
    link,
    node,
    show() {
      document.body.append(node);
      node.showPopover?.();
      place(node, link, sheet);
      document.adoptedStyleSheets.push(sheet);
      link.setAttribute("aria-describedby", node.id);
      // The browser's own tip would lie over it.
      link.title = "";
      link.dataset.cbRef = title;
    },
    close() {
      node.remove();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
      link.removeAttribute("aria-describedby");
      link.title = title || link.dataset.cbRef;
    },
  };
}

const iconOf = (link) => link.querySelector("use")?.getAttribute("href")?.split("#")[1] ?? "entity";

/** Below the link, or above where there is no room below; within the window. */
function place(node, link, sheet) {
  const around = link.getBoundingClientRect();
  const { width, height } = node.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const isRight = getComputedStyle(link).direction === "rtl";
  const start = isRight ? around.right - width : around.left;
  const left = Math.max(8, Math.min(start, clientWidth - width - 8));
  const isAbove = around.bottom + height + 12 > clientHeight && around.top > height + 12;
  const top = isAbove ? around.top - height - 6 : around.bottom + 6;
  sheet.replaceSync(`.preview { inset: ${Math.round(top)}px auto auto ${Math.round(left)}px; }`);
}
