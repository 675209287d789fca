// The graph explorer: entities around those that the page's address names, drawn and as a list.
import { element } from "../dom.js";
import { Controls } from "./controls.js";
import { GraphData } from "./data.js";
import { fullRef, readState, writeState } from "./state.js";
import { text } from "./strings.js";

const SUGGESTIONS = 8;

export class Explorer {
  /** `container` names the entry file of the graph's data; `overview` is what stands below it without roots. */
  constructor(container, overview) {
    const { cbRoot, cbSearch, cbSprite } = document.documentElement.dataset;
    this.container = container;
    this.overview = overview;
    this.root = new URL(cbRoot || "./", document.baseURI);
    const entry = new URL(container.dataset.cbExplorer, this.root);
    this.data = new GraphData((path) => load(new URL(path, entry)));
    this.index = new URL(cbSearch, this.root).href;
    this.sprite = cbSprite;
    const valuesOf = (selector) => [...container.querySelectorAll(selector)]
      .map((node) => ({ value: node.dataset.cbValue, icon: node.dataset.cbIcon, label: node.textContent }));
    this.kinds = valuesOf("[data-cb-icon]");
    this.relations = valuesOf("[data-cb-relation]");
    this.drawn = 0;
  }

  start() {
    this.status = element("p", { class: "explorer-status", role: "status" });
    this.controls = new Controls({
      kinds: this.kinds, relations: this.relations, suggest: (typed) => this.suggest(typed),
      change: (changes) => this.change(changes), nameOf: (ref) => this.data.nameOf(ref),
    });
    this.place = element("div", { class: "explorer-drawing" }, this.status);
    this.container.replaceChildren(this.controls.node, this.place);
    addEventListener("popstate", () => this.readAddress());
    this.readAddress();
  }

  /** What draws comes with the first entity to draw. */
  drawing() {
    this.starting ??= import("./drawing.js").then(({ Drawing }) => {
      const drawing = new Drawing({
        data: this.data, sprite: this.sprite, hrefOf: (node) => this.hrefOf(node), iconOf: (kind) => this.iconOf(kind),
        choose: (node) => this.choose(node), open: (node) => this.open(node),
      });
      this.place.append(...drawing.nodes);
      this.stage = drawing.stage;
      return drawing;
    });
    return this.starting;
  }

  readAddress() {
    this.state = readState(location.search);
    return this.update();
  }

  change(changes) {
    this.state = { ...this.state, ...changes };
    history.pushState(null, "", writeState(this.state) || location.pathname);
    return this.update();
  }

  async update() {
    this.drawn += 1;
    const drawn = this.drawn;
    const isWanted = () => drawn === this.drawn;
    const isEmpty = this.state.roots.length === 0;
    this.controls.show(this.state);
    this.place.hidden = isEmpty;
    this.overview.hidden = !isEmpty;
    if (isEmpty) return;
    try {
      const [drawing] = await Promise.all([this.drawing(), this.data.open()]);
      if (!isWanted()) return;
      const found = await drawing.show(this.state, isWanted);
      if (!found) return;
      this.controls.show(this.state);
      this.status.textContent = this.summary(found);
      if (this.wantsFocus) this.stage.focus(this.stage.root ?? 0);
      this.wantsFocus = false;
    } catch (error) {
      if (!isWanted()) return;
      this.status.textContent = text(this.data.entry ? "explorer.failed" : "explorer.failed-start");
      this.overview.hidden = this.data.entry !== undefined;
      console.error(error);
    }
  }

  summary({ nodes, links, isCut, maximum }) {
    const missing = this.state.roots.filter((ref) => this.data.missing.has(ref));
    const parts = missing.map((ref) => text("explorer.absent", { ref }));
    const counted = [text("explorer.nodes", { count: nodes.length }), text("explorer.links", { count: links.length })];
    parts.push(counted.join(", "));
    if (isCut) parts.push(text("explorer.cut", { count: maximum }));
    return `${parts.join(". ")}.`;
  }

  /** Re-roots, or unfolds what a node stands for; keeps the reader's place in the drawing. */
  choose(node) {
    this.wantsFocus = this.stage.element.contains(document.activeElement);
    if (node.shape === "more") this.change({ unfolded: [...this.state.unfolded, node.ref] });
    else this.change({ roots: [node.ref], unfolded: [] });
  }

  open(node) {
    const href = this.hrefOf(node);
    if (href !== null) location.assign(href);
  }

  hrefOf({ ref, shape }) {
    if (shape !== "entity") return null;
    const [, kind, namespace, name] = /^([^:]+):([^/]+)\/(.+)$/u.exec(ref);
    const path = ["catalog", namespace, kind, name].map(encodeURIComponent).join("/");
    return new URL(`${path}/`, this.root).href;
  }

  iconOf(kind) {
    return this.kinds.find(({ value }) => value === kind)?.icon ?? "entity";
  }

  /** Entities for what a reader types. */
  async suggest(typed) {
    this.search ??= import("../search/client.js").then(({ SearchClient }) => new SearchClient(this.index));
    const { results } = await this.search
      .then((search) => search.search(typed, { limit: 4 * SUGGESTIONS }))
      .catch(() => ({ results: [] }));
    const found = [];
    for (const result of results) {
      const match = /^catalog\/([^/]+)\/([^/]+)\/([^/]+)\/?$/u.exec(result.url ?? result.route ?? "");
      const ref = match && fullRef(`${match[2]}:${match[1]}/${decodeURIComponent(match[3])}`);
      if (ref && !found.some((entry) => entry.ref === ref)) found.push({ ref, name: result.title });
    }
    return found.slice(0, SUGGESTIONS);
  }
}

async function load(url) {
  const response = await fetch(url, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${response.status} for ${url.pathname}`);
  return response.json();
}
