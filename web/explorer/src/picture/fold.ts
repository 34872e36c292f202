/** Siblings that differ in nothing but themselves, drawn as one. */

import {
  PERMISSION_ORDER,
  SENSITIVITY_ORDER,
  bestExercised,
  byText,
  edgeKey,
  highest,
  type PictureEdge,
  type PictureGraph,
  type PictureNode,
} from "./model.ts";

/** More siblings than this fold. */
export const FOLD_ABOVE = 12;

/** The id of a fold names its first member, which is an id of the answer and so may stand in the URL. */
export const FOLD_PREFIX = "fold:";

export interface FoldOptions {
  /** First members of the folds that are open. */
  readonly expanded: ReadonlySet<string>;
  /** Nodes that are drawn for themselves whatever their siblings, such as pinned or selected ones. */
  readonly separate: ReadonlySet<string>;
  readonly above?: number;
}

/**
 * The graph with every group of more than `above` siblings as one node. Siblings have the same kind, column, and edges
 * of the same kinds to the same neighbours. Ends of the picture never fold; nor does what other nodes hang on alone.
 */
export function foldSiblings(graph: PictureGraph, options: FoldOptions): PictureGraph {
  const groups = siblingGroups(graph, options.above ?? FOLD_ABOVE);
  const foldOf = new Map<string, string>();
  const folds: PictureNode[] = [];
  for (const members of groups) {
    const first = members[0];
    if (first === undefined || options.expanded.has(first.id)) continue;
    const folded = members.filter((node) => !options.separate.has(node.id));
    if (folded.length < 2) continue;
    const fold = foldNode(first.id, folded);
    folds.push(fold);
    for (const node of folded) foldOf.set(node.id, fold.id);
  }
  if (folds.length === 0) return graph;
  const edges = foldedEdges(graph.edges, foldOf);
  const keys = new Map(graph.edges.map((edge) => [edge.key, foldedKey(edge, foldOf)]));
  return {
    nodes: [...graph.nodes.filter((node) => !foldOf.has(node.id)), ...folds].sort((left, right) => byText(left.id, right.id)),
    edges,
    routes: new Map([...graph.routes].map(([id, route]) => [id, route.map((key) => keys.get(key) ?? key)])),
  };
}

/** The first member of each group of siblings that would fold, by member. */
export function foldKeys(graph: PictureGraph, above: number = FOLD_ABOVE): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const members of siblingGroups(graph, above))
    for (const node of members) if (members[0]) keys.set(node.id, members[0].id);
  return keys;
}

function siblingGroups(graph: PictureGraph, above: number): readonly (readonly PictureNode[])[] {
  const ties = new Map<string, string[]>();
  const add = (id: string, tie: string): void => {
    const known = ties.get(id);
    if (known === undefined) ties.set(id, [tie]);
    else known.push(tie);
  };
  for (const edge of graph.edges) {
    add(edge.source, `out\t${edge.kind}\t${edge.target}`);
    add(edge.target, `in\t${edge.kind}\t${edge.source}`);
  }
  const groups = new Map<string, PictureNode[]>();
  for (const node of graph.nodes) {
    const own = ties.get(node.id);
    if (node.role === "start" || own === undefined) continue;
    const signature = [node.kind, String(node.hop), ...own.sort(byText)].join("\n");
    const known = groups.get(signature);
    if (known === undefined) groups.set(signature, [node]);
    else known.push(node);
  }
  return [...groups.values()]
    .filter((members) => members.length > above)
    .map((members) => members.sort((left, right) => byText(left.id, right.id)));
}

function foldNode(key: string, members: readonly PictureNode[]): PictureNode {
  const first = members[0] as PictureNode;
  return members.reduce<PictureNode>(
    (fold, node) => ({
      ...fold,
      permission: highest(PERMISSION_ORDER, fold.permission, node.permission),
      permissionKnown: fold.permissionKnown && node.permissionKnown,
      sensitivity: highest(SENSITIVITY_ORDER, fold.sensitivity, node.sensitivity),
      exercised: bestExercised(fold.exercised, node.exercised),
      lastUsed: (fold.lastUsed ?? "") >= (node.lastUsed ?? "") ? fold.lastUsed : node.lastUsed,
    }),
    { ...first, id: FOLD_PREFIX + key, name: "", role: "fold", members: members.map((node) => node.id) },
  );
}

function foldedKey(edge: PictureEdge, foldOf: ReadonlyMap<string, string>): string {
  return edgeKey({
    source: foldOf.get(edge.source) ?? edge.source,
    kind: edge.kind,
    target: foldOf.get(edge.target) ?? edge.target,
  });
}

function foldedEdges(edges: readonly PictureEdge[], foldOf: ReadonlyMap<string, string>): readonly PictureEdge[] {
  const folded = new Map<string, PictureEdge & { evidence: PictureEdge["evidence"][number][] }>();
  for (const edge of edges) {
    const key = foldedKey(edge, foldOf);
    const known = folded.get(key);
    if (known === undefined) {
      folded.set(key, {
        ...edge,
        key,
        source: foldOf.get(edge.source) ?? edge.source,
        target: foldOf.get(edge.target) ?? edge.target,
        evidence: [...edge.evidence],
      });
      continue;
    }
    known.evidence.push(...edge.evidence);
    folded.set(key, {
      ...known,
      permission: highest(PERMISSION_ORDER, known.permission, edge.permission),
      exercised: bestExercised(known.exercised, edge.exercised),
    });
  }
  return [...folded.values()].sort((left, right) => byText(left.key, right.key));
}
