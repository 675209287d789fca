// The service worker of a portal that is read offline; published as sw.js behind two constants: VERSION, which names the
// theme's content, and SHELL, the files that every page needs.

/* global VERSION, SHELL */

const scope = new URL(self.registration.scope);
const family = `callboard:${scope.pathname}:`;
const names = {
  shell: `${family}${VERSION}:shell`,
  pages: `${family}${VERSION}:pages`,
  data: `${family}${VERSION}:data`,
};
const LIMITS = { pages: 200, data: 400 };

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(names.shell);
    await cache.addAll(SHELL.map((path) => new Request(new URL(path, scope), { cache: "no-cache" })));
    await self.skipWaiting();
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    // Pages of another version of the theme ask for files that are gone.
    const own = Object.values(names);
    const old = (await caches.keys()).filter((name) => name.startsWith(family) && !own.includes(name));
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const isInside = url.origin === scope.origin && url.pathname.startsWith(scope.pathname);
  if (request.method !== "GET" || !isInside || request.headers.has("range")) return;
  const path = url.pathname.slice(scope.pathname.length);
  if (path === "sw.js") return;
  if (path.startsWith("assets/")) event.respondWith(keptFirst(request));
  else if (request.mode === "navigate") event.respondWith(keptThenRenewed(event));
  else event.respondWith(newestFirst(request));
});

const isKeepable = (response) => response.ok && response.type === "basic" && !response.redirected;

async function keep(kind, request, response) {
  if (!isKeepable(response)) return;
  const cache = await caches.open(names[kind]);
  await cache.put(request, response);
  if (!(kind in LIMITS)) return;
  // Keys come in the order in which they were put in.
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - LIMITS[kind])).map((key) => cache.delete(key)));
}

/** Files whose names tell their content never change. */
async function keptFirst(request) {
  const kept = await caches.match(request, { cacheName: names.shell });
  if (kept) return kept;
  const response = await fetch(request);
  await keep("shell", request, response.clone());
  return response;
}

/** A page at once as it was, and as it is now the next time. */
async function keptThenRenewed(event) {
  const { request } = event;
  const address = new Request(request.url.replace(/[?#].*$/u, ""));
  const kept = (await caches.match(address, { cacheName: names.pages })) ??
    (await caches.match(address, { cacheName: names.shell }));
  const renewed = fetch(request).then(async (response) => {
    await keep("pages", address, response.clone());
    return response;
  });
  if (kept) {
    event.waitUntil(renewed.catch(() => {}));
    return kept;
  }
  try {
    return await renewed;
  } catch {
    const text = "There is no network, and this page was not read before.\n";
    return new Response(text, { status: 503, headers: { "Content-Type": "text/plain; charset=utf-8" } });
  }
}

/** Data that belong together: the newest where there is a network. */
async function newestFirst(request) {
  try {
    const response = await fetch(request);
    await keep("data", request, response.clone());
    return response;
  } catch (error) {
    const kept = await caches.match(request, { cacheName: names.data });
    if (kept) return kept;
    throw error;
  }
}
