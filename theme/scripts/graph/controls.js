// The explorer's controls. They show a state and tell of changes; they keep none of their own.
import { element, icon } from "../dom.js";
import { DEPTHS, DIRECTIONS, LEVELS, fullRef } from "./state.js";
import { text } from "./strings.js";

const depthLabel = (depth) =>
  depth === "all" ? text("explorer.everything") : text("explorer.step", { count: Number(depth) });
const label = (name) => text(`explorer.${name}`);
const PAUSE_MILLISECONDS = 150;

export class Controls {
  /**
   * `kinds` and `relations`: [{ value, label }]; `suggest(text)`: [{ ref, name }]; `change(changes)`
   * takes over a part of the state.
   */
  constructor({ kinds, relations, suggest, change, nameOf }) {
    Object.assign(this, { suggest, change, nameOf });
    this.input = element("input", {
      type: "search", list: "cb:explorer-entities", placeholder: text("explorer.name-entity"), autocomplete: "off", spellcheck: "false",
      id: "cb:explorer-entity",
    });
    this.options = element("datalist", { id: "cb:explorer-entities" });
    this.roots = element("ul", { class: "explorer-roots", "aria-label": text("explorer.shown-around") });
    this.depth = select(label("around"), DEPTHS, depthLabel, (depth) => change({ depth, unfolded: [] }));
    this.direction = select(label("direction"), DIRECTIONS, label, (direction) => change({ direction }));
    this.level = select(label("shown-as"), LEVELS, label, (level) => change({ level }));
    this.kinds = boxes(label("kinds"), kinds, (values) => change({ kinds: values }));
    this.relations = boxes(label("relations"), relations, (values) => change({ relations: values }));
    this.dangling = box(label("dangling"), (dangling) => change({ dangling }));
    this.bothWays = box(label("both-ways"), (bothWays) => change({ bothWays }));
    this.merge = box(label("merge"), (merge) => change({ merge }));
    this.filterLabel = element("summary", { class: "button" }, icon("filter"), element("span", {}, label("filter")));
    this.filter = element(
      "details", { class: "explorer-filter" }, this.filterLabel,
      element(
        "div", { class: "explorer-filter-panel panel" }, this.kinds.node, this.relations.node,
        element("fieldset", {}, element("legend", {}, label("lines")), this.dangling.node, this.bothWays.node, this.merge.node),
      ),
    );
    this.bar = element(
      "div", { class: "explorer-bar", role: "search", "aria-label": label("label") },
      element(
        "label", { class: "field explorer-field" }, element("span", { class: "visually-hidden" }, label("entity")), icon("search"),
        this.input,
      ),
      this.options, this.depth.node, this.level.node, this.direction.node, this.filter,
    );
    this.node = element("div", { class: "explorer-controls" }, this.bar, this.roots);
    this.listen();
  }

  listen() {
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.choose();
    });
    this.input.addEventListener("input", (event) => {
      clearTimeout(this.timer);
      // A choice from the list comes without a kind of typing.
      const isChosen = event.inputType === undefined || event.inputType === "insertReplacementText";
      if (isChosen && fullRef(this.input.value)) this.choose();
      else this.timer = setTimeout(() => this.showSuggestions(), PAUSE_MILLISECONDS);
    });
    addEventListener("pointerdown", (event) => {
      if (this.filter.open && !this.filter.contains(event.target)) this.filter.open = false;
    });
    this.filter.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.filter.open) return;
      this.filter.open = false;
      this.filterLabel.focus();
    });
  }

  async showSuggestions() {
    const typed = this.input.value.trim();
    const found = typed === "" ? [] : await this.suggest(typed);
    if (typed !== this.input.value.trim()) return;
    this.found = found;
    this.options.replaceChildren(...found.map(({ ref, name }) => element("option", { value: ref }, name)));
  }

  async choose() {
    const typed = this.input.value.trim();
    if (typed === "") return;
    const ref = fullRef(typed) ?? (await this.suggest(typed))[0]?.ref;
    if (!ref) {
      this.input.setCustomValidity(label("not-found"));
      this.input.reportValidity();
      this.input.setCustomValidity("");
      return;
    }
    this.input.value = "";
    this.change({ roots: [ref], unfolded: [] });
  }

  /** Sets every control to a state. */
  show(state) {
    this.depth.select.value = state.depth;
    this.direction.select.value = state.direction;
    this.level.select.value = state.level;
    this.kinds.set(state.kinds);
    this.relations.set(state.relations);
    this.dangling.input.checked = state.dangling;
    this.bothWays.input.checked = state.bothWays;
    this.merge.input.checked = state.merge;
    const count = state.kinds.length + state.relations.length + Number(!state.dangling);
    this.filterLabel.lastChild.textContent = count > 0
      ? text("explorer.filter-count", { count }) : label("filter");
    this.roots.hidden = state.roots.length === 0;
    this.roots.replaceChildren(...state.roots.map((ref) => this.rootItem(ref, state)));
  }

  rootItem(ref, { roots }) {
    const name = this.nameOf(ref);
    const remove = element(
      "button", { type: "button", class: "icon-button icon-button-small", "aria-label": text("explorer.remove", { name }) }, icon("close"),
    );
    remove.addEventListener("click", () => this.change({ roots: roots.filter((root) => root !== ref), unfolded: [] }));
    return element("li", { class: "explorer-root", title: ref }, element("bdi", {}, name), remove);
  }
}

function select(title, values, labelOf, change) {
  const node = element("select", {}, ...values.map((value) => element("option", { value }, labelOf(value))));
  node.addEventListener("change", () => change(node.value));
  return { node: element("label", { class: "explorer-select" }, element("span", {}, title), node), select: node };
}

function box(title, change) {
  const input = element("input", { type: "checkbox" });
  input.addEventListener("change", () => change(input.checked));
  return { node: element("label", { class: "explorer-box" }, input, element("span", {}, title)), input };
}

/** Boxes of which all are ticked when none is left out; `set([])` ticks all. */
function boxes(legend, choices, change) {
  const all = choices.map(({ value, label: title }) => {
    const { node, input } = box(title, () => {
      const chosen = all.filter((entry) => entry.input.checked).map((entry) => entry.value);
      change(chosen.length === all.length ? [] : chosen);
    });
    return { value, node, input };
  });
  return {
    node: element("fieldset", {}, element("legend", {}, legend), ...all.map(({ node }) => node)),
    set(values) {
      for (const { value, input } of all) input.checked = values.length === 0 || values.includes(value);
    },
  };
}
