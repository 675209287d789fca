// The page's side of the layout: asks the worker, or lays out itself where workers do not run.
import { workerURL } from "../trusted-types.js";

const PATIENCE_MILLISECONDS = 4000;

function startWorker() {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerURL("graph/worker.js"), { type: "module" });
    const fail = (error) => {
      clearTimeout(timer);
      worker.terminate();
      reject(error);
    };
    const timer = setTimeout(() => fail(new Error("no answer")), PATIENCE_MILLISECONDS);
    worker.addEventListener("error", fail, { once: true });
    worker.addEventListener("message", () => {
      clearTimeout(timer);
      const waiting = new Map();
      worker.addEventListener("message", ({ data: { id, layout, error } }) => {
        const { settle, refuse } = waiting.get(id);
        waiting.delete(id);
        if (error === undefined) settle(layout);
        else refuse(new Error(error));
      });
      let lastID = 0;
      resolve((graph, options) => {
        lastID += 1;
        return new Promise((settle, refuse) => {
          waiting.set(lastID, { settle, refuse });
          worker.postMessage({ id: lastID, graph, options });
        });
      });
    }, { once: true });
  });
}

let starting;

/** See `layOut` in layout/layout.js. */
export async function layOutBeside(graph, options) {
  starting ??= startWorker().catch(async () => (await import("./layout/layout.js")).layOut);
  return (await starting)(graph, options);
}
