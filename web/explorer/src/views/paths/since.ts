/** Since when a path holds as a whole: since its last edge came. */

interface DatedEdge {
  readonly since?: string | null;
}

/** The moment and the edge that came last; null where of any edge nobody knows since when it holds. */
export function heldSince<Edge extends DatedEdge>(edges: readonly Edge[]): { readonly at: string; readonly edge: Edge } | null {
  let last: { at: string; edge: Edge } | null = null;
  for (const edge of edges) {
    if (!edge.since) return null;
    if (last === null || Date.parse(edge.since) > Date.parse(last.at)) last = { at: edge.since, edge };
  }
  return last;
}
