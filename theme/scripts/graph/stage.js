// The explorer's drawing: nodes and lines in their stage, and the ways to move among them.
import { announce, element, icon } from "../dom.js";
import {
  farPaths, lineBox, linkLabels, linkPaths, measured, nodeElement, readFont, standAtTarget, svgElement,
  textWidth,
} from "./figure.js";
import { layOutBeside } from "./layout-client.js";
import { Viewport } from "./viewport.js";
import { text } from "./strings.js";

/** Longer lines have no dashes: to draw thousands of them takes a browser seconds. */
const DASHED = 3000;

const overlaps = ([left, top, width, height], [otherLeft, otherTop, otherWidth, otherHeight]) =>
  left < otherLeft + otherWidth && otherLeft < left + width && top < otherTop + otherHeight && otherTop < top + height;

/** The gap between columns that the words on lines need, within bounds. */
function roomFor(links) {
  const labels = [...new Set(links.map(({ label }) => label))];
  const widths = labels.map((label) => textWidth(label, 11, 500));
  return Math.min(200, Math.max(104, Math.max(0, ...widths) + 40));
}

export class Stage {
  /** `open(node)` opens a page, `choose(node)` re-roots or unfolds. */
  constructor({ sprite, hrefOf, iconOf, open, choose }) {
    Object.assign(this, { sprite, hrefOf, iconOf, open, choose, nodes: [], elements: new Map() });
    this.lines = svgElement("g", { "aria-hidden": "true" });
    this.marked = svgElement("g", { class: "graph-marked", "aria-hidden": "true" });
    this.labels = svgElement("g", { class: "graph-labels", "aria-hidden": "true" });
    this.far = svgElement("g", { "aria-hidden": "true" });
    this.nodesLayer = svgElement("g");
    this.plane = svgElement("g", {}, this.lines, this.labels, this.marked, this.far, this.nodesLayer);
    this.canvas = svgElement("svg", { class: "graph-drawing explorer-canvas", role: "group" }, this.plane);
    this.canvas.setAttribute("aria-label", text("explorer.canvas"));
    this.element = element("div", { class: "explorer-stage graph-scroll" }, this.canvas);
    this.viewport = new Viewport(this.element, this.canvas, this.plane, (...part) => this.drawPart(...part));
    this.element.append(this.zoomButtons());
    this.listen();
  }

  zoomButtons() {
    const button = (label, name, action) => {
      const node = element("button", { type: "button", class: "icon-button", "aria-label": label, title: label }, icon(name));
      node.addEventListener("click", action);
      return node;
    };
    return element(
      "div", { class: "explorer-zoom" },
      button(text("explorer.zoom-in"), "plus", () => this.viewport.zoom(1.4)),
      button(text("explorer.zoom-out"), "minus", () => this.viewport.zoom(1 / 1.4)),
      button(text("explorer.fit"), "fit", () => this.viewport.fit()),
    );
  }

