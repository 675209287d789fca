"""How to ask each engine in the browser: scripts that define `start` and `search`.

A `settle` is awaited after the results are shown: for what an engine adds to them later.
"""

CALLBOARD = """
const frame = Object.assign(document.createElement("iframe"), { width: 1200, height: 1000 });
const part = (selector) => frame.contentDocument.querySelector(selector);
const changed = (node, options, isDone) => new Promise((resolve) => {
  const observer = new MutationObserver(() => {
    if (!isDone()) return;
    observer.disconnect();
    resolve();
  });
  observer.observe(node, options);
});
export const start = async () => {
  frame.src = "/search/";
  document.body.append(frame);
  while (!frame.contentWindow?.callboardSearch) await new Promise((done) => setTimeout(done, 5));
  await frame.contentWindow.callboardSearch("", { limit: 0 });
};
export const search = async (text) => {
  const field = part("[data-cb-search-page] input");
  field.value = text;
  const shown = changed(part(".cb-search-status"), { childList: true }, () => true);
  field.dispatchEvent(new frame.contentWindow.Event("input", { bubbles: true }));
  await shown;
  frame.contentDocument.body.offsetHeight;
  return [...frame.contentDocument.querySelectorAll(".cb-search-results .cb-result")].map((link) => (
    { url: link.href, title: link.querySelector(".cb-result-title").textContent }
  ));
};
export const settle = async () => {
  const list = part(".cb-search-results");
  if (!list.ariaBusy) return;
  await changed(list, { attributeFilter: ["aria-busy"] }, () => !list.ariaBusy);
};
"""
"""Types into the field of the search page. Excerpts around the words come when the typing has paused."""

PAGEFIND = """
let pagefind;
export const start = async () => {
  pagefind = await import("/pagefind/pagefind.js");
  await pagefind.init();
};
export const search = async (text) => {
  const { results } = await pagefind.search(text);
  const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return shown.map(({ url, meta }) => ({ url, title: meta.title ?? url }));
};
"""

ZENSICAL = """
const worker = new Worker("/WORKER");
const answer = () => new Promise((resolve) => {
  worker.onmessage = ({ data }) => resolve(data.data);
});
let sections;
export const start = async () => {
  const ready = answer();
  const data = await (await fetch("/search.json")).json();
  sections = data.items;
  worker.postMessage({ type: 0, data });
  await ready;
};
const input = { type: "operator", data: { operator: "and", operands: [] } };
export const search = async (text) => {
  const answered = answer();
  worker.postMessage({ type: 2, data: { input: text, filter: { input, aggregation: { input: [] } } } });
  const { items } = await answered;
  return items.slice(0, 10).map(({ id }) => ({ url: sections[id].location, title: sections[id].title }));
};
"""
"""Its results are sections; `/WORKER` is the path of its worker, which each version names anew."""
