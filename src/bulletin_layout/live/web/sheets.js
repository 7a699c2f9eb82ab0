/**
 * The sheets on the desk: one for each page, in spreads or one by one. Only sheets near the window hold their marks, and
 * of a page that changed only the fragments that changed are replaced.
 */
import { boxOf, lineBoxOf } from "./boxes.js";
import { on, tell } from "./bus.js";
import { byId, html, svg } from "./nodes.js";
import { need, page, pages } from "./pages.js";
import { setting } from "./settings.js";
import { say } from "./words.js";

/** @typedef {import("./pages.js").PageModel} PageModel */
/** @typedef {{number: number, element: HTMLElement, marks: SVGElement, over: SVGElement, near: boolean}} Sheet */

/** @type {Map<number, Sheet>} */
const sheets = new Map();
const near = new IntersectionObserver(noteNear, { root: byId("desk"), rootMargin: "50% 50%" });

/** @param {number} number */
export function sheet(number) {
  return sheets.get(number);
}

/** @returns {Sheet[]} those that hold their marks */
export function mountedSheets() {
  return [...sheets.values()].filter((each) => each.near);
}

/** Put the pages on the desk as the settings ask; a sheet that stays keeps its nodes. */
export function layOut() {
  const kept = new Set(pages().map((each) => each.number));
  for (const [number, gone] of sheets) if (!kept.has(number)) forget(number, gone);
  const rows = spreads().map((spread) => {
    const row = html("div", { class: "spread" }, ...spread.map((each) => sheetOf(each).element));
    const empty = emptySide(spread);
    if (empty) row.style[empty] = `calc(var(--z) * ${spread[0].width}px)`;
    return row;
  });
  byId("sheets").replaceChildren(...rows);
  tell("laid");
}

/**
 * The pages that lie side by side: a left page with the right page after it.
 *
 * @returns {PageModel[][]}
 */
export function spreads() {
  /** @type {PageModel[][]} */
  const rows = [];
  for (const each of pages()) {
    const last = rows.at(-1);
    const joins = setting("spreads") && !each.left && last?.length === 1 && last[0].left;
    if (joins) last.push(each);
    else rows.push([each]);
  }
  return rows;
}

/**
 * The side that a page alone leaves empty beside the spine; "": none, or no pages lie side by side.
 *
 * @param {PageModel[]} spread
 * @returns {"" | "paddingLeft" | "paddingRight"}
 */
export function emptySide(spread) {
  if (spread.length > 1 || !spreads().some((each) => each.length > 1)) return "";
  return spread[0].left ? "paddingRight" : "paddingLeft";
}

/**
 * @param {PageModel} model
 * @returns {Sheet}
 */
function sheetOf(model) {
  const old = sheets.get(model.number);
  const made = old ?? newSheet(model.number);
  const { element } = made;
  element.style.width = `calc(var(--z) * ${model.width}px)`;
  element.style.height = `calc(var(--z) * ${model.height}px)`;
  for (const layer of [made.marks, made.over]) layer.setAttribute("viewBox", `0 0 ${model.width} ${model.height}`);
  const label = model.name
    ? say("page-of-name", { number: model.number, name: model.name })
    : say("page", { number: model.number });
  element.setAttribute("aria-label", label);
  const caption = element.querySelector(".name");
  if (caption) caption.textContent = label;
  return made;
}

/**
 * @param {number} number
 * @returns {Sheet}
 */
function newSheet(number) {
  const marks = svg("svg", { class: "marks" });
  const over = svg("svg", { class: "over", "aria-hidden": "true" });
  const element = html(
    "article",
    { class: "page", "data-page": number, tabindex: 0 },
    marks,
    over,
    html("span", { class: "name", "aria-hidden": "true" }),
  );
  const made = { number, element, marks, over, near: false };
  sheets.set(number, made);
  near.observe(element);
  return made;
}

/**
 * @param {number} number
 * @param {Sheet} gone
 */
function forget(number, gone) {
  near.unobserve(gone.element);
  sheets.delete(number);
}

/** @param {IntersectionObserverEntry[]} entries */
function noteNear(entries) {
  for (const { target, isIntersecting } of entries) {
    const number = Number(target.getAttribute("data-page"));
    if (isIntersecting) mount(number).catch((mistake) => tell("mistake", mistake));
    else unmount(number);
  }
}

/**
 * Give a sheet its marks, fetched if need be.
 *
 * @param {number} number
 */
export async function mount(number) {
  const to = sheets.get(number);
  if (!to) return;
  to.near = true;
  const model = page(number);
  if (model) draw(model);
  await need(number);
  tell("mounted", number);
}

/** @param {number} number */
function unmount(number) {
  const from = sheets.get(number);
  if (!from?.near) return;
  from.near = false;
  from.marks.replaceChildren();
  from.over.replaceChildren();
}

/** Make the sheet's children those of the model, touching only what differs. @param {PageModel} model */
function draw(model) {
  const on = sheets.get(model.number);
  if (!on?.near) return;
  const wanted = new Set(model.nodes.values());
  for (const child of [...on.marks.children]) if (!wanted.has(/** @type {SVGElement} */ (child))) child.remove();
  let next = on.marks.firstChild;
  for (const key of model.keys) {
    const node = /** @type {SVGElement} */ (model.nodes.get(key));
    if (node === next) next = next.nextSibling;
    else on.marks.insertBefore(node, next);
  }
}

on("page", draw);

/** Pages that are near and were left behind by a view are fetched again. */
export function refresh() {
  for (const { number } of mountedSheets()) need(number).catch((mistake) => tell("mistake", mistake));
}

/**
 * Where fragments stand on their page, in points, or the line of one of their marks; those that are not on it are left
 * out.
 *
 * @param {number} number
 * @param {string[]} keys
 * @param {number} [mark]
 * @returns {import("./types.js").Box[]}
 */
export function boxesOf(number, keys, mark) {
  const model = page(number);
  if (!model || !sheets.get(number)?.near) return [];
  const nodes = /** @type {SVGGraphicsElement[]} */ (keys.map((key) => model.nodes.get(key)));
  const shown = nodes.filter((node) => node?.isConnected);
  return shown.map((node) => (mark === undefined ? boxOf(node) : lineBoxOf(node, mark)));
}
