/**
 * The pages as lists of fragments. A page is brought up to date by the patches of a view, or fetched whole when it is
 * first seen or when a patch was missed.
 */
import { tell } from "./bus.js";
import { ask } from "./wire.js";

/**
 * @typedef {import("./types.js").PageHead & {at: number, keys: string[], nodes: Map<string, SVGElement>,
 *   asked: Promise<void> | null}} PageModel `at`: revision that its fragments are known to be of; -1: not fetched yet
 */

/** @type {Map<number, PageModel>} */
const models = new Map();
let revision = -1;

/** @returns {PageModel[]} in the order of their numbers */
export function pages() {
  return [...models.values()];
}

/** @param {number} number */
export function page(number) {
  return models.get(number);
}

/**
 * Take the pages of a new view; returns whether pages came, went or changed their size.
 *
 * @param {import("./types.js").View} view
 */
export function takePages(view) {
  const before = shape();
  const old = new Map(models);
  models.clear();
  for (const head of view.pages) {
    const model = old.get(head.number) ?? { at: -1, keys: [], nodes: new Map(), asked: null, ...head };
    models.set(head.number, Object.assign(model, head));
    advance(model, view, view.patches[head.number]);
  }
  revision = view.revision;
  return before !== shape();
}

/**
 * @param {PageModel} model
 * @param {import("./types.js").View} view
 * @param {import("./types.js").Patch | undefined} patch
 */
function advance(model, view, patch) {
  if (model.at < 0 || model.at >= view.revision) return;
  if (model.revision <= model.at) model.at = view.revision;
  else if (patch && model.at === view.from && splice(model, patch)) model.at = view.revision;
  else model.at = -1;
}

/**
 * Apply a patch to the list of fragments; false if it does not fit, and then nothing is changed.
 *
 * @param {PageModel} model
 * @param {import("./types.js").Patch} patch
 */
function splice(model, patch) {
  const keys = [...model.keys];
  for (const [at, remove, added] of [...patch.splices].sort((one, other) => other[0] - one[0])) {
    keys.splice(at, remove, ...added);
  }
  const fresh = parse(Object.entries(patch.fresh));
  if (keys.some((key) => !fresh.has(key) && !model.nodes.has(key))) return false;
  replaceAll(model, keys, fresh);
  return true;
}

/**
 * @param {PageModel} model
 * @param {string[]} keys
 * @param {Map<string, SVGElement>} fresh
 */
function replaceAll(model, keys, fresh) {
  const nodes = new Map();
  for (const key of keys) nodes.set(key, model.nodes.get(key) ?? fresh.get(key));
  model.keys = keys;
  model.nodes = nodes;
  tell("page", model);
}

/**
 * Fetch a page unless it is up to date.
 *
 * @param {number} number
 * @returns {Promise<void>}
 */
export function need(number) {
  const model = models.get(number);
  if (!model || model.at >= 0) return Promise.resolve();
  model.asked ??= fetchPage(model).finally(() => (model.asked = null));
  return model.asked;
}

/** @param {PageModel} model */
async function fetchPage(model) {
  const asked = revision;
  const got = await ask(`pages/${model.number}`);
  const fresh = parse(got.fragments.filter((/** @type {[string, string]} */ [key]) => !model.nodes.has(key)));
  model.at = Math.max(got.revision, asked);
  replaceAll(
    model,
    got.fragments.map((/** @type {[string, string]} */ [key]) => key),
    fresh,
  );
  if (model.revision > model.at) {
    model.at = -1; // a newer view came meanwhile
    await fetchPage(model);
  }
}

/**
 * Fragments from their SVG, parsed as XML: text stays text, and nothing in it can run.
 *
 * @param {[string, string][]} fragments
 * @returns {Map<string, SVGElement>}
 */
function parse(fragments) {
  const whole = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">`;
  const source = `${whole}${fragments.map(([, text]) => text).join("")}</svg>`;
  const root = new DOMParser().parseFromString(source, "image/svg+xml").documentElement;
  if (root.querySelector("parsererror, script, foreignObject")) throw new Error("fragments cannot be read");
  const nodes = /** @type {SVGElement[]} */ ([...root.children]);
  return new Map(
    fragments.map(([key], index) => [key, /** @type {SVGElement} */ (document.importNode(nodes[index], true))]),
  );
}

function shape() {
  return JSON.stringify(pages().map(({ number, width, height, left }) => [number, width, height, left]));
}
