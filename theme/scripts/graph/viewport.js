// Moves and scales a drawing in its stage: by pointer, wheel, pinch and keys.

const MINIMUM_SCALE = 0.04;
const MAXIMUM_SCALE = 2.5;
/** Below this scale, words could not be read and are not drawn. */
const FAR = 0.42;
const STEP = 1.25;
const PAN_STEP = 60;
const DRAG_THRESHOLD = 4;
/** Pixels that are drawn beyond each edge of the stage, so that moving costs no drawing for a while. */
const MARGIN = 480;
/** A drawing may be stretched this much before it is drawn anew. */
const STRETCH = 1.6;
const REST_MILLISECONDS = 120;

/**
 * Moving shifts the finished picture of the drawing, which is larger than the stage; the drawing itself is drawn anew
 * when its edge comes near, and when scaling comes to rest.
 */
export class Viewport {
  /**
   * `stage` shows `plane`, a group of the SVG element `canvas`; `draw(bounds, isFar)` is told which part of the plane is to
   * be drawn, as [left, top, width, height].
   */
  constructor(stage, canvas, plane, draw) {
    Object.assign(this, {
      stage, canvas, plane, draw, x: 0, y: 0, scale: 1, size: { width: 1, height: 1 }, drawn: { x: 0, y: 0, scale: 1 },
    });
    new ResizeObserver(() => this.redraw()).observe(stage);
    this.pointers = new Map();
    stage.addEventListener("pointerdown", (event) => this.press(event));
    stage.addEventListener("pointermove", (event) => this.drag(event));
    for (const name of ["pointerup", "pointercancel"]) stage.addEventListener(name, (event) => this.release(event));
    // A drag must not end in a click on the node under it.
    stage.addEventListener("click", (event) => {
      if (!this.hasDragged) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      this.hasDragged = false;
    }, { capture: true });
    stage.addEventListener("dragstart", (event) => event.preventDefault());
    stage.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    stage.addEventListener("keydown", (event) => this.key(event));
  }

  /** Takes a drawing of another size. */
  setSize(width, height) {
    this.size = { width, height };
  }

