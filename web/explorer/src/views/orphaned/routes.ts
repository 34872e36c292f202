/** The routes of an orphaned root as a picture, and what a revocation does to it. */
import type { OrphanedPathPartsFragment, OrphanedRootPartsFragment, RevocationOfQuery } from "../../client/generated/graphql.ts";
import { localPart } from "../../client/names.ts";
import { bareNode, byText, edgeKey, kindOfId, reachGraph, type PictureEdge, type PictureGraph, type PictureMarks, type PictureNode, type ReachedRow } from "../../picture/model.ts";
import { text } from "../../text/index.ts";
import { writeEdge } from "../what-if/edits.ts";

export type Route = OrphanedPathPartsFragment;
export type Revocation = Extract<RevocationOfQuery["revocation"], { readonly __typename: "Revocation" }>;

/** No kind of edge of the graph: what a revocation would do to somebody. */
const LOSES = "LOSES";

interface PathKey {
  readonly root: string;
  readonly target: string;
}

/** The most rows that the API has on a page. */
export const PAGE_ROWS = 200;

/** Since when a root is one: the earliest moment that any of its reasons knows, as its spend has it. */
export const sinceOf = ({ reasons }: Pick<OrphanedRootPartsFragment, "reasons">): string | null =>
  reasons.reduce<string | null>((first, { since }) => (since && (first === null || since < first) ? since : first), null);

/** Why nobody answers for a root, by the code of a reason. */
export const reasonText = (code: string, root: string): string =>
  (kindOfId(root) === "Identity" ? text.reasonsOfPeople[code] : undefined) ?? text.reasons[code] ?? code;

/** The name of what a route leads to, which the last edge of its walk has. */
export const targetName = ({ target, witness }: Route): string => witness.at(-1)?.targetName ?? localPart(target);

/** Where the walks of the routes begin: at the root, or at what it alone holds. */
const startsOf = (root: string, routes: readonly Route[]): readonly string[] => [...new Set([root, ...routes.flatMap(({ witness }) => witness.slice(0, 1).map(({ source }) => source))])];

/** The witnesses of the routes, the root at the left. Last use shows whether a route is used; that none was seen proves nothing. */
export function routeGraph(root: string, routes: readonly Route[]): PictureGraph {
  const rows = routes.map(
    (route): ReachedRow => ({
      id: route.target,
      kind: kindOfId(route.target),
      name: targetName(route),
      permission: route.permission ?? null,
      permissionKnown: true,
      hops: route.hops,
      exercised: route.lastUsed ? "YES" : "UNKNOWN",
      lastUsed: route.lastUsed ?? null,
      witness: route.witness,
    }),
  );
  return reachGraph(startsOf(root, routes), rows, "out");
}

/** With the people who would lose data of the picture, each beside what they lose. */
export function withCollateral(graph: PictureGraph, collateral: readonly { readonly id: string; readonly name: string; readonly loses: readonly string[] }[]): PictureGraph {
  const hopOf = new Map(graph.nodes.map(({ id, hop }) => [id, hop]));
  const nodes: PictureNode[] = [];
  const edges: PictureEdge[] = [];
  for (const { id, name, loses } of collateral) {
    const lost = loses.filter((target) => hopOf.has(target));
    if (lost.length === 0) continue;
    if (!hopOf.has(id)) nodes.push(bareNode(id, name, Math.max(0, Math.max(...lost.map((target) => hopOf.get(target) ?? 0)) - 1), "between"));
    for (const target of lost) edges.push({ key: edgeKey({ source: id, kind: LOSES, target }), source: id, target, kind: LOSES, permission: null, exercised: null, evidence: [] });
  }
  return nodes.length + edges.length === 0 ? graph : { ...graph, nodes: [...graph.nodes, ...nodes].sort((left, right) => byText(left.id, right.id)), edges: [...graph.edges, ...edges] };
}

/** The data sources that a revocation has to cut off. */
export const dataTargets = (routes: readonly Route[]): readonly string[] => [...new Set(routes.map(({ target }) => target))].filter((id) => kindOfId(id) === "DataSource");

/** What a revocation takes away, as the what-if question takes it; without one, the root and what it alone holds. */
export function removalsOf(revocation: Revocation | undefined, root: string, folded: readonly string[]): readonly string[] {
  if (revocation === undefined || revocation.edges.length + revocation.nodes.length === 0) return [root, ...folded];
  return [...revocation.edges.map(writeEdge), ...revocation.nodes];
}

/** What is cut, by id of a node or key of an edge as the picture has them. */
export function cutOf(revocation: Revocation | undefined, root: string, folded: readonly string[]): ReadonlySet<string> {
  if (revocation === undefined || revocation.edges.length + revocation.nodes.length === 0) return new Set([root, ...folded]);
  return new Set([...revocation.edges.map(edgeKey), ...revocation.nodes]);
}

/**
 * What would go: everything that lies on no route that stays. `closed` and `opened` are those of the what-if answer; a route
 * that is in both stays with another permission.
 */
export function goneOf(graph: PictureGraph, root: string, closed: readonly PathKey[], opened: readonly PathKey[]): ReadonlySet<string> {
  const targetsOf = (paths: readonly PathKey[]): ReadonlySet<string> => new Set(paths.filter((path) => path.root === root).map(({ target }) => target));
  const [ended, begun] = [targetsOf(closed), targetsOf(opened)];
  const kept = new Set([...graph.routes].filter(([target]) => !ended.has(target) || begun.has(target)).flatMap(([target, keys]) => [target, ...keys]));
  for (const edge of graph.edges)
    if (kept.has(edge.key)) {
      kept.add(edge.source);
      kept.add(edge.target);
    }
  const ids = [...graph.nodes.filter(({ role }) => role !== "start").map(({ id }) => id), ...graph.edges.map(({ key }) => key)];
  return new Set(ids.filter((id) => !kept.has(id)));
}

/** The marks of the picture: what is to be cut always, what goes with it while it is tried. */
export const marksOf = (cut: ReadonlySet<string>, gone: ReadonlySet<string> | null): PictureMarks => ({ cut, gone: gone ?? new Set() });

/** A walk in one line. */
export const writeWalk = ({ witness }: Route): string =>
  witness.map(({ source, kind, target }, index) => (index === 0 ? `${source} -${kind}-> ${target}` : `-${kind}-> ${target}`)).join(" ");
