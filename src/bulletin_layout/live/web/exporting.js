/** Export: the products of a build, page images, the preflight report. */
import { tell } from "./bus.js";
import { byId, html } from "./nodes.js";
import { post, read } from "./wire.js";
import { say } from "./words.js";
import { currentPage } from "./zoom.js";

const PRODUCTS = ["print", "screen", "archive", "booklet", "spreads"];

/** The items of the menu. */
export function exportItems() {
  const png = { product: "png", pages: [currentPage()], dpi: 300 };
  return [
    ...PRODUCTS.map((product) => item(say(`export-${product}`), () => post("export", { product }))),
    html("hr"),
    item(say("export-page", { number: currentPage() }), () => post("export", png)),
    html("hr"),
    item(say("export-report"), () => fetch("report")),
  ];
}

/** @param {string} words @param {() => Promise<Response>} asked */
function item(words, asked) {
  const go = () => {
    byId("export-menu").hidePopover();
    download(asked).catch((mistake) => tell("mistake", mistake));
  };
  return html("button", { class: "item", text: words, onclick: go });
}

/** Save what the server answers as a file, under the name that it gives. @param {() => Promise<Response>} asked */
async function download(asked) {
  tell("note", say("exporting"));
  const answer = await asked();
  if (!answer.ok) return void (await read(answer));
  const named = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("Content-Disposition") ?? "");
  const name = decodeURIComponent(named?.[1] ?? "");
  const link = html("a", { href: URL.createObjectURL(await answer.blob()), download: name });
  link.click();
  URL.revokeObjectURL(link.href);
  tell("note", say("exported", { name }));
}
