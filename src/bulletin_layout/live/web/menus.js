/** The menus of the toolbar: zoom, layers, export. */
import { on } from "./bus.js";
import { COMMANDS, run } from "./commands.js";
import { exportItems } from "./exporting.js";
import { shownKeys } from "./help.js";
import { LAYERS } from "./layers.js";
import { byId, glyph, html } from "./nodes.js";
import { toggleLayer } from "./overlays.js";
import { set, setting } from "./settings.js";
import { say } from "./words.js";
import { fit, zoomTo } from "./zoom.js";

const ZOOMS = [0.5, 0.75, 1, 1.5, 2, 4];
const SHOWN = ["slots", "grid", "columns", "margins", "bleed", "safe", "heat", "order", "findings", "give", "changes"];

/** Put a menu below its button. @param {HTMLElement} menu @param {HTMLElement} button */
function place(menu, button) {
  const frame = button.getBoundingClientRect();
  menu.style.top = `${frame.bottom + 4}px`;
  menu.style.left = `${Math.max(8, Math.min(frame.left, innerWidth - menu.offsetWidth - 8))}px`;
}

/** @param {string} id @param {() => Node[]} items */
function menu(id, items) {
  const node = byId(`${id}-menu`);
  node.addEventListener(
    "beforetoggle",
    (event) => /** @type {ToggleEvent} */ (event).newState === "open" && node.replaceChildren(...items()),
  );
  node.addEventListener("toggle", (event) => {
    if (/** @type {ToggleEvent} */ (event).newState !== "open") return;
    place(node, byId(id));
    node.querySelector("button, input")?.dispatchEvent(new CustomEvent("refocus", { bubbles: true }));
  });
  node.addEventListener("refocus", (event) => event.target instanceof HTMLElement && event.target.focus());
  node.addEventListener("keydown", (event) => along(node, event));
}

/** @param {HTMLElement} node @param {KeyboardEvent} event */
function along(node, event) {
  const direction = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!direction) return;
  event.preventDefault();
  const items = /** @type {HTMLElement[]} */ ([...node.querySelectorAll("button, input")]);
  const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  items[(at + direction + items.length) % items.length]?.focus();
}

function zoomItems() {
  const item = (/** @type {string} */ text, /** @type {() => void} */ act, /** @type {string} */ keys) =>
    html(
      "button",
      { class: "item", role: "menuitem", onclick: () => (act(), byId("zoom-menu").hidePopover()) },
      html("span", { text }),
      html("span", { class: "spring" }),
      keys && html("kbd", { text: shownKeys(keys) }),
    );
  return [
    item(say("fit-width"), () => fit("width"), "1"),
    item(say("fit-page"), () => fit("page"), "2"),
    html("hr"),
    ...ZOOMS.map((zoom) => item(`${zoom * 100} %`, () => zoomTo(zoom), zoom === 1 ? "0" : "")),
  ];
}

function layerItems() {
  const items = SHOWN.map((layer) => {
    const box = html("input", { type: "checkbox", "data-layer-switch": layer, onchange: () => toggleLayer(layer) });
    box.checked = setting("layers").includes(layer);
    const keys = COMMANDS[`layer-${layer}`].keys[0];
    return html(
      "label",
      { class: "item" },
      box,
      html("span", { class: "swatch", "data-layer": layer, "aria-hidden": "true" }),
      html("span", { text: say(`layer-${layer}`) }),
      html("span", { class: "spring" }),
      html("kbd", { text: shownKeys(keys), "aria-hidden": "true" }),
    );
  });
  const none = html(
    "button",
    { class: "item", onclick: () => (set("layers", []), byId("layers-menu").hidePopover()) },
    html("span", { text: say("no-layers") }),
  );
  return [...items, html("hr"), none];
}

/** A control's words with a sign that it opens a menu. @param {string} id @param {string} words */
function face(id, words) {
  byId(id).replaceChildren(html("span", { text: words }), glyph("down"));
}

/** Show at the toolbar's buttons what holds now. */
export function showControls() {
  for (const button of document.querySelectorAll("[data-command]")) {
    const name = button.getAttribute("data-command") ?? "";
    const { on: pressed, can } = COMMANDS[name];
    if (pressed) button.setAttribute("aria-pressed", String(pressed()));
    if (can) button.toggleAttribute("disabled", !can());
  }
  face("zoom", `${Math.round(setting("zoom") * 100)} %`);
  byId("zoom").setAttribute("aria-label", say("zoom-now", { percent: Math.round(setting("zoom") * 100) }));
  const layers = setting("layers").filter((each) => LAYERS.includes(each)).length;
  face("layers", layers ? say("layers-on", { count: layers }) : say("layers"));
  byId("layers").setAttribute("data-on", String(layers > 0));
}

/** Make the toolbar's buttons and menus. */
export function startMenus() {
  for (const button of document.querySelectorAll("[data-command]")) {
    const name = button.getAttribute("data-command") ?? "";
    const { icon, keys } = COMMANDS[name];
    button.replaceChildren(glyph(icon ?? name));
    button.setAttribute("aria-label", say(name));
    button.setAttribute("title", `${say(name)}  ${shownKeys(keys[0])}`);
    button.addEventListener("click", () => run(name));
  }
  menu("zoom", zoomItems);
  menu("layers", layerItems);
  menu("export", exportItems);
  face("export", say("export"));
  for (const topic of ["setting", "zoom", "view", "selected", "note"]) on(topic, showControls);
  showControls();
}
