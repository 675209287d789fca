// The button in the heading of a column that sorts.
import { element, icon } from "./dom.js";

/** Makes the label of a heading a button, which takes the label's place. */
export function headingButton(header) {
  const label = header.querySelector(".sort-label");
  const content = [...(label ?? header).childNodes, icon("sort")];
  const button = element("button", { type: "button", class: "sort-button" }, ...content);
  if (label) label.replaceWith(button);
  else header.append(button);
  return button;
}
