// Moments, days and ages. Everything is UTC, and says so.
import { text } from "../text/index.ts";

export const DAY_MS = 86_400_000;

/** `2026-11-20 06:00 UTC`; unknown is a dash. */
export function formatMoment(moment: string | null | undefined): string {
  if (!moment) return text.unknown;
  const parsed = new Date(moment);
  if (Number.isNaN(parsed.getTime())) return moment;
  const written = parsed.toISOString();
  return `${written.slice(0, 10)} ${written.slice(11, 16)} UTC`;
}

/** `2026-11-20` of a moment or a day; unknown is a dash. */
export const formatDay = (day: string | null | undefined): string => (day ? day.slice(0, 10) : text.unknown);

/** An age in its two greatest units: `3 d 4 h`. */
export function formatAge(seconds: number): string {
  const units: readonly [number, string][] = [
    [86_400, text.units.day],
    [3_600, text.units.hour],
    [60, text.units.minute],
  ];
  const index = units.findIndex(([size]) => seconds >= size);
  if (index < 0) return text.units.lessThanMinute;
  const [size, unit] = units[index]!;
  const next = units[index + 1];
  const rest = next ? Math.floor((seconds % size) / next[0]) : 0;
  const first = `${Math.floor(seconds / size)} ${unit}`;
  return rest && next ? `${first} ${rest} ${next[1]}` : first;
}

/** The moment of a question: the one of the URL, or now to the minute, so that equal questions are asked once. */
export function momentOr(asOf: string | undefined): Date {
  const moment = new Date(asOf ?? Number.NaN);
  return Number.isNaN(moment.getTime()) ? new Date(Math.floor(Date.now() / 60_000) * 60_000) : moment;
}

export const daysBefore = (moment: Date, days: number): Date => new Date(moment.getTime() - days * DAY_MS);

export const isoDay = (moment: Date): string => moment.toISOString().slice(0, 10);

/** A moment as the server takes it, without the fraction of a second. */
export const isoMoment = (moment: Date): string => moment.toISOString().replace(/\.\d+Z$/, "Z");
