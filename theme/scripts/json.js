// Links to JSON files of the portal get a button that shows the file on the page.
import { copy } from "./copy.js";
import { announce, element, icon } from "./dom.js";
import { text } from "./strings.js";

/** In characters of indented text; more would make the page slow. */
const limit = 500_000;

export function enhanceJSON() {
  for (const link of document.querySelectorAll("a[data-cb-json]")) {
    const button = element("button", { type: "button", class: "button" }, icon("json"), text("tool.show-json"));
    link.parentElement.after(button);
    button.addEventListener("click", () => show(link.href, button), { once: true });
  }
}

async function show(address, button) {
  let content;
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${response.status}`);
    content = JSON.stringify(await response.json(), null, 2);
  } catch {
    announce(text("tool.json-failed"));
    button.replaceChildren(icon("error"), text("tool.json-failed"));
    return;
  }
  const shown = content.length > limit ? `${content.slice(0, limit)}\n…` : content;
  const code = element("code", {}, shown);
  const pre = element("pre", { class: "source", tabindex: "0", role: "region" }, code);
  pre.setAttribute("aria-label", text("tool.json-label"));
  const copier = element("button", { type: "button", class: "icon-button copy-button" }, icon("copy"));
  copier.setAttribute("aria-label", text("tool.copy-data"));
  copier.addEventListener("click", () => copy(content, copier));
  button.replaceWith(element("div", { class: "code" }, pre, copier));
  pre.focus();
}
