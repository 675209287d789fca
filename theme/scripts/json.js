// Links to JSON files of the portal get a button that shows the file on the page.
import { copy } from "./copy.js";
import { announce, element, icon } from "./dom.js";

/** In characters of indented text; more would make the page slow. */
const limit = 500_000;

export function enhanceJSON() {
  for (const link of document.querySelectorAll("a[data-cb-json]")) {
    const button = element("button", { type: "button", class: "button" }, icon("json"), "Show it here");
    link.parentElement.after(button);
    button.addEventListener("click", () => show(link.href, button), { once: true });
  }
}

async function show(address, button) {
  let text;
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${response.status}`);
    text = JSON.stringify(await response.json(), null, 2);
  } catch {
    announce("The data could not be loaded");
    button.replaceChildren(icon("error"), "The data could not be loaded");
    return;
  }
  const shown = text.length > limit ? `${text.slice(0, limit)}\n…` : text;
  const code = element("code", {}, shown);
  const pre = element("pre", { class: "source", tabindex: "0", role: "region" }, code);
  pre.setAttribute("aria-label", "Data of this entity");
  const copier = element("button", { type: "button", class: "icon-button copy-button" }, icon("copy"));
  copier.setAttribute("aria-label", "Copy the data");
  copier.addEventListener("click", () => copy(text, copier));
  button.replaceWith(element("div", { class: "code" }, pre, copier));
  pre.focus();
}
