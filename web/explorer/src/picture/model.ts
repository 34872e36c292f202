/** Nodes and edges of a picture, made from the rows of an answer and nothing else. */

export type Exercised = "YES" | "INDIRECT" | "NO" | "UNKNOWN";

/** One edge of a witness as the API gives it. */
export interface WitnessEdge {
  readonly source: string;
  readonly kind: string;
  readonly target: string;
  readonly permission?: string | null;
  readonly claimedBy: string;
  readonly since?: string | null;
  readonly evidence?: string | null;
  readonly sourceName: string;
  readonly targetName: string;
}

/** One row of `reached`: of a blast radius what is reached, of an exposure who reaches. */
export interface ReachedRow {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly permission?: string | null;
  readonly permissionKnown: boolean;
  readonly hops: number;
  readonly exercised: string;
  readonly lastUsed?: string | null;
  readonly sensitivity?: string | null;
  readonly witness: readonly WitnessEdge[];
}

/** One of the ways from one node to another. */
export interface PathRow {
  readonly hops: number;
  readonly permission?: string | null;
  readonly edges: readonly WitnessEdge[];
}

/** `reached` has a row of its own; `between` only lies on the way to one. */
export type Role = "start" | "reached" | "between" | "fold";

export interface PictureNode {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** The column: how many edges from the left end of the picture. */
  readonly hop: number;
  readonly role: Role;
  readonly permission: string | null;
  readonly permissionKnown: boolean;
  readonly sensitivity: string | null;
  readonly exercised: Exercised | null;
  readonly lastUsed: string | null;
  /** The ids that a fold stands for, in order; empty for a node. */
  readonly members: readonly string[];
}

export interface PictureEdge {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly kind: string;
  readonly permission: string | null;
  /** Of what the edge leads to: the best that any of its rows says. Null where no row says anything. */
  readonly exercised: Exercised | null;
  /** Who claims it; a folded edge has that of each edge it stands for. */
  readonly evidence: readonly WitnessEdge[];
}

export interface PictureGraph {
  /** By id. */
  readonly nodes: readonly PictureNode[];
  /** By key. */
  readonly edges: readonly PictureEdge[];
  /** Of each row, by id: the keys of the edges of its witness, in order. */
  readonly routes: ReadonlyMap<string, readonly string[]>;
}

/** What a change would do, by ids of nodes and keys of edges; nothing of it moves anything. */
export interface PictureMarks {
  /** What is cut itself. */
  readonly cut: ReadonlySet<string>;
  /** What would go with it. */
  readonly gone: ReadonlySet<string>;
}

/** Orders texts by code unit, which no language or browser changes. */
export function byText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

export function edgeKey(edge: { source: string; kind: string; target: string }): string {
  return `${edge.source}\t${edge.kind}\t${edge.target}`;
}

/** The kind of a node, which its id begins with. */
export function kindOfId(id: string): string {
  const colon = id.indexOf(":");
  return colon > 0 ? id.slice(0, colon) : "Unknown";
}

