/** Where marks stand on their page: boxes around nodes of SVG, in points. */

/** @typedef {import("./types.js").Box} Box */

/** How much of an em is above the baseline. */
const ASCENT = 0.88;

/** The box of a node with what stands in it; a text's box is drawn in to its body. @param {SVGGraphicsElement} node @returns {Box} */
export function boxOf(node) {
  const { x, y, width, height } = node.getBBox();
  const size = Number(node.querySelector("[font-size]")?.getAttribute("font-size") ?? 0);
  const spare = size && height > size && height < 1.9 * size ? (height - 1.1 * size) / 2 : 0;
  return { x, y: y + spare, width, height: height - 2 * spare };
}

/**
 * The box of the line that a mark of a fragment is in: a head's kicker shares the fragment of its first line.
 *
 * @param {SVGGraphicsElement} node
 * @param {number} mark
 */
export function lineBoxOf(node, mark) {
  const chosen = node.querySelector(`text:not([transform]) [data-m="${mark}"]`);
  if (!(chosen instanceof SVGTextContentElement)) return boxOf(node);
  const own = bodyOf(chosen);
  const all = /** @type {SVGTextContentElement[]} */ ([...(chosen.parentElement?.querySelectorAll("[data-m]") ?? [])]);
  const boxes = all.map(bodyOf);
  return around(boxes.filter((each) => (own.height > own.width ? overlap(each, own, "x") : overlap(each, own, "y"))));
}

/** The box around the em boxes of some text's glyphs. @param {SVGTextContentElement} words @returns {Box} */
function bodyOf(words) {
  const size = Number(words.getAttribute("font-size"));
  return around(
    Array.from({ length: words.getNumberOfChars() }, (_, at) => {
      const { x, width } = words.getExtentOfChar(at);
      return { x, y: words.getStartPositionOfChar(at).y - ASCENT * size, width, height: size };
    }),
  );
}

/** @param {Box} one @param {Box} other @param {"x" | "y"} axis */
function overlap(one, other, axis) {
  const length = axis === "x" ? "width" : "height";
  return one[axis] < other[axis] + other[length] && other[axis] < one[axis] + one[length];
}

/** @param {Box[]} boxes at least one */
function around(boxes) {
  const [x, y] = [Math.min(...boxes.map((each) => each.x)), Math.min(...boxes.map((each) => each.y))];
  const right = Math.max(...boxes.map((each) => each.x + each.width));
  const foot = Math.max(...boxes.map((each) => each.y + each.height));
  return { x, y, width: right - x, height: foot - y };
}
