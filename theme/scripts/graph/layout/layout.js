// A layered drawing of a graph, by the method and with the results of the generator (`GraphLayout` in CallboardSite):
// whole numbers only, so both draw the same.
import { coordinatesOf } from "./coordinates.js";
import { LayeredGraph } from "./layers.js";
import { orderLayers } from "./ordering.js";
import { partsOf } from "./parts.js";

export const defaults = {
  direction: "LR", layerGap: 96, nodeGap: 14, edgeGap: 10, partGap: 28, aspectTenths: 16,
};
const MAXIMUM_WIDENING = 96;

/**
 * Places a graph: `{ sizes: [[width, height]], edges: [[source, target]], root }`; sizes are even. Gives `{ width, height,
 * nodes: [[x, y, width, height]], edges: [[x, y, x, y, …]] }`, each edge from its source to its target.
 */
export function layOut(graph, given = {}) {
  const options = { ...defaults, ...given };
  const isHorizontal = options.direction === "LR" || options.direction === "RL";
  const layout = {
    width: 0, height: 0, nodes: graph.sizes.map(([width, height]) => [0, 0, width, height]),
    edges: graph.edges.map(() => []),
  };
  const parts = partsOf(graph);
  const sizes = parts.map((part) => {
    if (part.nodes.length === 1) return graph.sizes[part.nodes[0]];
    const layered = new LayeredGraph(part, graph, isHorizontal);
    orderLayers(layered);
    return place(layout, layered, coordinatesOf(layered, options), part, options);
  });
  pack(layout, parts, sizes, options);
  return layout;
}

/** Where layers begin and end along the direction of the edges. */
function columnsOf(graph, across, options) {
  const farthest = new Array(graph.layers.length).fill(0);
  for (const [source, target] of graph.segments) {
    const layer = graph.layerOf[source];
    farthest[layer] = Math.max(farthest[layer], Math.abs(across[source] - across[target]));
  }
  let position = 0;
  return graph.layers.map((nodes, layer) => {
    const depth = nodes.reduce((high, node) => Math.max(high, graph.depths[node]), 0);
    const column = { start: position, end: position + depth };
    position += depth + options.layerGap + Math.min(MAXIMUM_WIDENING, Math.floor(farthest[layer] / 10));
    return column;
  });
}

/** Turns a drawing in the direction that is asked for. */
function frameOf(direction, depth, breadth) {
  const point = {
    LR: (d, b) => [d, b], RL: (d, b) => [depth - d, b], TB: (d, b) => [b, d], BT: (d, b) => [b, depth - d],
  }[direction];
  const box = {
    LR: (d, b, deep, broad) => [d, b, deep, broad],
    RL: (d, b, deep, broad) => [depth - d - deep, b, deep, broad],
    TB: (d, b, deep, broad) => [b, d, broad, deep],
    BT: (d, b, deep, broad) => [b, depth - d - deep, broad, deep],
  }[direction];
  return { point, box, size: direction === "LR" || direction === "RL" ? [depth, breadth] : [breadth, depth] };
}

function place(layout, graph, across, part, options) {
  const columns = columnsOf(graph, across, options);
  let [low, high] = [Infinity, -Infinity];
  across.forEach((centre, node) => {
    low = Math.min(low, centre - (graph.breadths[node] >> 1));
    high = Math.max(high, centre + (graph.breadths[node] >> 1));
  });
  const frame = frameOf(options.direction, columns[columns.length - 1].end, high - low);
  part.nodes.forEach((node, index) => {
    const { start, end } = columns[graph.layerOf[index]];
    const breadth = graph.breadths[index];
    layout.nodes[node] = frame.box(start, across[index] - low - (breadth >> 1), end - start, breadth);
  });
  part.edges.forEach((edge, index) => {
    const chain = graph.chains[index];
    const points = [];
    chain.forEach((node, step) => {
      const { start, end } = columns[graph.layerOf[node]];
      const breadth = across[node] - low;
      if (step > 0) points.push(frame.point(start, breadth));
      if (step < chain.length - 1) points.push(frame.point(end, breadth));
    });
    layout.edges[edge] = (graph.isReversed[index] ? points.reverse() : points).flat();
  });
  return frame.size;
}

/** Moves the parts, each drawn at the origin, beside and below each other. */
function pack(layout, parts, sizes, options) {
  const gap = options.partGap;
  let [widest, single, area] = [0, 0, 0];
  parts.forEach((part, index) => {
    const [width, height] = sizes[index];
    // Single nodes stand in a grid, so they share their width.
    if (part.nodes.length === 1) single = Math.max(single, width);
    widest = Math.max(widest, width);
    area += (width + gap) * (height + gap);
  });
  const rowWidth = Math.max(widest, Math.floor(Math.sqrt(Math.floor((area * options.aspectTenths) / 10))));
  let [x, y, rowHeight] = [0, 0, 0];
  parts.forEach((part, index) => {
    const isSingle = part.nodes.length === 1;
    const [ownWidth, height] = sizes[index];
    const width = isSingle ? single : ownWidth;
    if (x > 0 && x + width > rowWidth) {
      y += rowHeight + (isSingle ? options.nodeGap : gap);
      [x, rowHeight] = [0, 0];
    }
    move(layout, part, x, y);
    if (isSingle) layout.nodes[part.nodes[0]][2] = single;
    layout.width = Math.max(layout.width, x + width);
    layout.height = Math.max(layout.height, y + height);
    rowHeight = Math.max(rowHeight, height);
    x += width + (isSingle ? options.nodeGap : gap);
  });
}

function move(layout, part, x, y) {
  if (x === 0 && y === 0) return;
  for (const node of part.nodes) {
    layout.nodes[node][0] += x;
    layout.nodes[node][1] += y;
  }
  for (const edge of part.edges) {
    layout.edges[edge] = layout.edges[edge].map((value, index) => value + (index % 2 === 0 ? x : y));
  }
}
