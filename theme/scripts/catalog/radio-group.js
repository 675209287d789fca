// Choices of which one holds, by the keys that radio buttons have (ARIA Authoring Practices, radio group). Fields of a
// page have no names, by which they could stand in for properties of the document.
import { element } from "../dom.js";

const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** `choices`: [{ value, label, count }], where count may be null; `changed(value)` is told what the reader chose. */
export function radioGroup(label, choices, changed) {
  const buttons = choices.map(({ value, label, count }) => {
    const button = element(
      "button", { type: "button", class: "picker-option picker-radio", role: "radio" }, label,
      ...(count === null ? [] : [element("span", { class: "picker-count" }, count)]),
    );
    button.addEventListener("click", () => {
      choose(value);
      changed(value);
    });
    return button;
  });
  const node = element("div", { class: "picker-list", role: "radiogroup", "aria-label": label }, ...buttons);
  node.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const next = buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length];
    next.focus();
    next.click();
  });

  /** Shows a choice without telling of it. */
  function choose(value) {
    buttons.forEach((button, index) => {
      const isChosen = choices[index].value === value;
      button.setAttribute("aria-checked", String(isChosen));
      button.tabIndex = isChosen ? 0 : -1;
    });
  }

  return { node, choose };
}
