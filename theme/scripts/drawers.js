// The drawers open and close without scripts where the browser knows `command` attributes; where
// it does not, this follows them. It also closes the drawers when their page is wide enough to
// show them in place, or when a link in them was followed, and scrolls to the current item of the
// tree and of rows of tabs.
import { afterLayout } from "./dom.js";

export function enhanceDrawers() {
  if (!("commandForElement" in HTMLButtonElement.prototype)) {
    for (const button of document.querySelectorAll("button[commandfor]")) {
      const drawer = document.getElementById(button.getAttribute("commandfor"));
      const isClosing = button.getAttribute("command") === "hide-popover";
      button.addEventListener("click", () => drawer?.togglePopover?.(isClosing ? false : undefined));
    }
  }

  for (const current of document.querySelectorAll(".tab-nav:not([data-cb-spy]) [aria-current]")) {
    const row = current.closest(".tab-nav");
    afterLayout(row, () => {
      const hidden = current.getBoundingClientRect().right - row.getBoundingClientRect().right;
      if (hidden > 0) row.scrollLeft += hidden + row.clientWidth / 3;
    });
  }

  for (const drawer of document.querySelectorAll(".sidebar[popover], .toc[popover]")) {
    if (!drawer.hidePopover) continue;
    drawer.addEventListener("click", (event) => {
      if (event.target.closest("a") && drawer.matches(":popover-open")) drawer.hidePopover();
    });
  }
  for (const menu of document.querySelectorAll("[data-cb-menu]")) {
    document.addEventListener("click", (event) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  }
  const inPlace = { "(width >= 64rem)": ".sidebar", "(width >= 80rem)": ".toc" };
  for (const [query, selector] of Object.entries(inPlace)) {
    matchMedia(query).addEventListener("change", (event) => {
      const drawer = document.querySelector(`${selector}:popover-open`);
      if (event.matches && drawer) drawer.hidePopover();
    });
  }

  const sidebar = document.querySelector(".sidebar");
  const current = document.querySelector("[data-cb-tree] [aria-current]");
  if (!sidebar || !current) return;
  const reveal = () => {
    const place = current.getBoundingClientRect();
    const frame = sidebar.getBoundingClientRect();
    if (place.bottom > frame.bottom || place.top < frame.top) {
      sidebar.scrollTop += place.top - frame.top - frame.height / 3;
    }
  };
  afterLayout(sidebar, reveal);
  sidebar.addEventListener("toggle", reveal);
}
