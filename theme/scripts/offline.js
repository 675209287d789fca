// Has the browser keep what was read, where the site wants that; clears it away where the site no longer does.
import { workerURL } from "./trusted-types.js";

export function enhanceOffline() {
  const { serviceWorker: workers } = navigator;
  if (!workers) return;
  const { cbOffline, cbRoot } = document.documentElement.dataset;
  const root = new URL(cbRoot || "./", document.baseURI);
  const script = new URL("sw.js", root);
  if (cbOffline !== undefined) {
    const register = () => workers.register(workerURL(script), { scope: root.pathname }).catch(() => {});
    if (document.readyState === "complete") register();
    else addEventListener("load", register, { once: true });
  } else if (workers.controller?.scriptURL === script.href) {
    forget(workers, root);
  }
}

async function forget(workers, root) {
  const registration = await workers.getRegistration(root.href);
  await registration?.unregister();
  const family = `callboard:${root.pathname}:`;
  const names = (await caches.keys()).filter((name) => name.startsWith(family));
  await Promise.all(names.map((name) => caches.delete(name)));
}
