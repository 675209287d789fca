// Starts what enhances a page. Every page is complete without any of it.
import { enhanceBanners } from "./banners.js";
import { enhanceChanges } from "./changes.js";
import { enhanceCode } from "./code.js";
import { enhanceCopyButtons } from "./copy.js";
import { enhanceDrawers } from "./drawers.js";
import { enhanceForms } from "./forms.js";
import { enhanceGraphs } from "./graph.js";
import { enhanceMine } from "./home/mine.js";
import { enhanceJSON } from "./json.js";
import { enhanceKeys } from "./keys.js";
import { enhanceLightbox } from "./lightbox.js";
import { enhanceLists } from "./lists.js";
import { enhanceOffline } from "./offline.js";
import { enhancePrefetch } from "./prefetch.js";
import { enhancePreviews } from "./previews.js";
import { enhanceSpies } from "./spy.js";
import { enhanceStars } from "./stars.js";
import { enhanceTables } from "./tables.js";
import { enhanceTabs } from "./tabs.js";
import { enhanceTheme } from "./theme.js";
import { enhanceTimes } from "./times.js";

// Those that change the page come first, those that measure it last: it is then laid out once.
const enhancements = [
  enhanceTheme,
  enhanceBanners,
  enhanceTabs,
  enhanceTimes,
  enhanceStars,
  enhanceCopyButtons,
  enhanceForms,
  enhanceJSON,
  enhanceLists,
  enhanceMine,
  enhanceTables,
  enhanceOffline,
  enhanceKeys,
  enhancePreviews,
  enhancePrefetch,
  enhanceCode,
  enhanceDrawers,
  enhanceSpies,
  enhanceLightbox,
  enhanceGraphs,
  enhanceChanges,
];

// What few pages have is loaded by those: a selector of what it works on, and what loads it.
const parts = [
  ["[data-cb-settings]", async (place) => new (await import("./settings/page.js")).SettingsPage(place).start()],
];

/** Runs one; when it fails, it takes nothing else with it. */
async function run(enhance, place) {
  try {
    await enhance(place);
  } catch (error) {
    console.error(error);
  }
}

const started = enhancements.map((enhance) => run(enhance));
for (const [selector, enhance] of parts) {
  const place = document.querySelector(selector);
  if (place) started.push(run(enhance, place));
}
// From here on all controls of the page answer; for whoever measures pages.
Promise.all(started).then(() => performance.mark("cb:ready"));
