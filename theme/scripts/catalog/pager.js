// Links to the pages of a list, in the shape that templates/partials/pagination.html gives them.
import { element, icon } from "../dom.js";
import { text } from "./strings.js";

/** Nothing for one page. `href(number)` is a page's address, and `go(number)` opens it without loading anything. */
export function pager({ page, pages, href, go }) {
  if (pages <= 1) return [];
  const follow = (link, number) => {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      go(number);
    });
    return link;
  };
  const step = (number, rel, label, content) =>
    number < 1 || number > pages
      ? element("span", { class: "button", "aria-disabled": "true" }, ...content)
      : follow(element("a", { class: "button", rel, href: href(number) }, ...content), number);
  const items = shown(page, pages).map((number) =>
    element("li", {}, number === null
      ? element("span", { class: "pagination-gap", "aria-hidden": "true" }, "…")
      : follow(element("a", {
        href: href(number), "aria-label": text("pagination.page", { page: number }), ...(number === page ? { "aria-current": "page" } : {}),
      }, String(number)), number)));
  return [element(
    "nav", { class: "pagination", "aria-label": text("pagination.label") },
    step(page - 1, "prev", text("pagination.previous"), [icon("arrow-left"), element("span", {}, text("pagination.previous"))]),
    element("ol", {}, ...items),
    step(page + 1, "next", text("pagination.next"), [element("span", {}, text("pagination.next")), icon("arrow-right")]),
    element("p", { class: "pagination-place" }, text("pagination.place", { page, pages })),
  )];
}

/** The first, the last and the neighbouring pages, with null for a gap. */
function shown(page, pages) {
  const wanted = [...new Set([1, page - 2, page - 1, page, page + 1, page + 2, pages])]
    .filter((number) => number >= 1 && number <= pages);
  return wanted.flatMap((number, index) => {
    const gap = number - (wanted[index - 1] ?? number);
    if (gap === 2) return [number - 1, number];
    return gap > 2 ? [null, number] : [number];
  });
}
