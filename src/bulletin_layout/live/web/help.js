/** The sheet of keyboard shortcuts. */
import { COMMANDS } from "./commands.js";
import { byId, glyph, html } from "./nodes.js";
import { set, setting } from "./settings.js";
import { say } from "./words.js";

const GROUPS = ["moving", "zooming", "panels", "layers", "editing", "other"];
const SIGNS = /** @type {Record<string, string>} */ ({
  ArrowLeft: "←",
  ArrowRight: "→",
  PageUp: "PgUp",
  PageDown: "PgDn",
  Escape: "Esc",
  Enter: "↵",
});
const apple = /Mac|iP(ad|hone)/.test(navigator.userAgent);

/** Keys as they stand on the keyboard. @param {string} keys */
export function shownKeys(keys) {
  const parts = keys.endsWith("+") ? [...keys.slice(0, -1).split("+").filter(Boolean), "+"] : keys.split("+");
  return parts
    .map((each) => (each === "Ctrl" && apple ? "⌘" : (SIGNS[each] ?? (each.length === 1 ? each.toUpperCase() : each))))
    .join(apple ? "" : "+");
}

/** @param {string} group */
function section(group) {
  const rows = Object.entries(COMMANDS).filter(([, command]) => command.group === group);
  return html(
    "section",
    {},
    html("h3", { text: say(`keys-${group}`) }),
    html(
      "dl",
      {},
      ...rows.flatMap(([name, { keys }]) => [
        html("dt", { text: say(name) }),
        html("dd", {}, ...keys.slice(0, 2).flatMap((each) => [html("kbd", { text: shownKeys(each) }), " "])),
      ]),
      ...(group === "moving" ? byHand() : []),
    ),
  );
}

function byHand() {
  const rows = [
    ["pan", "pan-how"],
    ["wheel-zoom", "wheel-zoom-how"],
    ["select-line", "select-line-how"],
    ["double", "double-how"],
    ["click-open", "click-open-how"],
  ];
  return rows.flatMap(([name, how]) => [
    html("dt", { text: say(name) }),
    html("dd", {}, html("kbd", { text: say(how) })),
  ]);
}

/** Show the sheet. */
export function showHelp() {
  const dialog = /** @type {HTMLDialogElement} */ (byId("help"));
  const letters = html("input", { type: "checkbox", id: "letters", onchange: () => set("letters", letters.checked) });
  letters.checked = setting("letters");
  dialog.replaceChildren(
    html(
      "h2",
      {},
      html("span", { id: "help-title", text: say("help") }),
      html("button", { class: "icon", "aria-label": say("close"), onclick: () => dialog.close() }, glyph("close")),
    ),
    html("div", { class: "sheet" }, ...GROUPS.map(section)),
    html("label", { class: "row", for: "letters" }, letters, say("letters")),
  );
  dialog.showModal();
}
