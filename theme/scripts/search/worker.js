// Runs the search engine beside the page. Messages: { entry } once, then { id, query, options }; answers are
// { id, answer } or { id, error }.

import { SearchEngine } from "./engine.js";
import { loaderFor } from "./loading.js";

let engine;

addEventListener("message", async ({ data }) => {
  if (data.entry !== undefined) {
    engine = new SearchEngine(loaderFor(data.entry));
    return;
  }
  try {
    postMessage({ id: data.id, answer: await engine.search(data.query, data.options) });
  } catch (error) {
    postMessage({ id: data.id, error: String(error) });
  }
});

// The page waits for this before it trusts the worker with queries.
postMessage({ isReady: true });
