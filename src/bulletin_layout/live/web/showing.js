/** To a place on the page: what was saved, selected or found is scrolled to only when it is out of sight. */
import { on, tell } from "./bus.js";
import { sourceOf } from "./findings.js";
import { byId } from "./nodes.js";
import { selectFragment, selectSlot } from "./selection.js";
import { setting } from "./settings.js";
import { boxesOf, mount, sheet } from "./sheets.js";
import { slotOf, view } from "./state.js";
import { ask } from "./wire.js";
import { say } from "./words.js";
import { reveal, scale } from "./zoom.js";

/** @typedef {import("./types.js").Box} Box */

/** @param {Box} box @param {number} number */
function inSight({ x, y, width, height }, number) {
  const frame = sheet(number)?.element.getBoundingClientRect();
  const room = byId("desk").getBoundingClientRect();
  if (!frame) return false;
  const k = scale();
  const [left, top] = [frame.left + x * k, frame.top + y * k];
  return (
    left + width * k > room.left &&
    left < room.right &&
    top >= room.top &&
    top + Math.min(height * k, room.height) <= room.bottom
  );
}

/** What the last save changed. */
export async function showSaved() {
  const saved = view()?.saved;
  byId("saved").textContent = saved ? say("saved", { file: saved.file }) : "";
  if (!saved?.page || !setting("follow")) return;
  if (!sheet(saved.page)?.near) await mount(saved.page);
  const boxes = boxesOf(saved.page, saved.keys);
  if (boxes.length && !boxes.some((box) => inSight(box, saved.page))) reveal(saved.page, boxes[0]);
}

/** @param {import("./selection.js").Selection} chosen */
async function show({ page, key, slot }) {
  if (!sheet(page)?.near) await mount(page);
  const box = key ? boxesOf(page, [key])[0] : slotOf(page, slot)?.box;
  reveal(page, box ?? undefined);
}

/** @param {import("./types.js").Finding} finding */
async function showFinding(finding) {
  const [spot] = finding.places ?? [];
  if (spot) {
    await mount(spot.page);
    reveal(spot.page, spot);
  }
  const { file, line, column } = sourceOf(finding);
  const at = file && line ? await ask("locate", { file, line, column }).catch(() => null) : null;
  if (at?.keys?.length) {
    await mount(at.page);
    const chosen = await selectFragment({ page: at.page, key: at.keys[0] });
    if (chosen && !spot) show(chosen);
  } else if (finding.fields?.slot && spot) selectSlot(spot.page, String(finding.fields.slot));
  else if (!spot) tell("open", sourceOf(finding));
}

/** Begin to follow what is to be shown. */
export function startShowing() {
  on("show", (chosen) => show(chosen).catch((mistake) => tell("mistake", mistake)));
  on("finding", (finding) => showFinding(finding).catch((mistake) => tell("mistake", mistake)));
}
