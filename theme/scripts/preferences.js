// What readers choose about the look: attributes of the page, kept in their browser. boot.js sets them first of all.
import { store, stored } from "./dom.js";

/** What there is to choose; the first value of each needs no attribute. */
export const preferences = {
  theme: ["system", "light", "dark"],
  contrast: ["system", "more", "normal"],
  density: ["site", "compact", "normal", "spacious"],
  size: ["normal", "small", "large", "larger"],
  motion: ["system", "less"],
  keys: ["on", "off"],
};

const html = document.documentElement;

export const preference = (name) => html.dataset[name] ?? preferences[name][0];

/** Applies a choice and keeps it; tells the page by an event. */
export function prefer(name, value) {
  apply(name, value);
  store(`cb:${name}`, value === preferences[name][0] ? null : value);
}

/** Whether the browser keeps the choices. */
export function isKept() {
  store("cb:kept", "1");
  const isKept = stored("cb:kept") === "1";
  store("cb:kept", null);
  return isKept;
}

function apply(name, value) {
  if (value === preferences[name][0] || !preferences[name].includes(value)) delete html.dataset[name];
  else html.dataset[name] = value;
  document.dispatchEvent(new CustomEvent("cb:preference", { detail: name }));
}

// Another tab of the site changed one.
addEventListener("storage", ({ key, newValue }) => {
  const name = key?.startsWith("cb:") ? key.slice(3) : "";
  if (name in preferences) apply(name, newValue ?? preferences[name][0]);
});
