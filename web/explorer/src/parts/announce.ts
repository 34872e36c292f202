// The live region: what a screen reader is told.
import { signal } from "@preact/signals";

export const announcement = signal("");

export const announce = (words: string): void => {
  announcement.value = words;
};
