// The URL as a typed value: a view and its parameters, in the hash, so that ids never reach the log of a server.
import { computed, signal } from "@preact/signals";

export type Params = Readonly<Record<string, readonly string[]>>;

/** Where the page is. `params` hold ids, moments and choices; never names or answers. */
export interface Location {
  readonly view: string;
  readonly params: Params;
}

export const HOME = "home";

// These go along from view to view: they say of which moment everything is, and which one it is compared with.
const CARRIED = ["asOf", "compare"];
// Readable in a hash without escaping.
const PLAIN = /%(3A|2F|40|2C|3E|20)/g;
const PLAIN_TEXT: Record<string, string> = { "%3A": ":", "%2F": "/", "%40": "@", "%2C": ",", "%3E": ">", "%20": "+" };

function encode(text: string): string {
  return encodeURIComponent(text).replace(PLAIN, (code) => PLAIN_TEXT[code]!);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", "%20"));
  } catch {
    return text;
  }
}

/** The location that a hash writes; what cannot be read is the home page. */
export function readHash(hash: string): Location {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split(/\?(.*)/s);
  const params: Record<string, string[]> = Object.create(null);
  for (const part of query.split("&")) {
    const [name = "", text = ""] = part.split(/=(.*)/s);
    if (name) (params[decode(name)] ??= []).push(decode(text));
  }
  return { view: decode(path) || HOME, params: { ...params } };
}

/** The hash of a location; parameters in order of their names, so that equal locations have equal hashes. */
export function writeHash({ view, params }: Location): string {
  const parts = Object.keys(params)
    .sort()
    .flatMap((name) => params[name]!.map((text) => `${encode(name)}=${encode(text)}`));
  const path = view === HOME ? "" : encode(view);
  return `#/${path}${parts.length ? `?${parts.join("&")}` : ""}`;
}

export const location = signal<Location>(readHash(globalThis.location?.hash ?? ""));

/** The moment that every view asks about, as the URL has it; undefined: now. */
export const asOf = computed(() => location.value.params["asOf"]?.[0]);

/** The earlier moment that every view is compared with; undefined: nothing is compared. */
export const compareWith = computed(() => location.value.params["compare"]?.[0]);

type Given = Readonly<Record<string, string | number | boolean | readonly string[] | undefined | null>>;

function written(given: Given): Params {
  const params: Record<string, readonly string[]> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null || value === "" || value === false) continue;
    const texts = Array.isArray(value) ? (value as readonly string[]) : [String(value)];
    if (texts.length) params[name] = texts;
  }
  return params;
}

/** The location of another view, at the same moment. */
export function locate(view: string, given: Given = {}): Location {
  const carried: Record<string, readonly string[]> = {};
  for (const name of CARRIED) {
    const texts = location.value.params[name];
    if (texts) carried[name] = texts;
  }
  return { view, params: { ...carried, ...written(given) } };
}

/** The address of another view: the href of a link. */
export const href = (view: string, given: Given = {}): string => writeHash(locate(view, given));

/** Take a hash over at once: the browser reports it later, and whoever presses two keys means the second from where the first led. */
function enter(hash: string): void {
  if (hash !== writeHash(location.value)) location.value = readHash(hash);
}

/** Go to another view; Back returns. */
export function go(view: string, given: Given = {}): void {
  const hash = href(view, given);
  globalThis.location.hash = hash;
  enter(hash);
}

/** Change parameters of this view; undefined removes one. Back returns unless `replace`: for what is typed or dragged. */
export function change(given: Given, replace = false): void {
  const params: Record<string, readonly string[]> = { ...location.value.params };
  for (const name of Object.keys(given)) delete params[name];
  const hash = writeHash({ view: location.value.view, params: { ...params, ...written(given) } });
  if (hash === writeHash(location.value)) return;
  if (replace) history.replaceState(null, "", hash);
  else globalThis.location.hash = hash;
  enter(hash);
}

/** The first value of a parameter. */
export const param = (name: string): string | undefined => location.value.params[name]?.[0];

/** All values of a parameter. */
export const params = (name: string): readonly string[] => location.value.params[name] ?? [];

/** Follow the address bar from now on. */
export function follow(): void {
  window.addEventListener("hashchange", () => {
    enter(writeHash(readHash(globalThis.location.hash)));
  });
}
