/** Import by dropping manuscripts on the window. */
import { tell } from "./bus.js";
import { html } from "./nodes.js";
import { editable } from "./state.js";
import { read } from "./wire.js";
import { say } from "./words.js";

/** @param {DragEvent} event */
function carriesFiles(event) {
  return [...(event.dataTransfer?.types ?? [])].includes("Files");
}

/** @param {FileList} files */
async function bring(files) {
  const form = new FormData();
  for (const file of files) form.append("files", file, file.name);
  tell("note", say("importing", { count: files.length }));
  try {
    const said = await read(await fetch("import", { method: "POST", body: form }));
    tell("note", (said.lines ?? [say("imported", { count: files.length })]).join("\n"));
  } catch (mistake) {
    tell("mistake", mistake);
  }
}

/** Begin to listen for dropped files. */
export function startDropping() {
  const cover = html("div", { class: "drop", text: say("drop-here") });
  addEventListener("dragover", (event) => {
    if (!carriesFiles(event) || !editable()) return;
    event.preventDefault();
    document.body.append(cover);
  });
  addEventListener("dragleave", (event) => event.relatedTarget === null && cover.remove());
  addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    cover.remove();
    if (editable() && event.dataTransfer?.files.length) bring(event.dataTransfer.files);
  });
}
