// Drawings on pages: those that the generator made begin with their root or middle in sight; the explorer is loaded where it is.

import { afterLayout } from "./dom.js";

export async function enhanceGraphs() {
  for (const graph of document.querySelectorAll("[data-cb-graph] .graph-scroll, .radar-scroll")) {
    afterLayout(graph, () => {
      const shown = graph.querySelector(".is-root") ?? graph.firstElementChild;
      const [bounds, around] = [shown.getBoundingClientRect(), graph.getBoundingClientRect()];
      graph.scrollLeft += bounds.left + bounds.width / 2 - around.left - around.width / 2;
      graph.scrollTop += bounds.top + bounds.height / 2 - around.top - around.height / 2;
    });
  }

  const explorer = document.querySelector("[data-cb-explorer]");
  if (!explorer) return;
  const overview = document.querySelector("[data-cb-explorer-overview]");
  const { Explorer } = await import("./graph/explorer.js");
  new Explorer(explorer, overview).start();
}
