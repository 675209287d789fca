// The switch of the colour scheme: system, light, dark, and round again.
import { announce } from "./dom.js";
import { prefer, preference, preferences } from "./preferences.js";
import { text } from "./strings.js";

export function enhanceTheme() {
  const button = document.querySelector("[data-cb-theme-switch]");
  if (!button) return;
  const tell = () => {
    const label = text("tool.scheme", { name: text(`tool.scheme-${preference("theme")}`) });
    button.setAttribute("aria-label", label);
    button.title = label;
    return label;
  };
  tell();

  button.addEventListener("click", () => {
    const schemes = preferences.theme;
    prefer("theme", schemes[(schemes.indexOf(preference("theme")) + 1) % schemes.length]);
    announce(tell());
  });
  document.addEventListener("cb:preference", tell);
}
