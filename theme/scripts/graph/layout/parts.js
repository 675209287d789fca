// The connected parts of a graph: that of the root first, then the larger ones first.

/** `graph`: { sizes: [[width, height]], edges: [[source, target]], root }. Gives { nodes, edges } for each part. */
export function partsOf(graph) {
  const leaders = Int32Array.from(graph.sizes.keys());
  const leader = (node) => {
    while (leaders[node] !== node) {
      leaders[node] = leaders[leaders[node]];
      node = leaders[node];
    }
    return node;
  };
  for (const [source, target] of graph.edges) {
    const [left, right] = [leader(source), leader(target)];
    if (left !== right) leaders[Math.max(left, right)] = Math.min(left, right);
  }
  const numbers = new Map();
  const parts = [];
  graph.sizes.forEach((_, node) => {
    const first = leader(node);
    if (!numbers.has(first)) {
      numbers.set(first, parts.length);
      parts.push({ nodes: [], edges: [] });
    }
    parts[numbers.get(first)].nodes.push(node);
  });
  graph.edges.forEach(([source, target], index) => {
    if (source !== target) parts[numbers.get(leader(source))].edges.push(index);
  });
  const first = graph.root === undefined ? undefined : parts[numbers.get(leader(graph.root))];
  const rank = (part) => (part === first ? 0 : 1);
  // Sorting is stable, so equal parts keep the order of their first nodes.
  return parts.sort((a, b) => rank(a) - rank(b) || b.nodes.length - a.nodes.length);
}
