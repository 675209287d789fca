// What the explorer shows of a state: the drawing and the same as a list. Loaded with the first entity that a reader asks for.
import { element } from "../dom.js";
import { RelationList } from "./list.js";
import { MAXIMUM_NODES, drawnLinks, neighbourhood } from "./neighbourhood.js";
import { Stage } from "./stage.js";

export class Drawing {
  /** `data` is the graph's; the others are those of `Stage`. */
  constructor({ data, ...common }) {
    this.data = data;
    this.stage = new Stage(common);
    this.list = new RelationList(common);
    this.nodes = [element("figure", { class: "graph" }, this.stage.element), this.list.element];
  }

  /** Shows a state; gives what was found, or null when `isWanted()` says meanwhile that it is too late. */
  async show(state, isWanted) {
    const found = await neighbourhood(this.data, state);
    const graph = { nodes: found.nodes, links: drawnLinks(found.links, this.data, state) };
    if (!isWanted()) return null;
    await this.stage.show(graph, state);
    if (!isWanted()) return null;
    this.list.show(graph);
    return { ...found, maximum: MAXIMUM_NODES };
  }
}
