// The words of pictures, from the catalogue.
import { systemOf } from "../client/names.ts";
import { kindText } from "../format/kinds.tsx";
import { formatCount } from "../format/number.ts";
import { text } from "../text/index.ts";
import type { PictureWords } from "./elements.tsx";
import type { PictureEdge, PictureNode } from "./model.ts";

const words = text.picture;
const permissions = text.permissions as Record<string, string>;
const sensitivities = text.sensitivities as Record<string, string>;

export const edgeText = (kind: string): string => words.edges[kind] ?? kind;

function title(node: PictureNode): string {
  return node.role === "fold"
    ? words.fold(formatCount(node.members.length), words.pluralKinds[node.kind] ?? kindText(node.kind))
    : node.name;
}

function qualified(node: PictureNode, word: string | undefined): string | undefined {
  return word && (node.role === "fold" ? words.upTo(word.toLowerCase()) : word);
}

function subtitle(node: PictureNode): string {
  const permission = node.permission === null ? undefined : permissions[node.permission];
  const sensitivity = node.sensitivity === null ? undefined : sensitivities[node.sensitivity];
  const parts = [qualified(node, permission), qualified(node, sensitivity)].filter((part) => part !== undefined);
  if (node.role === "fold" && permission && sensitivity) return words.upTo(`${permission}, ${sensitivity}`.toLowerCase());
  if (parts.length > 0) return parts.join(" · ");
  const system = systemOf(node.id);
  return node.role === "fold" || system === "" ? kindText(node.kind) : `${kindText(node.kind)} · ${system}`;
}

function describeNode(node: PictureNode): string {
  const parts = [
    title(node),
    node.role === "fold" ? undefined : `${kindText(node.kind)} ${systemOf(node.id)}`.trim(),
    node.role === "between" ? words.onTheWay : undefined,
    node.permission === null ? undefined : (qualified(node, permissions[node.permission]) ?? node.permission),
    node.permission !== null && !node.permissionKnown ? words.assumed : undefined,
    node.sensitivity === null ? undefined : qualified(node, sensitivities[node.sensitivity]),
    node.exercised === null ? undefined : text.uses[node.exercised],
    node.role === "fold" ? words.opensFold : undefined,
  ];
  return parts.filter(Boolean).join(", ");
}

function describeEdge(edge: PictureEdge, source: PictureNode, target: PictureNode): string {
  const parts = [
    `${title(source)} ${edgeText(edge.kind)} ${title(target)}`,
    edge.permission === null ? undefined : permissions[edge.permission],
    edge.exercised === null ? undefined : text.uses[edge.exercised],
    words.claims(edge.evidence.length),
  ];
  return parts.filter(Boolean).join(", ");
}

/** `heading` names a column; the rest is the same in every picture. */
export function pictureWords(heading: (hop: number, size: string) => string): PictureWords {
  return {
    roleDescription: words.roleDescription,
    zoom: words.zoom,
    zoomIn: words.zoomIn,
    zoomOut: words.zoomOut,
    fit: words.fit,
    hop: (hop, size) => heading(hop, formatCount(size)),
    title,
    subtitle,
    describeNode,
    describeEdge,
    edge: edgeText,
    cut: words.cut,
    gone: words.gone,
  };
}
