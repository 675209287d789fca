// The buttons above the table: a picker for each facet, the reader's own lists, columns and export.
import { element } from "../dom.js";
import { forgetIdentity, readIdentity } from "../identity.js";
import { starred } from "../stars.js";
import { facets } from "./address.js";
import { allColumns, columnsOf, labelOf } from "./columns.js";
import { download, recordOf, toCSV, toJSON } from "./export.js";
import { identityField } from "./identity.js";
import { FacetPicker, PanelButton } from "./picker.js";
import { radioGroup } from "./radio-group.js";
import { nodes, text } from "./strings.js";

const lists = new Map(["all", "owned", "starred"].map((list) => [list, text(`table.list-${list}`)]));

/** The page's pickers by their names. A picker may have `tell(state)` and `refresh()`. */
export function connectTools(page) {
  const pickers = new Map();
  for (const button of page.container.querySelectorAll("[data-cb-picker]")) {
    const name = button.dataset.cbPicker;
    if (name === page.preset?.facet) button.hidden = true;
    else if (facets.includes(name)) pickers.set(name, facetPicker(button, name, page));
    else pickers.set(name, { list: listPicker, columns: columnPicker, export: exportMenu }[name](button, page));
  }
  return pickers;
}

function facetPicker(button, facet, page) {
  const name = button.querySelector("span");
  const label = name.textContent;
  const picker = new FacetPicker(button, label, {
    read: () => page.options(facet),
    choose: (values) => page.choose(facet, values),
  });
  picker.tell = ({ filters }, data) => {
    const chosen = filters.get(facet) ?? [];
    const column = data?.column(facet);
    const first = column?.names[column.codeOf(chosen[0])] ?? chosen[0]?.replace(/^.*\//u, "");
    const more = chosen.length > 1 ? ` +${chosen.length - 1}` : "";
    name.textContent = chosen.length > 0 ? `${label}: ${first}${more}` : label;
    button.toggleAttribute("data-cb-chosen", chosen.length > 0);
  };
  return picker;
}

function listPicker(button, page) {
  const name = button.querySelector("span");
  const label = name.textContent;
  const picker = new PanelButton(button, label, async (panel) => {
    const entry = await page.entry();
    const choices = radioGroup(label, [...lists].map(([value, label]) => ({
      value, label, count: value === "starred" ? String(starred().size) : null,
    })), (list) => {
      page.change({ list, page: 1 });
      drawIdentity();
    });
    choices.choose(page.state.list);
    const identity = element("div");
    const drawIdentity = () => {
      const me = readIdentity(page.root);
      const forget = element("button", { type: "button", class: "picker-clear" }, text("table.not-you"));
      forget.addEventListener("click", () => {
        forgetIdentity(page.root);
        drawIdentity();
        page.update();
      });
      const known = () => [element("p", { class: "picker-note" }, ...nodes("table.you-are", { ref: element("code", {}, me) })), forget];
      const unknown = () => [identityField(entry, page.root, () => {
        drawIdentity();
        page.change({ list: "owned", page: 1 });
        choices.choose("owned");
      })];
      identity.replaceChildren(...(me ? known() : unknown()));
    };
    drawIdentity();
    panel.replaceChildren(choices.node, identity);
  });
  picker.tell = ({ list }) => {
    name.textContent = list === "all" ? label : lists.get(list);
    button.toggleAttribute("data-cb-chosen", list !== "all");
  };
  return picker;
}

function columnPicker(button, page) {
  return new PanelButton(button, text("table.columns"), async (panel) => {
    const data = await page.data();
    const draw = () => {
      const shown = columnsOf(page, data);
      const boxes = allColumns.map((column) => {
        const box = element("input", { type: "checkbox", value: column });
        box.checked = shown.includes(column);
        box.addEventListener("change", () => {
          const columns = allColumns.filter((_, index) => boxes[index].querySelector("input").checked);
          page.change({ columns });
        });
        return element("label", { class: "picker-option" }, box, labelOf(column));
      });
      const reset = element("button", { type: "button", class: "picker-clear" }, text("table.reset"));
      reset.addEventListener("click", async () => {
        await page.change({ columns: null });
        draw();
        panel.querySelector("input").focus();
      });
      panel.replaceChildren(element("div", { class: "picker-list", role: "group", "aria-label": text("table.columns") }, ...boxes), reset);
    };
    draw();
  });
}

function exportMenu(button, page) {
  const picker = new PanelButton(button, text("table.export"), async (panel) => {
    const save = (label, make) => {
      const item = element("button", { type: "button", class: "picker-option" }, label);
      item.addEventListener("click", async () => {
        make(await currentRecords(page));
        picker.close();
      });
      return item;
    };
    panel.replaceChildren(element(
      "div", { class: "picker-list" },
      save(text("table.csv"), ({ columns, records }) =>
        download("catalog.csv", "text/csv;charset=utf-8", toCSV(columns, records))),
      save(text("table.json"), ({ records }) => download("catalog.json", "application/json", toJSON(records))),
    ));
  });
  return picker;
}

/** All rows of the view, on whatever page they are, in its order and with its columns. */
async function currentRecords(page) {
  const data = await page.data();
  await data.loadText();
  const shown = columnsOf(page, data);
  const rows = page.sortedRows(data);
  const columns = ["ref", "name", "title", ...shown];
  return { columns, records: rows.map((row) => recordOf(data, row, shown)) };
}
