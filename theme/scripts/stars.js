// Entities that the reader marked with a star, kept in their browser only, and the buttons that do so.
import { element, icon, store, stored } from "./dom.js";
import { text } from "./strings.js";

const key = () => `callboard:starred:${new URL(document.documentElement.dataset.cbRoot || "./", document.baseURI).pathname}`;

/** The references of the starred entities; several portals may share an origin, so each has its own. */
export function starred() {
  try {
    const refs = JSON.parse(stored(key()) ?? "[]");
    return new Set(Array.isArray(refs) ? refs.filter((ref) => typeof ref === "string") : []);
  } catch {
    return new Set();
  }
}

/** A button that stars an entity; `name` is what people call it. */
export function starButton(ref, name, isStarred) {
  const button = element("button", { type: "button", class: "icon-button star-button", title: text("tool.star") }, icon("star"));
  fillStar(button, ref, name, isStarred);
  return button;
}

/** Makes a star button that of another entity. */
export function fillStar(button, ref, name, isStarred) {
  const attributes = {
    "data-cb-star": ref, "aria-pressed": String(isStarred), "aria-label": text("tool.star-name", { name }),
  };
  for (const [key, value] of Object.entries(attributes)) {
    if (button.getAttribute(key) !== value) button.setAttribute(key, value);
  }
}

/** Makes the star buttons of the page work, those that come later included. */
export function enhanceStars() {
  const refs = starred();
  for (const button of document.querySelectorAll("button[data-cb-star]")) {
    button.setAttribute("aria-pressed", String(refs.has(button.dataset.cbStar)));
  }
  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("button[data-cb-star]");
    if (!button) return;
    const { cbStar: ref } = button.dataset;
    const now = starred();
    if (!now.delete(ref)) now.add(ref);
    store(key(), now.size > 0 ? JSON.stringify([...now]) : null);
    button.setAttribute("aria-pressed", String(now.has(ref)));
    document.dispatchEvent(new CustomEvent("cb:starred", { detail: ref }));
  });
}
