/** Edits on their way to the files, one after another, with the revision that the user saw; refusals are shown. */
import { on, tell } from "./bus.js";
import { editable, view } from "./state.js";
import { send } from "./wire.js";
import { say } from "./words.js";

/** The end of the edits that were asked for so far. @type {Promise<unknown>} */
let last = Promise.resolve();
/** What can be undone and redone by what was asked for here, of which no view has told yet. */
const fresh = { undo: false, redo: false };

/**
 * Write an edit into the files; returns whether it was done.
 *
 * @param {Record<string, unknown>} edit
 * @returns {Promise<boolean>}
 */
export function write(edit) {
  if (!editable()) {
    tell("note", say("not-editable"));
    return Promise.resolve(false);
  }
  fresh.undo = true;
  return asked("edit", { revision: view()?.revision, ...edit }, say("written"));
}

/** Whether there is something to undo or redo. @param {"undo" | "redo"} way */
export function canTurn(way) {
  const now = view();
  return Boolean(now && !now.readonly && (now[way] || fresh[way]));
}

/** Undo or redo the last edit made here. @param {"undo" | "redo"} way */
export async function turnBack(way) {
  if (!canTurn(way)) return;
  fresh[way === "undo" ? "redo" : "undo"] = true;
  await asked(way, {}, say(way));
}

/**
 * @param {string} path
 * @param {Record<string, unknown>} body
 * @param {string} done
 * @returns {Promise<boolean>}
 */
function asked(path, body, done) {
  const now = last.then(async () => {
    try {
      const { label } = await send(path, body);
      tell("note", label || done);
      return true;
    } catch (mistake) {
      fresh.undo = fresh.redo = false;
      tell("mistake", mistake);
      return false;
    }
  });
  last = now;
  return now;
}

/** Begin to listen for edits of other parts. */
export function startEdits() {
  on("edit", write);
  on("view", ({ undo, redo }) => {
    fresh.undo &&= !undo; // the pages of an edit come before what can be undone
    fresh.redo &&= !redo;
  });
}
