// Runs before the first paint, so that neither colours, nor controls, nor what is dated change after it.
(() => {
  const html = document.documentElement;
  html.dataset.cbJs = "";
  if (/Mac|iPhone|iPad/.test(navigator.platform)) html.dataset.cbPlatform = "mac";
  const choices = {
    theme: ["light", "dark"], contrast: ["more", "normal"], density: ["compact", "normal", "spacious"],
    size: ["small", "large", "larger"], motion: ["less"], keys: ["off"],
  };
  let dismissed = [];
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
    dismissed = [JSON.parse(localStorage.getItem("callboard-dismissed")) ?? []].flat();
  } catch {
    // Storage is refused to this site, or holds what is not ours: the system's choices stand.
  }

  const now = new Date();
  const pad = (number) => String(number).padStart(2, "0");
  const today = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  const marked = new WeakSet();
  // Where only current things belong, those that have not begun, are over or were dismissed are hidden; elsewhere they are marked.
  const settle = () => {
    const isParsed = document.readyState !== "loading";
    const lists = new Set();
    for (const item of document.querySelectorAll("[data-cb-from], [data-cb-until], [data-cb-banner]")) {
      const { cbFrom: from = "", cbUntil: until = "9999", cbBanner: banner } = item.dataset;
      const list = item.parentElement;
      const isEarly = today < from;
      const isOver = today > until;
      if (banner !== undefined) {
        item.hidden = isEarly || isOver || dismissed.includes(`${banner} ${from}`);
      } else if ("cbCurrent" in list.dataset) {
        item.hidden = isEarly || isOver;
        lists.add(list);
      } else if ((isEarly || isOver) && !marked.has(item) && (isParsed || item.nextElementSibling || list.nextElementSibling)) {
        marked.add(item);
        const badge = document.createElement("span");
        badge.className = "badge";
        badge.textContent = isEarly ? list.dataset.cbUpcoming : list.dataset.cbEnded;
        // Behind the last word of the title, where it moves nothing that stands already.
        item.querySelector(".list-row-main > a")?.after(badge);
      }
    }
    for (const list of lists) {
      const section = list.closest("section");
      if (section) section.hidden = [...list.children].every((item) => item.hidden);
    }
  };
  // The parser tells what it has added before that is painted; a script behind each list would hold it up instead.
  const observer = new MutationObserver(settle);
  observer.observe(html, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", () => {
    observer.disconnect();
    settle();
  });
})();
