// The search page: its field with results, facets and pages of results. Its state is the page's address.
//
// Results come with every key; what stands around the words, a file for each result, and the counts of the facets
// follow when the typing pauses.

import { rememberFound } from "./found.js";
import { addressed, element, hitContents, resultContents, shortName } from "./view.js";

const PER_PAGE = 10;
const VALUES_SHOWN = 8;
const FACETS = ["kind", "in", "owner", "tag", "lifecycle", "type", "system", "namespace", "version", "locale"];
// The width from which the facets stand beside the results; search.css has the same.
const WIDE = "(width >= 50rem)";
const TYPING_PAUSE_MILLISECONDS = 120;

const capitalized = (text) => text[0].toUpperCase() + text.slice(1);

export class SearchPage {
  /** `container` holds the search field; the rest is added below it. */
  constructor(container, { client, root, strings, recent }) {
    Object.assign(this, { container, client, root, strings, recent });
    this.input = container.querySelector("input[type=search]");
    this.asked = 0;
    // Facets that the reader unfolded stay so.
    this.unfolded = new Set();
  }

  start() {
    if (!this.input) return;
    this.status = element("p", { class: "cb-search-status", role: "status" });
    this.facets = element("div", { class: "cb-search-facets" });
    this.filtersLabel = element("summary", {}, this.strings("filters"));
    this.filters = element("details", { class: "cb-search-filters" }, this.filtersLabel, this.facets);
    // Beside the results they are always open; above them they would push the results out of sight.
    const isWide = matchMedia(WIDE);
    this.filters.open = isWide.matches;
    isWide.addEventListener("change", () => { this.filters.open = isWide.matches; });
    this.browse = document.querySelector("[data-cb-search-browse]");
    this.list = element("ol", { class: "cb-search-results" });
    this.pager = element("nav", { class: "cb-search-pager", "aria-label": this.strings("pages") });
    this.container.append(
      element(
        "div", { class: "cb-search-columns" }, this.filters,
        element("div", { class: "cb-search-main" }, this.status, this.list, this.pager),
      ),
    );
    this.input.addEventListener("keydown", (event) => {
      // The one that ends a composition of characters is not meant for the page.
      if (event.key !== "Enter" || event.isComposing) return;
      this.change({ query: this.input.value, page: 1 }, { replaces: this.isDraft });
    });
    this.input.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.state = { ...this.state, query: this.input.value, page: 1 };
      this.update({ isTyping: true });
      this.timer = setTimeout(() => this.keepDraft(), TYPING_PAUSE_MILLISECONDS);
    });
    addEventListener("popstate", () => {
      this.isDraft = false;
      this.readAddress();
    });
    // What was typed before this script came is more than the address knows, and may have been entered as well: it is
    // kept as a search, not as a draft that the next word replaces.
    const typed = this.input.value;
    this.readAddress();
    if (typed !== "" && typed !== this.state.query) {
      this.input.value = typed;
      this.change({ query: typed, page: 1 }, { replaces: this.isUnused });
    }
  }

  readAddress() {
    clearTimeout(this.timer);
    const parameters = new URLSearchParams(location.search);
    this.state = {
      query: parameters.get("q") ?? "",
      page: Math.max(1, Number.parseInt(parameters.get("page") ?? "1", 10) || 1),
      filters: new Map(FACETS.map((facet) => [facet, parameters.getAll(facet)])),
    };
    this.input.value = this.state.query;
    this.update();
  }

  /** Takes over new state and writes it to the address: a step back leads to the state before. */
  change(changes, { replaces = false } = {}) {
    clearTimeout(this.timer);
    this.state = { ...this.state, ...changes };
    const method = replaces ? "replaceState" : "pushState";
    history[method](null, "", this.address(this.state));
    this.isDraft = false;
    this.update();
  }

  /** Writes to the address what is being typed, but never over a search that was entered or a choice that was made. */
  keepDraft() {
    this.change({}, { replaces: this.isDraft || this.isUnused });
    this.isDraft = true;
  }

  /** Whether the address knows of no search yet. */
  get isUnused() {
    return new URLSearchParams(location.search).size === 0;
  }

  address({ query, page, filters }) {
    const parameters = new URLSearchParams();
    if (query !== "") parameters.set("q", query);
    for (const [facet, values] of filters) for (const value of values) parameters.append(facet, value);
    if (page > 1) parameters.set("page", String(page));
    const text = parameters.toString();
    return text === "" ? location.pathname : `?${text}`;
  }

  /** The query as the engine takes it. The words come last, so that the last may be unfinished. */
  queryText() {
    const filters = [...this.state.filters].flatMap(([facet, values]) =>
      values.map((value) => `${facet}:"${value.replaceAll('"', "")}"`),
    );
    return [...filters, this.state.query].join(" ");
  }

  async update({ isTyping = false } = {}) {
    this.asked += 1;
    const asked = this.asked;
    const query = this.queryText();
    if (query.trim() === "") {
      this.clear(this.strings("hint"));
      return;
    }
    this.list.setAttribute("aria-busy", "true");
    try {
      const offset = (this.state.page - 1) * PER_PAGE;
      const options = { limit: PER_PAGE, offset, facets: !isTyping, excerpts: !isTyping };
      const answer = await this.client.search(query, options);
      if (asked !== this.asked) return;
      if (this.shownQuery !== query || !this.refine(answer)) this.show(answer);
      this.shownQuery = query;
      if (isTyping) return;
      this.showFacets(answer.facets);
      this.list.removeAttribute("aria-busy");
    } catch {
      if (asked === this.asked) this.clear(this.strings("failed"));
    }
  }

  clear(message) {
    this.shownQuery = null;
    this.list.removeAttribute("aria-busy");
    this.status.textContent = message;
    this.showBrowse(true);
    for (const part of [this.list, this.facets, this.pager]) part.replaceChildren();
  }

  show(answer) {
    const { strings, state } = this;
    const count = strings("results", { count: answer.total });
    const status = answer.total === 0 ? strings("noResults", { query: state.query }) : count;
    const corrected = answer.corrected.length > 0
      ? strings("corrected", { terms: answer.corrected.join(", ") }) : "";
    const hint = answer.total === 0 ? strings("noResultsHint") : "";
    this.status.textContent = [status, corrected, hint].filter(Boolean).join(". ");
    this.showBrowse(answer.total === 0);
    this.list.start = (state.page - 1) * PER_PAGE + 1;
    this.list.replaceChildren(
      ...addressed(answer.results, this.root).map((result) => this.resultItem(result, answer)),
    );
    this.showPager(answer.total);
  }

  /**
   * Brings the excerpts of an answer into the results that are shown; false if those are others. The links stay,
   * and with them the focus.
   */
  refine(answer) {
    const links = [...this.list.querySelectorAll(".cb-result")];
    const results = addressed(answer.results, this.root);
    const isSame = links.length === results.length && links.every((link, index) => link.href === results[index].href);
    if (!isSame) return false;
    for (const [index, link] of links.entries()) link.replaceChildren(...resultContents(results[index], answer));
    return true;
  }

  /** The lists of all pages help whoever has no results. */
  showBrowse(isShown) {
    this.browse?.classList.toggle("no-js", !isShown);
  }

  resultItem(result, answer) {
    const link = element("a", { class: "cb-result", href: result.href }, ...resultContents(result, answer));
    const hits = result.hits.map((hit) =>
      element("li", {}, element("a", { class: "cb-hit", href: hit.href }, ...hitContents(hit, answer))),
    );
    const item = element(
      "li", {}, link, hits.length > 0 ? element("ul", { class: "cb-hits" }, ...hits) : null,
    );
    item.addEventListener("click", (event) => {
      if (!event.target.closest("a")) return;
      this.recent.add(result);
      rememberFound(result.href, answer);
    });
    return item;
  }

  showFacets(facets) {
    const focused = this.facets.contains(document.activeElement) ? document.activeElement.id : null;
    // One value is no choice, unless it was chosen.
    const isUseful = (values = []) => values.length > 1 || values.some(({ isChosen }) => isChosen);
    const groups = FACETS.filter((facet) => isUseful(facets.get(facet)))
      .map((facet) => this.facetGroup(facet, facets.get(facet)));
    const count = [...this.state.filters.values()].reduce((sum, values) => sum + values.length, 0);
    this.filtersLabel.textContent =
      count > 0 ? this.strings("filtersChosen", { count }) : this.strings("filters");
    const clear = element("button", { type: "button", class: "cb-search-clear" }, this.strings("clear"));
    clear.addEventListener("click", () =>
      this.change({ filters: new Map(FACETS.map((facet) => [facet, []])), page: 1 }),
    );
    this.facets.replaceChildren(...groups, ...(count > 0 ? [clear] : []));
    if (focused) document.getElementById(focused)?.focus();
  }

  facetGroup(facet, values) {
    const isUnfolded = this.unfolded.has(facet);
    const shown = isUnfolded ? values : values.filter(({ isChosen }, index) => isChosen || index < VALUES_SHOWN);
    const rows = shown.map((value) => this.facetRow(facet, value));
    const group = element(
      "fieldset", { class: "cb-facet" },
      element("legend", {}, this.strings(`facet${capitalized(facet)}`)), ...rows,
    );
    if (shown.length < values.length) {
      const more = element(
        "button", { type: "button", class: "cb-facet-more", id: `cb:facet-more-${facet}` },
        `+ ${values.length - shown.length}`,
      );
      more.addEventListener("click", () => {
        this.unfolded.add(facet);
        group.replaceWith(this.facetGroup(facet, values));
      });
      group.append(more);
    }
    return group;
  }

  facetRow(facet, { value, label, count, isChosen }) {
    const box = element("input", {
      type: "checkbox", id: `cb:facet-${facet}-${encodeURIComponent(value)}`,
    });
    box.checked = isChosen;
    box.addEventListener("change", () => {
      const filters = new Map(this.state.filters);
      const others = filters.get(facet).filter((chosen) => chosen !== value);
      filters.set(facet, box.checked ? [...others, value] : others);
      this.change({ filters, page: 1 });
    });
    return element(
      "label", {}, box, element("bdi", { dir: "auto" }, shortName(label)),
      element("span", { class: "cb-facet-count" }, String(count)),
    );
  }

  showPager(total) {
    const pages = Math.ceil(total / PER_PAGE);
    const { page } = this.state;
    if (pages <= 1) {
      this.pager.replaceChildren();
      return;
    }
    const link = (target, name, key) => {
      if (target < 1 || target > pages) return null;
      const node = element("a", { href: this.address({ ...this.state, page: target }), rel: key }, name);
      node.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        this.change({ page: target });
        this.container.scrollIntoView();
      });
      return node;
    };
    const parts = [
      link(page - 1, this.strings("previous"), "prev"),
      element("span", {}, this.strings("page", { page, pages })),
      link(page + 1, this.strings("next"), "next"),
    ];
    this.pager.replaceChildren(...parts.filter(Boolean));
  }
}
