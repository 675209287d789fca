// Buttons that copy a text.
import { announce, setIcon } from "./dom.js";

/** Copies the text and tells so on the button. */
export async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    announce("Copying was refused by the browser");
    return;
  }
  announce("Copied");
  button.dataset.cbDone = "";
  setIcon(button, "check");
  setTimeout(() => {
    delete button.dataset.cbDone;
    setIcon(button, "copy");
  }, 1600);
}

export function enhanceCopyButtons() {
  for (const button of document.querySelectorAll("button[data-cb-copy]")) {
    button.addEventListener("click", () => copy(button.dataset.cbCopy, button));
  }
}
