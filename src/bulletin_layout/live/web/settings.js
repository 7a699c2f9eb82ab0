/** What this browser remembers between visits. Where storage is refused (private windows), it lasts as long as the page. */
import { tell } from "./bus.js";

const SHELF = "bulletin-preview";

const STANDARD = {
  theme: "auto",
  rail: true,
  panel: true,
  tab: "selected",
  spreads: true,
  /** @type {"first" | "width" | "page" | ""} "first": what suits the screen, when the page is first opened */
  fit: "first",
  zoom: 1.25,
  /** @type {string[]} */
  layers: ["findings"],
  /** @type {string[]} */
  severities: ["error", "warning", "hint"],
  follow: true,
  letters: true,
  /** @type {Record<string, {page: number, x: number, y: number}>} */
  spots: {},
};

/** @typedef {typeof STANDARD} Settings */

/** @type {Settings} */
const settings = { ...STANDARD, ...read() };

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(SHELF) ?? "{}");
    const known = Object.entries(STANDARD).filter(
      ([name, value]) => name in kept && typeof kept[name] === typeof value,
    );
    return Object.fromEntries(known.map(([name]) => [name, kept[name]]));
  } catch {
    return {};
  }
}

/**
 * @template {keyof Settings} K
 * @param {K} name
 * @returns {Settings[K]}
 */
export function setting(name) {
  return settings[name];
}

/**
 * @template {keyof Settings} K
 * @param {K} name
 * @param {Settings[K]} value
 */
export function set(name, value) {
  settings[name] = value;
  try {
    localStorage.setItem(SHELF, JSON.stringify(settings));
  } catch {
    /* it lasts as long as the page */
  }
  tell("setting", name);
  tell(`setting:${name}`, value);
}
