// The headings of the catalog's table.
import { headingButton } from "../headings.js";

/** Makes the content of a heading a button; `press(column)` is told. */
export function addSortButton(header, press) {
  headingButton(header).addEventListener("click", () => press(header.dataset.cbColumn));
}
