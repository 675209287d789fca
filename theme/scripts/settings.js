// The page of settings loads what it needs; other pages do without.

export function enhanceSettings() {
  const page = document.querySelector("[data-cb-settings]");
  if (!page) return;
  import("./settings/page.js").then(({ SettingsPage }) => new SettingsPage(page).start()).catch(console.error);
}
