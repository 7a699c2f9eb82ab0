/** Thumbnails: copies of the pages' own fragments, drawn when the browser is idle, and only of pages in the rail's view. */
import { on } from "./bus.js";
import { byId, html, svg } from "./nodes.js";
import { need, page } from "./pages.js";
import { setting } from "./settings.js";
import { emptySide, spreads } from "./sheets.js";
import { view } from "./state.js";
import { say } from "./words.js";
import { currentPage, goTo } from "./zoom.js";

/** @typedef {{button: HTMLElement, picture: SVGElement, copies: Map<string, Node>, dots: HTMLElement, near: boolean}} Thumb */

/** @type {Map<number, Thumb>} */
const thumbs = new Map();
const rail = byId("rail");
const seen = new IntersectionObserver(noteSeen, { root: rail, rootMargin: "40% 0px" });
const idle = window.requestIdleCallback ?? ((/** @type {() => void} */ later) => setTimeout(later, 60));

function noteSeen(/** @type {IntersectionObserverEntry[]} */ entries) {
  for (const { target, isIntersecting } of entries) {
    const number = Number(target.getAttribute("data-thumb"));
    const thumb = thumbs.get(number);
    if (!thumb) continue;
    thumb.near = isIntersecting;
    if (isIntersecting)
      need(number).then(
        () => later(number),
        () => {},
      );
  }
}

/** @param {number} number */
function later(number) {
  idle(() => copy(number), { timeout: 800 });
}

/** @param {number} number */
function copy(number) {
  const thumb = thumbs.get(number);
  const model = page(number);
  if (!thumb?.near || !model) return;
  const copies = new Map();
  for (const [key, node] of model.nodes) copies.set(key, thumb.copies.get(key) ?? bare(node));
  thumb.copies = copies;
  const wanted = model.keys.map((key) => copies.get(key));
  const kept = new Set(wanted);
  for (const child of [...thumb.picture.childNodes]) if (!kept.has(child)) child.remove();
  let next = thumb.picture.firstChild;
  for (const node of wanted) {
    if (node === next) next = next?.nextSibling ?? null;
    else thumb.picture.insertBefore(node, next);
  }
}

/** A copy that nothing finds by its key. @param {SVGElement} node */
function bare(node) {
  const made = /** @type {SVGElement} */ (node.cloneNode(true));
  made.removeAttribute("data-k");
  made.removeAttribute("aria-label");
  return made;
}

function build() {
  thumbs.clear();
  seen.disconnect();
  const rows = spreads();
  const room = rail.clientWidth || 148;
  const wide = rows.some((spread) => spread.length > 1) ? (room - 26) / 2 : room - 52;
  const made = rows.map((spread) => {
    const row = html("div", { class: "thumbs" }, ...spread.map((each) => thumbOf(each, wide)));
    const empty = emptySide(spread);
    if (empty) row.style[empty] = `${wide + 6}px`;
    return row;
  });
  rail.replaceChildren(...made);
  mark(currentPage());
  markFindings();
}

/**
 * @param {import("./pages.js").PageModel} model
 * @param {number} wide
 */
function thumbOf(model, wide) {
  const picture = svg("svg", { viewBox: `0 0 ${model.width} ${model.height}` });
  const dots = html("span", { class: "dots" });
  const paper = html("span", { class: "paper", "aria-hidden": "true" }, picture, dots);
  paper.style.width = `${wide}px`;
  paper.style.height = `${(wide * model.height) / model.width}px`;
  const name = model.name
    ? say("page-of-name", { number: model.number, name: model.name })
    : say("page", { number: model.number });
  const button = html(
    "button",
    { class: "thumb", "data-thumb": model.number, "aria-label": name, title: name, onclick: () => goTo(model.number) },
    paper,
    html("span", { text: String(model.number) }),
  );
  thumbs.set(model.number, { button, picture, copies: new Map(), dots, near: false });
  seen.observe(button);
  return button;
}

/** @param {number} number */
function mark(number) {
  for (const [each, { button }] of thumbs) {
    if (each === number) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
  const button = thumbs.get(number)?.button;
  if (!button) return;
  const frame = button.getBoundingClientRect();
  const room = rail.getBoundingClientRect();
  if (frame.top < room.top || frame.bottom > room.bottom) rail.scrollBy(0, frame.top - room.top - room.height / 3);
}

/** Dots for the severities of the findings on each page. */
function markFindings() {
  /** @type {Map<number, Set<string>>} */
  const severities = new Map();
  for (const { severity, places } of view()?.findings ?? []) {
    for (const { page: on } of places ?? []) severities.set(on, (severities.get(on) ?? new Set()).add(severity));
  }
  for (const [number, { dots }] of thumbs) {
    const found = severities.get(number) ?? new Set();
    const marks = /** @type {const} */ (["error", "warning"]).filter((each) => found.has(each));
    dots.replaceChildren(...marks.map((severity) => html("i", { "data-severity": severity })));
  }
}

/** Begin to follow pages and what is looked at. */
export function startThumbs() {
  on("laid", build);
  on("page", (model) => later(model.number));
  on("current", mark);
  on("view", markFindings);
  on("setting:rail", () => setting("rail") && build());
}
