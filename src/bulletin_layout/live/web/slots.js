/** The slots of the issue as a table: what each holds, what was set, what is over or short, in 字 and 行. */
import { on, tell } from "./bus.js";
import { byId, html } from "./nodes.js";
import { selectSlot } from "./selection.js";
import { view } from "./state.js";
import { say } from "./words.js";

/** @typedef {import("./types.js").Slot} Slot */

/** @param {Slot} slot @returns {"over" | "short" | "fits"} */
export function kindOf({ over_chars, over_lines, short_chars, short_lines }) {
  if (over_chars || over_lines) return "over";
  return short_chars || short_lines ? "short" : "fits";
}

/** What is over or short, in words. @param {Slot} slot */
export function balance(slot) {
  const kind = kindOf(slot);
  if (kind === "over") return say("over", { chars: slot.over_chars, lines: slot.over_lines });
  return kind === "short" ? say("short", { chars: slot.short_chars, lines: slot.short_lines }) : say("fits");
}

/** A bar that shows how full a slot is. @param {Slot} slot */
export function gauge(slot) {
  const kind = kindOf(slot);
  const share = slot.room_chars ? Math.min(1, slot.set_chars / slot.room_chars) : 1;
  const bar = html("i", { "data-kind": kind });
  bar.style.width = `${Math.round((kind === "over" ? 1 : share) * 100)}%`;
  return html("div", { class: "gauge", "aria-hidden": "true" }, bar);
}

/** A slot's two lines: its numbers, and below them its story. @param {Slot} slot */
function rows(slot) {
  const go = () => {
    selectSlot(slot.page, slot.slot);
    tell("show", { page: slot.page, slot: slot.slot, key: "" });
  };
  return html(
    "tbody",
    {},
    html(
      "tr",
      {},
      html("td", { class: "n", rowspan: 2, text: String(slot.page) }),
      html("td", { class: "name" }, html("button", { text: slot.slot, title: slot.slot, onclick: go })),
      html("td", { class: "n", text: say("chars", { chars: slot.room_chars }) }),
      html("td", { class: `n ${kindOf(slot)}`, text: balance(slot) }),
    ),
    html("tr", {}, html("td", { class: "name quiet", colspan: 3, text: slot.story, title: slot.story })),
  );
}

/** What the table shows. @type {Slot[] | undefined} */
let listed;

/** The table is made when it is seen, and only if it is another. */
function fill() {
  const slots = view()?.slots ?? [];
  if (byId("tab-slots").hidden || slots === listed) return;
  listed = slots;
  const heads = [
    ["page-short", "n"],
    ["slot", ""],
    ["room", "n"],
    ["balance", "n"],
  ];
  const table = html(
    "table",
    { class: "slots" },
    html(
      "thead",
      {},
      html("tr", {}, ...heads.map(([key, kind]) => html("th", { scope: "col", class: kind, text: say(key) }))),
    ),
    ...slots.map(rows),
  );
  byId("tab-slots").replaceChildren(slots.length ? table : html("p", { class: "quiet", text: say("no-slots") }));
}

/** Begin to follow the views. */
export function startSlots() {
  for (const topic of ["view", "setting:tab"]) on(topic, fill);
}
