/** The faces of the pages: loaded before any fragment that needs them is shown, so that nothing flashes. */

/** @typedef {import("./types.js").FaceChunk} FaceChunk */

/** @type {Map<string, FontFace>} by digest */
const known = new Map();
const PATIENCE = 5000;

/**
 * Load the faces that are new, then add all of them at once: with each that is added a browser lays out all text again. A
 * face that does not come does not stop the page: its characters are shown in another.
 *
 * @param {FaceChunk[]} faces
 * @returns {Promise<void>}
 */
export async function loadFaces(faces) {
  const fresh = faces.filter((each) => !known.has(each.digest));
  if (!fresh.length) return;
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const loaded = await Promise.all(fresh.map((each) => Promise.race([load(each), late])));
  loaded.forEach((face, index) => {
    if (!(face instanceof FontFace)) return;
    known.set(fresh[index].digest, face);
    document.fonts.add(face);
  });
}

/**
 * Forget the faces that no page has any more; called after the pages are drawn.
 *
 * @param {FaceChunk[]} faces
 */
export function dropFaces(faces) {
  const wanted = new Set(faces.map((each) => each.digest));
  for (const [digest, face] of known) {
    if (wanted.has(digest)) continue;
    document.fonts.delete(face);
    known.delete(digest);
  }
}

/** @param {FaceChunk} chunk @returns {Promise<FontFace | null>} */
function load({ family, digest }) {
  return new FontFace(family, `url("faces/${digest}")`).load().catch(() => null);
}
