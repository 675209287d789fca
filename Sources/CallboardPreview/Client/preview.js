// Runs in every page of a preview: loads it again when the site changes, and shows what was found.

const folder = new URL(".", import.meta.url);
const { build } = document.getElementById("callboard-preview").dataset;

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

/** The overlay, in a tree of its own, so that the page's styles and its own leave each other alone. */
class Overlay {
  #host = element("div");
  #list = element("ol");
  #summary = element("summary");
  #details = element("details");

  constructor() {
    const root = this.#host.attachShadow({ mode: "open" });
    const style = element("link");
    style.rel = "stylesheet";
    style.href = new URL("preview.css", folder).href;
    const panel = element("section");
    panel.setAttribute("role", "status");
    panel.setAttribute("aria-label", "Findings of the preview");
    this.#details.append(this.#summary, this.#list);
    panel.append(this.#details);
    root.append(style, panel);
    this.#host.id = "callboard-findings";
  }

  show(findings) {
    if (findings.length === 0) {
      this.#host.remove();
      return;
    }
    const errors = findings.filter(({ severity }) => severity === "error").length;
    const warnings = findings.length - errors;
    this.#summary.textContent = [counted(errors, "error"), counted(warnings, "warning")].filter(Boolean).join(", ");
    this.#host.dataset.severity = errors > 0 ? "error" : "warning";
    // Errors are in the way on purpose; what the reader closed stays closed until there is another one.
    if (errors > 0 && this.#changed(findings)) this.#details.open = true;
    if (errors === 0) this.#details.open = false;
    this.#list.replaceChildren(...findings.map(item));
    if (!this.#host.isConnected) document.body.append(this.#host);
  }

  #changed(findings) {
    const shown = JSON.stringify(findings);
    const isNew = sessionStorage.getItem("callboard:findings") !== shown;
    sessionStorage.setItem("callboard:findings", shown);
    return isNew || !this.#host.isConnected;
  }
}

function counted(count, noun) {
  return count === 0 ? "" : `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function item(finding) {
  const made = element("li", finding.severity);
  const headline = element("p", "headline");
  headline.append(element("strong", "", finding.severity), ` ${finding.summary}`);
  made.append(headline);
  if (finding.place) made.append(element("code", "place", finding.place));
  for (const help of finding.help) made.append(element("p", "help", help));
  return made;
}

/** Takes the new style sheets beside the old ones, which go once the new ones are there. */
function takeStyles(addresses) {
  for (const link of document.querySelectorAll("link[rel=stylesheet]")) {
    const address = addresses[link.getAttribute("href")];
    if (!address) continue;
    const next = link.cloneNode();
    next.href = address;
    next.addEventListener("load", () => link.remove());
    next.addEventListener("error", () => location.reload());
    link.after(next);
  }
}

const scrollKey = `callboard:scroll:${location.pathname}`;

/**
 * Browsers keep the place in a page that they load again, unless its height is not known yet. A reader who has scrolled
 * before this script came stays where they are.
 */
function restoreScroll() {
  const kept = sessionStorage.getItem(scrollKey);
  sessionStorage.removeItem(scrollKey);
  if (kept && scrollY === 0) scrollTo({ top: Number(kept), behavior: "instant" });
}

const overlay = new Overlay();
const query = new URLSearchParams({ page: location.pathname, build });
let events;

/** Only pages that are seen listen: browsers open six connections to one server and no more. */
function listen() {
  events?.close();
  if (document.visibilityState === "hidden") return;
  events = new EventSource(new URL(`events?${query}`, folder));
  events.addEventListener("findings", ({ data }) => overlay.show(JSON.parse(data)));
  events.addEventListener("styles", ({ data }) => takeStyles(JSON.parse(data)));
  events.addEventListener("reload", reload);
}

function reload() {
  sessionStorage.setItem(scrollKey, String(scrollY));
  location.reload();
}

document.addEventListener("visibilitychange", listen);
addEventListener("pagehide", () => events?.close());
addEventListener("pageshow", ({ persisted }) => persisted && listen());
restoreScroll();
listen();
