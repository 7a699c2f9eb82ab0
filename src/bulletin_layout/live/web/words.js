/** The words of this page, in the language of the server (live/words.py). */

/** @type {Record<string, string>} */
let words = {};

/** Fetch the words; until then each key stands for itself. */
export async function fetchWords() {
  const answer = await fetch("words.json");
  words = await answer.json();
}

/**
 * A phrase with its fields; "key.one" is used, where there is one, for a count of 1.
 *
 * @param {string} key
 * @param {Record<string, string | number>} [fields]
 */
export function say(key, fields = {}) {
  const form = (fields.count === 1 && words[`${key}.one`]) || words[key] || key;
  return form.replace(/\{(\w+)\}/g, (whole, name) => String(fields[name] ?? whole));
}

/**
 * Say what the document asks for: data-say gives text, data-name the name for screen readers.
 *
 * @param {ParentNode} root
 */
export function sayAll(root) {
  for (const node of root.querySelectorAll("[data-say]")) node.textContent = say(data(node, "say"));
  for (const node of root.querySelectorAll("[data-name]")) node.setAttribute("aria-label", say(data(node, "name")));
}

/**
 * @param {Element} node
 * @param {string} name
 */
function data(node, name) {
  return node.getAttribute(`data-${name}`) ?? "";
}
