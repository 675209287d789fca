// Buttons that copy a text.
import { setIcon } from "./dom.js";
import { text } from "./strings.js";
import { toast } from "./toast.js";

/** Copies the text and tells so on the button. */
export async function copy(content, button) {
  try {
    await navigator.clipboard.writeText(content);
  } catch {
    toast(text("tool.copy-refused"));
    return;
  }
  toast(text("tool.copied"));
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
