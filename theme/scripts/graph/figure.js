// Draws a laid-out graph as SVG: the same shapes and classes as the graphs that the generator draws on pages.
import { text } from "./strings.js";

const NAMESPACE = "http://www.w3.org/2000/svg";
const NODE_HEIGHT = 36;
const TEXT_START = 36;
const TEXT_END = 14;
const LABEL_LIMIT = 190;
const ARROW = 7;
const LABEL_SIZE = 11;
const LANE = 9;

export function svgElement(name, attributes = {}, ...children) {
  const node = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

let context;
let family;

/** Has texts measured in the font that the page now has. */
export function readFont() {
  context ??= document.createElement("canvas").getContext("2d");
  family = getComputedStyle(document.body).fontFamily;
}

/** The width of a text in the page's own font, rounded up; `readFont` comes first. */
export function textWidth(text, size, weight) {
  context.font = `${weight} ${size}px ${family}`;
  return Math.ceil(context.measureText(text).width);
}

/** The text, or its start with an ellipsis where it is wider than `limit`. */
export function fitted(text, size, weight, limit) {
  if (textWidth(text, size, weight) <= limit) return text;
  const letters = [...text];
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (textWidth(`${letters.slice(0, middle).join("")}…`, size, weight) <= limit) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join("")}…`;
}

/** The node with the label that is drawn and its size. */
export function measured(node) {
  const label = fitted(node.name, 13, 550, LABEL_LIMIT);
  const width = (node.shape === "more" ? TEXT_END : TEXT_START) + textWidth(label, 13, 600) + TEXT_END;
  return { ...node, label, size: [width + (width % 2), NODE_HEIGHT] };
}

/** One node, a link to the entity's page; what it does besides is the explorer's. */
export function nodeElement(node, [x, y, width, height], { isRoot, href, icon, sprite }) {
  const isLink = href !== null || node.shape === "more";
  const group = svgElement(isLink ? "a" : "g", {
    class: `graph-node${node.shape === "entity" ? "" : ` is-${node.shape}`}${isRoot ? " is-root" : ""}`,
    transform: `translate(${x} ${y})`, tabindex: "-1",
  });
  if (node.kind) group.dataset.cbKind = node.kind;
  if (href !== null) group.setAttribute("href", href);
  if (node.shape === "more") group.setAttribute("role", "button");
  if (node.shape === "missing") group.setAttribute("role", "img");
  if (isRoot) group.setAttribute("aria-current", "true");
  const detail = node.shape === "more" ? node.ref.replace("|", ", ") : node.ref;
  const missing = node.shape === "missing" ? `, ${text("explorer.missing")}` : "";
  group.append(
    svgElement("title", {}, `${node.name} (${detail}${missing})`),
    svgElement("rect", { width, height, rx: node.shape === "more" ? 18 : 8 }),
  );
  if (node.shape !== "more") {
    group.append(svgElement("use", { href: `${sprite}#${icon}`, x: 12, y: 10, width: 16, height: 16 }));
  }
  const start = node.shape === "more" ? TEXT_END : TEXT_START;
  group.append(svgElement("text", { x: start, y: 23 }, node.label));
  return group;
}

/** The points of a line, moved aside where several lines join the same two nodes. */
function lanePoints(points, { lane, lanes }, isHorizontal) {
  if (lanes === 1) return points;
  const shift = Math.round((lane - (lanes - 1) / 2) * LANE);
  return points.map((value, index) => ((index % 2 === 1) === isHorizontal ? value + shift : value));
}

function arrowAt(x, y, fromX, fromY, isHorizontal) {
  const [stepX, stepY] = isHorizontal ? [Math.sign(x - fromX), 0] : [0, Math.sign(y - fromY)];
  const [sideX, sideY] = [stepY * 4, stepX * 4];
  return {
    path: `M${x} ${y}l${-stepX * ARROW + sideX} ${-stepY * ARROW + sideY} ${-2 * sideX} ${-2 * sideY}z`,
    end: [x - stepX * (ARROW - 1), y - stepY * (ARROW - 1)],
  };
}

/** Of each link, whether fewer others meet it at its target than at its source. */
export function standAtTarget(links) {
  const leaving = new Map();
  const arriving = new Map();
  const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const link of links) {
    count(leaving, link.source);
    count(arriving, link.target);
  }
  return links.map((link) => arriving.get(link.target) <= leaving.get(link.source));
}

