/** A drag that begins on a node and ends anywhere; Escape gives it up. */
import { tell } from "./bus.js";

let under = false;

/** Whether something is being dragged: what is drawn above the pages stays as it is until "dropped" is told. */
export function dragging() {
  return under;
}

/**
 * @param {PointerEvent} event
 * @param {{move: (event: PointerEvent) => void, done: (event: PointerEvent | null) => void}} parts
 *   `done` gets null if the drag was given up
 */
export function drag(event, { move, done }) {
  const target = /** @type {Element} */ (event.currentTarget ?? event.target);
  event.preventDefault();
  event.stopPropagation();
  target.setPointerCapture(event.pointerId);
  under = true;
  const ended = new AbortController();
  const { signal } = ended;
  const end = (/** @type {PointerEvent | null} */ last) => {
    ended.abort();
    under = false;
    done(last);
    tell("dropped");
  };
  addEventListener("pointermove", move, { signal });
  addEventListener("pointerup", end, { signal });
  addEventListener("pointercancel", () => end(null), { signal });
  addEventListener(
    "keydown",
    (key) => {
      if (key.key !== "Escape") return;
      key.stopPropagation();
      end(null);
    },
    { signal, capture: true },
  );
}
