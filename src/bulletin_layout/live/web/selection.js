/** What is selected: a fragment with what the server knows of the place, or a slot. It survives redraws. */
import { on, tell } from "./bus.js";
import { byId } from "./nodes.js";
import { page } from "./pages.js";
import { setting } from "./settings.js";
import { slotOf, view } from "./state.js";
import { openTab } from "./tabs.js";
import { ask } from "./wire.js";
import { lookAt, scale } from "./zoom.js";

/**
 * @typedef {{page: number, key: string, mark: number, slot: string, place: import("./types.js").Place | null}} Selection
 *   `key`: "" if a slot is selected; `mark`: the one of the fragment's that was clicked
 */

/** @type {Selection | null} */
let selected = null;
let asked = 0;

export function selection() {
  return selected;
}

/** @param {Selection | null} next */
function become(next) {
  selected = next;
  tell("selected", next);
}

export function deselect() {
  become(null);
}

/**
 * @param {number} number
 * @param {string} slot
 */
export function selectSlot(number, slot) {
  asked += 1;
  become({ page: number, key: "", mark: 0, slot, place: null });
}

/**
 * Select a fragment, and ask what stands there.
 *
 * @param {import("./types.js").AtFragment} at
 * @returns {Promise<Selection | null>}
 */
export async function selectFragment(at) {
  const mine = ++asked;
  const { page: number, key, mark = 0 } = at;
  if (selected?.key !== key || selected.page !== number || selected.mark !== mark)
    become({ page: number, key, mark, slot: slotAtKey(at), place: null });
  const place = (await ask("place", at).catch(() => null)) ?? {};
  if (mine !== asked) return null;
  const slot = place.slot || slotAtKey(at);
  if (place.file) become({ page: number, key, mark, slot, place });
  else if (slot) selectSlot(number, slot);
  else deselect();
  return place.file ? selected : null;
}

/** @param {import("./types.js").AtFragment} at */
function slotAtKey({ page: number, key }) {
  const node = /** @type {SVGGraphicsElement | undefined} */ (page(number)?.nodes.get(key));
  if (!node?.isConnected) return "";
  const { x, y, width, height } = node.getBBox();
  return slotAt(number, x + width / 2, y + height / 2);
}

/**
 * The slot at a place of a page, in points; the smallest where slots lie in each other.
 *
 * @param {number} number
 * @param {number} x
 * @param {number} y
 */
export function slotAt(number, x, y) {
  const holding = (view()?.slots ?? []).filter(
    ({ page: on, box }) =>
      on === number && box && x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height,
  );
  const size = (/** @type {import("./types.js").Slot} */ each) => (each.box?.width ?? 0) * (each.box?.height ?? 0);
  return holding.sort((one, other) => size(one) - size(other))[0]?.slot ?? "";
}

/**
 * The fragment, mark and glyph at an event on a page's marks.
 *
 * @param {MouseEvent} event
 * @returns {import("./types.js").AtFragment | null}
 */
export function fragmentAt(event) {
  const target = below(event);
  const fragment = target?.closest("[data-k]");
  const sheet = target?.closest("[data-page]");
  if (!sheet || !fragment?.querySelector("[data-m], image")) return null; // rules and panels come from no file
  const at = { page: Number(sheet.getAttribute("data-page")), key: keyOf(sheet, fragment) };
  const mark = /** @type {SVGTextContentElement | null} */ (target?.closest("[data-m]"));
  return mark ? { ...at, mark: Number(mark.getAttribute("data-m")), glyph: glyphAt(mark, event) } : at;
}

/** What an event is on; of what is drawn over the marks, the mark below. @param {MouseEvent} event */
function below(event) {
  const target = event.target instanceof Element ? event.target : null;
  if (!target?.matches(".finding-mark, .change")) return target;
  const there = document.elementsFromPoint(event.clientX, event.clientY);
  return there.find((each) => each.closest("[data-k]")) ?? target;
}

/** A fragment's key on its page: a second same one has another. @param {Element} sheet @param {Element} fragment */
function keyOf(sheet, fragment) {
  const nodes = page(Number(sheet.getAttribute("data-page")))?.nodes ?? new Map();
  for (const [key, node] of nodes) if (node === fragment) return key;
  return fragment.getAttribute("data-k") ?? "";
}

/**
 * Which glyph of a mark an event is on: the code points before it.
 *
 * @param {SVGTextContentElement} mark
 * @param {MouseEvent} event
 */
function glyphAt(mark, event) {
  const text = /** @type {SVGTextElement} */ (mark.closest("text"));
  const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(text.getScreenCTM()?.inverse());
  const unit = text.getCharNumAtPosition(point);
  let before = 0;
  for (let each = mark.previousElementSibling; each; each = each.previousElementSibling)
    before += each.textContent?.length ?? 0;
  return unit < before ? undefined : [...(mark.textContent ?? "").slice(0, unit - before)].length;
}

/**
 * A place of the window on a page, in points.
 *
 * @param {MouseEvent} event
 */
export function pointOf(event) {
  const sheet = event.target instanceof Element ? event.target.closest("[data-page]") : null;
  if (!sheet) return null;
  const frame = sheet.getBoundingClientRect();
  return {
    page: Number(sheet.getAttribute("data-page")),
    x: (event.clientX - frame.left) / scale(),
    y: (event.clientY - frame.top) / scale(),
  };
}

/** @param {MouseEvent} event */
function clicked(event) {
  if (event.target instanceof Element && event.target.closest(".inplace")) return;
  const at = fragmentAt(event);
  const point = pointOf(event);
  const slot = point ? slotAt(point.page, point.x, point.y) : "";
  if (point) lookAt(point.page);
  if ((at || slot) && setting("panel")) openTab("selected");
  if (at) selectFragment(at).then((got) => got && (event.ctrlKey || event.metaKey) && tell("open", got.place));
  else if (slot && point) selectSlot(point.page, slot);
  else deselect();
}

/** The same words after a redraw: where the fragment is gone, the server says which are there now. */
async function follow() {
  if (!selected) return;
  const { page: number, key, mark, slot, place } = selected;
  if (!key) {
    if (slotOf(number, slot)) become(selected);
    else deselect();
    return;
  }
  if (page(number)?.nodes.has(key)) return void selectFragment({ page: number, key, mark });
  if (!place) return deselect();
  const { file, line, column } = place;
  const now = await ask("locate", { file, line, column }).catch(() => null);
  if (selected?.key !== key) return;
  if (now?.keys?.length) await selectFragment({ page: now.page, key: now.keys[0] });
  else deselect();
}

/** Move the selection to the next fragment with words of its page. @param {1 | -1} direction */
export function step(direction) {
  const focused = document.activeElement?.closest("[data-page]");
  const number = selected?.page ?? Number(focused?.getAttribute("data-page") ?? 0);
  const model = page(number);
  if (!model) return;
  const keys = model.keys.filter((key) => model.nodes.get(key)?.querySelector("text, image"));
  const at = selected?.page === number ? keys.indexOf(selected.key) : -1;
  const next = at < 0 ? (direction > 0 ? 0 : keys.length - 1) : at + direction;
  if (keys[next]) selectFragment({ page: number, key: keys[next] }).then((got) => got && tell("show", got));
}

/** Begin to listen on the desk. */
export function startSelection() {
  byId("sheets").addEventListener("click", clicked);
  byId("sheets").addEventListener("keydown", (event) => {
    if (!(event.target instanceof Element) || !event.target.matches(".page")) return;
    const direction = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!direction || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    step(/** @type {1 | -1} */ (direction));
  });
  on("drawn", follow);
}
