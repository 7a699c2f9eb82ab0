/** A drag that begins on a node and ends anywhere; Escape gives it up. */

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
  const ended = new AbortController();
  const { signal } = ended;
  const end = (/** @type {PointerEvent | null} */ last) => {
    ended.abort();
    done(last);
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
