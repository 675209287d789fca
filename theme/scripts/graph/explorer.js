// The graph explorer: entities around those that the page's address names, drawn and as a list.
import { element } from "../dom.js";
import { SearchClient } from "../search/client.js";
import { Controls } from "./controls.js";
import { GraphData } from "./data.js";
import { RelationList } from "./list.js";
import { MAXIMUM_NODES, drawnLinks, neighbourhood } from "./neighbourhood.js";
import { Stage } from "./stage.js";
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
    this.search = new SearchClient(new URL(cbSearch, this.root).href);
    this.sprite = cbSprite;
    this.kinds = [...container.querySelectorAll("[data-cb-value]")].map((node) => ({
      value: node.dataset.cbValue, icon: node.dataset.cbIcon, label: node.textContent,
    }));
    this.drawn = 0;
  }

  async start() {
    this.status = element("p", { class: "explorer-status", role: "status" });
    try {
      await this.data.open();
    } catch {
      this.status.textContent = text("explorer.failed-start");
      this.container.replaceChildren(this.status);
      return;
    }
    const choose = (node) => this.choose(node);
    const common = { hrefOf: (node) => this.hrefOf(node), iconOf: (kind) => this.iconOf(kind), choose };
    this.controls = new Controls({
      kinds: this.kinds, pairs: this.data.entry.pairs, suggest: (typed) => this.suggest(typed),
      change: (changes) => this.change(changes), nameOf: (ref) => this.data.nameOf(ref),
    });
    this.stage = new Stage({ ...common, sprite: this.sprite, open: (node) => this.open(node) });
    this.list = new RelationList(common);
    this.figure = element("figure", { class: "graph" }, this.stage.element);
    this.drawing = element("div", { class: "explorer-drawing" }, this.status, this.figure, this.list.element);
    this.container.replaceChildren(this.controls.node, this.drawing);
    addEventListener("popstate", () => this.readAddress());
    this.readAddress();
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
    const isEmpty = this.state.roots.length === 0;
    this.controls.show(this.state);
    this.drawing.hidden = isEmpty;
    this.overview.hidden = !isEmpty;
    if (isEmpty) return;
    try {
      const found = await neighbourhood(this.data, this.state);
      const graph = { nodes: found.nodes, links: drawnLinks(found.links, this.data, this.state) };
      if (drawn !== this.drawn) return;
      await this.stage.show(graph, this.state);
      if (drawn !== this.drawn) return;
      this.list.show(graph);
      this.controls.show(this.state);
      this.status.textContent = this.summary(found);
      if (this.wantsFocus) this.stage.focus(this.stage.root ?? 0);
      this.wantsFocus = false;
    } catch (error) {
      if (drawn !== this.drawn) return;
      this.status.textContent = text("explorer.failed");
      console.error(error);
    }
  }

  summary({ nodes, links, isCut }) {
    const missing = this.state.roots.filter((ref) => this.data.missing.has(ref));
    const parts = missing.map((ref) => text("explorer.absent", { ref }));
    const counted = [text("explorer.nodes", { count: nodes.length }), text("explorer.links", { count: links.length })];
    parts.push(counted.join(", "));
    if (isCut) parts.push(text("explorer.cut", { count: MAXIMUM_NODES }));
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
    const { results } = await this.search.search(typed, { limit: 4 * SUGGESTIONS }).catch(() => ({ results: [] }));
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
