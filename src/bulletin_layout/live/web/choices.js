/** What would fit in a slot, tried at once and written only when it is kept. */
import { tell } from "./bus.js";
import { html } from "./nodes.js";
import { kindOf } from "./slots.js";
import { editable, slotOf, view } from "./state.js";
import { ask, send } from "./wire.js";
import { say } from "./words.js";

/** @typedef {{id: string, title: string, detail: string}} Choice */

/** @type {{at: string, id: string | null}} what is tried, and in which slot */
let tried = { at: "", id: null };

/** So long nothing else must happen before choices are composed, milliseconds. */
const PAUSE = 600;
let waiting = 0;

/**
 * The choices of a slot: a part of the panel that fills itself, at once with what counting finds, then with the same
 * ranked by composing it.
 *
 * @param {number} page
 * @param {string} slot
 */
export function choices(page, slot) {
  const part = html("div", { class: "choices" });
  const at = `${page} ${slot}`;
  const show = (/** @type {Choice[]} */ all, note = "") => {
    if (part.isConnected) part.replaceChildren(...filled(at, all, note));
  };
  clearTimeout(waiting);
  ask("choices", { page, slot })
    .then((/** @type {Choice[]} */ all) => {
      show(all);
      const found = slotOf(page, slot);
      if (!part.isConnected || !found || kindOf(found) === "fits" || !editable() || view()?.trial) return;
      clearTimeout(waiting);
      waiting = window.setTimeout(() => rank(page, slot, all, show), PAUSE);
    })
    .catch(() => part.replaceChildren());
  return part;
}

/** @param {number} page @param {string} slot @param {Choice[]} counted @param {(all: Choice[], note: string) => void} show */
async function rank(page, slot, counted, show) {
  const said = await ask("ranked", { page, slot }).catch(() => null);
  if (said) show(said.choices ?? counted, said.note);
}

/** @param {string} at @param {Choice[]} all @param {string} note */
function filled(at, all, note) {
  if (!view()?.trial) tried = { at: "", id: null };
  if (!all.length && !note) return [];
  const buttons = all.map((choice) => {
    const chosen = tried.at === at && tried.id === choice.id;
    const give = {
      class: "choice",
      "data-act": `try-${choice.id}`,
      "aria-pressed": String(chosen),
      disabled: view()?.state !== "good",
      onclick: () => attempt(at, chosen ? null : choice.id),
    };
    return html("button", give, html("span", {}, choice.title, html("small", { text: choice.detail })));
  });
  return [
    html("h3", { text: say("choices") }),
    ...buttons,
    ...(note ? [html("p", { class: "quiet note", text: note })] : []),
    ...(view()?.trial ? [keepers()] : []),
  ];
}

function keepers() {
  return html(
    "div",
    { class: "row" },
    html("button", {
      class: "small strong",
      "data-act": "keep",
      text: say("keep"),
      disabled: Boolean(view()?.readonly),
      onclick: keep,
    }),
    html("button", { class: "small", "data-act": "drop", text: say("drop"), onclick: () => attempt("", null) }),
  );
}

/** @param {string} at @param {string | null} id */
async function attempt(at, id) {
  tried = { at, id };
  await send("try", { id }).catch((mistake) => tell("mistake", mistake));
}

/** Write what is tried into the files. */
export async function keep() {
  tried = { at: "", id: null };
  if (editable() || view()?.trial) await send("keep").catch((mistake) => tell("mistake", mistake));
}

/** Give up what is tried. */
export function dropTrial() {
  return attempt("", null);
}
