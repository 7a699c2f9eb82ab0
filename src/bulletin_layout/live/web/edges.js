/** Dragging a slot's edge in whole 行 and columns, with a ghost; and a story to another slot. Both by the panel's buttons, too. */
import { on } from "./bus.js";
import { drag } from "./dragging.js";
import { write } from "./edits.js";
import { label } from "./layers.js";
import { html, svg } from "./nodes.js";
import { overlaysOf } from "./overlays.js";
import { clickedSlot, selection } from "./selection.js";
import { sheet } from "./sheets.js";
import { editable, slotOf, view } from "./state.js";
import { say } from "./words.js";
import { scale } from "./zoom.js";

/** @typedef {import("./types.js").Side} Side */
/** @typedef {import("./types.js").SlotFrame} SlotFrame */

const SIDES = /** @type {Side[]} */ (["top", "bottom", "left", "right"]);
const GRIP = 9;

/** Where a side of a slot is now. @param {SlotFrame} slot @param {Side} side */
function placeOf({ x, y, width, height }, side) {
  return { left: x, right: x + width, top: y, bottom: y + height }[side];
}

/** @param {SlotFrame} slot @param {Side} side @param {number} at @returns {SlotFrame} */
function moved(slot, side, at) {
  const { x, y, width, height } = slot;
  if (side === "left") return { ...slot, x: at, width: x + width - at };
  if (side === "right") return { ...slot, width: at - x };
  if (side === "top") return { ...slot, y: at, height: y + height - at };
  return { ...slot, height: at - y };
}

/** The place of a list that is nearest. @param {number[]} places @param {number} at */
function nearest(places, at) {
  return places.reduce((best, each) => (Math.abs(each - at) < Math.abs(best - at) ? each : best));
}

/** @param {{number: number, overlays: import("./types.js").Overlays | null}} drawn */
function addHandles({ number, overlays }) {
  const chosen = selection();
  const tools = sheet(number)?.over.querySelector(".tools");
  const own = chosen?.page === number ? (overlays?.slots ?? []).filter((each) => each.slot === chosen.slot) : [];
  for (const slot of editable() ? own : []) tools?.append(...movable(slot).map((side) => handle(number, slot, side)));
  for (const each of sheet(number)?.over.querySelectorAll(".label[data-slot]") ?? []) listenToLabel(number, each);
}

/** The sides of a slot that can be moved. @param {SlotFrame} slot */
function movable({ edges }) {
  return SIDES.filter((side) => (edges?.[side]?.length ?? 0) > 1);
}

/** @param {number} number @param {SlotFrame} slot @param {Side} side */
function handle(number, slot, side) {
  const grip = GRIP / scale();
  const { x, y, width, height } = slot;
  const at = placeOf(slot, side) - grip / 2;
  const box =
    side === "left" || side === "right" ? { x: at, y, width: grip, height } : { x, y: at, width, height: grip };
  return svg("rect", {
    class: "handle",
    "data-side": side,
    ...box,
    onpointerdown: (/** @type {PointerEvent} */ event) => dragEdge(event, number, slot, side),
  });
}

/** @param {PointerEvent} event @param {number} number @param {SlotFrame} slot @param {Side} side */
function dragEdge(event, number, slot, side) {
  if (event.button !== 0) return;
  const places = slot.edges?.[side] ?? [];
  const frame = sheet(number)?.element.getBoundingClientRect();
  if (!frame) return;
  const across = side === "left" || side === "right";
  const start = placeOf(slot, side);
  const ghost = svg("g");
  let at = start;
  sheet(number)?.over.append(ghost);
  drag(event, {
    move: (moving) => {
      const raw = (across ? moving.clientX - frame.left : moving.clientY - frame.top) / scale();
      at = nearest(places, raw);
      const unit = slot.unit ?? (across ? "columns" : "lines");
      ghost.replaceChildren(...ghostOf(moved(slot, side, at), steps(places, start, at), unit));
    },
    done: (last) => {
      ghost.remove();
      if (last && at !== start) write({ kind: "edge", page: number, slot: slot.slot, box: slot.box, side, at });
    },
  });
}

/** @param {number[]} places @param {number} from @param {number} to */
function steps(places, from, to) {
  return places.indexOf(to) - places.indexOf(nearest(places, from));
}

/** @param {import("./types.js").Box} box @param {number} by @param {string} unit */
function ghostOf({ x, y, width, height }, by, unit) {
  const words = say(`by-${unit}`, { by: by > 0 ? `+${by}` : String(by).replace("-", "−") });
  return [
    svg("rect", { class: "ghost", x, y, width, height }),
    label(words, x + 4 / scale(), y + height - 22 / scale(), 400, scale(), { class: "tip" }),
  ];
}

