/** The edges of a graph by the node they leave; keeps the order of the edges. */
export class Adjacency {
  constructor(nodeCount, edges) {
    this.lists = Array.from({ length: nodeCount }, () => []);
    edges.forEach(([source, target], edge) => this.lists[source].push({ node: target, edge }));
  }

  of(node) {
    return this.lists[node];
  }
}

export const flipped = ([source, target]) => [target, source];
