/** The live page: puts its parts together and takes the views one after another, as they come. */
import { on, tell } from "./bus.js";
import { goToWritten } from "./commands.js";
import { startDropping } from "./dropping.js";
import { startEdges } from "./edges.js";
import { startEdits } from "./edits.js";
import { dropFaces, loadFaces } from "./faces.js";
import { startFindings } from "./findings.js";
import { startFocus } from "./focus.js";
import { startInplace } from "./inplace.js";
import { startKeys } from "./keys.js";
import { startMenus } from "./menus.js";
import { byId } from "./nodes.js";
import { startNotices } from "./notices.js";
import { startOpening } from "./opening.js";
import { startOverlays } from "./overlays.js";
import { page, pages, takePages } from "./pages.js";
import { startPanning } from "./panning.js";
import { startSearching } from "./searching.js";
import { startSelected } from "./selected.js";
import { startSelection } from "./selection.js";
import { setting } from "./settings.js";
import { refresh } from "./sheets.js";
import { showSaved, startShowing } from "./showing.js";
import { startSlots } from "./slots.js";
import { setView, startState } from "./state.js";
import { startTabs } from "./tabs.js";
import { startThumbs } from "./thumbs.js";
import { fetchWords, say, sayAll } from "./words.js";
import { listen } from "./wire.js";
import { arrange, currentPage, rememberSpot, startZoom } from "./zoom.js";

let first = true;

/** @param {import("./types.js").View} view */
async function show(view) {
  await loadFaces(view.faces);
  const moved = takePages(view);
  if (moved) arrange();
  else if (!view.pages.length) byId("empty").textContent = say("no-pages");
  document.documentElement.dataset.revision = String(view.revision);
  setView(view);
  if (first) begin(view);
  refresh();
  dropFaces(view.faces);
  tell("drawn", view);
  await showSaved();
}

/** @param {import("./types.js").View} view */
function begin(view) {
  first = false;
  const { title, id, folder } = view.issue;
  document.title = title.includes(id) ? title : `${title} ${id}`;
  byId("issue-title").textContent = title;
  byId("issue-id").textContent = title.includes(id) ? "" : id;
  rememberSpot(folder);
  showPage();
}

function showPage() {
  const field = /** @type {HTMLInputElement} */ (byId("page-number"));
  if (document.activeElement !== field) field.value = String(currentPage());
  byId("page-count").textContent = `/ ${pages().length}`;
  const now = page(currentPage());
  const millimetres = (/** @type {number} */ points) => Math.round((points * 25.4) / 72);
  byId("size").textContent = now
    ? say("paper", { width: millimetres(now.width), height: millimetres(now.height) })
    : "";
}

function showFrame() {
  document.body.classList.toggle("no-rail", !setting("rail"));
  document.body.classList.toggle("no-panel", !setting("panel"));
  byId("sheets").classList.toggle("bleeding", setting("layers").includes("bleed"));
  if (setting("theme") === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = setting("theme");
}

function startParts() {
  startTabs();
  for (const start of [
    startState,
    startNotices,
    startFindings,
    startSlots,
    startSearching,
    startSelection,
    startSelected,
  ])
    start();
  for (const start of [startThumbs, startOverlays, startEdges, startFocus, startInplace, startEdits, startOpening])
    start();
  for (const start of [startShowing, startZoom, startPanning, startKeys, startMenus, startDropping]) start();
}

function listenToPageField() {
  const field = /** @type {HTMLInputElement} */ (byId("page-number"));
  field.addEventListener("change", () => {
    field.value = String(goToWritten(field.value));
  });
  field.addEventListener("focus", () => field.select());
  field.addEventListener("keydown", (event) => event.key === "Enter" && field.blur());
}

let queue = fetchWords().then(() => {
  document.documentElement.lang = say("lang");
  sayAll(document);
  showFrame();
  startParts();
  listenToPageField();
  on("setting", showFrame);
  on("current", showPage);
  on("laid", showPage);
});

on("arrived", (view) => {
  queue = queue.then(() => show(view)).catch((mistake) => tell("mistake", mistake));
});
queue.then(listen, (mistake) => console.error(mistake));
