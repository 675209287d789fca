// Marks, in a list of links to headings of the page, the one that the reader has reached.
import { afterLayout } from "./dom.js";

export function enhanceSpies() {
  for (const list of document.querySelectorAll("[data-cb-spy]")) {
    const links = new Map();
    for (const link of list.querySelectorAll("a[href^='#']")) {
      const target = document.getElementById(decoded(link.hash.slice(1)));
      if (target) links.set(target, link);
    }
    if (links.size > 0) follow(list, links);
  }
}

function follow(list, links) {
  const targets = [...links.keys()];
  let marked;
  let waiting = false;

  const update = () => {
    waiting = false;
    // The line below the sticky header where a heading lands when it is linked to.
    const line = 96;
    const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2 && scrollY > 0;
    let reached = targets[0];
    for (const target of targets) {
      if (target.offsetParent === null) continue;
      const top = target.getBoundingClientRect().top;
      if (top <= line || (atEnd && top < innerHeight)) reached = target;
      else if (!atEnd) break;
    }
    const link = links.get(reached);
    if (link === marked) return;
    marked?.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
    marked = link;
    if (list.scrollHeight > list.clientHeight) {
      const place = link.offsetTop - list.offsetTop;
      if (place < list.scrollTop || place > list.scrollTop + list.clientHeight - 64) {
        list.scrollTop = place - list.clientHeight / 3;
      }
    }
  };

  addEventListener(
    "scroll",
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(update);
    },
    { passive: true },
  );
  afterLayout(document.body, update);
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
