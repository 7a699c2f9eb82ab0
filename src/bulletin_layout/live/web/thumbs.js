/** Thumbnails: copies of the pages' own fragments, drawn when the browser is idle, and only of pages in the rail's view. */
import { on, tell } from "./bus.js";
import { byId, html, svg } from "./nodes.js";
import { need, page, pages } from "./pages.js";
import { setting } from "./settings.js";
import { spreads } from "./sheets.js";
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
  const wide = rail.clientWidth || 148;
  const rows = spreads().map((spread) =>
    html("div", { class: "thumbs" }, ...spread.map((each) => thumbOf(each, spread.length, wide))),
  );
  rail.replaceChildren(...rows);
  mark(currentPage());
}

/**
 * @param {import("./pages.js").PageModel} model
 * @param {number} beside
 * @param {number} wide
 */
function thumbOf(model, beside, wide) {
  const width = (wide - 26) / 2;
  const picture = svg("svg", { viewBox: `0 0 ${model.width} ${model.height}` });
  const dots = html("span", { class: "dots" });
  const paper = html("span", { class: "paper", "aria-hidden": "true" }, picture, dots);
  const real = beside > 1 ? width : Math.min(wide - 44, width * 1.35);
  paper.style.width = `${real}px`;
  paper.style.height = `${(real * model.height) / model.width}px`;
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
  for (const [each, { button }] of thumbs)
    (button.toggleAttribute("aria-current", false), each === number && button.setAttribute("aria-current", "true"));
  const button = thumbs.get(number)?.button;
  if (!button) return;
  const frame = button.getBoundingClientRect();
  const view = rail.getBoundingClientRect();
  if (frame.top < view.top || frame.bottom > view.bottom) rail.scrollBy(0, frame.top - view.top - view.height / 3);
}

/** Dots for the worst finding of each page. @param {import("./types.js").View} view */
function markFindings(view) {
  for (const [number, { dots }] of thumbs) {
    const found = new Set(
      view.findings
        .filter((each) => (each.places ?? []).some((place) => place.page === number))
        .map((each) => each.severity),
    );
    dots.replaceChildren(
      ...["error", "warning"]
        .filter((each) => found.has(/** @type {any} */ (each)))
        .map((severity) => html("i", { "data-severity": severity })),
    );
  }
}

/** Begin to follow pages and what is looked at. */
export function startThumbs() {
  on("laid", build);
  on("page", (model) => later(model.number));
  on("current", mark);
  on("view", markFindings);
  on("setting:rail", () => setting("rail") && pages().length && (build(), tell("thumbs")));
}
