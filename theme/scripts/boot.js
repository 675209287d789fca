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
  } catch {
    // Storage is refused to this site: the system's choices stand.
  }
})();
