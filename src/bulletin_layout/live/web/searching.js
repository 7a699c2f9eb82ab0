/** Search over the text. */
import { on, tell } from "./bus.js";
import { shortWhere } from "./findings.js";
import { byId, html } from "./nodes.js";
import { mount, boxesOf } from "./sheets.js";
import { openTab } from "./tabs.js";
import { ask } from "./wire.js";
import { say } from "./words.js";
import { selectFragment } from "./selection.js";

/** @typedef {import("./types.js").Source & {page: number, keys: string[], words: string}} Hit */

const PAUSE = 150;
let waiting = 0;
let newest = 0;
/** @type {{page: number, keys: string[]}[]} */
let found = [];

/** Places to mark on a page. @param {number} number */
export function hitsOn(number) {
  return found.filter((each) => each.page === number).flatMap((each) => boxesOf(number, each.keys));
}

/** Open the search and put the cursor there. */
export function startSearch() {
  openTab("search");
  const field = byId("query");
  if (field instanceof HTMLInputElement) {
    field.focus();
    field.select();
  }
}

async function search() {
  const mine = ++newest;
  const field = /** @type {HTMLInputElement} */ (byId("query"));
  const query = field.value.trim();
  /** @type {Hit[]} */
  const hits = query ? await ask("search", { q: query }) : [];
  if (mine !== newest) return;
  found = hits;
  const list = byId("hits");
  list.replaceChildren(...hits.map((hit) => html("li", {}, hitButton(hit, query))));
  byId("hit-count").textContent = query ? say("hits", { count: hits.length }) : "";
  tell("hits");
}

/**
 * @param {Hit} hit
 * @param {string} query
 */
function hitButton(hit, query) {
  const at = hit.words.toLowerCase().indexOf(query.toLowerCase());
  const end = at + query.length;
  const words =
    at < 0
      ? [hit.words]
      : [hit.words.slice(0, at), html("mark", { text: hit.words.slice(at, end) }), hit.words.slice(end)];
  const place = hit.page ? say("page", { number: hit.page }) : "";
  return html(
    "button",
    { class: "hit", onclick: () => go(hit) },
    ...words,
    html("small", { text: [place, shortWhere(hit)].filter(Boolean).join(" · ") }),
  );
}

/** @param {Hit} hit */
async function go(hit) {
  if (!hit.page || !hit.keys.length) return tell("open", hit);
  await mount(hit.page);
  const got = await selectFragment({ page: hit.page, key: hit.keys[0] });
  if (got) tell("show", got);
  openTab("search");
}

/** Make the tab. */
export function startSearching() {
  const field = html("input", {
    id: "query",
    type: "search",
    "aria-label": say("search-text"),
    placeholder: say("search-text"),
    autocomplete: "off",
    spellcheck: "false",
  });
  const later = () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => search().catch((mistake) => tell("mistake", mistake)), PAUSE);
  };
  field.addEventListener("input", later);
  byId("tab-search").replaceChildren(
    html("div", { class: "find" }, field),
    html("p", { class: "quiet", id: "hit-count", role: "status" }),
    html("ul", { class: "list", id: "hits" }),
  );
  on("drawn", () => found.length && search().catch(() => {}));
}
