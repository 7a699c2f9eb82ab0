/** A photo's focus: drag the photo in its frame, or move it by the panel's buttons. */
import { on } from "./bus.js";
import { drag } from "./dragging.js";
import { write } from "./edits.js";
import { html, svg } from "./nodes.js";
import { page } from "./pages.js";
import { selection } from "./selection.js";
import { sheet } from "./sheets.js";
import { editable } from "./state.js";
import { say } from "./words.js";
import { scale } from "./zoom.js";

/** @typedef {[left: number, top: number, right: number, bottom: number]} Crop shares of the picture */

/** The crop moved by shares of the picture, kept within it. @param {Crop} crop @param {number} across @param {number} down @returns {Crop} */
export function shifted([left, top, right, bottom], across, down) {
  const x = Math.min(1 - right, Math.max(-left, across));
  const y = Math.min(1 - bottom, Math.max(-top, down));
  return [left + x, top + y, right + x, bottom + y];
}

/** @param {Crop} crop */
async function send([left, top, right, bottom]) {
  const chosen = selection();
  if (!chosen?.place) return false;
  const { file, line, column } = chosen.place;
  return write({
    kind: "focus",
    page: chosen.page,
    key: chosen.key,
    file,
    line,
    column,
    x: (left + right) / 2,
    y: (top + bottom) / 2,
  });
}

/** @param {{number: number}} drawn */
function addFrame({ number }) {
  const chosen = selection();
  const place = chosen?.place;
  if (chosen?.page !== number || place?.editable !== "focus" || !place.frame || !place.crop || !editable()) return;
  const { frame, crop } = place;
  const image = page(number)?.nodes.get(chosen.key)?.querySelector("image");
  const pad = svg("rect", {
    class: "handle",
    "data-side": "all",
    ...frame,
    onpointerdown: (/** @type {PointerEvent} */ event) => dragPhoto(event, frame, crop, image ?? null),
  });
  sheet(number)?.over.querySelector(".tools")?.append(pad);
}

/** @param {PointerEvent} event @param {import("./types.js").Box} frame @param {Crop} crop @param {Element | null} image */
function dragPhoto(event, frame, crop, image) {
  if (event.button !== 0 || !image) return;
  const wide = frame.width / (crop[2] - crop[0]);
  const high = frame.height / (crop[3] - crop[1]);
  const [x, y] = [Number(image.getAttribute("x")), Number(image.getAttribute("y"))];
  let now = crop;
  drag(event, {
    move: (moving) => {
      const k = scale();
      now = shifted(crop, (event.clientX - moving.clientX) / k / wide, (event.clientY - moving.clientY) / k / high);
      image.setAttribute("x", String(x - (now[0] - crop[0]) * wide));
      image.setAttribute("y", String(y - (now[1] - crop[1]) * high));
    },
    done: async (last) => {
      const changed = now.some((each, index) => Math.abs(each - crop[index]) > 0.002);
      if (!last || !changed || !(await send(now))) put(image, x, y);
    },
  });
}

/** @param {Element} image @param {number} x @param {number} y */
function put(image, x, y) {
  image.setAttribute("x", String(x));
  image.setAttribute("y", String(y));
}

/** Buttons that move the photo in its frame: the same as dragging it. */
export function focusers() {
  const crop = selection()?.place?.crop;
  if (!crop) return [];
  const ways = /** @type {const} */ ([
    ["left", 0.05, 0, "←"],
    ["right", -0.05, 0, "→"],
    ["up", 0, 0.05, "↑"],
    ["down", 0, -0.05, "↓"],
  ]);
  const free = (/** @type {number} */ x, /** @type {number} */ y) =>
    shifted(crop, x, y).some((each, index) => Math.abs(each - crop[index]) > 0.001);
  return [
    html(
      "div",
      { class: "row", role: "group", "aria-label": say("focus") },
      html("span", { class: "quiet", text: say("focus") }),
      ...ways.map(([way, x, y, arrow]) =>
        html("button", {
          class: "small",
          "data-act": `focus-${way}`,
          "aria-label": say(`focus-${way}`),
          text: arrow,
          disabled: !editable() || !free(x, y),
          onclick: () => send(shifted(crop, x, y)),
        }),
      ),
    ),
  ];
}

/** Begin to add the frame of a selected photo. */
export function startFocus() {
  on("overlaid", addFrame);
}
