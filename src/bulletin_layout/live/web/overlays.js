/** The layers above a page's marks, each of which can be switched; what a page's layers need is fetched when it is seen. */
import { on, tell } from "./bus.js";
import { dragging } from "./dragging.js";
import { shownFindings } from "./findings.js";
import { LAYERS, drawLayer } from "./layers.js";
import { svg } from "./nodes.js";
import { page } from "./pages.js";
import { hitsOn } from "./searching.js";
import { selection } from "./selection.js";
import { set, setting } from "./settings.js";
import { boxesOf, mountedSheets, sheet } from "./sheets.js";
import { view } from "./state.js";
import { ask } from "./wire.js";
import { scale } from "./zoom.js";

/** @typedef {import("./types.js").Overlays} Overlays */

/** @type {Map<number, Overlays>} */
const known = new Map();

/** @param {string} layer */
export function toggleLayer(layer) {
  const now = setting("layers");
  set("layers", now.includes(layer) ? now.filter((each) => each !== layer) : [...now, layer]);
}

/** What is known of a page's layers, as of its newest state. @param {number} number */
export async function overlaysOf(number) {
  const model = page(number);
  const kept = known.get(number);
  if (kept && model && kept.revision >= model.revision) return kept;
  const got = await ask(`pages/${number}/overlays`);
  known.set(number, got);
  return /** @type {Overlays} */ (got);
}

/** @param {number} number */
async function draw(number) {
  const on = sheet(number);
  if (!on?.near) return;
  const layers = LAYERS.filter((each) => setting("layers").includes(each));
  const asks = layers.some((each) => each !== "findings") || (selection()?.page === number && selection()?.slot);
  const overlays = asks ? await overlaysOf(number).catch(() => null) : null;
  if (!on.near || dragging()) return; // handle and ghost of a drag are kept until it ends
  const drawn = layers.map((layer) =>
    svg("g", { class: `layer ${layer}`, "data-layer": layer }, ...drawLayer(layer, material(number, overlays))),
  );
  on.over.replaceChildren(...drawn, ...marksOf(number), svg("g", { class: "tools" }));
  tell("overlaid", { number, overlays });
}

/**
 * @param {number} number
 * @param {Overlays | null} overlays
 */
function material(number, overlays) {
  const model = page(number);
  return {
    size: { width: model?.width ?? 0, height: model?.height ?? 0 },
    overlays,
    scale: scale(),
    chosen: selection()?.page === number ? (selection()?.slot ?? "") : "",
    slots: (view()?.slots ?? []).filter((each) => each.page === number && each.box),
    findings: shownFindings().flatMap((finding) =>
      (finding.places ?? []).filter((place) => place.page === number).map((place) => ({ finding, place })),
    ),
  };
}

/** What was saved last, what was found, what is selected. @param {number} number */
function marksOf(number) {
  const model = page(number);
  const saved = view()?.saved;
  const chosen = selection();
  const savedBoxes = saved?.page === number ? boxesOf(number, saved.keys) : [];
  const bar = 2.5 / scale();
  return [
    ...savedBoxes.map((box) => area(box, "saved")),
    ...savedBoxes.map(({ x, y, height }) => area({ x: Math.max(1, x - 3 * bar), y, width: bar, height }, "saved-bar")),
    ...hitsOn(number).map((box) => area(box, "found")),
    ...(chosen?.page === number && chosen.key && model
      ? boxesOf(number, [chosen.key], chosen.mark).map((box) => area(grown(box), "selected"))
      : []),
  ];
}

/** @param {import("./types.js").Box} box @param {string} kind */
function area({ x, y, width, height }, kind) {
  return svg("rect", { class: kind, x, y, width, height });
}

/** @param {import("./types.js").Box} box */
function grown({ x, y, width, height }) {
  return { x: x - 1.5, y: y - 1, width: width + 3, height: height + 2 };
}

let due = 0;

/** Draw the layers of all pages in view, once for all that asked in this moment. */
export function redrawLayers() {
  cancelAnimationFrame(due);
  due = requestAnimationFrame(() =>
    mountedSheets().forEach(({ number }) => draw(number).catch((mistake) => tell("mistake", mistake))),
  );
}

/** Begin to follow whatever the layers show. */
export function startOverlays() {
  for (const topic of ["drawn", "selected", "setting:layers", "setting:severities", "zoom", "hits", "laid", "dropped"])
    on(topic, redrawLayers);
  on("mounted", (number) => draw(number).catch((mistake) => tell("mistake", mistake)));
}
