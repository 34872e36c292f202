// What was asked lately in this browser: hashes, which hold ids and no names or answers.
import { signal } from "@preact/signals";
import { type Location, readHash, writeHash } from "../../location/location.ts";

const KEY = "remit.recent";
const MOST = 20;
// These lead somewhere from anywhere; only questions about something are worth a list.
const SUBJECTS = ["start", "target", "from", "node", "of"];

function stored(): readonly string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export const recent = signal<readonly string[]>(stored());

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

export const recentLocations = (): readonly Location[] => recent.value.map(readHash);
