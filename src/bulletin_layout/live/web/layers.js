/** How each layer is drawn: pure functions from what is known of a page to nodes of SVG. Lengths in points. */
import { svg } from "./nodes.js";
import { balance, kindOf } from "./slots.js";
import { say } from "./words.js";

/**
 * @typedef {import("./types.js").Box} Box
 * @typedef {{size: {width: number, height: number}, overlays: import("./types.js").Overlays | null, scale: number,
 *   chosen: string, slots: import("./types.js").Slot[],
 *   findings: {finding: import("./types.js").Finding, place: Box}[]}} Material
 */

/** Pixels of a label: its type, its height, its baseline, what is left free on either side. */
const LABEL = { size: 11, height: 17, line: 12.4, side: 5 };
const ruler = document.createElement("canvas").getContext("2d");
/** From this step on, a ledger opens its line; steps before it squeeze. */
const OPENED = 10;

/** In painting order. */
export const LAYERS = [
  "heat",
  "columns",
  "grid",
  "margins",
  "safe",
  "bleed",
  "slots",
  "give",
  "order",
  "changes",
  "findings",
];

/** @type {Record<string, (material: Material) => SVGElement[]>} */
const DRAWERS = { heat, columns, grid, margins, safe, bleed, slots, give, order, changes, findings };

/** @param {string} layer @param {Material} material */
export function drawLayer(layer, material) {
  return DRAWERS[layer](material);
}

/** @param {import("./types.js").Area | null | undefined} area @param {string} kind */
function outline(area, kind) {
  if (!area) return [];
  const [x, y, width, height] = area;
  return [svg("rect", { class: kind, x, y, width, height })];
}

/** @param {Material} material */
function grid({ overlays, size }) {
  const path = (overlays?.grid ?? []).map(([from, to, y]) => `M${from} ${y}H${to}`).join("");
  return size.width ? [svg("path", { class: "grid", d: path })] : [];
}

/** @param {Material} material */
function columns({ overlays }) {
  return (overlays?.columns ?? []).flatMap((each) => outline(each, "columns"));
}

/** @param {Material} material */
function margins({ overlays }) {
  return outline(overlays?.margins, "margins");
}

/** @param {Material} material */
function safe({ overlays }) {
  return outline(overlays?.safe, "safe");
}

/** @param {Material} material */
function bleed({ overlays, size }) {
  return [...outline(overlays?.bleed, "bleed"), ...outline([0, 0, size.width, size.height], "trim")];
}

/**
 * The ledger of each line: squeezed blue, opened red, forced dark; the deeper the step, the stronger.
 *
 * @param {Material} material
 */
function heat({ overlays }) {
  return (overlays?.heat ?? []).map(([x, y, width, height, step, , forced]) => {
    const node = svg("rect", { class: "heat", x, y, width, height });
    node.style.fill = forced ? "#1c1e22" : step < OPENED ? "#2f6fc4" : "#d4502a";
    node.style.fillOpacity = String(forced ? 0.45 : step < OPENED ? 0.05 * step : 0.09 * (step - OPENED + 1));
    return node;
  });
}

/** @param {Material} material */
function slots(material) {
  return material.slots.flatMap((slot) => {
    const { x, y, width, height } = /** @type {Box} */ (slot.box);
    const kind = kindOf(slot);
    const chosen = slot.slot === material.chosen;
    const room = say("room-set", { room: slot.room_chars, set: slot.set_chars });
    const words = fitting(
      [[slot.slot, room, balance(slot)], [slot.slot, balance(slot)], [slot.slot]],
      width * material.scale,
    );
    return [
      svg("rect", { class: "slot", "data-kind": kind, "data-chosen": chosen, x, y, width, height }),
      label(words, x, Math.max(0, y - (LABEL.height * grown()) / material.scale), width, material.scale, {
        "data-kind": kind,
        "data-slot": slot.slot,
        class: "label",
      }),
    ];
  });
}

/** @param {Material} material */
function give({ overlays, scale }) {
  return (overlays?.gave ?? []).flatMap(({ x, y, width, height, words }) => [
    svg("rect", { class: "gave", x, y, width, height }),
    label(words, x, y + height - 18 / scale, width, scale, { class: "gave-words" }),
  ]);
}

/** A label of constant size on the screen, cut to its width. @param {string} words @param {number} x @param {number} y @param {number} room @param {number} scale @param {Record<string, string>} given */
export function label(words, x, y, room, scale, given) {
  const unit = grown() / scale;
  const shown = cut(words, (room * scale) / grown() - 2 * LABEL.side);
  const width = Math.min(room, (measured(shown) + 2 * LABEL.side) * unit);
  return svg(
    "g",
    given,
    svg("title", { text: words }),
    svg("rect", { x, y, width, height: LABEL.height * unit, rx: 2 * unit }),
    svg("text", { x: x + LABEL.side * unit, y: y + LABEL.line * unit, "font-size": LABEL.size * unit, text: shown }),
  );
}

/** The first of several wordings that fits into so many pixels; or else the last. @param {string[][]} wordings @param {number} room */
function fitting(wordings, room) {
  const all = wordings.map((parts) => parts.join(" · "));
  return all.find((words) => measured(words) <= room / grown() - 2 * LABEL.side) ?? all[all.length - 1];
}

/** How wide the words of a label are, in pixels. @param {string} words */
function measured(words) {
  if (!ruler) return words.length * LABEL.size;
  ruler.font = `${LABEL.size}px ${getComputedStyle(document.body).fontFamily}`;
  return ruler.measureText(words).width;
}

/** How much larger than on a laptop everything is (--k in tokens.css). */
function grown() {
  return Number(getComputedStyle(document.documentElement).getPropertyValue("--k")) || 1;
}

/** @param {string} words @param {number} most */
function cut(words, most) {
  if (measured(words) <= most) return words;
  let kept = "";
  for (const char of words) {
    if (measured(`${kept}${char}…`) > most) break;
    kept += char;
  }
  return `${kept}…`;
}

/** @param {Material} material */
function order({ overlays, scale }) {
  const points = overlays?.order ?? [];
  const path = points.map(([x, y], index) => `${index ? "L" : "M"}${x} ${y}`).join("");
  const stops = points.flatMap(([x, y], index) => [
    svg("circle", { class: "stop", cx: x, cy: y, r: 6.5 / scale }),
    svg("text", { x, y: y + 3.2 / scale, "font-size": 9 / scale, text: String(index + 1) }),
  ]);
  return [svg("path", { class: "order", d: path }), svg("g", { class: "stops" }, ...stops)];
}

/** What changed since the last round of proofs; what was taken away has no width. @param {Material} material */
function changes({ overlays, scale }) {
  return (overlays?.changes ?? []).flatMap(({ number, words, boxes }) => [
    ...boxes.map(([x, y, width, height]) =>
      svg(
        "rect",
        { class: "change", x: x - 0.8, y: y - 0.8, width: width + 1.6, height: height + 1.6, rx: 1.5 },
        svg("title", { text: words }),
      ),
    ),
    svg("text", {
      class: "change-number",
      x: boxes[0][0] - 0.5,
      y: boxes[0][1] - 2 / scale,
      "font-size": 9 / scale,
      text: String(number),
    }),
  ]);
}

/** @param {Material} material */
function findings({ findings: all }) {
  return all.map(({ finding, place: { x, y, width, height } }) =>
    svg(
      "rect",
      {
        class: "finding-mark",
        "data-severity": finding.severity,
        x: x - 1,
        y: y - 1,
        width: width + 2,
        height: height + 2,
      },
      svg("title", { text: finding.message }),
    ),
  );
}
