/** What can be done here: the buttons of the toolbar, the keys and the sheet of shortcuts are all made of this table. */
import { keep, dropTrial } from "./choices.js";
import { canTurn, turnBack } from "./edits.js";
import { nextFinding } from "./findings.js";
import { showHelp } from "./help.js";
import { tell } from "./bus.js";
import { toggleLayer } from "./overlays.js";
import { startSearch } from "./searching.js";
import { deselect, selection } from "./selection.js";
import { set, setting } from "./settings.js";
import { view } from "./state.js";
import { openTab } from "./tabs.js";
import { pages } from "./pages.js";
import { arrange, currentPage, fit, goTo, turn, zoomStep, zoomTo } from "./zoom.js";

/**
 * @typedef {{group: string, keys: string[], run: () => void, icon?: string, on?: () => boolean, can?: () => boolean}}
 *   Command `keys`: as `spelled` in keys.js writes them; single letters can be switched off
 */

const THEMES = ["auto", "light", "dark"];

/** @param {string} layer @param {string} key @returns {Command} */
const layer = (layer, key) => ({
  group: "layers",
  keys: [key],
  run: () => toggleLayer(layer),
  on: () => setting("layers").includes(layer),
});

/** @param {string} tab @param {string} key @returns {Command} */
const tab = (tab, key) => ({ group: "panels", keys: [key], run: () => openTab(tab) });

/** @type {Record<string, Command>} */
export const COMMANDS = {
  previous: { group: "moving", keys: ["PageUp", "ArrowLeft"], icon: "previous", run: () => turn(-1) },
  next: { group: "moving", keys: ["PageDown", "ArrowRight"], icon: "next", run: () => turn(1) },
  first: { group: "moving", keys: ["Home"], run: () => goTo(pages()[0]?.number ?? 1) },
  last: { group: "moving", keys: ["End"], run: () => goTo(pages().at(-1)?.number ?? 1) },
  larger: { group: "zooming", keys: ["+", "Ctrl++", "Ctrl+="], icon: "larger", run: () => zoomStep(1) },
  smaller: { group: "zooming", keys: ["-", "Ctrl+-"], icon: "smaller", run: () => zoomStep(-1) },
  full: { group: "zooming", keys: ["0", "Ctrl+0"], run: () => zoomTo(1) },
  "fit-width": {
    group: "zooming",
    keys: ["1"],
    icon: "fit-width",
    run: () => fit("width"),
    on: () => setting("fit") === "width",
  },
  "fit-page": {
    group: "zooming",
    keys: ["2"],
    icon: "fit-page",
    run: () => fit("page"),
    on: () => setting("fit") === "page",
  },
  spreads: { group: "zooming", keys: ["s"], icon: "spreads", run: () => flip("spreads"), on: () => setting("spreads") },
  find: { group: "panels", keys: ["/", "Ctrl+f"], icon: "find", run: startSearch },
  rail: { group: "panels", keys: ["t"], icon: "rail", run: () => flip("rail"), on: () => setting("rail") },
  panel: { group: "panels", keys: ["i"], icon: "panel", run: () => flip("panel"), on: () => setting("panel") },
  selected: tab("selected", "3"),
  findings: tab("findings", "4"),
  slots: tab("slots", "5"),
  "next-finding": { group: "panels", keys: ["F8"], run: () => nextFinding(1) },
  "previous-finding": { group: "panels", keys: ["Shift+F8"], run: () => nextFinding(-1) },
  open: {
    group: "editing",
    keys: ["Enter"],
    run: () => tell("open", selection()?.place),
    can: () => Boolean(selection()?.place),
  },
  write: {
    group: "editing",
    keys: ["F2"],
    run: () => tell("write", selection()),
    can: () => Boolean(selection()?.key),
  },
  deselect: { group: "editing", keys: ["Escape"], run: deselect, can: () => Boolean(selection()) },
  undo: {
    group: "editing",
    keys: ["Ctrl+z"],
    icon: "undo",
    run: () => turnBack("undo"),
    can: () => canTurn("undo"),
  },
  redo: {
    group: "editing",
    keys: ["Ctrl+Shift+z", "Ctrl+y"],
    icon: "redo",
    run: () => turnBack("redo"),
    can: () => canTurn("redo"),
  },
  keep: { group: "editing", keys: ["Ctrl+Enter"], run: keep, can: () => Boolean(view()?.trial && !view()?.readonly) },
  drop: { group: "editing", keys: ["Shift+Escape"], run: dropTrial, can: () => Boolean(view()?.trial) },
  "layer-slots": layer("slots", "b"),
  "layer-grid": layer("grid", "g"),
  "layer-columns": layer("columns", "c"),
  "layer-margins": layer("margins", "m"),
  "layer-bleed": layer("bleed", "x"),
  "layer-safe": layer("safe", "a"),
  "layer-heat": layer("heat", "h"),
  "layer-order": layer("order", "o"),
  "layer-findings": layer("findings", "w"),
  "layer-give": layer("give", "v"),
  "layer-changes": layer("changes", "k"),
  follow: { group: "other", keys: ["f"], run: () => flip("follow"), on: () => setting("follow") },
  theme: {
    group: "other",
    keys: ["d"],
    icon: "theme",
    run: () => set("theme", THEMES[(THEMES.indexOf(setting("theme")) + 1) % THEMES.length]),
  },
  help: { group: "other", keys: ["?"], icon: "help", run: showHelp },
};

/** @param {"spreads" | "rail" | "panel" | "follow"} name */
function flip(name) {
  set(name, !setting(name));
  if (name === "spreads") arrange();
}

/** Run a command if it can be done now. @param {string} name */
export function run(name) {
  const command = COMMANDS[name];
  if (command.can && !command.can()) return false;
  command.run();
  return true;
}

/** For the field of the page's number. @param {string} words */
export function goToWritten(words) {
  const number = Number(words);
  if (pages().some((each) => each.number === number)) goTo(number);
  return currentPage();
}
