// The page's side of search: asks the worker, or the engine itself where workers do not run.

import { workerURL } from "../trusted-types.js";
import { loaderFor } from "./loading.js";

const PATIENCE_MILLISECONDS = 4000;

/** Asks a started worker; queries wait in `pending` for their answers. */
class WorkerClient {
  constructor(worker) {
    this.worker = worker;
    this.pending = new Map();
    this.lastID = 0;
    worker.addEventListener("message", ({ data }) => {
      const waiting = this.pending.get(data.id);
      if (!waiting) return;
      this.pending.delete(data.id);
      if (data.error === undefined) waiting.resolve(data.answer);
      else waiting.reject(new Error(data.error));
    });
  }

  search(query, options) {
    this.lastID += 1;
    const id = this.lastID;
    return new Promise((resolve, reject) => {
      this.pending.set(id, { resolve, reject });
      this.worker.postMessage({ id, query, options });
    });
  }
}

function startWorker(entryURL) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerURL("search/worker.js"), { type: "module" });
    const timer = setTimeout(() => fail(new Error("no answer")), PATIENCE_MILLISECONDS);
    const fail = (error) => {
      clearTimeout(timer);
      worker.terminate();
      reject(error);
    };
    worker.addEventListener("error", fail, { once: true });
    worker.addEventListener("message", () => {
      clearTimeout(timer);
      worker.postMessage({ entry: entryURL });
      resolve(new WorkerClient(worker));
    }, { once: true });
  });
}

async function startInPage(entryURL) {
  const { SearchEngine } = await import("./engine.js");
  return new SearchEngine(loaderFor(entryURL));
}

/** Search over the index at `entryURL`; nothing is fetched before the first query. */
export class SearchClient {
  constructor(entryURL) {
    this.entryURL = entryURL;
  }

  /** See `SearchEngine.search`. */
  async search(query, options = {}) {
    this.starting ??= startWorker(this.entryURL).catch(() => startInPage(this.entryURL));
    const engine = await this.starting;
    return engine.search(query, options);
  }

  /** Loads what every query needs, such as when the reader opens the palette. */
  prepare() {
    this.search("", { limit: 0 }).catch(() => {});
  }
}
