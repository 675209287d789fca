// What the palette can do besides searching: to the page that is open, and to the portal.

/** The actions for this page: `{ name, icon, run }`. */
export function pageActions(strings) {
  const actions = [];
  const copy = document.querySelector(".page-header button[data-cb-copy]");
  if (copy) {
    const name = strings("actionCopy", { ref: copy.dataset.cbCopy });
    actions.push({ name, icon: "copy", run: () => copy.click() });
  }
  const source = document.querySelector("a[data-cb-source]");
  if (source) {
    actions.push({ name: strings("actionSource"), icon: "source", run: () => location.assign(source.href) });
  }
  const star = document.querySelector(".page-header button[data-cb-star]");
  if (star) {
    const isStarred = star.getAttribute("aria-pressed") === "true";
    actions.push({
      name: strings(isStarred ? "actionUnstar" : "actionStar"), icon: "star", run: () => star.click(),
    });
  }
  const theme = document.querySelector("[data-cb-theme-switch]");
  if (theme) {
    actions.push({ name: strings("actionTheme"), icon: "sun", run: () => theme.click(), stays: true });
  }
  return actions;
}

/** The actions whose name has a word that begins with each word of `query`. */
export function actionsFor(actions, query) {
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
  return actions.filter(({ name }) => {
    const own = name.toLowerCase().split(/\s+/u);
    return words.every((word) => own.some((part) => part.startsWith(word)));
  });
}
