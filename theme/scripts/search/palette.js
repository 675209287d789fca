// The search palette: Ctrl or Cmd with K, `/`, or the button in the header.

import { icon } from "../dom.js";
import { keptPage } from "../refs.js";
import { starred } from "../stars.js";
import { actionsFor, pageActions } from "./actions.js";
import { rememberFound } from "./found.js";
import { addressed, element, hitContents, resultContents, siteURL } from "./view.js";

const RESULTS_SHOWN = 8;
const STARRED_SHOWN = 8;
const LISTBOX_ID = "cb:palette-results";

export class Palette {
  /** `client` searches, `root` is the site's address, `strings` gives words, `recent` the last pages. */
  constructor({ client, root, strings, recent }) {
    Object.assign(this, { client, root, strings, recent });
    this.options = [];
    this.selected = -1;
    this.asked = 0;
  }

  open(query) {
    this.dialog ??= this.build();
    if (!this.dialog.open) this.dialog.showModal();
    if (query === undefined) this.input.select();
    else {
      // Not selected, or the next key would take the place of those before it.
      this.input.value = query;
      this.input.setSelectionRange(query.length, query.length);
    }
    this.client.prepare();
    this.update();
  }

  /** Gives the keys back to the page at once: `/` in a field is a character. */
  close() {
    this.dialog.close();
    this.input.blur();
  }

  build() {
    const { strings } = this;
    this.input = element("input", {
      type: "search", class: "cb-palette-input", id: "cb:palette-input", role: "combobox",
      placeholder: strings("placeholder"), "aria-label": strings("label"), "aria-autocomplete": "list",
      "aria-controls": LISTBOX_ID, "aria-expanded": "false", autocomplete: "off", autocapitalize: "none",
      spellcheck: "false", enterkeyhint: "go",
    });
    this.list = element("div", {
      class: "cb-palette-results", id: LISTBOX_ID, role: "listbox", "aria-label": strings("label"),
    });
    this.status = element("p", { class: "cb-palette-status", role: "status" });
    const close = element("button", { type: "button", class: "cb-palette-close" }, strings("close"));
    const key = (name) => element("kbd", {}, name);
    const dialog = element(
      "dialog", { class: "cb-palette", id: "cb:palette", "aria-label": strings("label") },
      element("div", { class: "cb-palette-bar" }, this.input, close),
      element("div", { class: "cb-palette-body" }, this.list, this.status),
      element(
        "p", { class: "cb-palette-hints", "aria-hidden": "true" },
        element("span", {}, key("↑"), key("↓"), ` ${strings("hintMove")}`),
        element("span", {}, key("↵"), ` ${strings("hintOpen")}`),
        element("span", {}, key("esc"), ` ${strings("hintClose")}`),
      ),
    );
    close.addEventListener("click", () => this.close());
    // A press on the backdrop is a press on the dialog itself.
    dialog.addEventListener("pointerdown", (event) => {
      if (event.target === dialog) this.close();
    });
    this.input.addEventListener("input", () => this.update());
    this.input.addEventListener("keydown", (event) => this.handleKey(event));
    this.list.addEventListener("click", (event) => this.handleClick(event));
    document.body.append(dialog);
    return dialog;
  }

  async update() {
    const query = this.input.value.trim();
    this.asked += 1;
    const asked = this.asked;
    if (query === "") {
      this.showStart();
      return;
    }
    if (this.options.length === 0) this.status.textContent = this.strings("searching");
    try {
      const answer = await this.client.search(this.input.value, { limit: RESULTS_SHOWN });
      // A later key press has asked again.
      if (asked === this.asked) this.showAnswer(query, answer);
    } catch {
      if (asked === this.asked) this.show([], this.strings("failed"));
    }
  }

  /** Before anything is typed: where the reader has been, what they starred, and what can be done here. */
  showStart() {
    const page = ({ url, title, kind }) => {
      const target = siteURL(url, this.root);
      if (target === null) return [];
      const contents = resultContents({ title, kind }, { terms: [], prefix: null });
      return [{ href: target.href, page: { url, title, kind }, contents, name: "cb-result" }];
    };
    const recent = this.recent.list().flatMap(page);
    const known = new Set(recent.map(({ href }) => href));
    const stars = [...starred()].slice(-STARRED_SHOWN).reverse().flatMap((ref) => {
      const entity = keptPage(ref);
      return entity ? page(entity) : [];
    });
    const groups = [
      { label: this.strings("recent"), options: recent },
      { label: this.strings("starred"), options: stars.filter(({ href }) => !known.has(href)) },
      { label: this.strings("actions"), options: this.actionOptions("") },
    ];
    this.show(groups, recent.length + stars.length > 0 ? "" : this.strings("hint"), -1);
  }

