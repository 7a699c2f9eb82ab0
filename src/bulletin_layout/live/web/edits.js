/** Edits on their way to the files: sent with the revision that the user saw; refusals are shown. */
import { on, tell } from "./bus.js";
import { editable, view } from "./state.js";
import { send } from "./wire.js";
import { say } from "./words.js";

/**
 * Write an edit into the files; returns whether it was done.
 *
 * @param {Record<string, unknown>} edit
 * @returns {Promise<boolean>}
 */
export async function write(edit) {
  if (!editable()) {
    tell("note", say("not-editable"));
    return false;
  }
  try {
    const { label } = await send("edit", { revision: view()?.revision, ...edit });
    fresh = true;
    tell("note", label ?? say("written"));
    return true;
  } catch (mistake) {
    tell("mistake", mistake);
    return false;
  }
}

/** Whether an edit of this page was written of which no view has told yet. */
let fresh = false;

/** Whether there is something to undo or redo. @param {"undo" | "redo"} way */
export function canTurn(way) {
  const now = view();
  return Boolean(now && !now.readonly && (now[way] || (fresh && way === "undo")));
}

/** Undo or redo the last edit made here. @param {"undo" | "redo"} way */
export async function turnBack(way) {
  if (!canTurn(way)) return;
  await send(way).catch((mistake) => tell("mistake", mistake));
}

/** Begin to listen for edits of other parts. */
export function startEdits() {
  on("edit", write);
  on("view", () => (fresh = false));
}