  listen() {
    const nodeOf = (event) => {
      const found = event.target.closest?.(".graph-node");
      return found ? this.numbers.get(found) : -1;
    };
    // From afar nodes are no elements, so the place tells.
    const nodeAt = (event) => {
      const { x, y } = this.viewport.point(event);
      return nodeOf(event) >= 0 ? nodeOf(event) : this.nodes.findIndex((_, index) =>
        overlaps(this.layout.nodes[index], [x, y, 0, 0]));
    };
    this.canvas.addEventListener("click", (event) => {
      const index = nodeAt(event);
      if (index < 0 || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      if (event.shiftKey) this.open(this.nodes[index]);
      else this.choose(this.nodes[index]);
    });
    this.canvas.addEventListener("focusin", (event) => {
      const index = nodeOf(event);
      if (index < 0) return;
      this.setCurrent(index);
      this.viewport.reveal(this.layout.nodes[index]);
      this.mark(index);
    });
    this.canvas.addEventListener("pointerover", (event) => this.mark(nodeOf(event)));
    this.canvas.addEventListener("keydown", (event) => this.key(event, nodeOf(event)));
  }

  key(event, index) {
    if (index < 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const node = this.nodes[index];
    if (event.key === " " || (event.key === "Enter" && node.shape === "more")) this.choose(node);
    else if (event.key === "Enter") this.open(node);
    else if (event.key === "Home") this.focus(this.root ?? 0);
    else if (event.key.startsWith("Arrow")) this.focus(this.neighbour(index, event.key));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The node that lies next in a direction: near, and more ahead than aside. */
  neighbour(index, key) {
    const middle = ([x, y, width, height]) => [x + width / 2, y + height / 2];
    const [x, y] = middle(this.layout.nodes[index]);
    const sign = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
    const isAcross = key === "ArrowLeft" || key === "ArrowRight";
    let [best, bestCost] = [index, Infinity];
    this.layout.nodes.forEach((box, other) => {
      const [otherX, otherY] = middle(box);
      const ahead = sign * (isAcross ? otherX - x : otherY - y);
      const aside = Math.abs(isAcross ? otherY - y : otherX - x);
      const cost = ahead + 2.5 * aside;
      if (ahead > 2 && cost < bestCost) [best, bestCost] = [other, cost];
    });
    return best;
  }

  focus(index) {
    if (!this.nodes[index]) return;
    this.nodeElement(index);
    this.elements.get(index).focus({ preventScroll: true });
  }

  /** The one node that Tab reaches. It is an element wherever it is. */
  setCurrent(index) {
    this.elements.get(this.current)?.setAttribute("tabindex", "-1");
    this.current = index;
    if (this.nodes[index]) this.nodeElement(index).setAttribute("tabindex", "0");
  }

  /** Draws the lines of a node once more, above the others and with all their words. */
  mark(index) {
    if (index === this.markedNode) return;
    this.markedNode = index;
    const mine = this.links.map((link, place) => ({ link, place }))
      .filter(({ link }) => index >= 0 && (link.source === index || link.target === index));
    this.marked.replaceChildren(...mine.map(({ link, place }) => this.lineElement([this.paths[place]], link.types[0])));
    this.canvas.classList.toggle("has-marked", mine.length > 0);
  }

  lineElement(paths, type) {
    const group = svgElement("g", { class: "graph-edge" });
    group.dataset.cbRelation = type;
    group.append(
      svgElement("path", { class: "graph-line", d: paths.map(({ line }) => line).join("") }),
      svgElement("path", { class: "graph-arrow", d: paths.map(({ arrows }) => arrows).join("") }),
    );
    return group;
  }

  /** Lays out and draws; the node of `roots[0]` is the first in sight. */
  async show({ nodes, links }, { direction, roots }) {
    readFont();
    const sized = nodes.map(measured);
    const root = sized.findIndex(({ ref }) => ref === roots[0]);
    const graph = {
      sizes: sized.map(({ size }) => size), edges: links.map(({ source, target }) => [source, target]),
      root: root < 0 ? undefined : root,
    };
    const isHorizontal = direction === "LR" || direction === "RL";
    const layout = await layOutBeside(graph, { direction, layerGap: isHorizontal ? roomFor(links) : 72 });
    Object.assign(this, { nodes: sized, links, layout, isHorizontal, root: graph.root, markedNode: -1 });
    this.roots = new Set(roots);
    this.prepare();
    this.viewport.setSize(layout.width, layout.height);
    this.viewport.show(layout.nodes[root]);
    this.viewport.redraw();
    this.setCurrent(this.root ?? 0);
    announce(text("explorer.drawn", { nodes: sized.length, links: links.length }));
  }

  prepare() {
    const { layout, links, isHorizontal } = this;
    const bendsEarly = standAtTarget(links);
    this.paths = links.map((link, index) =>
      linkPaths(link, layout.edges[index], layout.nodes[link.source], isHorizontal, bendsEarly[index]));
    this.boxes = links.map((link, index) => lineBox(link, layout.edges[index], layout.nodes[link.source]));
    this.words = linkLabels(links, layout, isHorizontal);
    this.elements = new Map();
    this.numbers = new WeakMap();
    this.current = undefined;
    for (const group of [this.marked, this.nodesLayer]) group.replaceChildren();
    this.far.replaceChildren(...farPaths(this.nodes, layout.nodes));
  }

  /** The element of a node, made when it is first needed. */
  nodeElement(index) {
    const known = this.elements.get(index);
    if (known) {
      if (!known.isConnected) this.nodesLayer.append(known);
      return known;
    }
    const node = this.nodes[index];
    const made = nodeElement(node, this.layout.nodes[index], {
      isRoot: this.roots.has(node.ref), href: this.hrefOf(node), icon: this.iconOf(node.kind), sprite: this.sprite,
    });
    this.elements.set(index, made);
    this.numbers.set(made, index);
    this.nodesLayer.append(made);
    return made;
  }

  /** Draws a part of the plane: all its lines, and its nodes where they can be read. */
  drawPart(bounds, isFar) {
    if (!this.layout) return;
    const bundles = new Map();
    this.links.forEach(({ types }, index) => {
      const box = this.boxes[index];
      if (!overlaps(box, bounds)) return;
      const isPlain = isFar || box[2] + box[3] > DASHED;
      const key = `${types[0]} ${isPlain}`;
      if (!bundles.has(key)) bundles.set(key, { type: types[0], isPlain, paths: [] });
      bundles.get(key).paths.push(this.paths[index]);
    });
    this.lines.replaceChildren(...[...bundles.values()].map(({ type, isPlain, paths }) => {
      const group = this.lineElement(paths, type);
      group.classList.toggle("is-plain", isPlain);
      return group;
    }));
    const words = isFar ? [] : this.words.filter(({ box }) => overlaps(box, bounds));
    this.labels.replaceChildren(...words.map(({ place, text }) => svgElement("text", place, text)));
    const isKept = (index) =>
      index === this.current || this.elements.get(index) === document.activeElement
      || (!isFar && overlaps(this.layout.nodes[index], bounds));
    this.nodes.forEach((_, index) => {
      if (isKept(index)) this.nodeElement(index);
      else this.elements.get(index)?.remove();
    });
  }
}
