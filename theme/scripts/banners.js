// A plain script behind the banners: it hides those that are not current, or that the reader has dismissed, before they
// are painted, so that nothing moves.
(() => {
  const now = new Date();
  const pad = (number) => String(number).padStart(2, "0");
  const today = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  let dismissed = [];
  try {
    dismissed = JSON.parse(localStorage.getItem("callboard-dismissed")) ?? [];
  } catch {
    // Nothing is remembered where storage is refused.
  }
  for (const banner of document.querySelectorAll("[data-cb-banner]")) {
    const { cbFrom: from, cbUntil: until } = banner.dataset;
    const id = `${banner.dataset.cbBanner} ${from ?? ""}`;
    banner.hidden = today < (from ?? "") || today > (until ?? "9999") || dismissed.includes(id);
    banner.querySelector("[data-cb-dismiss]")?.addEventListener("click", () => {
      banner.hidden = true;
      dismissed = [...dismissed.filter((other) => other !== id), id].slice(-50);
      try {
        localStorage.setItem("callboard-dismissed", JSON.stringify(dismissed));
      } catch {
        // It comes back with the next page.
      }
    });
  }
})();
