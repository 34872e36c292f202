// Keys that work everywhere: `/` searches, `g` and a letter goes to a view, `u` goes back, `?` lists them.
import { signal } from "@preact/signals";
import { mayDo } from "../client/session.ts";
import { go } from "../location/location.ts";
import { VIEWS } from "../views/table.ts";
import { nextTheme } from "./theme.ts";

const PREFIX_MS = 1500;
export const SEARCH_ID = "search-box";

export const isHelpOpen = signal(false);

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The first row of the first table gets the focus, so that j and k go on from there. */
function focusTable(): void {
  const row = document.querySelector<HTMLElement>("main tbody tr[tabindex='0']");
  row?.focus();
}

let prefixAt = Number.NEGATIVE_INFINITY;

function onKeyDown(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.key === "Escape") {
    isHelpOpen.value = false;
    if (isTyping(event.target)) (event.target as HTMLElement).blur();
    return;
  }
  if (isTyping(event.target)) return;
  const isAfterPrefix = performance.now() - prefixAt < PREFIX_MS;
  prefixAt = Number.NEGATIVE_INFINITY;
  if (isAfterPrefix) {
    const view = VIEWS.find(({ key, rights }) => key === event.key && mayDo(...rights));
    if (view) {
      event.preventDefault();
      go(view.name);
    }
    return;
  }
  const actions: Record<string, () => void> = {
    "/": () => document.getElementById(SEARCH_ID)?.focus(),
    g: () => {
      prefixAt = performance.now();
    },
    u: () => history.back(),
    U: () => history.forward(),
    t: nextTheme,
    "?": () => {
      isHelpOpen.value = !isHelpOpen.value;
    },
    j: focusTable,
    k: focusTable,
  };
  const action = actions[event.key];
  if (action) {
    event.preventDefault();
    action();
  }
}

export const listenToKeys = (): void => document.addEventListener("keydown", onKeyDown);
