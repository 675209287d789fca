// Buttons that open a panel of choices. The panel is a popover of the browser: it closes by Escape and by a press
// elsewhere, and the focus returns to its button.
import { element } from "../dom.js";
import { text } from "./strings.js";

const SHOWN = 60;
const FIND_FROM = 9;
let lastID = 0;
// One panel is open at a time, so that one rule places it: no element of a page has a style of its own.
const placement = new CSSStyleSheet();
document.adoptedStyleSheets.push(placement);

/** A panel below a button. `fill(panel)` makes its content each time it opens, and may be asynchronous. */
export class PanelButton {
  constructor(button, label, fill) {
    this.button = button;
    this.fill = fill;
    lastID += 1;
    this.panel = element("div", {
      popover: "auto", class: "picker-panel", role: "dialog", tabindex: "-1", "aria-label": label, id: `cb:panel-${lastID}`,
    });
    button.after(this.panel);
    this.connect();
    button.setAttribute("aria-expanded", "false");
    this.panel.addEventListener("beforetoggle", ({ newState }) => {
      if (newState === "open") this.filled = this.open();
    });
    this.panel.addEventListener("toggle", async ({ newState }) => {
      button.setAttribute("aria-expanded", String(newState === "open"));
      await this.filled;
      if (this.isOpen) this.focus();
    });
  }

  /** Has the browser open and close the panel; one that does not know commands of buttons is told. */
  connect() {
    const { button, panel } = this;
    if ("commandForElement" in button) {
      button.commandForElement = panel;
      button.command = "toggle-popover";
      return;
    }
    let wasOpen = false;
    // A press on the button closes an open panel before the click comes.
    button.addEventListener("pointerdown", () => (wasOpen = this.isOpen));
    button.addEventListener("click", () => {
      if (wasOpen) panel.hidePopover();
      else panel.showPopover();
      wasOpen = false;
    });
  }

  get isOpen() {
    return this.panel.matches(":popover-open");
  }

  async open() {
    this.place();
    if (this.panel.childElementCount === 0) this.panel.append(element("p", { class: "picker-note" }, text("table.loading")));
    try {
      await this.fill(this.panel);
    } catch {
      this.panel.replaceChildren(element("p", { class: "picker-note" }, text("table.failed")));
    }
  }

  focus() {
    // On a touch screen the focus in a field would bring up the keyboard.
    const isTouch = matchMedia("(hover: none)").matches;
    const target = isTouch ? this.panel : this.panel.querySelector("input, button:not([tabindex='-1'])");
    target?.focus({ preventScroll: true });
  }

  /** Below the button, within the window; on a narrow one the style sheet has a place of its own. */
  place() {
    const { bottom, left, right } = this.button.getBoundingClientRect();
    const { clientWidth } = document.documentElement;
    const isRight = left + right > clientWidth;
    placement.replaceSync(`.picker-panel {
      --cb-top: ${bottom + 4}px;
      --cb-left: ${isRight ? "auto" : `${left}px`};
      --cb-right: ${isRight ? `${clientWidth - right}px` : "auto"};
    }`);
  }

  close() {
    this.panel.hidePopover();
    this.button.focus();
  }
}

/**
 * A panel of check boxes for the values of a facet.
 *
 * `read()` promises { values, names, counts, chosen }: parallel arrays and a list of values. `choose(values)` is
 * called with the new list.
 */
export class FacetPicker extends PanelButton {
  constructor(button, label, { read, choose }) {
    super(button, label, (panel) => this.show(panel));
    Object.assign(this, { label, read, choose });
    this.query = "";
  }

  async show(panel) {
    this.options = await this.read();
    const { values, counts, chosen } = this.options;
    // The order stays while the panel is open: a value must not move away from under the pointer.
    this.order = values.map((_, index) => index)
      .filter((index) => counts[index] > 0 || chosen.includes(values[index]))
      .sort((a, b) =>
        chosen.includes(values[b]) - chosen.includes(values[a]) || counts[b] - counts[a] ||
        (this.options.names[a] < this.options.names[b] ? -1 : 1));
    this.query = "";
    this.list = element("div", { class: "picker-list", role: "group", "aria-label": this.label });
    this.note = element("p", { class: "picker-note" });
    const clear = element("button", { type: "button", class: "picker-clear" }, text("table.clear"));
    clear.addEventListener("click", () => {
      this.choose([]);
      this.close();
    });
    const parts = [this.list, this.note, clear];
    if (this.order.length >= FIND_FROM) parts.unshift(this.findField());
    panel.replaceChildren(...parts);
    this.drawList();
  }

  findField() {
    const field = element("input", {
      type: "search", placeholder: text("table.find"), "aria-label": text("table.find-in", { label: this.label }), autocomplete: "off",
      spellcheck: "false",
    });
    field.addEventListener("input", () => {
      this.query = field.value.trim().toLowerCase();
      this.drawList();
    });
    return element("div", { class: "field" }, field);
  }

  drawList() {
    const { values, names, chosen } = this.options;
    const found = this.order.filter((index) =>
      this.query === "" || names[index].toLowerCase().includes(this.query) || values[index].includes(this.query));
    this.boxes = new Map();
    this.list.replaceChildren(...found.slice(0, SHOWN).map((index) => this.option(index, chosen)));
    this.note.textContent =
      found.length > SHOWN ? text("table.more", { count: found.length - SHOWN })
        : found.length === 0 ? text("table.none") : "";
  }

  option(index, chosen) {
    const value = this.options.values[index];
    const box = element("input", { type: "checkbox" });
    box.checked = chosen.includes(value);
    const count = element("span", { class: "picker-count" }, this.options.counts[index].toLocaleString());
    this.boxes.set(index, { box, count });
    box.addEventListener("change", () => {
      const others = this.options.chosen.filter((other) => other !== value);
      this.choose(box.checked ? [...others, value] : others);
    });
    return element(
      "label", { class: "picker-option" }, box,
      element("bdi", { dir: "auto", title: value }, this.options.names[index]), count,
    );
  }

  /** Brings counts and marks of an open panel up to date. */
  async refresh() {
    if (!this.isOpen || !this.boxes) return;
    this.options = await this.read();
    for (const [index, { box, count }] of this.boxes) {
      box.checked = this.options.chosen.includes(this.options.values[index]);
      count.textContent = this.options.counts[index].toLocaleString();
    }
  }
}
