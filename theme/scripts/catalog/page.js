// The catalog's table: what the reader chooses becomes rows, counts and the page's address.
import { element } from "../dom.js";
import { readIdentity } from "../identity.js";
import { starred } from "../stars.js";
import { emptyState, isUntouched, readState, writeState } from "./address.js";
import { columnsOf, showHeader } from "./columns.js";
import { loadTable, openCatalog } from "./data.js";
import { evaluate, sortRows, textTest } from "./filter.js";
import { ownersFor } from "./identity.js";
import { pager } from "./pager.js";
import { TableRows } from "./rows.js";
import { text } from "./strings.js";
import { connectTools } from "./tools.js";

const ROWS_PER_PAGE = 100;
const IDLE_ROWS = 20_000;
const TYPING_PAUSE_MILLISECONDS = 80;

export class CatalogPage {
  /** `container` holds the tools, the table and the links to its pages. */
  constructor(container) {
    this.container = container;
    this.rootPath = document.documentElement.dataset.cbRoot || "./";
    this.root = new URL(this.rootPath, document.baseURI);
    const { cbPreset, cbPresetValue, cbColumns } = container.dataset;
    this.preset = cbPreset ? { facet: cbPreset, value: cbPresetValue } : null;
    this.pageColumns = cbColumns.split(" ").filter(Boolean);
    const find = (selector) => container.querySelector(selector);
    this.table = find("table");
    this.status = find("[data-cb-catalog-status]");
    this.pages = find("[data-cb-catalog-pages]");
    this.input = find("[data-cb-catalog-text]");
    this.clearButton = find("[data-cb-catalog-clear]");
    this.asked = 0;
    this.filled = new TableRows();
  }

