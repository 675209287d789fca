// Content tabs: the sections of a set become tabs with panels, as the ARIA pattern has them, in place
// of the radio buttons or headings that name them without this script. Sets on a page that share a
// label change together, and the choice is kept for other pages.
import { element, store, stored } from "./dom.js";
import { text } from "./strings.js";

const key = "cb:tab";

export function enhanceTabs() {
  const nodes = [...document.querySelectorAll(".tabbed-set[data-cb-tabs]")];
  const sets = nodes.map(build).filter(Boolean);
  if (sets.length === 0) return;

  const choose = (label, origin) => {
    for (const set of sets) {
      if (set !== origin) set.select(label);
    }
    store(key, label);
  };
  for (const set of sets) set.onchoice = (label) => choose(label, set);

  const label = stored(key);
  if (label) for (const set of sets) set.select(label);
  revealTarget();
  addEventListener("hashchange", revealTarget);
}

/** Makes tabs of one set; undefined when it has none to make. */
function build(node, number) {
  const content = node.querySelector(":scope > .tabbed-content") ?? node;
  const panels = [...content.children].filter((child) => child.matches(".tabbed-block"));
  if (panels.length === 0) return undefined;
  const labels = node.querySelector(":scope > .tabbed-labels");
  const list = element("div", { class: "tab-list", role: "tablist" });
  const set = { onchoice: () => {}, select };
  const tabs = panels.map((panel, index) => {
    const name = labels?.children[index] ?? panel.querySelector(":scope > .tabbed-label");
    const label = name?.textContent.trim() || text("tool.tab", { number: index + 1 });
    const tab = element("button", { type: "button", role: "tab" }, label);
    tab.id = `cb:tab-${number}-${index}`;
    panel.id ||= `cb:panel-${number}-${index}`;
    tab.setAttribute("aria-controls", panel.id);
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    panel.addEventListener("cb:reveal", () => show(index));
    tab.addEventListener("click", () => {
      // The set above may change its height with this one: what was clicked keeps its place.
      const before = tab.getBoundingClientRect().top;
      show(index);
      set.onchoice(label);
      scrollBy({ top: tab.getBoundingClientRect().top - before, behavior: "instant" });
    });
    return tab;
  });
  list.append(...tabs);
  list.addEventListener("keydown", move);
  labels?.remove();
  node.prepend(list);
  node.dataset.cbReady = "";
  show(0);
  return set;

  function show(shown) {
    tabs.forEach((tab, index) => {
      tab.setAttribute("aria-selected", String(index === shown));
      tab.tabIndex = index === shown ? 0 : -1;
      panels[index].hidden = index !== shown;
    });
  }

  function select(label) {
    const index = tabs.findIndex((tab) => tab.textContent === label);
    if (index >= 0) show(index);
  }

  function move(event) {
    const here = tabs.indexOf(document.activeElement);
    const forward = getComputedStyle(list).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = forward === "ArrowRight" ? "ArrowLeft" : "ArrowRight";
    const target = {
      [forward]: (here + 1) % tabs.length,
      [back]: (here - 1 + tabs.length) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    }[event.key];
    if (here < 0 || target === undefined) return;
    event.preventDefault();
    tabs[target].focus();
    tabs[target].click();
  }
}

/** A link may point into a panel that is hidden. */
function revealTarget() {
  const target = document.getElementById(fragment());
  if (!target) return;
  let panel = target.closest(".tabbed-block");
  while (panel) {
    panel.dispatchEvent(new Event("cb:reveal"));
    panel = panel.parentElement.closest(".tabbed-block");
  }
  if (target.closest(".tabbed-set") || document.readyState !== "complete") target.scrollIntoView();
}

function fragment() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}
