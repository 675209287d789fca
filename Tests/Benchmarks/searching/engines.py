"""How to ask each engine in the browser: scripts that define `start` and `search`."""

CALLBOARD = """
const frame = document.createElement("iframe");
export const start = async () => {
  frame.src = "/search/";
  document.body.append(frame);
  while (!frame.contentWindow?.callboardSearch) await new Promise((done) => setTimeout(done, 5));
  await frame.contentWindow.callboardSearch("", { limit: 0 });
};
export const search = (text) => frame.contentWindow.callboardSearch(text, { limit: 10 });
"""

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
export const start = async () => {
  const ready = answer();
  worker.postMessage({ type: 0, data: await (await fetch("/search.json")).json() });
  await ready;
};
const everything = { type: "operator", data: { operator: "and", operands: [] } };
export const search = async (text) => {
  const answered = answer();
  worker.postMessage({ type: 2, data: { input: text, filter: { input: everything, aggregation: { input: [] } } } });
  const { items } = await answered;
  return items.slice(0, 10).map((item) => first(item));
};
const first = (item) => {
  const node = Array.isArray(item) ? item[0] : item.data?.[0] ?? item;
  return { url: node.location ?? node.id, title: node.title ?? "" };
};
"""
"""Its own results; `/WORKER` is the path of its worker, which each version names anew."""
