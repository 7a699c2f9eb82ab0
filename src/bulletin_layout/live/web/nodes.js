/** Small makers of nodes. Text is always text, never markup; styles are set by the object model, as the policy asks. */

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * An element: attributes by name, `on…` listeners, `class`, `text`.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Record<string, any>} [given]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function html(name, given = {}, ...children) {
  const node = document.createElement(name);
  fill(node, given);
  node.append(.../** @type {(Node | string)[]} */ (children.filter((each) => each || each === "")));
  return node;
}

/**
 * An element of SVG, likewise.
 *
 * @param {string} name
 * @param {Record<string, any>} [given]
 * @param {...Child} children
 * @returns {SVGElement}
 */
export function svg(name, given = {}, ...children) {
  const node = /** @type {SVGElement} */ (document.createElementNS(SVG, name));
  fill(node, given);
  node.append(.../** @type {(Node | string)[]} */ (children.filter((each) => each || each === "")));
  return node;
}

/**
 * @param {Element} node
 * @param {Record<string, any>} given
 */
function fill(node, given) {
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "text") node.textContent = String(value);
    else if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
}

/**
 * A drawing of the sprite below, by name.
 *
 * @param {string} name
 * @param {Record<string, any>} [given]
 */
export function glyph(name, given = {}) {
  const paths = GLYPHS[name] ?? "";
  return svg(
    "svg",
    { viewBox: "0 0 18 18", class: "glyph", "aria-hidden": "true", ...given },
    svg("path", { d: paths }),
  );
}

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const node = document.getElementById(id);
  if (!node) throw new Error(`no #${id}`);
  return node;
}

/** Line drawings on 18 by 18 units. @type {Record<string, string>} */
const GLYPHS = {
  rail: "M2.5 3.5h13v11h-13zM6.5 3.5v11M4 6h1M4 8.5h1M4 11h1",
  panel: "M2.5 3.5h13v11h-13zM11 3.5v11M12.8 6.5h1M12.8 9h1",
  undo: "M6.5 4 3 7.5 6.5 11M3 7.5h7.5a4 4 0 0 1 0 8H7",
  redo: "M11.5 4 15 7.5 11.5 11M15 7.5H7.5a4 4 0 0 0 0 8H11",
  previous: "M11 4 6 9l5 5",
  next: "M7 4l5 5-5 5",
  smaller: "M4 9h10",
  larger: "M4 9h10M9 4v10",
  "fit-width": "M2.5 3.5v11M15.5 3.5v11M5 9h8M7 6.8 4.8 9 7 11.2M11 6.8 13.2 9 11 11.2",
  "fit-page": "M5 2.5h8v13H5zM9 5.5v7M7.4 7 9 5.4 10.6 7M7.4 11 9 12.6l1.6-1.6",
  spreads:
    "M9 4.5v10M2.5 4.5c2.5-.8 4.700-.6 6.500 0 1.800-.6 4-.8 6.500 0v10c-2.500-.8-4.700-.6-6.500 0-1.800-.6-4-.8-6.500 0z",
  find: "M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3zM11.700 11.700 15.500 15.500",
  theme: "M9 2.500a6.500 6.500 0 1 0 0 13zM9 2.500a6.500 6.500 0 0 1 0 13",
  help: "M9 2.200a6.800 6.800 0 1 0 0 13.600 6.800 6.800 0 0 0 0-13.600zM7 7a2 2 0 1 1 2.900 1.800c-.6.3-.9.700-.9 1.300M9 12.600v.1",
  down: "M4 6.500 9 11.500 14 6.500",
  error: "M9 2.200a6.800 6.800 0 1 0 0 13.600A6.800 6.800 0 0 0 9 2.200zM6.500 6.500l5 5M11.500 6.500l-5 5",
  warning: "M9 2.800 16 15H2zM9 7.200v3.600M9 12.800v.1",
  hint: "M9 2.200a6.800 6.800 0 1 0 0 13.600A6.800 6.800 0 0 0 9 2.200zM9 8.200v4.200M9 5.600v.1",
  close: "M5 5l8 8M13 5l-8 8",
  open: "M7.500 4H3.500v10.500H14V10.500M10 3.500h4.500V8M14.500 3.500 8 10",
  pencil: "M3.500 14.500l.8-3.200 7.600-7.600 2.400 2.400-7.600 7.600z",
};
