/** The changes to try, from the URL to the input of the question. */
import type { Params } from "../../location/location.ts";
import { text } from "../../text/index.ts";

export const EDIT_KINDS = ["remove", "offboard", "block", "add"] as const;
export type EditKind = (typeof EDIT_KINDS)[number];
export type Edits = Readonly<Record<EditKind, readonly string[]>>;

/** So many changes of one sort the server tries at once. */
export const MOST_EDITS = 100;

/** Each change as often as the URL has it, once. */
export function readEdits(params: Params): Edits {
  const of = (kind: EditKind): readonly string[] => [...new Set(params[kind] ?? [])];
  return { remove: of("remove"), offboard: of("offboard"), block: of("block"), add: of("add") };
}

export const hasEdits = (edits: Edits): boolean => EDIT_KINDS.some((kind) => edits[kind].length > 0);

/** The part of the input that says what is tried; what is not asked for is left out. */
export function inputOf(edits: Edits, asOf: string | undefined) {
  return {
    ...(asOf ? { asOf } : {}),
    ...Object.fromEntries(EDIT_KINDS.filter((kind) => edits[kind].length > 0).map((kind) => [kind, [...edits[kind]]])),
  };
}

interface Edge {
  readonly source: string;
  readonly kind: string;
  readonly target: string;
}

/** An edge as the question takes it, to end it. */
export const writeEdge = ({ source, kind, target }: Edge): string => `${source} -${kind}-> ${target}`;

/** An edge as the question takes it, to add it. */
export const writeNewEdge = ({ source, kind, target }: Edge, permission: string): string => [source, kind, target, permission].filter(Boolean).join(" ");

export interface EditParts {
  readonly source: string;
  readonly kind?: string;
  readonly target?: string;
  readonly permission?: string;
}

// As the server reads it: SOURCE -KIND-> TARGET, or without the arrow.
const EDGE = new RegExp(`^(.+?)\\s+-?\\s*(${Object.keys(text.picture.edges).join("|")})\\s*(?:->)?\\s+(.+)$`, "s");

/** What a change is about; a text that writes no edge is a node. */
export function partsOf(edit: string, kind: EditKind): EditParts {
  const match = kind === "remove" || kind === "add" ? EDGE.exec(edit) : null;
  if (match === null) return { source: edit };
  const [, source = "", edge = "", rest = ""] = match;
  const permission = kind === "add" ? /^(.+)\s+(DISCOVER|READ|WRITE|ADMIN)$/s.exec(rest) : null;
  return { source, kind: edge, target: permission?.[1] ?? rest, ...(permission?.[2] ? { permission: permission[2] } : {}) };
}
