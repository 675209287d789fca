// The page of missing addresses tells what its address may have meant.
import { element, icon } from "../dom.js";

const SHOWN = 6;

/** Fills `place`, which is hidden until something is found; `load()` promises search. */
export async function showNearMisses(place, root, load) {
  const { pages } = await load();
  const path = decoded(location.pathname.slice(root.pathname.length)).replace(/\.\w+$/u, "");
  // What stands in every address says nothing.
  const words = path.split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !/^(?:catalog|docs|default|index|e)$/u.test(word));
  // The last words say most, so fewer and fewer of the first ones are asked for.
  for (let first = 0; first < words.length; first += 1) {
    const found = await pages(words.slice(first).join(" "), { limit: SHOWN });
    if (found.length === 0) continue;
    place.querySelector("ul").replaceChildren(...found.map(({ url, title, kind }) =>
      element("li", {}, element("a", { href: url }, icon(kind === "docs" ? "docs" : "entity"), element("bdi", {}, title)))));
    place.hidden = false;
    return;
  }
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
