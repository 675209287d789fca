// The button in a column's heading.
import { element, icon } from "../dom.js";

/** Makes the content of a heading a button; `press(column)` is told. */
export function addSortButton(header, press) {
  const button = element("button", { type: "button", class: "sort-button" }, ...header.childNodes, icon("sort"));
  header.append(button);
  button.addEventListener("click", () => press(header.dataset.cbColumn));
}
