/** Keys to commands. */
import { COMMANDS, run } from "./commands.js";
import { setting } from "./settings.js";

/** A key with its modifiers as the table of commands writes it; ⌘ counts as Ctrl. @param {KeyboardEvent} event */
export function spelled(event) {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  const named = key.length > 1 || ctrlKey || metaKey;
  const name = key.length === 1 ? key.toLowerCase() : key;
  const parts = [
    (ctrlKey || metaKey) && "Ctrl",
    altKey && "Alt",
    shiftKey && named && key !== "+" && key !== "?" && "Shift",
    name,
  ];
  return parts.filter(Boolean).join("+");
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  const target = event.target instanceof Element ? event.target : document.body;
  if (event.defaultPrevented || event.isComposing || target.closest("dialog, [popover]")) return;
  const keys = spelled(event);
  const typing = target.closest("input, textarea, select");
  const plain = !keys.includes("Ctrl") && !/^(Shift\+)?F\d/.test(keys);
  if (typing && plain && keys !== "Escape") return;
  if (typing?.matches("input:not([type=checkbox]), textarea") && /^Ctrl\+(Shift\+)?[zy]$/.test(keys)) return; // the field has its own
  if (keys.length === 1 && !setting("letters")) return;
  if (taken(target, keys)) return;
  const found = Object.entries(COMMANDS).find(([, command]) => command.keys.includes(keys));
  if (found && run(found[0])) event.preventDefault();
}

/** Keys that the focused control uses itself. @param {Element} target @param {string} keys */
function taken(target, keys) {
  if (keys === "Enter") return Boolean(target.closest("button, a, summary"));
  if (/^Arrow(Left|Right)$/.test(keys)) return Boolean(target.closest("[role=tablist], .desk")) && wide();
  if (/^(Home|End|PageUp|PageDown)$/.test(keys)) return Boolean(target.closest(".panel, .rail"));
  return false;
}

/** Whether the desk scrolls sideways. */
function wide() {
  const desk = document.getElementById("desk");
  return Boolean(desk && desk.scrollWidth > desk.clientWidth + 1);
}

/** Begin to listen for keys. */
export function startKeys() {
  addEventListener("keydown", pressed);
}
