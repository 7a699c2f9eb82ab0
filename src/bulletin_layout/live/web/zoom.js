/** Zoom, scroll and the page in view. What one looks at stays in its place whatever is laid out anew. */
import { on, tell } from "./bus.js";
import { byId } from "./nodes.js";
import { page, pages } from "./pages.js";
import { set, setting } from "./settings.js";
import { layOut, sheet, spreads } from "./sheets.js";

/** @typedef {{page: number, x: number, y: number}} Spot a page, and a place on it as shares of its width and height */

const desk = byId("desk");
/** From this zoom on, whole pages can be read. */
const READABLE = 0.85;
const MARGIN = 28;
/** Between pages side by side while their bleed shows; as in desk.css. */
const GAP = 30;
const STEPS = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 6, 8];
/** Screen pixels a point of paper at 100 %. */
const FULL = 96 / 72;
let current = 1;

/** Screen pixels a point of paper. */
export function scale() {
  return setting("zoom") * FULL;
}

export function currentPage() {
  return current;
}

/**
 * @param {number} zoom
 * @param {{x: number, y: number}} [at] a place of the window that stays where it is
 */
export function zoomTo(zoom, at) {
  set("fit", "");
  hold(() => apply(zoom), at);
}

/** @param {1 | -1} direction */
export function zoomStep(direction) {
  const now = setting("zoom");
  const next = direction > 0 ? STEPS.find((step) => step > now * 1.01) : STEPS.findLast((step) => step < now * 0.99);
  if (next) zoomTo(next);
}

/** @param {"width" | "page"} kind */
export function fit(kind) {
  set("fit", kind);
  hold(fitNow);
  if (kind === "page") goTo(current);
}

function fitNow() {
  const kind = setting("fit");
  const rows = spreads();
  if (!kind || !rows.length) return apply(setting("zoom"));
  const width = Math.max(...rows.map((row) => row.reduce((sum, each) => sum + each.width, 0)));
  const height = Math.max(...pages().map((each) => each.height));
  const gap = setting("layers").includes("bleed") && rows.some((row) => row.length > 1) ? GAP : 0;
  const across = (desk.clientWidth - 2 * MARGIN - 2 - gap) / width;
  const down = (desk.clientHeight - 2 * MARGIN - 4) / height;
  if (kind === "first") set("fit", Math.min(across, down) / FULL >= READABLE ? "page" : "width");
  apply((setting("fit") === "width" ? across : Math.min(across, down)) / FULL);
}

/** @param {number} zoom */
function apply(zoom) {
  const kept = Math.min(8, Math.max(0.1, zoom));
  set("zoom", kept);
  byId("sheets").style.setProperty("--z", String(kept * FULL));
  tell("zoom", kept);
}

/** Lay pages out in spreads or one by one, and keep what is looked at. */
export function arrange() {
  hold(() => {
    layOut();
    fitNow();
  });
}

/**
 * @param {() => void} change
 * @param {{x: number, y: number}} [at]
 */
export function hold(change, at) {
  const frame = desk.getBoundingClientRect();
  const point = at ?? { x: frame.left + frame.width / 2, y: frame.top + frame.height / 2 };
  const spot = spotAt(point);
  change();
  if (spot) putSpot(spot, point);
}

/**
 * @param {{x: number, y: number}} point of the window
 * @returns {Spot | null}
 */
export function spotAt({ x, y }) {
  let best = null;
  let least = Infinity;
  for (const { number } of pages()) {
    const frame = sheet(number)?.element.getBoundingClientRect();
    if (!frame?.width) continue;
    const off = Math.hypot(Math.max(frame.left - x, 0, x - frame.right), Math.max(frame.top - y, 0, y - frame.bottom));
    if (off < least) {
      least = off;
      best = { page: number, x: (x - frame.left) / frame.width, y: (y - frame.top) / frame.height };
    }
  }
  return best;
}

/**
 * @param {Spot} spot
 * @param {{x: number, y: number}} point of the window, where the spot shall be
 */
