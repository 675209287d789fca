// Announcements that have not begun or are over: hidden where only current ones belong, marked elsewhere.
import { element } from "./dom.js";
import { text } from "./strings.js";

export function enhanceCurrent() {
  const now = new Date();
  const pad = (number) => String(number).padStart(2, "0");
  const today = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  for (const item of document.querySelectorAll("li[data-cb-from], li[data-cb-until]")) {
    const isEarly = today < (item.dataset.cbFrom ?? "");
    const isOver = today > (item.dataset.cbUntil ?? "9999");
    if (!isEarly && !isOver) continue;
    if (item.closest("[data-cb-current]")) {
      item.hidden = true;
      continue;
    }
    const word = text(isEarly ? "tool.upcoming" : "tool.ended");
    item.querySelector(".list-row-side")?.prepend(element("span", { class: "badge" }, word));
  }
  for (const list of document.querySelectorAll("[data-cb-current]")) {
    const section = list.closest("section");
    if (section && [...list.children].every((item) => item.hidden)) section.hidden = true;
  }
}