  start() {
    this.pickers = connectTools(this);
    this.original = {
      header: [...this.table.tHead.rows[0].cells],
      rows: [...this.table.tBodies[0].rows],
      pages: [...this.pages.childNodes],
      status: this.status.textContent,
    };
    this.tabs = [...document.querySelectorAll("nav.tab-nav a")].map((link) => ({ link, href: link.getAttribute("href") }));
    this.input.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(
        () => this.change({ text: this.input.value, page: 1 }, { replaces: true }), TYPING_PAUSE_MILLISECONDS,
      );
    });
    this.clearButton.addEventListener("click", () => {
      this.change({ ...emptyState(), columns: this.state.columns, sort: this.state.sort });
      this.input.focus();
    });
    document.addEventListener("cb:starred", () => this.state.list === "starred" && this.update());
    addEventListener("popstate", () => this.readAddress());
    const typed = this.input.value;
    this.readAddress();
    // Words that were typed before there was an answer.
    if (this.state.text === "" && typed !== "") this.change({ text: typed }, { replaces: true });
  }

  /** Fetches the data. When nobody has asked for anything yet, only those of a catalog that is not large. */
  async prepare({ isIdle = false } = {}) {
    const entry = await this.entry();
    if (isIdle && entry.rows > IDLE_ROWS) return;
    const data = await this.data();
    await data.loadText();
  }

  /** The table's first file; fetched once. A failure does not stick. */
  entry() {
    const url = new URL(this.container.dataset.cbCatalog, this.root);
    this.opening ??= openCatalog(url).catch((error) => {
      this.opening = null;
      throw error;
    });
    return this.opening;
  }

  /** The rows that this page may show: those of its kind, or all. */
  data() {
    const kinds = this.preset?.facet === "kind" ? [this.preset.value] : null;
    this.loading ??= this.entry().then((entry) => loadTable(entry, kinds)).catch((error) => {
      this.loading = null;
      throw error;
    });
    return this.loading;
  }

  readAddress() {
    this.state = readState(location.search);
    this.input.value = this.state.text;
    this.update();
  }

  /** Takes over new state and writes it to the address: a step back leads to the state before. */
  change(changes, { replaces = false } = {}) {
    clearTimeout(this.timer);
    this.state = { ...this.state, ...changes };
    const address = location.pathname + writeState(this.state) + location.hash;
    if (replaces) history.replaceState(history.state, "", address);
    else history.pushState(null, "", address);
    return this.update();
  }

  /** Chooses other values of a facet. */
  choose(facet, values) {
    const filters = new Map(this.state.filters);
    if (values.length > 0) filters.set(facet, values);
    else filters.delete(facet);
    return this.change({ filters, page: 1 });
  }

  /** A press sorts upward, one more downward, a third by the catalog's own order again. */
  sortBy(column) {
    const { sort } = this.state;
    const next = sort?.column !== column ? { column, isDescending: false }
      : sort.isDescending ? null : { column, isDescending: true };
    return this.change({ sort: next, page: 1 });
  }

  async update() {
    this.asked += 1;
    const asked = this.asked;
    this.found = null;
    this.showTools();
    if (isUntouched(this.state)) {
      this.restore();
      return;
    }
    try {
      const data = await this.data();
      const { list, text: words } = this.state;
      const entry = await this.entry();
      const me = list === "owned" ? readIdentity(this.root) : null;
      const owners = me ? await ownersFor(me, entry) : null;
      if (words !== "" || this.state.sort?.column === "description") await data.loadText();
      if (asked !== this.asked) return;
      this.show(data, this.evaluate(data, owners));
      if (data.descriptions) return;
      await data.loadText();
      if (asked === this.asked) this.showRows(data);
    } catch (error) {
      if (asked === this.asked) this.status.textContent = text("table.failed");
      console.error(error);
    }
  }

  evaluate(data, owners = this.owners) {
    const { list, text: words, filters } = this.state;
    this.owners = owners;
    const tests = [];
    if (list === "owned") tests.push((row) => owners?.has(data.value("owner", row)) === true);
    if (list === "starred") {
      const refs = starred();
      tests.push((row) => refs.has(data.ref(row)));
    }
    if (words.trim() !== "") tests.push(textTest(data, words));
    const isBase = tests.length > 0 ? (row) => tests.every((test) => test(row)) : null;
    this.found = evaluate(data, filters, { preset: this.preset, isBase });
    return this.found;
  }

  /** How often each value of a facet occurs among what is chosen; what a picker shows. */
  async options(facet) {
    const data = await this.data();
    const { counts } = this.found ?? this.evaluate(data);
    const { values, names } = data.column(facet);
    return { values, names, counts: counts.get(facet), chosen: this.state.filters.get(facet) ?? [] };
  }

  /** The rows of the view in its order. */
  sortedRows(data, { rows } = this.evaluate(data)) {
    const { sort } = this.state;
    return sort ? sortRows(data, rows, sort) : rows;
  }

  show(data, found) {
    this.rows = this.sortedRows(data, found);
    this.columns = columnsOf(this, data);
    showHeader(this);
    this.showRows(data);
    this.showTools(data);
    for (const picker of this.pickers.values()) picker.refresh?.();
  }

  /** The rows of the page that is open, and the links to the others. */
  showRows(data) {
    const pages = Math.max(1, Math.ceil(this.rows.length / ROWS_PER_PAGE));
    const page = Math.min(this.state.page, pages);
    const first = (page - 1) * ROWS_PER_PAGE;
    const shown = this.rows.slice(first, first + ROWS_PER_PAGE);
    const look = { columns: this.columns, root: this.rootPath, stars: starred() };
    const body = this.table.tBodies[0];
    if (shown.length > 0) {
      this.filled.show(body, data, shown, look);
    } else {
      this.filled.leave(body);
      body.replaceChildren(this.emptyRow());
    }
    this.say(shown.length === 0
      ? text("table.no-match")
      : text("pagination.range", { first: first + 1, last: first + shown.length, total: this.rows.length }));
    this.pages.replaceChildren(...pager({
      page, pages,
      href: (number) => location.pathname + writeState({ ...this.state, page: number }),
      go: (number) => {
        this.change({ page: number });
        this.table.focus({ preventScroll: true });
        this.container.scrollIntoView();
      },
    }));
  }

  emptyRow() {
    const hint = this.state.list === "owned" && !readIdentity(this.root)
      ? text("table.hint-owned")
      : this.state.list === "starred" ? text("table.hint-starred")
        : text("table.hint");
    const cell = element(
      "td", { role: "cell", colspan: String(this.columns.length + 2), class: "cell-empty" },
      element("p", { class: "empty-title" }, text("table.no-match")), element("p", {}, hint),
    );
    return element("tr", { role: "row" }, cell);
  }

  /** Tells once: an equal text is not told again. */
  say(status) {
    if (this.status.textContent !== status) this.status.textContent = status;
  }

  /** Brings back the page as it was built. */
  restore() {
    if (!this.columns) return;
    this.columns = null;
    this.table.tHead.rows[0].replaceChildren(...this.original.header);
    for (const cell of this.original.header) cell.removeAttribute("aria-sort");
    this.filled.leave(this.table.tBodies[0]);
    this.table.tBodies[0].replaceChildren(...this.original.rows);
    this.pages.replaceChildren(...this.original.pages);
    this.say(this.original.status);
    for (const picker of this.pickers.values()) picker.refresh?.();
  }

  /** What the buttons say, and where the tabs of the kinds lead. Without data a value is told by its own name. */
  showTools(data = null) {
    for (const [, picker] of this.pickers) picker.tell?.(this.state, data);
    const { filters, list, text: words } = this.state;
    this.clearButton.hidden = filters.size === 0 && list === "all" && words === "";
    const kept = { ...emptyState(), list, text: words, filters: new Map(filters) };
    kept.filters.delete("kind");
    kept.filters.delete("type");
    for (const { link, href } of this.tabs) link.setAttribute("href", href + writeState(kept));
  }
}
