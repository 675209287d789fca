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
