/** Findings as a list, with a filter by severity; a click goes to the place on the page, or opens the file. */
import { on, tell } from "./bus.js";
import { byId, glyph, html } from "./nodes.js";
import { set, setting } from "./settings.js";
import { editable, view } from "./state.js";
import { badge } from "./tabs.js";
import { say } from "./words.js";

/** @typedef {import("./types.js").Finding} Finding */

export const SEVERITIES = /** @type {const} */ (["error", "warning", "hint"]);

/**
 * Findings that the filter lets through, the gravest first.
 *
 * @returns {Finding[]}
 */
export function shownFindings() {
  const shown = (view()?.findings ?? []).filter((each) => setting("severities").includes(each.severity));
  return shown.sort((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity));
}

/**
 * A finding as an item of a list, with its fixes.
 *
 * @param {Finding} finding
 */
export function findingItem(finding) {
  const { severity, message, code, fixes = [] } = finding;
  return html(
    "li",
    { class: "finding", "data-severity": severity },
    glyph(severity, { class: "glyph sign", "aria-hidden": "false", role: "img", "aria-label": say(severity) }),
    html("button", { class: "message", text: message, onclick: () => tell("finding", finding) }),
    html(
      "span",
      { class: "row" },
      whereButton(sourceOf(finding), shortWhere(sourceOf(finding))),
      html("span", { class: "code", text: code }),
      ...fixes.map((fix) => fixButton(fix)),
    ),
  );
}

/** Where a finding can be corrected. @param {Finding} finding @returns {import("./types.js").Source} */
export function sourceOf({ path, line, column }) {
  return { file: path, line, column };
}

/** @param {import("./types.js").Fix} fix */
function fixButton({ title, id }) {
  return html("button", {
    class: "small",
    text: title,
    disabled: !editable(),
    onclick: () => tell("edit", { kind: "fix", id }),
  });
}

/**
 * File, line and column, as a button that opens the user's editor.
 *
 * @param {import("./types.js").Source} source
 * @param {string} [shown]
 */
export function whereButton(source, shown) {
  if (!source.file) return null;
  const words = whereWords(source);
  return html("button", {
    class: "where",
    text: shown ?? words,
    title: words,
    "aria-label": say("open-at", { where: words }),
    onclick: () => tell("open", source),
  });
}

/** The same for lists: without the issue's own folder. @param {import("./types.js").Source} source */
export function shortWhere(source) {
  const folder = source.file.slice(0, source.file.lastIndexOf("/"));
  const own = folder && view()?.issue.folder.endsWith(`/${folder}`);
  return whereWords(own ? { ...source, file: source.file.slice(folder.length + 1) } : source);
}

/** File, line and column. @param {import("./types.js").Source} source */
export function whereWords({ file, line, column }) {
  return [file, line || "", line && column ? column : ""].filter(Boolean).join(":");
}

/** @param {string} severity */
function count(severity) {
  return (view()?.findings ?? []).filter((each) => each.severity === severity).length;
}

/** Of which findings the list is, and whether they could be mended then. @type {unknown[]} */
let listed = [];

/** The list is made when it is seen, and only if it is another. */
function fillIfNew() {
  const now = [view()?.findings, editable()];
  if (byId("tab-findings").hidden || now.every((each, at) => each === listed[at])) return;
  listed = now;
  fill();
}

function fill() {
  const all = view()?.findings ?? [];
  const filters = SEVERITIES.map((severity) =>
    html(
      "button",
      {
        "aria-pressed": String(setting("severities").includes(severity)),
        "data-severity": severity,
        onclick: () => toggle(severity),
      },
      glyph(severity, { class: "glyph sign" }),
      say(`${severity}s`, { count: count(severity) }),
    ),
  );
  const shown = shownFindings();
  const list = shown.length
    ? html("ul", { class: "list" }, ...shown.map(findingItem))
    : html("p", { class: "quiet", text: say(all.length ? "all-filtered" : "no-findings") });
  byId("tab-findings").replaceChildren(
    html("div", { class: "filters", role: "group", "aria-label": say("severity") }, ...filters),
    list,
  );
}

function showCounts() {
  const all = view()?.findings ?? [];
  const errors = count("error");
  badge(
    "findings",
    all.length
      ? [html("span", { class: "badge", "data-severity": errors ? "error" : "", text: String(errors || all.length) })]
      : [],
  );
  byId("counts").textContent = SEVERITIES.map((severity) => say(`${severity}s`, { count: count(severity) })).join(
    " · ",
  );
}

/** @param {string} severity */
function toggle(severity) {
  const now = setting("severities");
  set("severities", now.includes(severity) ? now.filter((each) => each !== severity) : [...now, severity]);
  const button = byId("tab-findings").querySelector(`.filters [data-severity="${severity}"]`);
  if (button instanceof HTMLElement) button.focus();
}

let at = -1;

/** Go to the next finding, or the one before. @param {1 | -1} direction */
export function nextFinding(direction) {
  const shown = shownFindings();
  if (!shown.length) return;
  at = (at + direction + shown.length) % shown.length;
  tell("finding", shown[at]);
}

/** Begin to follow the views. */
export function startFindings() {
  on("view", showCounts);
  for (const topic of ["view", "setting:tab"]) on(topic, fillIfNew);
  on("setting:severities", fill);
}