/** @param {number} number @param {Element} node */
function listenToLabel(number, node) {
  const name = node.getAttribute("data-slot") ?? "";
  node.addEventListener("click", () => clickedSlot(number, name));
  if (editable())
    node.addEventListener("pointerdown", (event) => dragStory(/** @type {PointerEvent} */ (event), number, name));
}

const SLACK = 6;

/** @param {PointerEvent} event @param {number} number @param {string} name */
function dragStory(event, number, name) {
  if (event.button !== 0) return;
  const ghost = svg("g");
  /** @type {{page: number, slot: string} | null} */
  let target = null;
  drag(event, {
    move: (moving) => {
      if (Math.hypot(moving.clientX - event.clientX, moving.clientY - event.clientY) < SLACK) return;
      target = slotUnder(moving);
      const same = target && target.page === number && target.slot === name;
      const box = target && !same ? slotOf(target.page, target.slot)?.box : null;
      ghost.replaceChildren(
        ...(box
          ? [
              svg("rect", { class: "ghost", ...box }),
              label(
                say("move-here", { story: slotOf(number, name)?.story ?? name }),
                box.x + 4 / scale(),
                box.y + box.height / 2,
                400,
                scale(),
                { class: "tip" },
              ),
            ]
          : []),
      );
      if (target) sheet(target.page)?.over.append(ghost);
    },
    done: (last) => {
      ghost.remove();
      if (!target || (target.page === number && target.slot === name)) {
        if (last) clickedSlot(number, name);
        return;
      }
      if (last) write({ kind: "move", page: number, slot: name, story: storyIn(number, name), to: target });
    },
  });
}

/** The story of a slot that is selected: where there are several, it is the one that moves. @param {number} number @param {string} name */
function storyIn(number, name) {
  const chosen = selection();
  return chosen?.page === number && chosen.slot === name ? chosen.place?.story : undefined;
}

/** @param {PointerEvent} event */
function slotUnder(event) {
  for (const { page: number, slot, box } of view()?.slots ?? []) {
    const frame = sheet(number)?.element.getBoundingClientRect();
    if (!frame || !box) continue;
    const x = (event.clientX - frame.left) / scale();
    const y = (event.clientY - frame.top) / scale();
    if (x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height) return { page: number, slot };
  }
  return null;
}

/** Buttons for each edge of a slot: the same as dragging it. @param {number} number @param {string} name */
export function steppers(number, name) {
  const part = html("div", { class: "steppers" });
  overlaysOf(number)
    .then((overlays) => {
      const own = overlays.slots.filter((each) => each.slot === name);
      const rows = own.flatMap((slot) => [
        ...(own.length > 1 ? [html("span", { class: "all", text: say("box-number", { number: slot.box + 1 }) })] : []),
        ...movable(slot).flatMap((side) => stepper(number, slot, side)),
      ]);
      part.replaceChildren(...rows);
    })
    .catch(() => {});
  return part;
}

/** @param {number} number @param {SlotFrame} slot @param {Side} side */
function stepper(number, slot, side) {
  const places = slot.edges?.[side] ?? [];
  const at = places.indexOf(nearest(places, placeOf(slot, side)));
  const button = (/** @type {1 | -1} */ by) => {
    const name = say(`edge-${side}-${by > 0 ? "on" : "back"}`);
    const arrow = side === "top" || side === "bottom" ? (by > 0 ? "↓" : "↑") : by > 0 ? "→" : "←";
    const go = () => write({ kind: "edge", page: number, slot: slot.slot, box: slot.box, side, at: places[at + by] });
    return html("button", {
      class: "small",
      "data-act": `${side}${by}-${slot.box}`,
      "aria-label": name,
      title: name,
      text: arrow,
      disabled: !editable() || !(at + by in places),
      onclick: go,
    });
  };
  return [html("span", { class: "quiet", text: say(`edge-${side}`) }), button(-1), button(1), html("span")];
}

/** A list of slots to which the story may go: the same as dragging it. @param {number} number @param {string} name */
export function movers(number, name) {
  const others = (view()?.slots ?? []).filter((each) => each.page !== number || each.slot !== name);
  const select = html(
    "select",
    { "data-act": "move", "aria-label": say("move-story"), disabled: !editable() },
    html("option", { value: "", text: say("move-story") }),
    ...others.map((each, index) =>
      html("option", { value: index, text: say("move-to", { page: each.page, slot: each.slot, story: each.story }) }),
    ),
  );
  select.addEventListener("change", () => {
    const to = others[Number(select.value)];
    if (!select.value || !to) return;
    write({
      kind: "move",
      page: number,
      slot: name,
      story: storyIn(number, name),
      to: { page: to.page, slot: to.slot },
    });
  });
  return html("div", { class: "row" }, select);
}

/** Begin to add handles to what is drawn. */
export function startEdges() {
  on("overlaid", addHandles);
}
