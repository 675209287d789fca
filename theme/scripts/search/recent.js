// The pages that a reader opened from search, kept in their browser only.

const KEPT = 8;

const isPage = (value) =>
  typeof value === "object" && value !== null &&
  ["url", "title", "kind"].every((key) => typeof value[key] === "string");

/** The list of one site: several portals may share an origin. */
export class RecentPages {
  constructor(root) {
    this.key = `callboard:recent:${root.pathname}`;
  }

  /** Latest first; empty where the browser keeps nothing. */
  list() {
    try {
      const stored = JSON.parse(localStorage.getItem(this.key) ?? "[]");
      return Array.isArray(stored) ? stored.filter(isPage).slice(0, KEPT) : [];
    } catch {
      return [];
    }
  }

  add({ url, title, kind }) {
    const others = this.list().filter((page) => page.url !== url);
    try {
      localStorage.setItem(this.key, JSON.stringify([{ url, title, kind }, ...others].slice(0, KEPT)));
    } catch {
      // No storage, no list.
    }
  }
}
