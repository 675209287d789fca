// The switch of the colour scheme: system, light, dark, and round again.
import { announce, store } from "./dom.js";
import { text } from "./strings.js";

const schemes = ["system", "light", "dark"];

export function enhanceTheme() {
  const button = document.querySelector("[data-cb-theme-switch]");
  if (!button) return;
  const html = document.documentElement;
  const current = () => html.dataset.theme ?? "system";
  const tell = () => {
    const label = text("tool.scheme", { name: text(`tool.scheme-${current()}`) });
    button.setAttribute("aria-label", label);
    button.title = label;
    return label;
  };
  tell();

  button.addEventListener("click", () => {
    const next = schemes[(schemes.indexOf(current()) + 1) % schemes.length];
    if (next === "system") delete html.dataset.theme;
    else html.dataset.theme = next;
    store("cb:theme", next === "system" ? null : next);
    announce(tell());
  });

  // Another tab of the site changed it.
  addEventListener("storage", (event) => {
    if (event.key !== "cb:theme") return;
    if (event.newValue && schemes.includes(event.newValue)) html.dataset.theme = event.newValue;
    else delete html.dataset.theme;
    tell();
  });
}