/** The SVG paths of a link, its line and its arrows; it turns at the end at which no words stand. */
export function linkPaths(link, given, box, isHorizontal, bendsEarly) {
  if (link.source === link.target) return loopPaths(box);
  const points = [...lanePoints(given, link, isHorizontal)];
  let arrows = "";
  if (link.forth) {
    const last = points.length - 2;
    const { path, end } = arrowAt(points[last], points[last + 1], points[last - 2], points[last - 1], isHorizontal);
    arrows += path;
    [points[last], points[last + 1]] = end;
  }
  if (link.back) {
    const { path, end } = arrowAt(points[0], points[1], points[2], points[3], isHorizontal);
    arrows += path;
    [points[0], points[1]] = end;
  }
  const bend = bendsEarly ? 0.3 : 0.7;
  const turn = (from, to) => from + Math.trunc((to - from) * bend);
  let line = `M${points[0]} ${points[1]}`;
  for (let index = 2; index < points.length; index += 2) {
    const [fromX, fromY, x, y] = points.slice(index - 2, index + 2);
    if (fromY === y) line += `H${x}`;
    else if (fromX === x) line += `V${y}`;
    else if (isHorizontal) line += `C${turn(fromX, x)} ${fromY} ${turn(fromX, x)} ${y} ${x} ${y}`;
    else line += `C${fromX} ${turn(fromY, y)} ${x} ${turn(fromY, y)} ${x} ${y}`;
  }
  return { line, arrows };
}

/** The box around a line: [left, top, width, height]. */
export function lineBox(link, points, box) {
  if (link.source === link.target) return [box[0], box[1], box[2] + 34, box[3]];
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let index = 0; index < points.length; index += 2) {
    left = Math.min(left, points[index]);
    right = Math.max(right, points[index]);
    top = Math.min(top, points[index + 1]);
    bottom = Math.max(bottom, points[index + 1]);
  }
  return [left - LANE, top - LANE, right - left + 2 * LANE, bottom - top + 2 * LANE];
}

/** Nodes as plain boxes, all of a kind in one path: for scales at which words could not be read. */
export function farPaths(nodes, boxes) {
  const kinds = new Map();
  nodes.forEach(({ kind }, index) => {
    const [x, y, width, height] = boxes[index];
    kinds.set(kind, `${kinds.get(kind) ?? ""}M${x} ${y}h${width}v${height}h${-width}z`);
  });
  return [...kinds].map(([kind, path]) => {
    const node = svgElement("path", { class: "graph-far", d: path });
    node.dataset.cbKind = kind;
    return node;
  });
}

function loopPaths([x, y, width, height]) {
  const [right, middle] = [x + width, y + height / 2];
  return {
    line: `M${right} ${middle - 8}C${right + 34} ${middle - 26} ${right + 34} ${middle + 24} ${right + 5} ${middle + 8}`,
    arrows: `M${right} ${middle + 6}l8 -1 -4 7z`,
  };
}

/** Words beside lines, at the end at which fewest others meet, where there is room: `{ place, text, box }`. */
export function linkLabels(links, layout, isHorizontal) {
  const atTarget = standAtTarget(links);
  const taken = new Map();
  const labels = [];
  links.forEach((link, index) => {
    if (link.source === link.target) return;
    const points = lanePoints(layout.edges[index], link, isHorizontal);
    const last = points.length - 2;
    const [x, y, fromX, fromY] = atTarget[index]
      ? [...points.slice(last), ...points.slice(last - 2, last)] : points.slice(0, 4);
    const label = labelAt(link.label, x, y, fromX, fromY, isHorizontal);
    if (isFree(taken, label.box)) labels.push(label);
  });
  return labels;
}

function labelAt(text, x, y, fromX, fromY, isHorizontal) {
  const room = isHorizontal ? Math.max(24, Math.abs(x - fromX) - 22) : 150;
  const shown = fitted(text, LABEL_SIZE, 500, room);
  const width = textWidth(shown, LABEL_SIZE, 500);
  const isBefore = fromX < x;
  const place = isHorizontal
    ? { x: isBefore ? x - 11 : x + 11, y: fromY < y ? y + 13 : y - 5, "text-anchor": isBefore ? "end" : "start" }
    : { x, y: fromY < y ? y - 12 : y + 20, "text-anchor": "middle" };
  const left = { end: place.x - width, start: place.x, middle: place.x - width / 2 }[place["text-anchor"]];
  return { place, text: shown, box: [left, place.y - 10, width, 13] };
}

/** Whether a box overlaps none before; it is then taken. Boxes are kept by cells, so each looks at its neighbours only. */
function isFree(taken, [x, y, width, height]) {
  const cells = [];
  for (let column = Math.floor(x / 80); column <= Math.floor((x + width) / 80); column += 1) {
    for (let row = Math.floor(y / 40); row <= Math.floor((y + height) / 40); row += 1) cells.push(`${column} ${row}`);
  }
  const overlaps = ([otherX, otherY, otherWidth, otherHeight]) =>
    x < otherX + otherWidth && otherX < x + width && y < otherY + otherHeight && otherY < y + height;
  if (cells.some((cell) => taken.get(cell)?.some(overlaps))) return false;
  for (const cell of cells) {
    if (!taken.has(cell)) taken.set(cell, []);
    taken.get(cell).push([x, y, width, height]);
  }
  return true;
}
