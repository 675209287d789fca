// Starts what enhances a page. Every page is complete without any of it.
import { enhanceCode } from "./code.js";
import { enhanceCopyButtons } from "./copy.js";
import { enhanceDrawers } from "./drawers.js";
import { enhanceGraphs } from "./graph.js";
import { enhanceSpies } from "./spy.js";
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
  enhanceGraphs,
  enhanceSpies,
  enhanceTables,
  enhanceTimes,
];

for (const enhance of enhancements) {
  try {
    enhance();
  } catch (error) {
    // One that fails takes nothing else with it.
    console.error(error);
  }
}
