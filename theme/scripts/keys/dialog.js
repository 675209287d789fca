// The dialog that tells which keys do what.
import { element, icon } from "../dom.js";
import phrases from "../strings/keys.js";
import { textOf } from "../strings.js";

const text = textOf(phrases);

/** `portal`: [{ keys, place }]; `page`: [{ keys, name }]. */
export function showKeys({ portal, page }) {
  const isMac = document.documentElement.dataset.cbPlatform === "mac";
  const first = [
    { keys: [isMac ? "⌘ K" : "Ctrl K", "/"], label: text("keys.search"), isChoice: true },
    { keys: ["?"], label: text("keys.help") },
    ...portal.map(({ keys, place }) => ({ keys, label: text("keys.go", { place }) })),
  ];
  const second = page.map(({ keys, name }) => ({ keys, label: text(`keys.${name}`) }));
  const close = element(
    "button", { type: "button", class: "icon-button", "aria-label": text("keys.close") }, icon("close"),
  );
  const dialog = element(
    "dialog", { class: "keys-dialog", "aria-labelledby": "cb:keys-title" },
    element("div", { class: "keys-head" }, element("h2", { id: "cb:keys-title" }, text("keys.title")), close),
    element("div", { class: "keys-lists" }, list(text("keys.portal"), first), list(text("keys.page"), second)),
    element("p", { class: "keys-note" }, text("keys.off")),
  );
  close.addEventListener("click", () => dialog.close());
  // A press on the backdrop is a press on the dialog itself.
  dialog.addEventListener("pointerdown", ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function list(title, rows) {
  if (rows.length === 0) return "";
  return element(
    "section", {}, element("h3", {}, title),
    element("dl", { class: "keys-list" }, ...rows.map(({ keys, label, isChoice }) => element(
      "div", {}, element("dt", {}, label),
      element("dd", {}, ...keys.flatMap((key, index) => [
        ...(index > 0 ? [element("span", {}, isChoice ? "/" : text("keys.then"))] : []), element("kbd", {}, key),
      ])),
    ))),
  );
}
