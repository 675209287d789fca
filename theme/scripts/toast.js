// A short note at the edge of the page, which goes by itself. Screen readers hear it from one live region.
import { announce, element, loadStyle } from "./dom.js";

const SHOWN_MILLISECONDS = 4000;

let node;
let timer;

/** Shows a text and has it said; a later one takes the place of one that still shows. */
export async function toast(text) {
  announce(text);
  await loadStyle("overlays");
  node ??= element("div", { class: "toast", popover: "manual", "aria-hidden": "true" });
  if (!node.isConnected) document.body.append(node);
  node.textContent = text;
  node.showPopover?.();
  clearTimeout(timer);
  timer = setTimeout(() => node.hidePopover?.(), SHOWN_MILLISECONDS);
}
