// Filters of the page of changes, over the latest commits in one file. Its state is the page's address.
import { element, icon } from "../dom.js";
import phrases from "../strings/changes.js";
import { textOf } from "../strings.js";

const text = textOf(phrases);

const NAMES = ["added", "removed", "renamed", "moved", "owner", "lifecycle", "type"];
const ICONS = {
  added: "plus", removed: "minus", renamed: "edit", moved: "folder", owner: "group", lifecycle: "lifecycle",
  type: "label",
};
const KINDS = new Set([
  "component", "api", "resource", "system", "domain", "group", "user", "location", "template",
]);
// So many commits are shown at once; a button shows more.
const PORTION = 60;
const TYPING_PAUSE_MILLISECONDS = 150;

const capitalized = (text) => text[0].toUpperCase() + text.slice(1);

export class ChangeFilter {
  /** `tools` holds the fields and the status. */
  constructor(tools) {
    this.tools = tools;
    this.fields = Object.fromEntries(
      [...tools.querySelectorAll("[data-cb-field]")].map((field) => [field.dataset.cbField, field]),
    );
    this.list = document.querySelector("[data-cb-changes-list]");
    this.status = tools.querySelector("[role=status]");
    this.results = element("div", { hidden: "" });
    this.root = document.documentElement.dataset.cbRoot;
  }

