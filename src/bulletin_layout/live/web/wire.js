/** To and from the server: requests, and its events, which come again by themselves after the connection was lost. */
import { tell } from "./bus.js";

/** What the server refuses, with its findings. */
export class Refusal extends Error {
  /** @param {import("./types.js").Finding[]} findings */
  constructor(findings) {
    super(findings.map((each) => each.message).join(" "));
    this.findings = findings;
  }
}

/**
 * @param {string} path
 * @param {Record<string, string | number | undefined>} [query]
 * @returns {Promise<any>}
 */
export async function ask(path, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return read(await fetch(search ? `${path}?${search}` : path, { cache: "no-store" }));
}

/**
 * @param {string} path
 * @param {unknown} [body]
 * @returns {Promise<any>}
 */
export async function send(path, body = {}) {
  return read(await post(path, body));
}

/**
 * @param {string} path
 * @param {unknown} body
 */
export function post(path, body) {
  return fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
}

/** @param {Response} answer */
export async function read(answer) {
  const said = await answer.json().catch(() => null);
  const found = said?.findings ?? (said?.finding ? [said.finding] : null);
  if (found?.length && (!answer.ok || !said.done)) throw new Refusal(found);
  if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
  return said;
}

const RETRY = 1000;

/** Listen to the server from now on; each connection begins with a whole view. */
export function listen() {
  const events = new EventSource("events");
  events.addEventListener("open", () => tell("found"));
  events.addEventListener("view", (event) => tell("arrived", JSON.parse(event.data)));
  events.addEventListener("busy", (event) => tell("busy", JSON.parse(event.data)));
  events.addEventListener("gone", () => tell("gone"));
  events.addEventListener("error", () => {
    tell("lost");
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, RETRY); // a refused answer ends it for good
  });
}
