/** What is said above the desk and below it: connection, what broke, what was refused, what was done. */
import { on, tell } from "./bus.js";
import { findingItem } from "./findings.js";
import { byId, glyph, html } from "./nodes.js";
import { keep, dropTrial } from "./choices.js";
import { linkState, view } from "./state.js";
import { Refusal } from "./wire.js";
import { say } from "./words.js";

const MOST = 6;
const SHORT = 5000;

/** @param {string} id @param {HTMLElement | null} made */
function put(id, made) {
  document.getElementById(id)?.remove();
  if (!made) return;
  made.id = id;
  byId("notices").append(made);
}

/** @param {{kind?: string, title: string, closes?: boolean}} head @param {...(Node | false | undefined | "")} parts */
function notice({ kind = "note", title, closes }, ...parts) {
  const node = html("section", { class: "notice", "data-kind": kind, "data-severity": kind, "aria-label": title });
  node.append(glyph(kind === "error" ? "error" : "hint", { class: "glyph sign" }), html("h2", { text: title }));
  if (closes)
    node.append(
      html("button", { class: "icon", "aria-label": say("close"), onclick: () => node.remove() }, glyph("close")),
    );
  node.append(.../** @type {Node[]} */ (parts.filter(Boolean)));
  return node;
}

/** The last good pages stay, dimmed, below what is wrong with the newest files. */
function showBroken() {
  const now = view();
  const broken = now?.state === "broken";
  const title = say(now?.pages.length ? "broken" : "broken-first");
  byId("desk").classList.toggle("broken", broken);
  const errors = (now?.findings ?? []).filter((each) => each.severity === "error");
  put(
    "broken",
    broken
      ? notice({ kind: "error", title }, html("ul", {}, ...errors.slice(0, MOST).map(findingItem)))
      : null,
  );
  if (broken) announce(`${title} ${errors[0]?.message ?? ""}`);
}

function showTrial() {
  const trial = view()?.trial;
  const row = html(
    "div",
    { class: "row" },
    !view()?.readonly && html("button", { class: "small strong", text: say("keep"), onclick: keep }),
    html("button", { class: "small", text: say("drop"), onclick: dropTrial }),
  );
  put("trial", trial ? notice({ title: say("trying", { title: trial }) }, row) : null);
}

function showLink() {
  const now = linkState();
  const said = { good: "linked", busy: "busy", broken: "broken-short", lost: "lost", gone: "gone" }[now];
  byId("link").textContent = say(said);
  byId("link").setAttribute("data-state", now === "gone" ? "lost" : now);
  const lost = now === "lost" || now === "gone";
  put(
    "lost",
    lost && view() ? notice({ kind: "error", title: say(now) }, html("p", { text: say("lost-hint") })) : null,
  );
  if (lost) announce(say(now));
}

/** @param {unknown} mistake */
function showMistake(mistake) {
  const findings = mistake instanceof Refusal ? mistake.findings : [];
  const lines = findings.length
    ? html("ul", {}, ...findings.slice(0, MOST).map(findingItem))
    : html("p", { text: String(mistake instanceof Error ? mistake.message : mistake) });
  put("refused", notice({ kind: "error", title: say("refused"), closes: true }, lines));
  announce(`${say("refused")} ${findings[0]?.message ?? ""}`);
}

let fading = 0;

/** @param {string} words */
function showNote(words) {
  put("note", notice({ title: words, closes: true }));
  put("refused", null);
  announce(words);
  clearTimeout(fading);
  fading = window.setTimeout(() => put("note", null), SHORT);
}

/** What became of dropped manuscripts. @param {import("./types.js").Brought[]} brought */
function showBrought(brought) {
  put("note", null);
  const each = brought.map(({ words, findings }) =>
    html("li", {}, html("p", { text: words }), html("ul", {}, ...findings.map(findingItem))),
  );
  const title = say("imported", { count: brought.length });
  put("brought", notice({ title, closes: true }, html("ul", { class: "brought" }, ...each)));
  announce(`${title} ${brought.map(({ words }) => words).join(" ")}`);
}

/** For screen readers. @param {string} words */
function announce(words) {
  byId("live").textContent = words;
}

/** Begin to follow what is to be said. */
export function startNotices() {
  on("view", showBroken);
  on("view", showTrial);
  on("link", showLink);
  on("mistake", showMistake);
  on("note", showNote);
  on("brought", showBrought);
  addEventListener("unhandledrejection", (event) => tell("mistake", event.reason));
}
