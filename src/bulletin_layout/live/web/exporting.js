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
    ...PRODUCTS.map((product) => item(say(`export-${product}`), () => download({ product }))),
    html("hr"),
    item(say("export-page", { number: currentPage() }), () => download(png)),
    html("hr"),
    item(say("export-report"), () => window.open("report", "_blank", "noopener")),
  ];
}

/** @param {string} words @param {() => void} act */
function item(words, act) {
  const go = () => {
    byId("export-menu").hidePopover();
    act();
  };
  return html("button", { class: "item", text: words, onclick: go });
}

/** @param {Record<string, unknown>} order */
async function download(order) {
  tell("note", say("exporting"));
  try {
    const answer = await post("export", order);
    if (!answer.ok) return void (await read(answer));
    const named = /filename\*=UTF-8''([^;]+)|filename="?([^";]+)/.exec(answer.headers.get("Content-Disposition") ?? "");
    const link = html("a", {
      href: URL.createObjectURL(await answer.blob()),
      download: decodeURIComponent(named?.[1] ?? named?.[2] ?? `${order.product}`),
    });
    link.click();
    URL.revokeObjectURL(link.href);
    tell("note", say("exported", { name: link.download }));
  } catch (mistake) {
    tell("mistake", mistake);
  }
}
