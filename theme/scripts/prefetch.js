// Asks for the page that a link leads to while the reader is about to press it.
const DELAY_MILLISECONDS = 80;

export function enhancePrefetch() {
  const { connection } = navigator;
  if (connection?.saveData || /2g/u.test(connection?.effectiveType ?? "")) return;
  if (!document.createElement("link").relList.supports("prefetch")) return;
  const root = new URL(document.documentElement.dataset.cbRoot || "./", document.baseURI);
  const asked = new Set([location.pathname]);
  let timer;

  const ask = (link) => {
    const { origin, pathname, search } = link;
    // Pages end in a slash; what else stands on the host is for the browser to load or to save.
    if (origin !== root.origin || !pathname.startsWith(root.pathname) || !pathname.endsWith("/")) return;
    if (search !== "" || asked.has(pathname)) return;
    asked.add(pathname);
    const hint = document.createElement("link");
    hint.rel = "prefetch";
    hint.href = origin + pathname;
    document.head.append(hint);
  };
  const plan = ({ target }) => {
    clearTimeout(timer);
    const link = target.closest?.("a[href]");
    if (link) timer = setTimeout(() => ask(link), DELAY_MILLISECONDS);
  };
  document.addEventListener("pointerover", plan);
  document.addEventListener("focusin", plan);
  document.addEventListener("pointerdown", ({ target }) => {
    const link = target.closest?.("a[href]");
    if (link) ask(link);
  });
}
