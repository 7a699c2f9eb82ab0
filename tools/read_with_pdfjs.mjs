// Reads PDF files with pdf.js, the reader in Firefox: every page's text and operators, bookmarks and page labels.
// `node read_with_pdfjs.mjs FOLDER FILE…`, where FOLDER has pdfjs-dist in its node_modules. Exit code 1: pdf.js complains.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [folder, ...files] = process.argv.slice(2);
const home = path.resolve(folder, "node_modules/pdfjs-dist");
const complaints = [];
for (const name of ["log", "warn", "error"]) {
  console[name] = (...words) => complaints.push(words.join(" "));
}
const pdfjs = await import(pathToFileURL(path.join(home, "legacy/build/pdf.mjs")));
complaints.length = 0; // what it says of the machine while it loads
for (const file of files) {
  const data = new Uint8Array(fs.readFileSync(file));
  const own = { iccUrl: `${home}/iccs/`, wasmUrl: `${home}/wasm/`, standardFontDataUrl: `${home}/standard_fonts/` };
  const doc = await pdfjs.getDocument({ data, ...own }).promise;
  let characters = 0;
  for (let number = 1; number <= doc.numPages; number++) {
    const page = await doc.getPage(number);
    const text = await page.getTextContent();
    characters += text.items.reduce((sum, item) => sum + (item.str ?? "").length, 0);
    await page.getOperatorList();
  }
  await doc.getOutline();
  await doc.getPageLabels();
  if (!characters) complaints.push(`${file}: no text`);
  process.stdout.write(`${path.basename(file)}: ${doc.numPages} pages, ${characters} characters\n`);
}
process.stderr.write(complaints.map((line) => `${line}\n`).join(""));
process.exit(complaints.length ? 1 : 0);
