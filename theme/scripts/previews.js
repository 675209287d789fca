// A preview of an entity beside a link to it, for those who rest on the link or come to it with the keyboard.
//
// It can be pointed at, it stays until the reader leaves, and Escape puts it away (WCAG 2.2, 1.4.13).
import { loadStyle } from "./dom.js";

const DELAY_MILLISECONDS = 450;
const GRACE_MILLISECONDS = 250;

export function enhancePreviews() {
  let timer;
  let shown;
  const close = () => {
    clearTimeout(timer);
    shown?.close();
    shown = undefined;
  };
  const plan = (link, delay) => {
    clearTimeout(timer);
    if (shown?.link === link) return;
    timer = setTimeout(async () => {
      const { preview } = await import("./previews/card.js");
      const [card] = await Promise.all([preview(link), loadStyle("overlays")]);
      if (!card || !(link.matches(":hover") || document.activeElement === link)) return;
      close();
      shown = card;
      card.show();
      card.node.addEventListener("pointerleave", leave);
    }, delay);
  };
  const leave = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (shown && !shown.node.matches(":hover") && !shown.link.matches(":hover") && document.activeElement !== shown.link) close();
    }, GRACE_MILLISECONDS);
  };

  const linkOf = ({ target }) => target.closest?.("main a.ref[href][title]");
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = linkOf(event);
    if (link) plan(link, DELAY_MILLISECONDS);
    else if (!shown?.node.contains(event.target)) leave();
  });
  document.addEventListener("focusin", (event) => {
    const link = linkOf(event);
    if (link?.matches(":focus-visible")) plan(link, DELAY_MILLISECONDS);
    else leave();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !shown) return;
    event.preventDefault();
    close();
  });
  document.addEventListener("click", close);
  addEventListener("scroll", close, { passive: true });
}
