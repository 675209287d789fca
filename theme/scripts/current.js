// A plain script behind a list of dated things: before they are painted, it hides those that have not begun or are over
// where only current ones belong, and marks them elsewhere, so that nothing moves.
(() => {
  const now = new Date();
  const pad = (number) => String(number).padStart(2, "0");
  const today = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  const list = document.currentScript.previousElementSibling;
  const isCurrentOnly = "cbCurrent" in list.dataset;
  for (const item of list.children) {
    const isEarly = today < (item.dataset.cbFrom ?? "");
    const isOver = today > (item.dataset.cbUntil ?? "9999");
    if (!isEarly && !isOver) continue;
    if (isCurrentOnly) {
      item.hidden = true;
      continue;
    }
    const badge = document.createElement("span");
    badge.className = "badge";
    badge.textContent = isEarly ? list.dataset.cbUpcoming : list.dataset.cbEnded;
    // Behind the last word of the title, where it moves nothing that stands already.
    item.querySelector(".list-row-main > a")?.after(badge);
  }
  const section = list.closest("section");
  if (isCurrentOnly && section && [...list.children].every((item) => item.hidden)) section.hidden = true;
})();
