// The moments at which the graph changed: where a question about another time has another answer.
import { signal } from "@preact/signals";
import { ask } from "../client/ask.ts";
import { MomentsDocument } from "../client/generated/graphql.ts";

const NEWEST = 400;

/** The newest of them up to now, ascending, as the server writes them. */
export const moments = signal<readonly string[]>([]);

export async function fetchMoments(): Promise<void> {
  moments.value = (await ask(MomentsDocument, { last: NEWEST })).status.moments;
}

/** Which moment of change holds at a moment: the index of the last one that is not after it; -1 before the first. */
export function changeAt(changes: readonly string[], moment: string): number {
  const at = Date.parse(moment);
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Date.parse(changes[middle]!) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The moment one change earlier or later than a moment; undefined: now, later than every change. Nothing is before the first. */
export function nextChange(changes: readonly string[], moment: string | undefined, step: 1 | -1): string | undefined {
  const at = moment === undefined ? changes.length : changeAt(changes, moment);
  if (step > 0) return changes[at + 1];
  const isBetween = moment !== undefined && at >= 0 && Date.parse(changes[at]!) < Date.parse(moment);
  return changes[isBetween ? at : at - 1] ?? moment;
}
