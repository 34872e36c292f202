// The words of the page in the language that is chosen; English is the only one so far.
import { en } from "./en.ts";

export type Text = typeof en;
export const text: Text = en;

/** The title of a view, by its name in the URL. */
export const titleOf = (view: string): string => (text.views as Record<string, string>)[view] ?? view;
