// The words of the catalog's table.
import phrases from "../strings/catalog.js";
import { nodesOf, textOf } from "../strings.js";

export const text = textOf(phrases);
export const nodes = nodesOf(phrases);
