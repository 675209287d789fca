// Lays out graphs beside the page. Messages: { id, graph, options }; answers are { id, layout } or { id, error }.
import { layOut } from "./layout/layout.js";

addEventListener("message", ({ data: { id, graph, options } }) => {
  try {
    postMessage({ id, layout: layOut(graph, options) });
  } catch (error) {
    postMessage({ id, error: String(error) });
  }
});

// The page waits for this before it trusts the worker with graphs.
postMessage({ isReady: true });
