// The home page shows the reader's own: what they starred, and the teams they belong to.

export function enhanceHome() {
  const place = document.querySelector("[data-cb-mine]");
  if (!place) return;
  import("./home/mine.js").then(({ showMine }) => showMine(place)).catch(console.error);
}
