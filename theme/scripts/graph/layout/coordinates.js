// Gives nodes their coordinates across the direction of the edges, so that edges run straight: the method of Brandes
// and Köpf (2001), with whole numbers.
import { Adjacency } from "./adjacency.js";

/** The centre of each node. */
export function coordinatesOf(graph, options) {
  const isConflict = conflicts(graph);
  const candidates = [];
  for (const isDown of [true, false]) {
    for (const isMirrored of [false, true]) {
      const places = compact(graph, options, align(graph, isConflict, isDown, isMirrored), isMirrored);
      candidates.push(isMirrored ? places.map((place) => -place) : places);
    }
  }
  return balanced(graph, candidates);
}

/** Segments that cross one between two bends, which has precedence. */
function conflicts(graph) {
  const isConflict = new Uint8Array(graph.segments.length);
  if (graph.layerOf.length === graph.realCount) return isConflict;
  for (let layer = 1; layer < graph.layers.length; layer += 1) {
    const nodes = graph.layers[layer];
    let lowest = 0;
    let scanned = 0;
    nodes.forEach((node, place) => {
      const inner = graph.isBend(node)
        ? graph.before.of(node).find((link) => graph.isBend(link.node)) : undefined;
      if (inner === undefined && place !== nodes.length - 1) return;
      const highest = inner === undefined ? graph.layers[layer - 1].length : graph.positions[inner.node];
      for (; scanned <= place; scanned += 1) {
        for (const link of graph.before.of(nodes[scanned])) {
          const other = graph.positions[link.node];
          const isInner = graph.isBend(link.node) && graph.isBend(nodes[scanned]);
          if ((other < lowest || other > highest) && !isInner) isConflict[link.edge] = 1;
        }
      }
      lowest = highest;
    });
  }
  return isConflict;
}

/** Joins nodes into straight blocks; each node names the first of its block. */
function align(graph, isConflict, isDown, isMirrored) {
  const roots = Int32Array.from(graph.layerOf.keys());
  const layerCount = graph.layers.length;
  for (let step = 1; step < layerCount; step += 1) {
    const layer = isDown ? step : layerCount - 1 - step;
    const nodes = graph.layers[layer];
    const width = graph.layers[isDown ? layer - 1 : layer + 1].length;
    const placeOf = (link) =>
      isMirrored ? width - 1 - graph.positions[link.node] : graph.positions[link.node];
    let reached = -1;
    for (let index = 0; index < nodes.length; index += 1) {
      const node = nodes[isMirrored ? nodes.length - 1 - index : index];
      const links = [...(isDown ? graph.before : graph.after).of(node)];
      if (links.length === 0) continue;
      links.sort((a, b) => placeOf(a) - placeOf(b) || a.edge - b.edge);
      for (const median of [(links.length - 1) >> 1, links.length >> 1]) {
        const link = links[median];
        if (isConflict[link.edge] || placeOf(link) <= reached) continue;
        roots[node] = roots[link.node];
        reached = placeOf(link);
        break;
      }
    }
  }
  return roots;
}

/** Places blocks as far to one side as their neighbours allow, then back to close gaps. */
function compact(graph, options, roots, isMirrored) {
  const pairs = [];
  const distances = [];
  for (const nodes of graph.layers) {
    for (let index = 1; index < nodes.length; index += 1) {
      const left = nodes[isMirrored ? nodes.length - index : index - 1];
      const right = nodes[isMirrored ? nodes.length - 1 - index : index];
      const gap = graph.isBend(left) || graph.isBend(right) ? options.edgeGap : options.nodeGap;
      pairs.push([roots[left], roots[right]]);
      distances.push(((graph.breadths[left] + graph.breadths[right]) >> 1) + gap);
    }
  }
  const rightward = new Adjacency(roots.length, pairs);
  const waiting = new Int32Array(roots.length);
  for (const [, target] of pairs) waiting[target] += 1;
  const order = [];
  roots.forEach((root, node) => { if (root === node && waiting[node] === 0) order.push(node); });
  const places = new Int32Array(roots.length);
  for (let done = 0; done < order.length; done += 1) {
    const block = order[done];
    for (const { node, edge } of rightward.of(block)) {
      places[node] = Math.max(places[node], places[block] + distances[edge]);
      waiting[node] -= 1;
      if (waiting[node] === 0) order.push(node);
    }
  }
  for (let done = order.length - 1; done >= 0; done -= 1) {
    const block = order[done];
    let limit = Infinity;
    for (const { node, edge } of rightward.of(block)) limit = Math.min(limit, places[node] - distances[edge]);
    if (limit !== Infinity) places[block] = Math.max(places[block], limit);
  }
  return Array.from(roots, (root) => places[root]);
}

/** The mean of the two middle candidates of each node, all shifted to the narrowest one. */
function balanced(graph, candidates) {
  const bounds = candidates.map((places) => {
    let [low, high] = [Infinity, -Infinity];
    places.forEach((place, node) => {
      low = Math.min(low, place - (graph.breadths[node] >> 1));
      high = Math.max(high, place + (graph.breadths[node] >> 1));
    });
    return { low, high };
  });
  let narrowest = bounds[0];
  for (const bound of bounds) if (bound.high - bound.low < narrowest.high - narrowest.low) narrowest = bound;
  const shifts = bounds.map(({ low, high }, index) => (index % 2 === 0 ? narrowest.low - low : narrowest.high - high));
  return candidates[0].map((_, node) => {
    const sorted = candidates.map((places, index) => places[node] + shifts[index]).sort((a, b) => a - b);
    return (sorted[1] + sorted[2]) >> 1;
  });
}
