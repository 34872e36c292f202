// Who asks: the name, the rights, and whether there is a session of this browser to sign out of.
import { signal } from "@preact/signals";

export interface Session {
  readonly name: string;
  readonly method: string;
  readonly rights: readonly string[];
  readonly session: boolean;
}

const RETURN = "remit.return";

// Once the page leads elsewhere, what is still asked and refused must not lead to yet another place.
let isLeaving = false;

export const session = signal<Session | null>(null);

/** Whether the caller has one of these rights; before it is known, nothing is offered. */
export const mayDo = (...rights: readonly string[]): boolean =>
  rights.some((right) => session.value?.rights.includes(right));

/** Ask the server who this is; without a session it leads to signing in. */
export async function fetchSession(): Promise<void> {
  const response = await fetch("session", { headers: { accept: "application/json" } });
  if (response.status === 401) onUnauthorized();
  if (response.ok) session.value = (await response.json()) as Session;
}

/** End the session of this browser. */
export async function signOut(): Promise<void> {
  isLeaving = true;
  const response = await fetch("logout", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  isLeaving = response.ok;
  if (response.ok) globalThis.location.assign("signed-out");
}

/** Sign in, and come back to the same view: the address of the login page cannot carry a hash. */
export function onUnauthorized(): void {
  if (isLeaving) return;
  isLeaving = true;
  sessionStorage.setItem(RETURN, globalThis.location.hash);
  globalThis.location.assign("login?next=/");
}

/** The hash that a sign-in interrupted, once. */
export function interruptedHash(): string {
  const hash = sessionStorage.getItem(RETURN) ?? "";
  sessionStorage.removeItem(RETURN);
  return hash;
}
