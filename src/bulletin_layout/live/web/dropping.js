/** Import by dropping manuscripts on the window. */
import { tell } from "./bus.js";
import { html } from "./nodes.js";
import { editable } from "./state.js";
import { say } from "./words.js";

/** @param {DragEvent} event */
function carriesFiles(event) {
  return [...(event.dataTransfer?.types ?? [])].includes("Files");
}

/**
 * One manuscript, and what became of it.
 * @param {File} file
 * @returns {Promise<import("./types.js").Brought>}
 */
async function bring(file) {
  const name = file.name;
  try {
    const answer = await fetch(`import?${new URLSearchParams({ name })}`, {
      method: "POST",
      headers: { "Content-Type": "application/octet-stream" },
      body: file,
    });
    const said = await answer.json();
    const became = answer.ok ? `import-${said.outcome}` : "import-refused";
    return { words: say(became, { name, story: said.story ?? "" }), findings: said.findings ?? [] };
  } catch (mistake) {
    return { words: `${say("import-refused", { name })} ${mistake}`, findings: [] };
  }
}

/** One after the other: two of one name are seen. @param {FileList} files */
async function bringAll(files) {
  tell("note", say("importing", { count: files.length }));
  const brought = [];
  for (const file of files) brought.push(await bring(file));
  tell("brought", brought);
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
    if (editable() && event.dataTransfer?.files.length) bringAll(event.dataTransfer.files);
  });
}
