// What stands around entities: the nodes and links that the explorer draws.
import { text } from "./strings.js";

export const MAXIMUM_NODES = 2000;
/** Neighbours by one relation; when there are more, one node stands for the rest. */
export const BREADTH = 24;

const kindOf = (ref) => ref.slice(0, ref.indexOf(":"));

/**
 * Walks from the roots. Gives `{ nodes: [{ ref, shape, … }], links: [{ source, target, type }], isCut }`: a node's shape is
 * `entity`, `missing` or `more`; a link's type is a primary relation. `isCut` says that the limit ended the walk.
 */
export async function neighbourhood(data, state) {
  await data.open();
  const walk = new Walk(data, state);
  await walk.run();
  return state.level === "none" ? walk.result() : walk.rolledUp();
}

class Walk {
  constructor(data, state) {
    Object.assign(this, { data, state, isCut: false });
    this.nodes = [];
    this.numbers = new Map();
    this.links = new Map();
  }

  async run() {
    const { state } = this;
    const known = await Promise.all(state.roots.map((ref) => this.data.relations(ref)));
    state.roots.forEach((ref, index) => {
      if (known[index] === null) this.data.missing.add(ref);
      this.add(ref);
    });
    const depth = state.depth === "all" ? Infinity : Number(state.depth);
    let frontier = state.roots.filter((_, index) => known[index] !== null);
    for (let step = 0; step < depth && frontier.length > 0; step += 1) {
      const records = await Promise.all(frontier.map((ref) => this.data.relations(ref)));
      const before = this.nodes.length;
      for (const [index, ref] of frontier.entries()) {
        if (this.isCut) break;
        await this.expand(ref, records[index] ?? []);
      }
      if (this.isCut) break;
      frontier = this.nodes.slice(before).filter(({ shape }) => shape === "entity").map(({ ref }) => ref);
    }
  }

  add(ref) {
    const known = this.numbers.get(ref);
    if (known !== undefined) return known;
    if (this.nodes.length >= MAXIMUM_NODES) {
      this.isCut = true;
      return null;
    }
    const shape = this.data.missing.has(ref) ? "missing" : "entity";
    this.numbers.set(ref, this.nodes.length);
    this.nodes.push({ ref, shape, kind: kindOf(ref), name: this.data.nameOf(ref) });
    return this.nodes.length - 1;
  }

  isShown(ref) {
    const { kinds, dangling, roots } = this.state;
    if (roots.includes(ref)) return true;
    if (!dangling && this.data.missing.has(ref)) return false;
    return kinds.length === 0 || kinds.includes(kindOf(ref));
  }

  async expand(ref, groups) {
    const from = this.numbers.get(ref);
    for (const { type, count, targets: listed } of groups) {
      const direction = this.data.directions.get(type);
      if (!direction) continue;
      const { primary, isInverse } = direction;
      if (this.state.relations.length > 0 && !this.state.relations.includes(primary)) continue;
      const key = `${ref}|${type}`;
      const isUnfolded = this.state.unfolded.includes(key);
      let targets = listed;
      if (isUnfolded && count > listed.length) {
        targets = [...listed, ...(await this.data.rest(ref, type, count))];
      }
      const shown = targets.filter((target) => this.isShown(target));
      // What a file does not list may be of a kind that is not shown; it counts until it is unfolded.
      const total = shown.length + (count - targets.length);
      // A node that says "one more" takes the place of the one.
      const isWhole = isUnfolded || total <= BREADTH + 1;
      let left = total;
      shown.forEach((target, index) => {
        if (!isWhole && index >= BREADTH && !this.numbers.has(target)) return;
        const to = this.add(target);
        if (to === null) return;
        this.link(isInverse ? to : from, isInverse ? from : to, primary);
        left -= 1;
      });
      if (left > 0) this.addMore(from, isInverse, primary, key, left);
    }
  }

