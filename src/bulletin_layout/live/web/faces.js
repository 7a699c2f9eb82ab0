/** The faces of the pages: loaded before any fragment that needs them is shown, so that nothing flashes. */

/** @type {Map<string, FontFace>} by digest */
const loaded = new Map();
const PATIENCE = 5000;

/**
 * Load the faces that are new. A face that does not come does not stop the page: its characters are shown in another.
 *
 * @param {import("./types.js").FaceChunk[]} faces
 * @returns {Promise<void>}
 */
export async function loadFaces(faces) {
  const fresh = faces.filter((each) => !loaded.has(each.digest));
  if (!fresh.length) return;
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  await Promise.race([Promise.all(fresh.map(load)), late]);
}

/**
 * Forget the faces that no page has any more; called after the pages are drawn.
 *
 * @param {import("./types.js").FaceChunk[]} faces
 */
export function dropFaces(faces) {
  const wanted = new Set(faces.map((each) => each.digest));
  for (const [digest, face] of loaded) {
    if (wanted.has(digest)) continue;
    document.fonts.delete(face);
    loaded.delete(digest);
  }
}

/** @param {import("./types.js").FaceChunk} named */
async function load({ family, digest, ranges }) {
  const face = new FontFace(family, `url("faces/${digest}")`, { unicodeRange: ranges });
  loaded.set(digest, face);
  document.fonts.add(face);
  try {
    await face.load();
  } catch {
    document.fonts.delete(face);
    loaded.delete(digest);
  }
}
