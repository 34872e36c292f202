// What was asked lately, and what was kept, in this browser: hashes, which hold ids and no names or answers.
import { signal } from "@preact/signals";
import { type Location, readHash, writeHash } from "../../location/location.ts";

const KEY = "remit.recent";
const SAVED_KEY = "remit.saved";
const MOST = 20;
const MOST_SAVED = 100;
// These lead somewhere from anywhere; only questions about something are worth a list.
const SUBJECTS = ["start", "target", "from", "node", "of"];

function stored(key: string, most: number): readonly string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === "string").slice(0, most) : [];
  } catch {
    return [];
  }
}

export const recent = signal<readonly string[]>(stored(KEY, MOST));
export const saved = signal<readonly string[]>(stored(SAVED_KEY, MOST_SAVED));

/** The id that a location asks about. */
export const subjectOf = ({ params }: Location): string | undefined =>
  SUBJECTS.map((name) => params[name]?.[0]).find((id) => id?.includes(":"));

export function remember(location: Location): void {
  if (!subjectOf(location)) return;
  const hash = writeHash(location);
  recent.value = [hash, ...recent.value.filter((entry) => entry !== hash)].slice(0, MOST);
  localStorage.setItem(KEY, JSON.stringify(recent.value));
}

export function forgetRecent(): void {
  recent.value = [];
  localStorage.removeItem(KEY);
}

/** Keep a question, or keep it no more. */
export function toggleSaved(location: Location): void {
  const hash = writeHash(location);
  const others = saved.value.filter((entry) => entry !== hash);
  saved.value = others.length < saved.value.length ? others : [hash, ...others].slice(0, MOST_SAVED);
  localStorage.setItem(SAVED_KEY, JSON.stringify(saved.value));
}

export const isSaved = (location: Location): boolean => saved.value.includes(writeHash(location));

export const savedLocations = (): readonly Location[] => saved.value.map(readHash);

export const recentLocations = (): readonly Location[] => recent.value.map(readHash);
