// Builds results as nodes. Everything from the index is text; nothing of it is parsed as HTML.

import { markWords } from "./text.js";

/** An element with attributes and children; `null` children are left out. */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** Tells whether a folded word is one of the query's. */
export function hits({ terms, prefix }) {
  const known = new Set(terms);
  return (word) => known.has(word) || (prefix !== null && word.startsWith(prefix));
}

/** Text with the words of the query in `mark` elements. */
export function marked(text, answer) {
  const fragment = document.createDocumentFragment();
  for (const piece of markWords(text, hits(answer))) {
    fragment.append(piece.hit ? element("mark", {}, piece.text) : piece.text);
  }
  return fragment;
}

/**
 * The address of a page of the site, or `null` for one outside it: the index is data, and what it says must
 * not run.
 */
export function siteURL(path, root) {
  let url;
  try {
    url = new URL(path, root);
  } catch {
    return null;
  }
  const isInside = url.origin === root.origin && url.pathname.startsWith(root.pathname);
  return isInside && /^https?:$/u.test(url.protocol) ? url : null;
}

/** The name in a full reference: `platform` of `group:default/platform`. */
export const shortName = (reference) => reference.replace(/^.*[/:]/u, "") || reference;

/** Title, kind, where it belongs and its excerpt: what stands inside a result's link. */
export function resultContents(result, answer) {
  const place = result.parent && result.parent !== result.title ? result.parent : null;
  const trail = [place, result.version, result.owner && shortName(result.owner)].filter(Boolean);
  return [
    element(
      "span", { class: "cb-result-head" },
      element("bdi", { class: "cb-result-title", dir: "auto" }, marked(result.title, answer)),
      element("span", { class: "cb-result-kind" }, result.kind),
      trail.length > 0
        ? element("bdi", { class: "cb-result-trail", dir: "auto" }, trail.join(" · ")) : null,
    ),
    result.excerpt
      ? element("span", { class: "cb-result-excerpt", dir: "auto" }, marked(result.excerpt, answer))
      : null,
  ];
}

/** What stands inside the link to a heading of a result. */
export function hitContents(hit, answer) {
  return [
    element("span", { class: "cb-hit-sign", "aria-hidden": "true" }, "#"),
    element("bdi", { class: "cb-hit-heading", dir: "auto" }, marked(hit.heading, answer)),
  ];
}

/** The results of an answer that lie within the site, with the addresses of page and headings. */
export function addressed(results, root) {
  return results.flatMap((result) => {
    const url = siteURL(result.url, root);
    if (url === null) return [];
    const hits = result.hits.map((hit) => {
      const target = new URL(url);
      target.hash = hit.fragment;
      return { ...hit, href: target.href };
    });
    return [{ ...result, href: url.href, hits }];
  });
}
