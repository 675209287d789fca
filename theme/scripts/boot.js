// Runs before the first paint, so that neither the colours nor the controls change after it.
(() => {
  const html = document.documentElement;
  html.dataset.cbJs = "";
  if (/Mac|iPhone|iPad/.test(navigator.platform)) html.dataset.cbPlatform = "mac";
  const choices = {
    theme: ["light", "dark"], contrast: ["more", "normal"], density: ["compact", "normal", "spacious"],
    size: ["small", "large", "larger"], motion: ["less"], keys: ["off"],
  };
  try {
    for (const [name, values] of Object.entries(choices)) {
      const value = localStorage.getItem(`cb:${name}`);
      if (values.includes(value)) html.dataset[name] = value;
    }
    const { pathname } = new URL(html.dataset.cbRoot || "./", document.baseURI);
    for (const [name, key] of [["cbStarred", "starred"], ["cbTeams", "teams"]]) {
      const count = JSON.parse(localStorage.getItem(`callboard:${key}:${pathname}`) ?? "[]").length;
      if (count > 0) html.dataset[name] = count > 3 ? "many" : "some";
    }
  } catch {
    // Storage is refused to this site, or holds what is not ours: the system's choices stand.
  }
})();
