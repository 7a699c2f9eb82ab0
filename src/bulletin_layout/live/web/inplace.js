/** Writing the words of a head or caption in its place on the page. */
import { on, tell } from "./bus.js";
import { write } from "./edits.js";
import { byId, html } from "./nodes.js";
import { fragmentAt, selectFragment } from "./selection.js";
import { boxesOf, sheet } from "./sheets.js";
import { editable } from "./state.js";
import { say } from "./words.js";
import { scale } from "./zoom.js";

/** @typedef {import("./selection.js").Selection} Selection */

/** Heads and captions are written in place; running text is opened in the editor. @param {{page: number, key: string}} at */
async function beginOrOpen(at) {
  const chosen = await selectFragment(at);
  if (chosen?.place?.editable === "text") beginIn(chosen);
  else if (chosen?.place) tell("open", chosen.place);
}

/** @param {Selection} chosen */
function beginIn(chosen) {
  const can = chosen.place?.editable === "text" || chosen.place?.editable === "paragraph";
  if (can && editable()) openField(chosen);
  else tell("note", say(can ? "not-editable" : "nothing-to-write"));
}

/** @param {Selection} chosen */
function openField({ page, key, mark, place }) {
  const [box] = boxesOf(page, [key], mark);
  const on = sheet(page);
  if (!box || !on || !place) return;
  const old = place.block_words ?? place.words ?? "";
  const field = html("textarea", {
    class: "inplace",
    "aria-label": say("edit-words"),
    rows: 1,
    spellcheck: "false",
    lang: "zh-CN",
  });
  field.value = old;
  put(field, box, place.size ?? 12, old);
  on.element.append(field);
  field.focus();
  field.select();
  listen(field, (words) => {
    on.element.focus({ preventScroll: true });
    if (words !== null && words !== old) {
      write({ kind: "text", page, key, file: place.file, line: place.line, column: place.column, old, words });
    }
  });
}

/** @param {HTMLTextAreaElement} field @param {import("./types.js").Box} box @param {number} points @param {string} words */
function put(field, box, points, words) {
  const k = scale();
  const size = Math.max(13, Math.min(points * k, 40));
  const long = words.split("\n").map((line) => [...line].length * size);
  const width = Math.max(180, box.width * k + 24, Math.min(520, Math.max(...long) + 24));
  const lines = long.reduce((sum, each) => sum + Math.max(1, Math.ceil(each / (width - 12))), 0);
  field.style.left = `${box.x * k - 6}px`;
  field.style.top = `${box.y * k - 4}px`;
  field.style.width = `${width}px`;
  field.style.height = `${lines * size * 1.35 + 10}px`;
  field.style.fontSize = `${size}px`;
}

/**
 * Enter and leaving the field write, Escape gives up; the Enter of an input method is its own. Words that have lines of
 * their own in their file keep them: Shift+Enter makes another.
 *
 * @param {HTMLTextAreaElement} field
 * @param {(words: string | null) => void} done
 */
function listen(field, done) {
  const lines = field.value.includes("\n");
  const words = () => (lines ? field.value : field.value.replace(/\s*\n\s*/g, ""));
  let open = true;
  const close = (/** @type {string | null} */ written) => {
    if (!open) return;
    open = false;
    field.remove();
    done(written);
  };
  field.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      close(words());
    } else if (event.key === "Escape") close(null);
  });
  field.addEventListener("blur", () => document.hasFocus() && close(words())); // another window took the focus: go on
}

/** Begin to listen for double clicks and for F2. */
export function startInplace() {
  byId("sheets").addEventListener("dblclick", (event) => {
    const at = fragmentAt(event);
    if (at) beginOrOpen(at);
  });
  on("write", beginIn);
}