export function putSpot(spot, point) {
  const frame = sheet(spot.page)?.element.getBoundingClientRect();
  if (!frame) return;
  desk.scrollBy(frame.left + spot.x * frame.width - point.x, frame.top + spot.y * frame.height - point.y);
}

/**
 * Scroll to a place of a page, only if it is out of sight.
 *
 * @param {number} number
 * @param {import("./types.js").Box} [box]
 */
export function reveal(number, box) {
  const model = page(number);
  const frame = sheet(number)?.element.getBoundingClientRect();
  if (!frame || !model) return;
  const view = desk.getBoundingClientRect();
  const k = scale();
  const { x, y, width, height } = box ?? {
    x: 0,
    y: 0,
    width: model.width,
    height: Math.min(model.height, view.height / k),
  };
  const left = frame.left + x * k - view.left;
  const top = frame.top + y * k - view.top;
  desk.scrollBy(away(left, width * k, desk.clientWidth), away(top, height * k, desk.clientHeight));
}

/**
 * How far to scroll along one axis: 0 if all of it is in view, or as much of it as the window can show.
 *
 * @param {number} start
 * @param {number} length
 * @param {number} room
 */
function away(start, length, room) {
  if (start >= 0 && start + length <= room) return 0;
  if (length >= room) return start <= 0 && start + length >= room ? 0 : start - MARGIN;
  return start + length / 2 - room / 2;
}

/** @param {number} number */
export function goTo(number) {
  const frame = sheet(number)?.element.getBoundingClientRect();
  if (!frame) return;
  const view = desk.getBoundingClientRect();
  const left = frame.left < view.left || frame.right > view.right ? frame.left - view.left - MARGIN : 0;
  desk.scrollBy(left, frame.top - view.top - MARGIN);
  lookAt(number);
}

/** The next or previous page, or spread where pages lie side by side. @param {1 | -1} direction */
export function turn(direction) {
  const rows = spreads();
  const at = rows.findIndex((row) => row.some((each) => each.number === current));
  const row = rows[at + direction];
  if (row) goTo(row[0].number);
}

/** Whether the page that is looked at is in one row with another, and in the window from side to side. @param {number} number */
function isBeside(number) {
  const row = spreads().find((each) => each.some((one) => one.number === number));
  const frame = sheet(current)?.element.getBoundingClientRect();
  if (!frame || !row?.some((each) => each.number === current)) return false;
  const view = desk.getBoundingClientRect();
  return frame.left >= view.left - 1 && frame.right <= view.right + 1;
}

/** Take a page for the one that is looked at. @param {number} number */
export function lookAt(number) {
  if (number === current) return;
  current = number;
  tell("current", number);
}

let waiting = 0;

function scrolled() {
  const frame = desk.getBoundingClientRect();
  const spot = spotAt({ x: frame.left + frame.width / 2, y: frame.top + Math.min(frame.height / 2, 320) });
  if (spot && !isBeside(spot.page)) lookAt(spot.page);
  clearTimeout(waiting);
  waiting = window.setTimeout(() => tell("rested"), 250);
}

/** @param {WheelEvent} event */
function wheel(event) {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  const step = Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0022));
  zoomTo(setting("zoom") * Math.min(1.4, Math.max(0.71, step)), { x: event.clientX, y: event.clientY });
}

/** Begin to follow the desk: its scroll, its wheel, its size. */
export function startZoom() {
  desk.addEventListener("scroll", scrolled, { passive: true });
  desk.addEventListener("wheel", wheel, { passive: false });
  const again = () => setting("fit") && hold(fitNow);
  new ResizeObserver(again).observe(desk);
  on("setting:layers", again);
}

/** Remember what is looked at in this issue, and go there when it is opened again. @param {string} issue */
export function rememberSpot(issue) {
  const frame = desk.getBoundingClientRect();
  const corner = { x: frame.left + MARGIN, y: frame.top + MARGIN };
  const old = setting("spots")[issue];
  if (old) putSpot(old, corner);
  on("rested", () => {
    const spot = spotAt({
      x: desk.getBoundingClientRect().left + MARGIN,
      y: desk.getBoundingClientRect().top + MARGIN,
    });
    if (spot) set("spots", { ...setting("spots"), [issue]: spot });
  });
}