  actionOptions(query) {
    return actionsFor(pageActions(this.strings), query).map((action) => ({
      action, page: null, name: "cb-action", contents: [icon(action.icon), element("span", {}, action.name)],
    }));
  }

  showAnswer(query, answer) {
    const options = addressed(answer.results, this.root).flatMap((result) => [
      { href: result.href, page: result, answer, contents: resultContents(result, answer), name: "cb-result" },
      ...result.hits.map((hit) => ({
        href: hit.href, page: result, answer, contents: hitContents(hit, answer), name: "cb-hit",
      })),
    ]);
    const { strings } = this;
    if (answer.total > answer.results.length) {
      const all = new URL("search/", this.root);
      all.searchParams.set("q", query);
      options.push({
        href: all.href, page: null, name: "cb-palette-all",
        contents: [strings("allResults", { count: answer.total })],
      });
    }
    const count = strings("results", { count: answer.total });
    const corrected = answer.corrected.length > 0
      ? strings("corrected", { terms: answer.corrected.join(", ") }) : "";
    const status = answer.total === 0 ? strings("noResults", { query }) : count;
    const groups = [
      { label: "", options }, { label: strings("actions"), options: this.actionOptions(query) },
    ];
    this.show(groups, [status, corrected].filter(Boolean).join(". "));
  }

  /** Replaces the list; the option at `selected` is chosen, none if it is -1. */
  show(groups, status, selected = 0) {
    this.options = [];
    const lists = groups.filter(({ options }) => options.length > 0).map(({ label, options }, number) => {
      const nodes = options.map((option) => this.optionNode(option));
      const heading = label === "" ? null : element(
        "p", { class: "cb-palette-heading", id: `cb:palette-group-${number}`, role: "presentation" }, label,
      );
      const attributes = heading ? { "aria-labelledby": heading.id } : { "aria-label": this.strings("label") };
      return element("div", { role: "group", class: "cb-palette-group", ...attributes }, heading, ...nodes);
    });
    this.list.replaceChildren(...lists);
    this.status.textContent = status;
    this.input.setAttribute("aria-expanded", String(this.options.length > 0));
    this.selected = -1;
    this.select(this.options.length > 0 ? selected : -1);
  }

  /** A link or a button that is the option itself: an option with a link in it is none to a screen reader. */
  optionNode(option) {
    const attributes = {
      tabindex: "-1", role: "option", id: `cb:option-${this.options.length}`, "aria-selected": "false",
      class: `cb-palette-option ${option.name}`,
    };
    const node = option.action
      ? element("button", { type: "button", ...attributes }, ...option.contents)
      : element("a", { href: option.href, ...attributes }, ...option.contents);
    this.options.push({ ...option, node });
    return node;
  }

  select(index) {
    this.options[this.selected]?.node.setAttribute("aria-selected", "false");
    this.selected = index;
    const option = this.options[index];
    if (!option) {
      this.input.removeAttribute("aria-activedescendant");
      return;
    }
    option.node.setAttribute("aria-selected", "true");
    option.node.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.node.id);
  }

  handleKey(event) {
    const count = this.options.length;
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (count === 0) return;
      const step = event.key === "ArrowDown" ? 1 : -1;
      const start = this.selected < 0 && step < 0 ? 0 : this.selected;
      this.select((start + step + count) % count);
    } else if (event.key === "Escape") {
      // Or a browser would clear the field first and close at the second press only.
      event.preventDefault();
      this.close();
    } else if (event.key === "Enter") {
      event.preventDefault();
      const option = this.options[this.selected];
      if (!option) return;
      if (option.action) {
        this.perform(option.action);
        return;
      }
      this.remember(option);
      if (event.ctrlKey || event.metaKey) window.open(option.href, "_blank", "noopener");
      else this.go(option.href);
    }
  }

  handleClick(event) {
    const index = this.options.findIndex(({ node }) => node.contains(event.target));
    if (index < 0) return;
    const { action } = this.options[index];
    if (action) {
      this.perform(action);
      return;
    }
    this.remember(this.options[index]);
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) this.close();
  }

  remember({ page, answer, href }) {
    if (page) this.recent.add(page);
    if (answer && page) rememberFound(href, answer);
  }

  perform(action) {
    if (!action.stays) this.close();
    action.run();
  }

  go(href) {
    this.close();
    location.assign(href);
  }
}
