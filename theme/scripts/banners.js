// Dismissing announcements above the page. The boot script hides what is dismissed before it is painted.
import { store, stored } from "./dom.js";

const key = "callboard-dismissed";

/** Has the buttons of banners take them away, now and on all later pages. */
export function enhanceBanners() {
  for (const banner of document.querySelectorAll("[data-cb-banner]")) {
    const id = `${banner.dataset.cbBanner} ${banner.dataset.cbFrom ?? ""}`;
    banner.querySelector("[data-cb-dismiss]")?.addEventListener("click", () => {
      banner.hidden = true;
      store(key, JSON.stringify([...dismissed().filter((other) => other !== id), id].slice(-50)));
    });
  }
}

function dismissed() {
  try {
    return JSON.parse(stored(key)) ?? [];
  } catch {
    return [];
  }
}
