// Pictures of the docs that are shown smaller than they are open over the page.
import { element, icon, loadStyle } from "./dom.js";
import { text } from "./strings.js";

export function enhanceLightbox() {
  for (const image of document.querySelectorAll("article.content img")) {
    if (image.complete) prepare(image);
    else image.addEventListener("load", () => prepare(image), { once: true });
  }
}

function prepare(image) {
  const link = image.closest("a");
  // A link elsewhere is the author's; a diagram leads to its own file.
  if (link && !link.matches(".diagram-picture")) return;
  if (image.naturalWidth <= image.clientWidth * 1.1 && !link) return;
  const name = image.alt || text("tool.image");
  if (link) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      open(image, name, link.href);
    });
    return;
  }
  const button = element("button", { type: "button", class: "lightbox-button", "aria-label": text("tool.enlarge", { name }) });
  image.replaceWith(button);
  button.append(image);
  button.addEventListener("click", () => open(image, name, image.currentSrc || image.src));
}

async function open(image, name, address) {
  await loadStyle("overlays");
  const close = element("button", { type: "button", class: "icon-button", "aria-label": text("tool.close") }, icon("close"));
  const large = element("img", { src: address, alt: image.alt });
  const dialog = element(
    "dialog", { class: "lightbox", "aria-label": name },
    element(
      "div", { class: "lightbox-bar" }, element("p", {}, name),
      element(
        "a", { class: "icon-button", href: address, target: "_blank", rel: "noopener", "aria-label": text("tool.new-window"), title: text("tool.new-window") },
        icon("external"),
      ),
      close,
    ),
    element("div", { class: "lightbox-stage", tabindex: "0", role: "group", "aria-label": name }, large),
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("pointerdown", ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
