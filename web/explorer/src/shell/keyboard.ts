// Keys that work everywhere: `/` searches, `]` and `[` go from list to list, `g` and a letter goes to a view, `u` goes back, `?` lists them.
import { signal } from "@preact/signals";
import { mayDo } from "../client/session.ts";
import { go } from "../location/location.ts";
import { stepAsOf, toggleComparison } from "./AsOf.tsx";
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

/** The row that Tab stops at of the table after, or before, the one that has the focus. */
function focusNextTable(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>("main tbody tr[tabindex='0']")];
  const table = document.activeElement?.closest("table") ?? null;
  const at = rows.findIndex((row) => row.closest("table") === table);
  const next = at < 0 ? (step === 1 ? 0 : rows.length - 1) : at + step;
  rows[next]?.focus();
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
    "<": () => stepAsOf(-1),
    ">": () => stepAsOf(1),
    c: toggleComparison,
    "?": () => {
      isHelpOpen.value = !isHelpOpen.value;
    },
    "]": () => focusNextTable(1),
    "[": () => focusNextTable(-1),
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
