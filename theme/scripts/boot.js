// Runs before the first paint, so that neither the colours nor the controls change after it.
(() => {
  const html = document.documentElement;
  html.dataset.cbJs = "";
  if (/Mac|iPhone|iPad/.test(navigator.platform)) html.dataset.cbPlatform = "mac";
  try {
    const theme = localStorage.getItem("cb:theme");
    if (theme === "light" || theme === "dark") html.dataset.theme = theme;
  } catch {
    // Storage is refused to this site: the system's scheme stands.
  }
})();
