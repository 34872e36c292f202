// Keys of cost as people read them: nodes, texts, and what stands where no rule can name a node.
import { nameOf } from "../../client/names.ts";
import { NodeChip } from "../../parts/NodeChip.tsx";
import { text } from "../../text/index.ts";

export const isNode = (value: string): boolean => /^[A-Z][A-Za-z]+:/.test(value);
export const isNameless = (value: string): boolean => value.startsWith("~");

/** The words of a value that is no node. */
export const keyWords = (value: string): string => text.cost.nameless[value] ?? text.cost.ownerStates[value] ?? value;

/** A value in plain text: of a node its name as far as it is known by now. */
export const keyText = (value: string): string => (isNode(value) ? nameOf(value) : keyWords(value));

/** A value, as a link where there is somewhere to go. */
export function KeyLabel({ value, address }: { value: string; address?: string | undefined }) {
  if (isNode(value)) return address === undefined ? <NodeChip id={value} plain /> : <NodeChip id={value} href={address} />;
  const words = <span class={isNameless(value) ? "key-nameless" : ""}>{keyWords(value)}</span>;
  return address === undefined ? words : <a href={address}>{words}</a>;
}
