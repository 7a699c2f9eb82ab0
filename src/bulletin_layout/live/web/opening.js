/** To the user's editor: by a link such as vscode://, or by a command that the server runs. */
import { on, tell } from "./bus.js";
import { whereWords } from "./findings.js";
import { send } from "./wire.js";
import { say } from "./words.js";

/** @param {import("./types.js").Source | null | undefined} source */
async function open(source) {
  if (!source?.file) return;
  const { file, line, column } = source;
  try {
    const { link } = await send("open", { file, line, column });
    if (link) follow(link);
    else tell("note", say("opened", { where: whereWords(source) }));
  } catch (mistake) {
    tell("mistake", mistake);
  }
}

/** Another program takes the link; this page stays. @param {string} link */
function follow(link) {
  if (/^(https?|javascript|data|blob):/i.test(link)) return;
  location.assign(link);
}

/** Begin to listen for places to open. */
export function startOpening() {
  on("open", open);
}
