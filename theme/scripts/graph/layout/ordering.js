// Chooses the order within layers so that few edges cross: sweeps down and up by turns put the nodes of a layer in the
// order of the mean place of their neighbours, then swap neighbours where that saves crossings.

const SWEEPS = 12;
const PATIENCE = 4;
const SWAPPING_LIMIT = 600;
const SCALE = 1024;

export function orderLayers(graph) {
  let best = [...graph.layers];
  let fewest = crossings(graph);
  let failures = 0;
  const swaps = graph.layerOf.length <= SWAPPING_LIMIT;
  for (let sweep = 0; sweep < SWEEPS && fewest > 0 && failures < PATIENCE; sweep += 1) {
    const isDown = sweep % 2 === 0;
    for (let step = 1; step < graph.layers.length; step += 1) {
      sortLayer(graph, isDown ? step : graph.layers.length - 1 - step, isDown);
    }
    if (swaps) swapNeighbours(graph);
    const count = crossings(graph);
    if (count < fewest) {
      fewest = count;
      best = [...graph.layers.map((nodes) => [...nodes])];
      failures = 0;
    } else {
      failures += 1;
    }
  }
  best.forEach((nodes, layer) => graph.setOrder(nodes, layer));
}

function sortLayer(graph, layer, isDown) {
  const nodes = graph.layers[layer];
  const keyed = [];
  nodes.forEach((node, place) => {
    const links = isDown ? graph.before.of(node) : graph.after.of(node);
    if (links.length === 0) return;
    let sum = 0;
    for (const link of links) sum += graph.positions[link.node];
    keyed.push({ key: Math.floor((sum * SCALE) / links.length), place, node });
  });
  const places = keyed.map(({ place }) => place);
  keyed.sort((a, b) => a.key - b.key || a.place - b.place);
  const sorted = [...nodes];
  places.forEach((place, index) => { sorted[place] = keyed[index].node; });
  graph.setOrder(sorted, layer);
}

function swapNeighbours(graph) {
  graph.layers.forEach((nodes, layer) => {
    let hasSwapped = true;
    for (let pass = 0; hasSwapped && pass < 3; pass += 1) {
      hasSwapped = false;
      for (let place = 1; place < nodes.length; place += 1) {
        const [left, right] = [nodes[place - 1], nodes[place]];
        if (saved(graph, left, right) <= 0) continue;
        [nodes[place - 1], nodes[place]] = [right, left];
        graph.positions[right] = place - 1;
        graph.positions[left] = place;
        hasSwapped = true;
      }
    }
    graph.setOrder(nodes, layer);
  });
}

function saved(graph, left, right) {
  let total = 0;
  for (const side of [graph.before, graph.after]) {
    const [lefts, rights] = [side.of(left), side.of(right)];
    // The product of two degrees: busy nodes would make this quadratic.
    if (lefts.length * rights.length > 400) continue;
    for (const link of lefts) {
      for (const other of rights) total += Math.sign(graph.positions[link.node] - graph.positions[other.node]);
    }
  }
  return total;
}

/** How many pairs of segments cross: inversions, counted with a Fenwick tree. */
export function crossings(graph) {
  let total = 0;
  for (let layer = 0; layer < graph.layers.length - 1; layer += 1) {
    const width = graph.layers[layer + 1].length;
    const counts = new Int32Array(width + 1);
    let added = 0;
    for (const node of graph.layers[layer]) {
      const places = graph.after.of(node).map((link) => graph.positions[link.node]);
      // Segments of one node do not cross each other, so all are counted before one is added.
      for (const place of places) {
        let notAbove = 0;
        for (let index = place + 1; index > 0; index &= index - 1) notAbove += counts[index];
        total += added - notAbove;
      }
      for (const place of places) {
        for (let index = place + 1; index <= width; index += index & -index) counts[index] += 1;
      }
      added += places.length;
    }
  }
  return total;
}
