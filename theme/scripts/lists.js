// Filters the items of a page by words and, for findings, by how bad they are. Groups without items hide.
import { text } from "./strings.js";

export function enhanceLists() {
  const field = document.querySelector("[data-cb-list-filter]");
  const items = [...document.querySelectorAll("[data-cb-list-group] [data-cb-list-item]")];
  if (!field || items.length === 0) return;
  const groups = [...document.querySelectorAll("[data-cb-list-group]")];
  const buttons = [...document.querySelectorAll("[data-cb-list-severity]")];
  const status = document.querySelector("[data-cb-list-status]");
  // The name of a group finds its items, too.
  const texts = items.map((item) =>
    `${item.closest("[data-cb-list-group]").querySelector("h2")?.textContent ?? ""} ${item.textContent}`.toLowerCase());

  const apply = () => {
    const words = field.value.toLowerCase().split(/\s+/u).filter(Boolean);
    const severities = buttons.filter((button) => button.getAttribute("aria-pressed") === "true")
      .map((button) => button.dataset.cbListSeverity);
    let shown = 0;
    items.forEach((item, index) => {
      const isChosen = severities.length === 0 || severities.includes(item.dataset.cbSeverity);
      item.hidden = !isChosen || !words.every((word) => texts[index].includes(word));
      if (!item.hidden) shown += 1;
    });
    for (const group of groups) group.hidden = !group.querySelector("[data-cb-list-item]:not([hidden])");
    if (status) status.textContent = words.length + severities.length > 0 ? text("tool.shown", { shown, count: items.length }) : "";
    const url = new URL(location.href);
    url.searchParams.delete("severity");
    for (const severity of severities) url.searchParams.append("severity", severity);
    if (field.value) url.searchParams.set("filter", field.value);
    else url.searchParams.delete("filter");
    if (url.href !== location.href) history.replaceState(history.state, "", url);
  };

  field.addEventListener("input", apply);
  for (const button of buttons) {
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      apply();
    });
  }
  const { searchParams } = new URL(location.href);
  field.value = searchParams.get("filter") ?? field.value;
  for (const button of buttons) {
    button.setAttribute("aria-pressed", String(searchParams.getAll("severity").includes(button.dataset.cbListSeverity)));
  }
  apply();
}
