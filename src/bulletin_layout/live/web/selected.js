/** The tab of what is selected: its words and place, how it is set and why, its slot, findings, and what may be tried. */
import { on, tell } from "./bus.js";
import { choices } from "./choices.js";
import { steppers, movers } from "./edges.js";
import { findingItem, whereButton } from "./findings.js";
import { focusers } from "./focus.js";
import { byId, html } from "./nodes.js";
import { selection } from "./selection.js";
import { balance, gauge } from "./slots.js";
import { editable, slotOf, view } from "./state.js";
import { badge } from "./tabs.js";
import { say } from "./words.js";

/** @typedef {import("./selection.js").Selection} Selection */
/** @typedef {import("./types.js").Place} Place */

function fill() {
  const chosen = selection();
  badge("selected", []);
  const tab = byId("tab-selected");
  const had =
    document.activeElement instanceof HTMLElement && tab.contains(document.activeElement)
      ? document.activeElement.dataset.act
      : "";
  tab.replaceChildren(...(chosen ? parts(chosen) : nothing()));
  if (had)
    tab.querySelector(`[data-act="${CSS.escape(had)}"]`)?.dispatchEvent(new CustomEvent("refocus", { bubbles: true }));
}

function nothing() {
  return [html("h2", { text: say("nothing-selected") }), html("p", { class: "quiet", text: say("select-hint") })];
}

/** @param {Selection} chosen */
function parts(chosen) {
  const slot = chosen.slot ? slotOf(chosen.page, chosen.slot) : undefined;
  return [
    ...(chosen.key ? placeParts(chosen) : []),
    ...(slot ? slotParts(chosen, slot) : []),
    ...findingParts(chosen, slot),
  ];
}

/** @param {Selection} chosen */
function placeParts({ page, key, place }) {
  if (!place) return [html("p", { class: "quiet", text: say("asking") })];
  const role = place.role || say(place.frame ? "photo" : "line");
  const head = html("h2", { text: place.story ? `${role} · ${place.story}` : role });
  return [
    head,
    whereButton(place) && html("p", {}, whereButton(place)),
    place.words && html("p", { class: "words", text: place.words, lang: "zh-CN" }),
    html("div", { class: "row" }, ...buttons(page, key, place)),
    facts(place),
    ...(place.editable === "focus" ? focusers() : []),
  ].filter((each) => each instanceof HTMLElement);
}

/** @param {number} page @param {string} key @param {Place} place */
function buttons(page, key, place) {
  return [
    place.file &&
      html("button", { class: "small", "data-act": "open", text: say("open"), onclick: () => tell("open", place) }),
    (place.editable === "text" || place.editable === "paragraph") &&
      html("button", {
        class: "small",
        "data-act": "text",
        text: say("edit-words"),
        disabled: !editable(),
        onclick: () => tell("write", selection()),
      }),
  ];
}

/** @param {Place} place */
function facts(place) {
  const rows = [
    ["style", place.style],
    ["face", place.face],
    ["size", place.size && [place.size_name, say("points", { points: round(place.size) })].filter(Boolean).join(" · ")],
    ["leading", place.leading && say("points", { points: round(place.leading) })],
    [
      "measure",
      place.measure &&
        (typeof place.measure === "number" ? say("chars", { chars: round(place.measure) }) : place.measure),
    ],
    ["ledger", place.ledger],
    ["why", place.why],
  ].filter(([, value]) => value);
  return html(
    "dl",
    { class: "facts" },
    ...rows.flatMap(([key, value]) => [html("dt", { text: say(String(key)) }), html("dd", { text: String(value) })]),
  );
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 100) / 100;
}

/** @param {Selection} chosen @param {import("./types.js").Slot} slot */
function slotParts(chosen, slot) {
  const rows = [
    ["story", slot.story],
    ["room", say("chars-lines", { chars: slot.room_chars, lines: slot.room_lines })],
    ["set", say("chars-lines", { chars: slot.set_chars, lines: slot.set_lines })],
    ["balance", balance(slot)],
    ["gave", slot.gave],
    ["left", slot.left],
    ["cut", slot.cut],
  ].filter(([, value]) => value);
  return [
    html(chosen.key ? "h3" : "h2", { text: say("slot-named", { slot: slot.slot }) }),
    gauge(slot),
    html(
      "dl",
      { class: "facts" },
      ...rows.flatMap(([key, value]) => [html("dt", { text: say(key) }), html("dd", { text: value })]),
    ),
    ...(view()?.readonly ? [] : [steppers(chosen.page, slot.slot), movers(chosen.page, slot.slot)]),
    choices(chosen.page, slot.slot),
  ];
}

/**
 * Findings of the story or slot beside it, those that another page has included.
 *
 * @param {Selection} chosen
 * @param {import("./types.js").Slot | undefined} slot
 */
function findingParts({ page, place }, slot) {
  const file = place?.file;
  const story = place?.story || slot?.story;
  const all = (view()?.findings ?? []).filter(
    (each) =>
      (file && each.path === file) ||
      (story && each.path.replace(/^.*\//, "").replace(/\.md$/, "") === story) ||
      (slot && (each.places ?? []).some((spot) => spot.page === page && inside(spot, slot))),
  );
  if (!all.length) return [];
  return [html("h3", { text: say("findings-here") }), html("ul", { class: "list" }, ...all.map(findingItem))];
}

/** @param {import("./types.js").Box} spot @param {import("./types.js").Slot} slot */
function inside(spot, { box }) {
  return Boolean(
    box &&
    spot.x >= box.x - 1 &&
    spot.y >= box.y - 1 &&
    spot.x + spot.width <= box.x + box.width + 1 &&
    spot.y + spot.height <= box.y + box.height + 1,
  );
}

/** Begin to follow the selection. */
export function startSelected() {
  on("selected", fill);
  byId("tab-selected").addEventListener(
    "refocus",
    (event) => event.target instanceof HTMLElement && event.target.focus(),
  );
  fill();
}