  addMore(from, isInverse, primary, key, count) {
    if (this.nodes.length >= MAXIMUM_NODES) {
      this.isCut = true;
      return;
    }
    const node = { ref: key, shape: "more", kind: "", name: text("explorer.more", { count }), count };
    this.nodes.push(node);
    const to = this.nodes.length - 1;
    this.link(isInverse ? to : from, isInverse ? from : to, primary);
  }

  link(source, target, type) {
    const key = `${source} ${target} ${type}`;
    const known = this.links.get(key);
    if (known) return;
    this.links.set(key, { source, target, type, count: 1 });
  }

  result() {
    return { nodes: this.nodes, links: [...this.links.values()], isCut: this.isCut };
  }

  /** Puts systems or domains in the place of what belongs to them. */
  async rolledUp() {
    const { level } = this.state;
    const wholes = await Promise.all(this.nodes.map((node) => this.wholeOf(node, level)));
    const nodes = [];
    const numbers = new Map();
    const places = wholes.map((node) => {
      if (!numbers.has(node.ref)) {
        numbers.set(node.ref, nodes.length);
        nodes.push(node);
      }
      return numbers.get(node.ref);
    });
    const links = new Map();
    for (const { source, target, type } of this.links.values()) {
      const [from, to] = [places[source], places[target]];
      // What belongs to a whole, and what stays within it, is what rolling up hides.
      if (from === to) continue;
      const key = `${from} ${to} ${type}`;
      const known = links.get(key);
      if (known) known.count += 1;
      else links.set(key, { source: from, target: to, type, count: 1 });
    }
    return { nodes, links: [...links.values()], isCut: this.isCut };
  }

  async wholeOf(node, level) {
    if (node.shape !== "entity" || node.kind === level) return node;
    const target = async (ref, kind) => {
      const groups = (await this.data.relations(ref)) ?? [];
      const parts = groups.find(({ type }) => type === "partOf")?.targets ?? [];
      return parts.find((part) => kindOf(part) === kind && !this.data.missing.has(part));
    };
    let whole = await target(node.ref, level);
    if (whole === undefined && level === "domain") {
      const system = await target(node.ref, "system");
      whole = system === undefined ? undefined : await target(system, "domain");
    }
    if (whole === undefined) return node;
    return { ref: whole, shape: "entity", kind: level, name: this.data.nameOf(whole) };
  }
}

/**
 * The links as they are drawn, by the reader's choice: all relations between two nodes as one line or a line each, in
 * words of one direction or of both. Gives `[{ source, target, types, label, back, count, lane, lanes }]`.
 */
export function drawnLinks(links, data, { merge, bothWays }) {
  const label = ({ type }) => {
    const { label: words, inverse } = data.directions.get(type);
    return bothWays ? `${words} / ${spaced(inverse)}` : words;
  };
  const pairs = new Map();
  for (const link of links) {
    const key = `${Math.min(link.source, link.target)} ${Math.max(link.source, link.target)}`;
    if (!pairs.has(key)) pairs.set(key, []);
    pairs.get(key).push(link);
  }
  return [...pairs.values()].flatMap((group) => {
    if (!merge) {
      return group.map((link, lane) => ({
        ...link, types: [link.type], label: labelOf([label(link)], link.count), forth: true, back: false, lane,
        lanes: group.length,
      }));
    }
    const { source, target } = group[0];
    return [{
      source, target, types: group.map(({ type }) => type),
      label: labelOf([...new Set(group.map(label))], countOf(group)),
      forth: group.some((link) => link.source === source), back: group.some((link) => link.source !== source),
      lane: 0, lanes: 1,
    }];
  });
}

/** How many relations a line stands for; 1 where each is that of its own two nodes. */
function countOf(group) {
  const sum = group.reduce((total, { count }) => total + count, 0);
  return sum > group.length ? sum : 1;
}

const labelOf = (names, count) => names.join(", ") + (count > 1 ? ` (${count})` : "");

/** `dependencyOf` in words. */
export const spaced = (name) => name.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