  start() {
    this.list.after(this.results);
    // The choices are in the file, which a reader who does not filter never loads.
    this.load();
    this.tools.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.change(), TYPING_PAUSE_MILLISECONDS);
    });
    addEventListener("popstate", () => this.readAddress());
    // Words that were typed before the filter had come.
    const typed = this.fields.q.value;
    this.readAddress();
    if (typed !== "" && this.fields.q.value === "") {
      this.fields.q.value = typed;
      this.change();
    }
  }

  async readAddress() {
    const parameters = new URLSearchParams(location.search);
    const values = Object.fromEntries(
      Object.keys(this.fields).map((name) => [name, parameters.get(name) ?? ""]),
    );
    const isFiltered = Object.values(values).some(Boolean);
    if (isFiltered) await this.load();
    for (const [name, value] of Object.entries(values)) this.fields[name].value = value;
    this.update();
  }

  /** The commits of the file; empty when it cannot be had. */
  load() {
    this.loading ??= fetch(this.tools.dataset.cbChanges)
      .then((response) => (response.ok ? response.json() : Promise.reject(response.status)))
      .then((data) => this.take(data))
      .catch(() => {
        this.loading = undefined;
        this.status.textContent = text("change.failed");
      });
    return this.loading;
  }

  take(data) {
    this.leftOut = data.leftOut;
    this.owners = new Map(Object.entries(data.owners));
    this.commits = data.commits;
    const kinds = new Map();
    const owners = new Map();
    const changes = new Map();
    const count = (map, key) => key && map.set(key, (map.get(key) ?? 0) + 1);
    for (const commit of this.commits) {
      for (const change of commit.changes) {
        change.kind = change.entity.slice(0, change.entity.indexOf(":"));
        change.text = [
          change.entity, change.title, commit.subject, commit.repository, change.before, change.after,
        ].join("\n").toLowerCase();
        count(kinds, change.kind);
        // A change of owner is found under both.
        const all = new Set([change.owner]);
        if (change.change === "owner") all.add(change.before).add(change.after);
        change.owners = all;
        for (const owner of all) count(owners, owner);
        count(changes, change.change);
      }
    }
    const byName = ([a], [b]) => (a < b ? -1 : 1);
    this.fill("kind", [...kinds].sort(byName), (kind) => phrases[`kind.${kind}`] ?? capitalized(kind));
    this.fill("owner", [...owners].sort(byName), (ref) => this.owners.get(ref) ?? ref);
    this.fill("change", NAMES.filter((name) => changes.has(name)).map((name) => [name, changes.get(name)]), (name) => text(`change.${name}`));
  }

  fill(name, entries, label) {
    this.fields[name].append(
      ...entries.map(([value, count]) => element("option", { value }, `${label(value)} (${count})`)),
    );
  }

  async change() {
    await this.load();
    const url = new URL(location.href);
    for (const name of Object.keys(this.fields)) {
      const value = this.fields[name].value.trim();
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    }
    history.replaceState(history.state, "", url);
    this.update();
  }

  update() {
    const { q, kind, owner, change } = Object.fromEntries(
      Object.keys(this.fields).map((name) => [name, this.fields[name].value.trim()]),
    );
    const isFiltered = Boolean(this.commits && (q || kind || owner || change));
    this.list.hidden = isFiltered;
    this.results.hidden = !isFiltered;
    if (!isFiltered) {
      if (this.commits) this.status.textContent = "";
      return;
    }
    const words = q.toLowerCase().split(/\s+/).filter(Boolean);
    const found = [];
    let total = 0;
    for (const commit of this.commits) {
      const changes = commit.changes.filter(
        (item) =>
          (!kind || item.kind === kind) && (!owner || item.owners.has(owner))
          && (!change || item.change === change) && words.every((word) => item.text.includes(word)),
      );
      total += changes.length;
      if (changes.length > 0) found.push({ commit, changes });
    }
    const told = text("change.found", {
      changes: text("change.changes", { count: total }), commits: text("change.commits", { count: found.length }),
    });
    this.status.textContent = this.leftOut > 0 ? text("change.older", { found: told, count: this.leftOut }) : told;
    this.show(found);
  }

  show(found) {
    const log = element("ol", { class: "change-log" });
    const more = element("button", { type: "button", class: "button" }, text("change.show-more"));
    let shown = 0;
    const append = () => {
      log.append(...found.slice(shown, shown + PORTION).map((entry) => this.entry(entry)));
      shown += PORTION;
      more.hidden = shown >= found.length;
    };
    more.addEventListener("click", append);
    append();
    this.results.replaceChildren(log, more);
  }

  entry({ commit, changes }) {
    const id = element("code", {}, commit.commit.slice(0, 10));
    const link = commit.url?.startsWith("https://")
      ? element("a", { class: "commit-id", href: commit.url, rel: "noopener noreferrer" }, id)
      : element("span", { class: "commit-id" }, id);
    return element(
      "li", { class: "change-entry" },
      element("p", { class: "change-subject" }, element("bdi", {}, commit.subject || text("change.no-message"))),
      element(
        "p", { class: "commit" },
        element("time", { datetime: commit.date }, commit.day),
        link,
        element("span", { class: "commit-repository" }, icon("repository"), element("bdi", {}, commit.repository)),
      ),
      element("ul", { class: "change-list" }, ...changes.map((change) => this.item(change))),
    );
  }

  item(change) {
    const what = element(
      "span", { class: "change-what" },
      this.reference(change.entity, change.title, change.exists),
    );
    if (change.change === "moved" || change.change === "renamed") {
      what.append(
        element("span", { class: "change-sides" }, element("span", { class: "muted" }, text("change.from")), " ", element("code", {}, change.before)),
      );
    } else if (change.change !== "added" && change.change !== "removed") {
      what.append(
        element(
          "span", { class: "change-sides" }, this.side(change.before),
          element("span", { class: "change-arrow" }, icon("arrow-right"), element("span", { class: "visually-hidden" }, text("change.to"))),
          this.side(change.after),
        ),
      );
    }
    return element(
      "li", { class: "change", "data-cb-change": change.change },
      element("span", { class: "change-label" }, icon(ICONS[change.change] ?? "edit"), text(`change.${change.change}`)),
      what,
    );
  }

  /** What stood before or stands after an arrow. */
  side(value) {
    if (!value) return element("span", { class: "muted" }, text("change.none"));
    if (this.owners.has(value)) return this.reference(value, this.owners.get(value), true);
    return element("code", {}, value);
  }

  /** A link to the entity's page, or its name where there is none. */
  reference(ref, title, exists) {
    const [, kind, namespace, name] = /^([^:]*):([^/]*)\/(.*)$/s.exec(ref) ?? [];
    const contents = [
      icon(KINDS.has(kind) ? kind : "entity"), element("span", {}, element("bdi", {}, title)),
    ];
    if (!exists || !name) return element("span", { class: "ref ref-plain", title: ref }, ...contents);
    const path = [namespace, kind, name].map(encodeURIComponent).join("/");
    return element(
      "a", { class: "ref", "data-cb-kind": kind, href: `${this.root}catalog/${path}/`, title: ref },
      ...contents,
    );
  }
}
