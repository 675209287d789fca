// The settings: buttons of which one of each group is pressed, and who the reader is.
import { openCatalog } from "../catalog/data.js";
import { identityField } from "../catalog/identity.js";
import { nodes, text as tableText } from "../catalog/strings.js";
import { element } from "../dom.js";
import { forgetIdentity, readIdentity } from "../identity.js";
import { isKept, prefer, preference, preferences } from "../preferences.js";
import phrases from "../strings/settings.js";
import { textOf } from "../strings.js";
import { toast } from "../toast.js";

const text = textOf(phrases);

export class SettingsPage {
  /** `container` holds the groups of buttons and the place of the identity. */
  constructor(container) {
    this.container = container;
    this.root = new URL(document.documentElement.dataset.cbRoot || "./", document.baseURI);
  }

  start() {
    for (const button of this.container.querySelectorAll("[data-cb-preference]")) {
      button.addEventListener("click", () => {
        prefer(button.dataset.cbPreference, button.dataset.cbValue);
        toast(text(isKept() ? "settings.saved" : "settings.unsaved"));
      });
    }
    document.addEventListener("cb:preference", () => this.show());
    document.querySelector("[data-cb-settings-reset]").addEventListener("click", () => {
      for (const [name, values] of Object.entries(preferences)) prefer(name, values[0]);
      forgetIdentity(this.root);
      this.showIdentity();
      toast(text("settings.reset-done"));
    });
    this.show();
    this.showIdentity();
  }

  show() {
    for (const button of this.container.querySelectorAll("[data-cb-preference]")) {
      const isChosen = preference(button.dataset.cbPreference) === button.dataset.cbValue;
      button.setAttribute("aria-pressed", String(isChosen));
    }
  }

  async showIdentity() {
    const place = this.container.querySelector("[data-cb-identity]");
    const me = readIdentity(this.root);
    if (me) {
      const forget = element("button", { type: "button", class: "button" }, tableText("table.not-you"));
      forget.addEventListener("click", () => {
        forgetIdentity(this.root);
        this.showIdentity();
      });
      place.replaceChildren(
        element("p", {}, ...nodes("table.you-are", { ref: element("code", {}, me) })), forget,
      );
      return;
    }
    try {
      const entry = await openCatalog(new URL(place.dataset.cbIdentity, this.root));
      place.replaceChildren(identityField(entry, this.root, () => this.showIdentity()));
    } catch (error) {
      place.replaceChildren(tableText("table.failed"));
      console.error(error);
    }
  }
}
