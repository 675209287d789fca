// Puts the nodes of a connected graph on layers, so that edges lead to later layers.
import { Adjacency, flipped } from "./adjacency.js";

const TIGHTENING_SWEEPS = 4;
/** Above this number of bends, further long edges are drawn straight through. */
const MAXIMUM_BENDS = 20000;

/** A depth-first search: the nodes in topological order, and the edges that close a cycle. */
function search(outgoing, edges, nodeCount) {
  const hasPredecessor = new Uint8Array(nodeCount);
  for (const [, target] of edges) hasPredecessor[target] = 1;
  // 0: not seen, 1: on the path that is searched, 2: done.
  const states = new Uint8Array(nodeCount);
  const next = new Int32Array(nodeCount);
  const postorder = [];
  const backEdges = [];
  const path = [];
  const nodes = [...Array(nodeCount).keys()];
  const starts = [...nodes.filter((n) => !hasPredecessor[n]), ...nodes.filter((n) => hasPredecessor[n])];
  for (const start of starts) {
    if (states[start] !== 0) continue;
    states[start] = 1;
    path.push(start);
    while (path.length > 0) {
      const node = path[path.length - 1];
      const links = outgoing.of(node);
      if (next[node] >= links.length) {
        states[node] = 2;
        postorder.push(node);
        path.pop();
        continue;
      }
      const link = links[next[node]];
      next[node] += 1;
      if (states[link.node] === 0) {
        states[link.node] = 1;
        path.push(link.node);
      } else if (states[link.node] === 1) {
        backEdges.push(link.edge);
      }
    }
  }
  return { order: postorder.reverse(), backEdges };
}

/** By the longest path from a source, then moved to where the edges become short. */
function assign(nodeCount, edges) {
  const { order, backEdges } = search(new Adjacency(nodeCount, edges), edges, nodeCount);
  const isReversed = new Array(edges.length).fill(false);
  for (const edge of backEdges) isReversed[edge] = true;
  const acyclic = edges.map((edge, index) => (isReversed[index] ? flipped(edge) : edge));
  const outgoing = new Adjacency(nodeCount, acyclic);
  const incoming = new Adjacency(nodeCount, acyclic.map(flipped));
  const layers = new Array(nodeCount).fill(0);
  for (const node of order) {
    for (const link of outgoing.of(node)) layers[link.node] = Math.max(layers[link.node], layers[node] + 1);
  }
  const tightened = (node) => {
    const before = incoming.of(node);
    const after = outgoing.of(node);
    if (after.length > before.length) return Math.min(...after.map((link) => layers[link.node] - 1));
    if (before.length > after.length) return Math.max(...before.map((link) => layers[link.node] + 1));
    return layers[node];
  };
  for (let sweep = 0; sweep < TIGHTENING_SWEEPS; sweep += 1) {
    let hasMoved = false;
    for (let index = 0; index < order.length; index += 1) {
      const node = order[sweep % 2 === 0 ? order.length - 1 - index : index];
      const layer = tightened(node);
      if (layer !== layers[node]) hasMoved = true;
      layers[node] = layer;
    }
    if (!hasMoved) break;
  }
  const lowest = layers.reduce((low, layer) => Math.min(low, layer), Infinity);
  return { layers: layers.map((layer) => layer - lowest), isReversed };
}

/**
 * A part of a graph on layers, in which every segment leads from one layer to the next. Its nodes are the part's,
 * then the bends by which long edges cross layers.
 */
export class LayeredGraph {
  constructor(part, graph, isHorizontal) {
    const local = new Map(part.nodes.map((node, index) => [node, index]));
    const edges = part.edges.map((index) => graph.edges[index].map((node) => local.get(node)));
    this.realCount = part.nodes.length;
    const { layers, isReversed } = assign(this.realCount, edges);
    this.layerOf = layers;
    this.isReversed = isReversed;
    this.depths = part.nodes.map((node) => graph.sizes[node][isHorizontal ? 0 : 1]);
    this.breadths = part.nodes.map((node) => graph.sizes[node][isHorizontal ? 1 : 0]);
    this.chains = [];
    this.segments = [];
    this.addChains(edges);
    this.after = new Adjacency(this.layerOf.length, this.segments);
    this.before = new Adjacency(this.layerOf.length, this.segments.map(flipped));
    this.orderFirst();
  }

  isBend(node) {
    return node >= this.realCount;
  }

  addChains(edges) {
    edges.forEach((edge, index) => {
      const [source, target] = this.isReversed[index] ? flipped(edge) : edge;
      const chain = [source];
      const bends = this.layerOf[target] - this.layerOf[source] - 1;
      const isDirect = this.layerOf.length - this.realCount + bends > MAXIMUM_BENDS;
      for (let step = 0; !isDirect && step < bends; step += 1) {
        chain.push(this.layerOf.length);
        this.layerOf.push(this.layerOf[source] + 1 + step);
        this.depths.push(0);
        this.breadths.push(0);
      }
      chain.push(target);
      if (!isDirect || bends === 0) {
        for (let place = 1; place < chain.length; place += 1) this.segments.push([chain[place - 1], chain[place]]);
      }
      this.chains.push(chain);
    });
  }

  /** The order in which a depth-first search along the edges meets the nodes: trees have no crossings in it. */
  orderFirst() {
    const layerCount = this.layerOf.reduce((high, layer) => Math.max(high, layer), 0) + 1;
    this.layers = Array.from({ length: layerCount }, () => []);
    this.positions = new Int32Array(this.layerOf.length).fill(-1);
    const starts = Array.from({ length: layerCount }, () => []);
    for (let node = 0; node < this.realCount; node += 1) starts[this.layerOf[node]].push(node);
    const stack = [];
    for (const start of starts.flat()) {
      if (this.positions[start] >= 0) continue;
      stack.push(start);
      while (stack.length > 0) {
        const node = stack.pop();
        if (this.positions[node] >= 0) continue;
        const layer = this.layers[this.layerOf[node]];
        this.positions[node] = layer.length;
        layer.push(node);
        const links = this.after.of(node);
        for (let index = links.length - 1; index >= 0; index -= 1) {
          if (this.positions[links[index].node] < 0) stack.push(links[index].node);
        }
      }
    }
  }

  setOrder(nodes, layer) {
    this.layers[layer] = nodes;
    nodes.forEach((node, place) => { this.positions[node] = place; });
  }
}
