// Names of nodes of which an answer, or the URL, gives the id alone: asked for in one batch for all that are wanted.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { asOf } from "../location/location.ts";
import { ask } from "./ask.ts";
import { NamesDocument } from "./generated/graphql.ts";

const BATCH = 200;
const names = signal<ReadonlyMap<string, string>>(new Map());
const wanted = new Set<string>();
let timer = 0;

/** The name of a node if it is known by now; asks for it otherwise. */
export function useName(id: string, given?: string | null): string {
  const known = given ?? names.value.get(id);
  useEffect(() => {
    if (known !== undefined || !id.includes(":")) return;
    wanted.add(id);
    timer ||= window.setTimeout(fetchNames);
  }, [id, known]);
  return known || localPart(id);
}

/** The name of a node as far as it is known by now, for words that are no component of their own. */
export const nameOf = (id: string): string => names.value.get(id) ?? localPart(id);

async function fetchNames(): Promise<void> {
  timer = 0;
  const ids = [...wanted].slice(0, BATCH);
  for (const id of ids) wanted.delete(id);
  // Those beyond a batch are the next one.
  if (wanted.size) timer = window.setTimeout(fetchNames);
  try {
    const { nodes } = await ask(NamesDocument, { ids, asOf: asOf.value ?? null });
    const next = new Map(names.value);
    nodes.forEach((node, index) => next.set(ids[index]!, node?.name || localPart(ids[index]!)));
    names.value = next;
  } catch {
    // The ids stay: an unknown name is no reason to fail.
  }
}

/** What stands for a name in an id: `Kind:system/rest` without what is before the first slash. */
export function localPart(id: string): string {
  const slash = id.indexOf("/");
  return slash < 0 ? id : id.slice(slash + 1) || id;
}

export const kindOf = (id: string): string => id.slice(0, Math.max(0, id.indexOf(":")));

/** The system that an id was given by: `okta` of `Account:okta/ada`. */
export function systemOf(id: string): string {
  const rest = id.slice(id.indexOf(":") + 1);
  return rest.includes("/") ? rest.slice(0, rest.indexOf("/")) : "";
}
