// The words of the graph explorer.
import phrases from "../strings/graph.js";
import { textOf } from "../strings.js";

export const text = textOf(phrases);