  apply() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      const stretch = this.scale / this.drawn.scale;
      const shift = (place, drawn) => place + MARGIN - stretch * (drawn + MARGIN);
      const [x, y] = [shift(this.x, this.drawn.x), shift(this.y, this.drawn.y)];
      const { clientWidth, clientHeight } = this.stage;
      const covers = (start, length) => start <= MARGIN && start + stretch * (length + 2 * MARGIN) >= length + MARGIN;
      const isNear = stretch < STRETCH && stretch > 1 / STRETCH && covers(x, clientWidth) && covers(y, clientHeight);
      if (!isNear) {
        this.redraw();
        return;
      }
      this.canvas.style.transform = `translate(${x}px, ${y}px) scale(${stretch})`;
      clearTimeout(this.rest);
      if (stretch !== 1) this.rest = setTimeout(() => this.redraw(), REST_MILLISECONDS);
    });
  }

  /** Draws what is in sight and around it. */
  redraw() {
    const { x, y, scale, stage } = this;
    clearTimeout(this.rest);
    this.drawn = { x, y, scale };
    const isFar = scale < FAR;
    const width = stage.clientWidth + 2 * MARGIN;
    const height = stage.clientHeight + 2 * MARGIN;
    this.canvas.setAttribute("width", width);
    this.canvas.setAttribute("height", height);
    this.canvas.removeAttribute("style");
    this.plane.setAttribute("transform", `translate(${x + MARGIN} ${y + MARGIN}) scale(${scale})`);
    this.canvas.classList.toggle("is-far", isFar);
    this.draw([-(x + MARGIN) / scale, -(y + MARGIN) / scale, width / scale, height / scale], isFar);
  }

  /** Shows all, no larger than it is. */
  fit() {
    const { clientWidth, clientHeight } = this.stage;
    const scale = Math.min(clientWidth / (this.size.width + 48), clientHeight / (this.size.height + 48), 1);
    this.scale = Math.max(MINIMUM_SCALE, scale);
    this.x = (clientWidth - this.size.width * this.scale) / 2;
    this.y = (clientHeight - this.size.height * this.scale) / 2;
    this.apply();
  }

  /** Shows all where that can be read, else what is around a box at a scale at which it can. */
  show(box) {
    this.fit();
    if (this.scale >= 0.6 || !box) return;
    this.scale = 0.85;
    this.center(box);
  }

  /** Brings a box to the middle, as far as that leaves no room beside the drawing. */
  center([x, y, width, height]) {
    const margin = 24;
    const start = (place, length, total) => {
      const room = total - length * this.scale;
      const wanted = total / 2 - place * this.scale;
      return room > 2 * margin ? room / 2 : Math.min(margin, Math.max(room - margin, wanted));
    };
    this.x = start(x + width / 2, this.size.width, this.stage.clientWidth);
    this.y = start(y + height / 2, this.size.height, this.stage.clientHeight);
    this.apply();
  }

  /** Moves as little as brings a box into sight. */
  reveal([x, y, width, height]) {
    const margin = 24;
    const shift = (start, length, total) =>
      start < margin ? margin - start : Math.min(0, total - margin - (start + length));
    this.x += shift(this.x + x * this.scale, width * this.scale, this.stage.clientWidth);
    this.y += shift(this.y + y * this.scale, height * this.scale, this.stage.clientHeight);
    this.apply();
  }

  /** Scales about a point of the stage, by default its middle. */
  zoom(factor, x = this.stage.clientWidth / 2, y = this.stage.clientHeight / 2) {
    const scale = Math.min(MAXIMUM_SCALE, Math.max(MINIMUM_SCALE, this.scale * factor));
    this.x = x - ((x - this.x) * scale) / this.scale;
    this.y = y - ((y - this.y) * scale) / this.scale;
    this.scale = scale;
    this.apply();
  }

  pan(x, y) {
    this.x += x;
    this.y += y;
    this.apply();
  }

  /** The point of the drawing that an event is at. */
  point(event) {
    const { x, y } = this.place(event);
    return { x: (x - this.x) / this.scale, y: (y - this.y) / this.scale };
  }

  place(event) {
    const bounds = this.stage.getBoundingClientRect();
    return { x: event.clientX - bounds.left, y: event.clientY - bounds.top };
  }

  press(event) {
    if (event.button !== 0) return;
    this.pointers.set(event.pointerId, this.place(event));
    this.travelled = 0;
    this.hasDragged = false;
  }

  drag(event) {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const now = this.place(event);
    if (this.pointers.size === 2) {
      const [other] = [...this.pointers].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
      const distance = (point) => Math.hypot(point.x - other.x, point.y - other.y);
      this.zoom(distance(now) / Math.max(1, distance(before)), other.x, other.y);
      this.hasDragged = true;
    } else {
      this.travelled += Math.hypot(now.x - before.x, now.y - before.y);
      if (this.travelled > DRAG_THRESHOLD && !this.hasDragged) {
        this.hasDragged = true;
        // From now on the pointer is ours, wherever it goes; a plain click stays with the node.
        this.stage.setPointerCapture(event.pointerId);
        this.stage.classList.add("is-dragged");
      }
      if (this.hasDragged) this.pan(now.x - before.x, now.y - before.y);
    }
    this.pointers.set(event.pointerId, now);
  }

  release(event) {
    this.pointers.delete(event.pointerId);
    this.stage.classList.remove("is-dragged");
    // The click of this pointer comes before the next task; a drag that ends elsewhere has none.
    setTimeout(() => { this.hasDragged = false; });
  }

  /** With Control, as a pinch on a touchpad reports it, scales; else moves once the reader is in the drawing. */
  wheel(event) {
    if (event.ctrlKey || event.metaKey) {
      const { x, y } = this.place(event);
      this.zoom(Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) * 0.008), x, y);
    } else if (this.stage.contains(document.activeElement)) {
      const unit = event.deltaMode === 1 ? 16 : 1;
      this.pan(-event.deltaX * unit, -event.deltaY * unit);
    } else {
      return;
    }
    event.preventDefault();
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const pans = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
    if (event.key === "+" || event.key === "=") this.zoom(STEP);
    else if (event.key === "-") this.zoom(1 / STEP);
    else if (event.key === "0") this.fit();
    else if (event.shiftKey && event.key in pans) this.pan(...pans[event.key].map((step) => step * PAN_STEP));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
