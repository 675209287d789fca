// Starts what enhances a page. Every page is complete without any of it.
import { enhanceChanges } from "./changes.js";
import { enhanceCode } from "./code.js";
import { enhanceCopyButtons } from "./copy.js";
import { enhanceDrawers } from "./drawers.js";
import { enhanceForms } from "./forms.js";
import { enhanceGraphs } from "./graph.js";
import { enhanceHome } from "./home.js";
import { enhanceJSON } from "./json.js";
import { enhanceKeys } from "./keys.js";
import { enhanceLightbox } from "./lightbox.js";
import { enhanceLists } from "./lists.js";
import { enhancePreviews } from "./previews.js";
import { enhanceSettings } from "./settings.js";
import { enhanceSpies } from "./spy.js";
import { enhanceStars } from "./stars.js";
import { enhanceTables } from "./tables.js";
import { enhanceTabs } from "./tabs.js";
import { enhanceTheme } from "./theme.js";
import { enhanceTimes } from "./times.js";

const enhancements = [
  enhanceTheme,
  enhanceTabs,
  enhanceCode,
  enhanceCopyButtons,
  enhanceDrawers,
  enhanceForms,
  enhanceGraphs,
  enhanceJSON,
  enhanceSpies,
  enhanceLists,
  enhanceStars,
  enhanceTables,
  enhanceTimes,
  enhanceChanges,
  enhanceKeys,
  enhancePreviews,
  enhanceLightbox,
  enhanceSettings,
  enhanceHome,
];

for (const enhance of enhancements) {
  try {
    enhance();
  } catch (error) {
    // One that fails takes nothing else with it.
    console.error(error);
  }
}
