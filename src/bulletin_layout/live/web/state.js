/** The newest view, and whether the connection stands. */
import { on, tell } from "./bus.js";

/** @type {import("./types.js").View | null} */
let newest = null;
/** @type {"good" | "busy" | "broken" | "lost" | "gone"} */
let link = "lost";

/** @returns {import("./types.js").View | null} */
export function view() {
  return newest;
}

export function linkState() {
  return link;
}

/** What is the same as in the view before is not sent again. @param {import("./types.js").View} arrived */
export function setView(arrived) {
  newest = { ...newest, ...arrived };
  setLink(newest.state);
  tell("view", newest);
}

/** @param {typeof link} now */
function setLink(now) {
  link = now;
  tell("link", now);
}

/** Begin to follow the connection. */
export function startState() {
  on("busy", (busy) => setLink(busy ? "busy" : (newest?.state ?? "busy")));
  on("lost", () => link !== "gone" && setLink("lost"));
  on("gone", () => setLink("gone"));
}

/** Whether edits are allowed now. */
export function editable() {
  return Boolean(newest && !newest.readonly && newest.state === "good" && link !== "lost" && link !== "gone");
}

/**
 * @param {number} page
 * @param {string} name
 * @returns {import("./types.js").Slot | undefined}
 */
export function slotOf(page, name) {
  return newest?.slots.find((each) => each.page === page && each.slot === name);
}
