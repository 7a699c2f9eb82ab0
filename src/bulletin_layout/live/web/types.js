/**
 * What the server says, as live/view.py writes it. Lengths are points, from the top left of the trim, y down.
 *
 * @typedef {{x: number, y: number, width: number, height: number}} Box
 * @typedef {{title: string, id: string}} Fix
 * @typedef {{file: string, line: number, column: number}} Source
 * @typedef {"error" | "warning" | "hint"} Severity
 * @typedef {{path: string, line: number, column: number, severity: Severity, code: string, message: string,
 *   fields: Record<string, unknown>, places?: (Box & {page: number})[], fixes?: Fix[]}} Finding
 * @typedef {{page: number, pages: number, slot: string, story: string, room_chars: number, room_lines: number,
 *   set_chars: number, set_lines: number, over_chars: number, over_lines: number, short_chars: number,
 *   short_lines: number, gave: string, left: string, cut: string, box?: Box | null}} Slot
 * @typedef {{number: number, name: string, width: number, height: number, bleed: number, left: boolean,
 *   revision: number}} PageHead
 * @typedef {[at: number, remove: number, keys: string[]]} Splice
 * @typedef {{splices: Splice[], fresh: Record<string, string>}} Patch
 * @typedef {{file: string, line: number, page: number, keys: string[]}} Saved
 * @typedef {{family: string, digest: string}} FaceChunk some characters of a face; all chunks of a face share its family
 * @typedef {{revision: number, from: number, language: string, readonly: boolean,
 *   issue: {id: string, title: string, folder: string}, state: "good" | "broken", pages: PageHead[],
 *   patches: Record<string, Patch>, faces: FaceChunk[], findings: Finding[], slots: Slot[],
 *   saved: Saved | null, undo: string | null, redo: string | null, trial: string | null}} View
 *   the last of them, but for `saved`, are only sent when one of them is another than in the view before
 * @typedef {Source & {words?: string, story?: string, slot?: string, block?: number, role?: string, style?: string,
 *   face?: string, size?: number, size_name?: string, leading?: number, measure?: number, ledger?: string, why?: string, link?: string,
 *   editable?: "text" | "paragraph" | "focus" | null, block_words?: string, frame?: Box, crop?: [number, number, number, number]}} Place
 * @typedef {"left" | "right" | "top" | "bottom"} Side
 * @typedef {Box & {slot: string, edges?: Partial<Record<Side, number[]>>}} SlotFrame
 *   `edges`: where a side may be dragged to, in whole 行 and columns; `step`: typeset.Ledger's: 2–7 squeezed, 10–13 opened
 * @typedef {[x: number, y: number, width: number, height: number]} Area
 * @typedef {{revision: number, grid: [x1: number, x2: number, y: number][], columns: Area[], margins: Area | null,
 *   bleed: Area | null, safe: Area | null, slots: SlotFrame[],
 *   heat: [x: number, y: number, width: number, height: number, step: number, gap: number, forced: boolean][],
 *   order: [x: number, y: number][], gave: (Box & {words: string})[],
 *   changes: {number: number, kind: string, words: string, boxes: Area[]}[]}} Overlays
 *
 * What the modules of this page share.
 *
 * @typedef {{words: string, findings: Finding[]}} Brought what became of one manuscript
 * @typedef {{page: number, key: string, mark?: number, glyph?: number}} AtFragment
 * @typedef {{page: number, slot: string}} AtSlot
 */
export {};
