/** Topics that modules tell each other of; a listener's mistake does not stop the others. */

/** @type {Map<string, Set<(value: any) => void>>} */
const listeners = new Map();

/**
 * @param {string} topic
 * @param {(value: any) => void} listener
 */
export function on(topic, listener) {
  if (!listeners.has(topic)) listeners.set(topic, new Set());
  listeners.get(topic)?.add(listener);
}

/**
 * @param {string} topic
 * @param {any} [value]
 */
export function tell(topic, value) {
  for (const listener of listeners.get(topic) ?? []) {
    try {
      listener(value);
    } catch (mistake) {
      console.error(topic, mistake);
    }
  }
}
