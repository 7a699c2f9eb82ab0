/** Panning: drag with the space bar held, or with the middle button. */
import { byId } from "./nodes.js";

const desk = byId("desk");

/** Begin to listen for pans. */
export function startPanning() {
  addEventListener("keydown", (event) => {
    const typing =
      event.target instanceof Element && event.target.closest("input, textarea, select, button, [contenteditable]");
    if (event.code !== "Space" || typing) return;
    event.preventDefault();
    desk.classList.add("pan");
  });
  addEventListener("keyup", (event) => event.code === "Space" && desk.classList.remove("pan"));
  addEventListener("blur", () => desk.classList.remove("pan"));
  desk.addEventListener("pointerdown", begin, { capture: true });
}

/** @param {PointerEvent} event */
function begin(event) {
  if (event.button !== 1 && !desk.classList.contains("pan")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  drag(event, (moved) => desk.scrollBy(-moved.movementX, -moved.movementY));
}

/** @param {PointerEvent} event @param {(moved: PointerEvent) => void} move */
function drag(event, move) {
  desk.setPointerCapture(event.pointerId);
  desk.classList.add("panning");
  desk.addEventListener("pointermove", move);
  const end = () => {
    desk.classList.remove("panning");
    desk.removeEventListener("pointermove", move);
  };
  desk.addEventListener("pointerup", end, { once: true });
  desk.addEventListener("pointercancel", end, { once: true });
}
