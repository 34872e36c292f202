// What a person decides: sent once, however often it is tried, and everything that was answered before is asked again.
import { signal } from "@preact/signals";
import { problemFrom, unwrap } from "./answer.ts";
import { forget, post } from "./ask.ts";
import {
  AcceptRunDocument,
  DecideDocument,
  type DecidedPartsFragment,
  type DecideInput,
  type TypedDocumentString,
  UndoDecisionDocument,
} from "./generated/graphql.ts";
import type { Problem } from "./problem.ts";
import { mayDo } from "./session.ts";

/** Whether decisions are offered: to whom the server would let decide. */
export const mayDecide = (): boolean => mayDo("decide");

/** What was decided last in this page, until it is taken back or another is decided. */
export const lastDecision = signal<DecidedPartsFragment | null>(null);

/** Grows with each change that this page made: whoever shows what the server holds asks again. */
export const changes = signal(0);

// A key of one's own for each change: after an answer that was lost, the same change is tried with the same key.
const keys = new Map<string, string>();

function keyOf(change: unknown): string {
  const text = JSON.stringify(change);
  const key = keys.get(text) ?? Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");
  keys.set(text, key);
  return key;
}

async function send<TData, TInput extends { key: string }, T>(
  document: TypedDocumentString<TData, { input: TInput }>,
  asked: Omit<TInput, "key">,
  select: (data: TData) => T,
): Promise<T> {
  const change = [document.toString(), asked];
  const done = select(await post<TData>(document.toString().trim(), { input: { ...asked, key: keyOf(change) } }));
  // It is done: whoever decides the same later decides anew.
  keys.delete(JSON.stringify(change));
  forget();
  changes.value += 1;
  return done;
}

/** Null when it is done, else why it is not. */
async function tried(change: () => Promise<void>): Promise<Problem | null> {
  try {
    await change();
    return null;
  } catch (error) {
    return problemFrom(error);
  }
}

export const decide = (asked: Omit<DecideInput, "key">): Promise<Problem | null> =>
  tried(async () => {
    lastDecision.value = await send(DecideDocument, asked, (data) => unwrap(data.decide));
  });

export const undoDecision = (decision: string): Promise<Problem | null> =>
  tried(async () => {
    await send(UndoDecisionDocument, { decision }, (data) => unwrap(data.undoDecision));
    lastDecision.value = null;
  });

export const acceptRun = (source: string): Promise<Problem | null> =>
  tried(async () => {
    await send(AcceptRunDocument, { source }, (data) => unwrap(data.acceptRun));
  });
