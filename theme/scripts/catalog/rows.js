// The rows of the table, in the shape that templates/partials/catalog-rows.html gives them.
//
// Rows that stand there are filled anew for other entities. To make elements, find their styles and lay them out is what
// takes longest between a press and its answer, so that those come first which a window shows, and the others after the
// browser has painted these.
import { element, icon, setIcon } from "../dom.js";
import { fillStar, starButton } from "../stars.js";
import { pageOf } from "../refs.js";
import { text } from "./strings.js";

const FIRST_ROWS = 40;

export class TableRows {
  constructor() {
    this.columns = [];
    /** All that were made, for a longer page too: each an element and what fills it. */
    this.rows = [];
  }

  /**
   * Makes the entities of some row numbers the content of a table's body; `look` is { columns, root, stars }. The body is
   * busy until all stand there; what is shown meanwhile takes the place of the rest.
   */
  show(body, table, numbers, look) {
    if (this.columns.join() !== look.columns.join()) {
      this.columns = look.columns;
      this.rows = [];
    }
    this.shown = numbers;
    const first = Math.min(numbers.length, FIRST_ROWS);
    const standing = body.firstElementChild === this.rows[0]?.node ? body.rows.length : 0;
    this.fill(0, first, table, look);
    // Those that stand beyond wait for their turn where they are: the page must not move.
    this.place(body, Math.max(first, Math.min(standing, numbers.length)));
    body.setAttribute("aria-busy", String(first < numbers.length));
    if (first === numbers.length) return;
    afterPainting(() => {
      if (this.shown !== numbers) return;
      this.fill(first, numbers.length, table, look);
      this.place(body, numbers.length);
      body.setAttribute("aria-busy", "false");
    });
  }

  /** Gives the body to others. */
  leave(body) {
    this.shown = null;
    body.setAttribute("aria-busy", "false");
  }

  fill(start, end, table, look) {
    while (this.rows.length < end) this.rows.push(newRow(look.columns));
    for (let index = start; index < end; index += 1) {
      const row = this.shown[index];
      const ref = table.ref(row);
      for (const fill of this.rows[index].cells) fill({ table, row, ref, ...look });
    }
  }

  place(body, count) {
    const nodes = this.rows.slice(0, count).map(({ node }) => node);
    // Where the first one stands, the others do: nobody else puts them there.
    if (body.firstElementChild !== nodes[0]) body.replaceChildren();
    while (body.rows.length > nodes.length) body.lastElementChild.remove();
    body.append(...nodes.slice(body.rows.length));
  }
}

/** Runs something when what stands now is on the screen; in a window that nobody sees, soon. */
function afterPainting(run) {
  if (document.hidden) setTimeout(run);
  else requestAnimationFrame(() => setTimeout(run));
}

function newRow(columns) {
  const node = element("tr", { role: "row" });
  const cells = ["name", ...columns, "star"].map((column) => {
    const cell = element("td", { role: "cell", class: `cell-${column}` });
    node.append(cell);
    return contents[column](cell, column);
  });
  return { node, cells };
}

/** By column: prepares an empty cell and gives the function that fills it. */
const contents = {
  name: (cell) => {
    const picture = icon("entity");
    const name = element("bdi");
    const link = element("a", { class: "ref" }, picture, element("span", {}, name));
    cell.append(link);
    return ({ table, row, ref, root }) => {
      const kind = table.kind(row);
      if (link.dataset.cbKind !== kind) {
        link.dataset.cbKind = kind;
        setIcon(picture, table.entry.kinds.find((entry) => entry.kind === kind)?.icon ?? "entity");
      }
      lead(link, root, ref);
      say(name, table.title(row));
    };
  },
  kind: plain,
  namespace: plain,
  owner: reference,
  system: reference,
  domain: reference,
  type: (cell) => {
    const badge = element("span", { class: "badge" });
    return ({ table, row }) => {
      const type = nameOf(table, "type", row);
      hold(cell, type && badge);
      if (type) say(badge, type);
    };
  },
  lifecycle: (cell) => {
    const badge = element("span", { class: "badge badge-dot" });
    return ({ table, row }) => {
      const value = nameOf(table, "lifecycle", row);
      hold(cell, value && badge);
      if (!value) return;
      set(badge, "data-cb-lifecycle", value.toLowerCase());
      say(badge, value);
    };
  },
  description: (cell) => {
    const words = element("bdi");
    const paragraph = element("p", { class: "cell-text" }, words);
    return ({ table, row }) => {
      const description = table.descriptions?.[row];
      hold(cell, description && paragraph);
      if (description) say(words, description);
    };
  },
  targets: (cell) => {
    const list = element("ul", { class: "targets" });
    return ({ table, row }) => {
      const targets = table.targets?.[row] ?? [];
      hold(cell, targets.length > 0 && list);
      list.replaceChildren(...targets.slice(0, 3).map((target) => element("li", {}, target)));
    };
  },
  tags: (cell) => {
    const list = element("ul", { class: "tags" });
    const links = [];
    return ({ table, row, root }) => {
      const tags = table.tagsOf(row);
      hold(cell, tags.length > 0 && list);
      while (links.length < tags.length) links.push(element("a", { class: "tag" }));
      tags.forEach((tag, index) => {
        set(links[index], "href", `${root}catalog/-/tag/${encodeURIComponent(tag)}/`);
        say(links[index], tag);
      });
      while (list.children.length > tags.length) list.lastElementChild.remove();
      for (const link of links.slice(list.children.length, tags.length)) list.append(element("li", {}, link));
    };
  },
  star: (cell) => {
    let button;
    return ({ table, row, ref, stars }) => {
      if (button) fillStar(button, ref, table.title(row), stars.has(ref));
      else cell.append(button = starButton(ref, table.title(row), stars.has(ref)));
    };
  },
};

function plain(cell, column) {
  return ({ table, row }) => say(cell, nameOf(table, column, row) ?? "");
}

function reference(cell, column) {
  const name = element("bdi");
  const link = element("a", {}, name);
  return ({ table, row, root }) => {
    const ref = table.value(column, row);
    const { missing, pageless } = table.columns.get(column);
    if (missing.has(ref) || pageless.has(ref)) {
      const shown = element("bdi", {}, nameOf(table, column, row));
      const node = pageless.has(ref)
        ? element("span", { title: ref }, shown) : element("a", { href: root + pageOf(ref), title: ref }, shown);
      cell.replaceChildren(node);
      if (missing.has(ref)) cell.append(" ", element("span", { class: "ref-missing" }, text("table.missing")));
      return;
    }
    hold(cell, ref !== null && link);
    if (ref === null) return;
    lead(link, root, ref);
    say(name, nameOf(table, column, row));
  };
}

function nameOf(table, column, row) {
  const { codes, names } = table.columns.get(column);
  return codes[row] < 0 ? null : names[codes[row]];
}

/** Makes a node the only content of a cell, or empties the cell. */
function hold(cell, node) {
  if (!node) {
    if (cell.firstChild) cell.replaceChildren();
  } else if (node.parentNode !== cell) {
    cell.replaceChildren(node);
  }
}

function lead(link, root, ref) {
  if (link.title === ref) return;
  link.href = root + pageOf(ref);
  link.title = ref;
}

function say(node, words) {
  if (node.textContent !== words) node.textContent = words;
}

function set(node, name, value) {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}
