// What the server holds: asked when the page opens, when it comes back to the front, and every minute.
import { computed, effect, signal } from "@preact/signals";
import { ask, forget } from "../client/ask.ts";
import { changes } from "../client/decide.ts";
import { StatusDocument, type StatusQuery } from "../client/generated/graphql.ts";
import type { Problem } from "../client/problem.ts";
import { problemFrom } from "../client/answer.ts";
import { announce } from "../parts/announce.ts";
import { text } from "../text/index.ts";
import { fetchMoments } from "./moments.ts";

const EVERY_MS = 60_000;

export type Status = StatusQuery["status"];

export const status = signal<Status | null>(null);
export const statusProblem = signal<Problem | null>(null);

/** Grows when a newer snapshot is there: views that show now are asked again. */
export const epoch = signal(0);

type SourceStatus = Status["sources"][number];

/** Whether a source is older than it promised, or its last run was not whole. */
export const isLate = (source: SourceStatus): boolean =>
  source.state !== "COMPLETE" || (source.promisedAgeS != null && source.ageS > source.promisedAgeS);

export const lateSources = computed(() => (status.value?.sources ?? []).filter(isLate));

export async function fetchStatus(): Promise<void> {
  try {
    const next = (await ask(StatusDocument, {})).status;
    const before = status.value;
    if (before && next.generation !== before.generation) {
      forget();
      epoch.value += 1;
      announce(text.shell.newGeneration(next.generation));
    }
    status.value = next;
    statusProblem.value = null;
    if (before?.generation !== next.generation) await fetchMoments();
  } catch (error) {
    statusProblem.value = problemFrom(error);
  }
}

/** Keep the status up to date from now on. */
export function watchStatus(): void {
  // At once, and after each change that is made here.
  effect(() => {
    if (changes.value >= 0) void fetchStatus();
  });
  setInterval(() => {
    if (document.visibilityState === "visible") void fetchStatus();
  }, EVERY_MS);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void fetchStatus();
  });
}
