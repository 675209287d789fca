// Blocks of code get a copy button, and those that scroll can be reached with the keyboard.
import { copy } from "./copy.js";
import { element, icon } from "./dom.js";
import { text } from "./strings.js";

const boxes = ".content pre, .table-wrap, .table-scroll, .problem-excerpt";

export function enhanceCode() {
  for (const block of document.querySelectorAll("[data-cb-code]")) {
    const code = block.querySelector("pre > code");
    if (!code) continue;
    const button = element("button", { type: "button" }, icon("copy"));
    button.className = "icon-button copy-button";
    button.setAttribute("aria-label", text("tool.copy-code"));
    button.title = text("tool.copy");
    button.addEventListener("click", () => copy(source(code), button));
    block.append(button);
  }
  // Told after the browser's own layout, and again when a box appears or has another size.
  const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => makeReachable(target)));
  for (const box of document.querySelectorAll(boxes)) sizes.observe(box);
}

function makeReachable(box) {
  const scrolls = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight;
  if (!scrolls || box.hasAttribute("tabindex")) return;
  box.tabIndex = 0;
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", name(box));
}

/** The code as it is to be run: without what stands in the page for readers without styles. */
function source(code) {
  const plain = code.cloneNode(true);
  for (const mark of plain.querySelectorAll(".annotation-source")) mark.remove();
  return plain.textContent.replace(/\n$/, "");
}

/** What a box that scrolls is called. */
function name(box) {
  if (!box.matches("pre")) return text("tool.table");
  const title = box.closest(".code")?.querySelector(".code-title")?.textContent;
  return title ? text("tool.code-titled", { title }) : text("tool.code");
}
