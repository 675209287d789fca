// The graph in words: one row for each line, for those who do not see the drawing and those who would rather read.
import { element, icon } from "../dom.js";
import { text } from "./strings.js";

const ROWS = 200;

export class RelationList {
  constructor({ hrefOf, iconOf, choose }) {
    Object.assign(this, { hrefOf, iconOf, choose });
    this.summary = element("summary", {}, text("graph.as-list"));
    this.body = element("tbody");
    this.more = element("button", { type: "button", class: "button" }, text("explorer.rows"));
    this.more.addEventListener("click", () => this.fill(Infinity));
    const head = ["from", "relation", "to"].map((name) => element("th", { scope: "col" }, text(`graph.${name}`)));
    this.element = element(
      "details", { class: "graph-list" }, this.summary,
      element(
        "div", { class: "table-scroll" },
        element("table", { class: "data-table" }, element("thead", {}, element("tr", {}, ...head)), this.body),
      ),
      this.more,
    );
    this.element.addEventListener("toggle", () => this.fill(ROWS));
  }

  show({ nodes, links }) {
    Object.assign(this, { nodes, links });
    this.summary.textContent = links.length === 0
      ? text("explorer.unrelated") : text("graph.as-list-of", { count: links.length });
    this.fill(ROWS);
  }

  fill(limit) {
    if (!this.element.open || !this.links) {
      this.body.replaceChildren();
      return;
    }
    const shown = this.links.slice(0, limit);
    this.more.hidden = shown.length === this.links.length;
    this.body.replaceChildren(...shown.map((link) => element(
      "tr", {}, element("td", {}, this.entity(this.nodes[link.source])),
      element("td", {}, link.back && !link.forth ? text("explorer.is-what", { verb: link.label }) : link.label),
      element("td", {}, this.entity(this.nodes[link.target])),
    )));
  }

  entity(node) {
    const href = this.hrefOf(node);
    if (node.shape === "more") {
      const button = element("button", { type: "button", class: "link-button" }, node.name);
      button.addEventListener("click", () => this.choose(node));
      return button;
    }
    const name = element("span", {}, element("bdi", {}, node.name));
    const missing = element("span", { class: "ref-missing" }, ` ${text("explorer.missing")}`);
    if (href === null) return element("span", { class: "ref ref-plain", title: node.ref }, icon(this.iconOf(node.kind)), name, missing);
    const link = element("a", { class: "ref", href, title: node.ref }, icon(this.iconOf(node.kind)), name);
    link.dataset.cbKind = node.kind;
    const around = element(
      "button", { type: "button", class: "icon-button icon-button-small", "aria-label": text("explorer.show-around", { name: node.name }) },
      icon("graph"),
    );
    around.addEventListener("click", () => this.choose(node));
    return element("span", { class: "graph-list-entity" }, link, around);
  }
}