/** What stands for a name where the API gave none: the id without its kind. */
export function keyOfId(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

// Seen in use beats not known, which beats seen unused: unknown is never drawn as unused.
const EXERCISED_ORDER: readonly Exercised[] = ["NO", "UNKNOWN", "INDIRECT", "YES"];

export function bestExercised(left: Exercised | null, right: Exercised | null): Exercised | null {
  if (left === null || right === null) return left ?? right;
  return EXERCISED_ORDER.indexOf(left) >= EXERCISED_ORDER.indexOf(right) ? left : right;
}

export const PERMISSION_ORDER: readonly string[] = ["DISCOVER", "READ", "WRITE", "ADMIN"];
export const SENSITIVITY_ORDER: readonly string[] = ["public", "internal", "unknown", "confidential", "restricted"];

/** The higher of two words of an order; a word that the order lacks is the lowest. */
export function highest(order: readonly string[], left: string | null, right: string | null): string | null {
  if (left === null || right === null) return left ?? right;
  return order.indexOf(left) >= order.indexOf(right) ? left : right;
}

class GraphBuilder {
  private readonly nodes = new Map<string, PictureNode>();
  private readonly edges = new Map<string, PictureEdge>();
  private readonly routes = new Map<string, readonly string[]>();

  setNode(node: PictureNode): void {
    this.nodes.set(node.id, node);
  }

  /** A node without a row, in the column that `choose` picks of those it is named at. */
  addNamed(id: string, name: string, hop: number, choose: (left: number, right: number) => number): void {
    const known = this.nodes.get(id);
    if (known === undefined) this.setNode(bareNode(id, name, hop, "between"));
    else if (known.role === "between" && choose(known.hop, hop) !== known.hop)
      this.setNode({ ...known, hop: choose(known.hop, hop) });
  }

  /** The source names a start that no row describes. */
  renameStart(id: string, name: string): void {
    const known = this.nodes.get(id);
    if (known?.role === "start" && known.name === keyOfId(id)) this.setNode({ ...known, name });
  }

  addEdge(edge: WitnessEdge, exercised: Exercised | null): string {
    const key = edgeKey(edge);
    const known = this.edges.get(key);
    this.edges.set(key, {
      key,
      source: edge.source,
      target: edge.target,
      kind: edge.kind,
      permission: highest(PERMISSION_ORDER, known?.permission ?? null, edge.permission ?? null),
      exercised: bestExercised(known?.exercised ?? null, exercised),
      evidence: merged(known?.evidence ?? [], edge),
    });
    return key;
  }

  setRoute(id: string, keys: readonly string[]): void {
    this.routes.set(id, keys);
  }

  graph(): PictureGraph {
    return {
      nodes: [...this.nodes.values()].sort((left, right) => byText(left.id, right.id)),
      edges: [...this.edges.values()].sort((left, right) => byText(left.key, right.key)),
      routes: this.routes,
    };
  }
}

/** One evidence per source that claims the edge, by source. */
function merged(evidence: readonly WitnessEdge[], edge: WitnessEdge): readonly WitnessEdge[] {
  if (evidence.some((claim) => claim.claimedBy === edge.claimedBy && claim.permission === edge.permission)) return evidence;
  return [...evidence, edge].sort(
    (left, right) => byText(left.claimedBy, right.claimedBy) || byText(left.permission ?? "", right.permission ?? ""),
  );
}

/** A node of which nothing but its name is known. */
export function bareNode(id: string, name: string, hop: number, role: Role): PictureNode {
  return {
    id,
    kind: kindOfId(id),
    name: name || keyOfId(id),
    hop,
    role,
    permission: null,
    permissionKnown: true,
    sensitivity: null,
    exercised: null,
    lastUsed: null,
    members: [],
  };
}

/**
 * The picture of a blast radius (`ends` are its start, at the left) or of an exposure (`ends` is its target, at the
 * right). Columns are hops; every edge is one of a witness.
 */
export function reachGraph(ends: readonly string[], rows: readonly ReachedRow[], direction: "out" | "in"): PictureGraph {
  const builder = new GraphBuilder();
  const last = direction === "in" ? Math.max(0, ...rows.map((row) => row.hops)) : 0;
  const column = (hops: number): number => (direction === "in" ? last - hops : hops);
  for (const id of ends) builder.setNode(bareNode(id, keyOfId(id), column(0), "start"));
  const endIds = new Set(ends);
  for (const row of rows) if (!endIds.has(row.id)) builder.setNode(rowNode(row, column(row.hops)));
  for (const row of rows) {
    const exercised = row.exercised as Exercised;
    const keys = row.witness.map((edge, index) => {
      const fromEnd = direction === "in" ? row.witness.length - index : index;
      const step = direction === "in" ? -1 : 1;
      builder.addNamed(edge.source, edge.sourceName, column(fromEnd), direction === "in" ? Math.max : Math.min);
      builder.addNamed(edge.target, edge.targetName, column(fromEnd + step), direction === "in" ? Math.max : Math.min);
      builder.renameStart(edge.source, edge.sourceName);
      builder.renameStart(edge.target, edge.targetName);
      return builder.addEdge(edge, exercised);
    });
    builder.setRoute(row.id, keys);
  }
  return builder.graph();
}

function rowNode(row: ReachedRow, hop: number): PictureNode {
  return {
    ...bareNode(row.id, row.name, hop, "reached"),
    kind: row.kind,
    permission: row.permission ?? null,
    permissionKnown: row.permissionKnown,
    sensitivity: row.sensitivity ?? null,
    exercised: row.exercised as Exercised,
    lastUsed: row.lastUsed ?? null,
  };
}

/** The picture of the ways from one node to another. The route of a way is kept under its number, "0" first. */
export function pathGraph(from: string, to: string, paths: readonly PathRow[]): PictureGraph {
  const builder = new GraphBuilder();
  const last = Math.max(1, ...paths.map((path) => path.edges.length));
  builder.setNode(bareNode(from, keyOfId(from), 0, "start"));
  if (to !== from) builder.setNode(bareNode(to, keyOfId(to), last, "start"));
  paths.forEach((path, number) => {
    const keys = path.edges.map((edge, index) => {
      builder.addNamed(edge.source, edge.sourceName, index, Math.max);
      builder.addNamed(edge.target, edge.targetName, index + 1, Math.max);
      builder.renameStart(edge.source, edge.sourceName);
      builder.renameStart(edge.target, edge.targetName);
      return builder.addEdge(edge, null);
    });
    builder.setRoute(String(number), keys);
  });
  return builder.graph();
}

function addTo(lists: Map<string, string[]>, key: string, id: string): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [id]);
  else known.push(id);
}

/** The graph without some nodes, and without what only they lead to from an end that stays. */
export function withoutNodes(graph: PictureGraph, hidden: ReadonlySet<string>): PictureGraph {
  if (hidden.size === 0) return graph;
  const near = new Map<string, string[]>();
  for (const edge of graph.edges) {
    if (hidden.has(edge.source) || hidden.has(edge.target)) continue;
    addTo(near, edge.source, edge.target);
    addTo(near, edge.target, edge.source);
  }
  const ends = graph.nodes.filter((node) => node.role === "start" && !hidden.has(node.id)).map((node) => node.id);
  const visible = new Set(ends);
  for (let next = ends.pop(); next !== undefined; next = ends.pop())
    for (const id of near.get(next) ?? [])
      if (!visible.has(id)) {
        visible.add(id);
        ends.push(id);
      }
  return {
    nodes: graph.nodes.filter((node) => visible.has(node.id)),
    edges: graph.edges.filter((edge) => visible.has(edge.source) && visible.has(edge.target)),
    routes: graph.routes,
  };
}
