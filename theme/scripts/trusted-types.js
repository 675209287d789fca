// The one Trusted Types policy of the theme, named `callboard`. It admits the theme's own workers and the
// site's service worker and nothing else, so no other script of the page can make a URL, HTML or code that the browser trusts.

const workers = ["search/worker.js", "graph/worker.js"].map((path) => new URL(path, import.meta.url));
workers.push(new URL("sw.js", new URL(document.documentElement.dataset.cbRoot || "./", document.baseURI)));

function admit(value) {
  const url = new URL(value, location.href);
  const isOwn =
    url.origin === location.origin && workers.some((worker) => worker.pathname === url.pathname);
  if (!isOwn) throw new TypeError("not a worker of the theme");
  return url.href;
}

const policy = globalThis.trustedTypes?.createPolicy("callboard", { createScriptURL: admit });

/** The URL of one of the theme's workers, in the form that `new Worker` takes. */
export function workerURL(path) {
  const href = new URL(path, import.meta.url).href;
  return policy ? policy.createScriptURL(href) : admit(href);
}
