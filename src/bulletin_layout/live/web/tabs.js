/** The tabs of the right panel. */
import { on, tell } from "./bus.js";
import { byId, html } from "./nodes.js";
import { set, setting } from "./settings.js";
import { say } from "./words.js";

const TABS = ["selected", "findings", "slots", "search"];

/** @param {string} name */
export function openTab(name) {
  if (!setting("panel")) set("panel", true);
  set("tab", name);
}

function show() {
  for (const name of TABS) {
    const chosen = name === setting("tab");
    const button = byId(`for-${name}`);
    button.setAttribute("aria-selected", String(chosen));
    button.tabIndex = chosen ? 0 : -1;
    byId(`tab-${name}`).hidden = !chosen;
  }
  tell("tab", setting("tab"));
}

/** @param {KeyboardEvent} event */
function along(event) {
  const direction = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!direction) return;
  event.preventDefault();
  const next = TABS[(TABS.indexOf(setting("tab")) + direction + TABS.length) % TABS.length];
  openTab(next);
  byId(`for-${next}`).focus();
}

/** @param {string} name @param {Node[]} badges */
export function badge(name, badges) {
  byId(`for-${name}`).replaceChildren(html("span", { text: say(`tab-${name}`) }), ...badges);
}

/** Make the tabs. */
export function startTabs() {
  const made = TABS.map((name) =>
    html("button", {
      id: `for-${name}`,
      role: "tab",
      "aria-controls": `tab-${name}`,
      text: say(`tab-${name}`),
      onclick: () => openTab(name),
    }),
  );
  byId("tabs").replaceChildren(...made);
  byId("tabs").addEventListener("keydown", along);
  on("setting:tab", show);
  if (!TABS.includes(setting("tab"))) set("tab", "selected");
  else show();
}
