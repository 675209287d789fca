// Making elements. Text goes in as text, never as HTML: the page's policy forbids anything else.

/** An element with attributes and children; a string child becomes a text node. */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

const svg = "http://www.w3.org/2000/svg";

const symbol = (name) => `${document.documentElement.dataset.cbSprite}#${name}`;

/** An icon of the sprite, hidden from assistive technology. */
export function icon(name) {
  const node = document.createElementNS(svg, "svg");
  node.setAttribute("class", "icon");
  node.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(svg, "use");
  use.setAttribute("href", symbol(name));
  node.append(use);
  return node;
}

/** Shows another icon of the sprite in place of the one that the element holds. */
export function setIcon(node, name) {
  node.querySelector("use").setAttribute("href", symbol(name));
}

const styles = new Map();

/** Adds a style sheet that pages do not load from the start, by its name in theme.yaml; resolves when it holds. */
export function loadStyle(name) {
  const file = `style-${name}.css`;
  if (!styles.has(name) && document.querySelector(`link[rel=stylesheet][href$="/${file}"]`)) styles.set(name, Promise.resolve());
  if (!styles.has(name)) {
    const link = element("link", { rel: "stylesheet", href: new URL(`../${file}`, import.meta.url).href });
    styles.set(name, new Promise((resolve) => {
      link.addEventListener("load", resolve);
      // Without it there is less to look at, but nothing is missing.
      link.addEventListener("error", resolve);
    }));
    document.head.append(link);
  }
  return styles.get(name);
}

/**
 * Runs once when the browser has laid out a node by itself: whoever measures sooner makes it do so at once, and again later. A
 * node that is not shown is waited for.
 */
export function afterLayout(node, act) {
  const observer = new ResizeObserver(() => {
    observer.disconnect();
    act();
  });
  observer.observe(node);
}

let announcer;

/** Has a screen reader say a text, which stays invisible. */
export function announce(text) {
  if (!announcer) {
    announcer = element("div", { class: "visually-hidden", role: "status" });
    document.body.append(announcer);
  }
  announcer.textContent = "";
  requestAnimationFrame(() => (announcer.textContent = text));
}

/** A stored value, or null: storage may be refused. */
export function stored(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Stores a value, or removes it when it is null. */
export function store(key, value) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // The choice then lasts as long as the page.
  }
}
