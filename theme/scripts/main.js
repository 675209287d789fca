// Starts what enhances a page. Every page is complete without any of it.
import { enhanceCopyButtons } from "./copy.js";
import { enhanceDrawers } from "./drawers.js";
import { enhanceForms } from "./forms.js";
import { enhanceKeys } from "./keys.js";
import { enhanceOffline } from "./offline.js";
import { enhancePrefetch } from "./prefetch.js";
import { enhanceSpies } from "./spy.js";
import { enhanceStars } from "./stars.js";
import { enhanceTheme } from "./theme.js";
import { enhanceTimes } from "./times.js";

const enhancements = [
  enhanceTheme,
  enhanceCopyButtons,
  enhanceDrawers,
  enhanceForms,
  enhanceSpies,
  enhanceStars,
  enhanceOffline,
  enhanceTimes,
  enhanceKeys,
  enhancePrefetch,
];

// What only some pages have is loaded by those: a selector of what it works on, and what loads it.
const parts = [
  [".tabbed-set[data-cb-tabs]", async () => (await import("./tabs.js")).enhanceTabs()],
  ["[data-cb-code], .code-scroll, pre", async () => (await import("./code.js")).enhanceCode()],
  ["[data-cb-graph], [data-cb-explorer]", async () => (await import("./graph.js")).enhanceGraphs()],
  ["a[data-cb-json]", async () => (await import("./json.js")).enhanceJSON()],
  ["[data-cb-list-group]", async () => (await import("./lists.js")).enhanceLists()],
  ["[data-cb-table], [data-cb-table-filter]", async () => (await import("./tables.js")).enhanceTables()],
  ["article.content img", async () => (await import("./lightbox.js")).enhanceLightbox()],
  ["main a.ref, [data-cb-catalog]", async () => (await import("./previews.js")).enhancePreviews()],
  ["[data-cb-settings]", async (place) => new (await import("./settings/page.js")).SettingsPage(place).start()],
  ["[data-cb-mine]", async (place) => (await import("./home/mine.js")).showMine(place)],
  ["[data-cb-changes]", async () => (await import("./changes.js")).enhanceChanges()],
];

for (const enhance of enhancements) {
  try {
    enhance();
  } catch (error) {
    // One that fails takes nothing else with it.
    console.error(error);
  }
}
for (const [selector, enhance] of parts) {
  const place = document.querySelector(selector);
  if (place) enhance(place).catch(console.error);
}
