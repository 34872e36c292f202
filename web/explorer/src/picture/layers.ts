/** Positions by columns of hops: the same graph gives the same positions, whatever the order it comes in. */

import { byText } from "./model.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A column of the picture, or several side by side where one would be too tall. */
export interface Band {
  readonly hop: number;
  readonly x: number;
  readonly width: number;
  readonly size: number;
}

export interface Layout {
  /** The middle of each node. */
  readonly positions: ReadonlyMap<string, Point>;
  readonly bands: readonly Band[];
  /** Where an edge over several columns goes through those between, from left to right, by `bendKey`. */
  readonly bends: ReadonlyMap<string, readonly Point[]>;
  readonly bounds: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
}

export interface LayoutOptions {
  /** Where nodes stay that a person put somewhere. */
  readonly pinned?: ReadonlyMap<string, Point>;
}

export const NODE_WIDTH = 188;
export const NODE_HEIGHT = 40;
const ROW_HEIGHT = 52;
const GAP_BETWEEN_HOPS = 76;
const GAP_IN_BAND = 16;
const SWEEPS = 8;
const ALIGNMENTS = 4;
const LEAST_ROWS = 60;
/** Beyond so many, lines go straight: what they pass behind cannot be told apart any more. */
const MOST_BENDS = 400;

export function bendKey(edge: { readonly source: string; readonly target: string }): string {
  return `${edge.source}\t${edge.target}`;
}

type Places = readonly { readonly id: string; readonly hop: number }[];
type Ties = readonly { readonly source: string; readonly target: string }[];

// No id of a node begins so.
const BEND_PREFIX = "\u0000";

/** With a place of its own in every column that an edge passes, so that it passes between nodes and not behind them. */
function withBends(nodes: Places, edges: Ties): { nodes: Places; edges: Ties; bendsOf: ReadonlyMap<string, readonly string[]> } {
  const hopOf = new Map(nodes.map((node) => [node.id, node.hop]));
  const hops = [...new Set(hopOf.values())].sort((left, right) => left - right);
  const bendsOf = new Map<string, readonly string[]>();
  const bends: { id: string; hop: number }[] = [];
  const ties = new Map<string, { source: string; target: string }>();
  for (const edge of edges) {
    const [from, to] = [hopOf.get(edge.source), hopOf.get(edge.target)];
    const key = bendKey(edge);
    if (from === undefined || to === undefined || bendsOf.has(key)) continue;
    const between = hops.filter((hop) => hop > from && hop < to);
    const ids = between.map((hop) => `${BEND_PREFIX}${key}\t${hop}`);
    bendsOf.set(key, ids);
    ids.forEach((id, index) => bends.push({ id, hop: between[index] ?? 0 }));
    const stops = [edge.source, ...ids, edge.target];
    stops.slice(1).forEach((stop, index) => {
      const tie = { source: stops[index] ?? "", target: stop };
      ties.set(bendKey(tie), tie);
    });
  }
  if (bends.length > MOST_BENDS) return { nodes, edges, bendsOf: new Map() };
  return { nodes: [...nodes, ...bends], edges: [...ties.values()], bendsOf };
}

interface Indexed {
  readonly ids: readonly string[];
  readonly columns: readonly (readonly number[])[];
  readonly hops: readonly number[];
  readonly before: readonly (readonly number[])[];
  readonly after: readonly (readonly number[])[];
}

/**
 * Columns by hop, ordered by barycentres of the neighbours in eight sweeps, then each node as near to the middle of its
 * neighbours as the order allows. Nothing overlaps, but for what is pinned over each other. Cost: O(n log n + edges).
 */
export function layoutLayers(
  nodes: readonly { readonly id: string; readonly hop: number }[],
  edges: readonly { readonly source: string; readonly target: string }[],
  options: LayoutOptions = {},
): Layout {
  const bent = withBends(nodes, edges);
  const graph = indexed(bent.nodes, bent.edges);
  const rank = new Float64Array(graph.ids.length);
  let columns = graph.columns.map((column) => firstOrder(column, rank));
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const forward = sweep % 2 === 0;
    const order = forward ? columns.keys() : [...columns.keys()].reverse();
    for (const index of order)
      columns = columns.with(index, sortedByBarycentre(columns[index] ?? [], forward ? graph.before : graph.after, rank));
  }
  return placed(graph, columns, options.pinned ?? new Map(), bent.bendsOf);
}

function indexed(
  nodes: readonly { readonly id: string; readonly hop: number }[],
  edges: readonly { readonly source: string; readonly target: string }[],
): Indexed {
  const sorted = [...nodes].sort((left, right) => byText(left.id, right.id));
  const ids = sorted.map((node) => node.id);
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const hops = [...new Set(sorted.map((node) => node.hop))].sort((left, right) => left - right);
  const columnOf = new Map(hops.map((hop, column) => [hop, column]));
  const columns: number[][] = hops.map(() => []);
  sorted.forEach((node, index) => columns[columnOf.get(node.hop) ?? 0]?.push(index));
  const before: Set<number>[] = ids.map(() => new Set());
  const after: Set<number>[] = ids.map(() => new Set());
  for (const edge of edges) {
    const source = indexOf.get(edge.source);
    const target = indexOf.get(edge.target);
    if (source === undefined || target === undefined) continue;
    const distance = (sorted[target]?.hop ?? 0) - (sorted[source]?.hop ?? 0);
    if (distance === 0) continue;
    const [left, right] = distance > 0 ? [source, target] : [target, source];
    after[left]?.add(right);
    before[right]?.add(left);
  }
  const ordered = (sets: Set<number>[]): number[][] => sets.map((set) => [...set].sort((left, right) => left - right));
  return { ids, columns, hops, before: ordered(before), after: ordered(after) };
}

/** Ranks go from 0 to 1 in every column, so that columns of different sizes compare. */
function setRanks(column: readonly number[], rank: Float64Array): void {
  column.forEach((node, row) => {
    rank[node] = (row + 0.5) / column.length;
  });
}

function firstOrder(column: readonly number[], rank: Float64Array): readonly number[] {
  setRanks(column, rank);
  return column;
}

function mean(nodes: readonly number[], of: Float64Array): number {
  let sum = 0;
  for (const node of nodes) sum += of[node] ?? 0;
  return sum / nodes.length;
}

function sortedByBarycentre(
  column: readonly number[],
  neighbours: readonly (readonly number[])[],
  rank: Float64Array,
): readonly number[] {
  const centre = new Map<number, number>();
  for (const node of column) {
    const near = neighbours[node] ?? [];
    centre.set(node, near.length > 0 ? mean(near, rank) : (rank[node] ?? 0));
  }
  const order = [...column].sort(
    (left, right) =>
      (centre.get(left) ?? 0) - (centre.get(right) ?? 0) || (rank[left] ?? 0) - (rank[right] ?? 0) || left - right,
  );
  setRanks(order, rank);
  return order;
}

/** How many rows a column holds before it goes on beside itself: a picture is wider than tall. */
function mostRows(total: number): number {
  return Math.max(LEAST_ROWS, Math.ceil(Math.sqrt(total * 3)));
}

function placed(
  graph: Indexed,
  columns: readonly (readonly number[])[],
  pinned: ReadonlyMap<string, Point>,
  bendsOf: ReadonlyMap<string, readonly string[]>,
): Layout {
  const rows = mostRows(graph.ids.length);
  const x = new Float64Array(graph.ids.length);
  const y = new Float64Array(graph.ids.length);
  const bands: Band[] = [];
  let left = 0;
  columns.forEach((column, index) => {
    const parts = Math.ceil(column.length / rows);
    const tall = Math.ceil(column.length / parts);
    // Row by row: what belongs together stays at the height of what it hangs on.
    column.forEach((node, index) => {
      x[node] = left + NODE_WIDTH / 2 + (index % parts) * (NODE_WIDTH + GAP_IN_BAND);
      y[node] = (Math.floor(index / parts) - (tall - 1) / 2) * ROW_HEIGHT;
    });
    const width = parts * (NODE_WIDTH + GAP_IN_BAND) - GAP_IN_BAND;
    bands.push({ hop: graph.hops[index] ?? 0, x: left, width, size: column.filter((node) => !graph.ids[node]?.startsWith(BEND_PREFIX)).length });
    left += width + GAP_BETWEEN_HOPS;
  });
  align(graph, columns.map((column) => (column.length > rows ? [] : column)), y);
  const positions = new Map<string, Point>();
  const obstacles = [...pinned].filter(([id]) => graph.ids.includes(id)).map(([, point]) => point);
  columns.forEach((column) => {
    const free = column.filter((node) => !pinned.has(graph.ids[node] ?? ""));
    for (const [node, point] of cleared(free, x, y, obstacles)) positions.set(graph.ids[node] ?? "", point);
  });
  for (const id of graph.ids) {
    const point = pinned.get(id);
    if (point !== undefined) positions.set(id, point);
  }
  const bends = new Map<string, readonly Point[]>();
  for (const [key, ids] of bendsOf) {
    if (ids.length > 0) bends.set(key, ids.map((id) => positions.get(id) ?? { x: 0, y: 0 }));
    for (const id of ids) positions.delete(id);
  }
  return { positions, bands, bends, bounds: boundsOf(positions) };
}

/** Moves nodes towards the middle of their neighbours, from the left and from the right in turn. */
function align(graph: Indexed, columns: readonly (readonly number[])[], y: Float64Array): void {
  for (let pass = 0; pass < ALIGNMENTS; pass += 1) {
    const forward = pass % 2 === 1;
    const neighbours = forward ? graph.before : graph.after;
    for (const column of forward ? columns : [...columns].reverse()) {
      const wanted = column.map((node) => {
        const near = neighbours[node] ?? [];
        return near.length > 0 ? mean(near, y) : (y[node] ?? 0);
      });
      spread(wanted).forEach((at, row) => {
        y[column[row] ?? 0] = at;
      });
    }
  }
  for (const column of columns) for (const node of column) y[node] = Math.round(y[node] ?? 0);
}

/**
 * The positions nearest to the wanted ones (least squares) that keep their order and a row between them: isotonic
 * regression by pooling adjacent violators.
 */
export function spread(wanted: readonly number[]): readonly number[] {
  const blocks: { sum: number; size: number }[] = [];
  wanted.forEach((at, row) => {
    let block = { sum: at - row * ROW_HEIGHT, size: 1 };
    for (let last = blocks.at(-1); last && last.sum / last.size >= block.sum / block.size; last = blocks.at(-1)) {
      blocks.pop();
      block = { sum: last.sum + block.sum, size: last.size + block.size };
    }
    blocks.push(block);
  });
  return blocks
    .flatMap((block) => Array.from({ length: block.size }, () => block.sum / block.size))
    .map((at, row) => at + row * ROW_HEIGHT);
}

/** The nodes of one column below whatever is pinned in their way. */
function cleared(
  column: readonly number[],
  x: Float64Array,
  y: Float64Array,
  obstacles: readonly Point[],
): readonly (readonly [number, Point])[] {
  const lowest = new Map<number, number>();
  return column.map((node) => {
    const at = Math.round(x[node] ?? 0);
    const inTheWay = obstacles
      .filter((point) => Math.abs(point.x - at) < NODE_WIDTH + GAP_IN_BAND)
      .sort((left, right) => left.y - right.y);
    let top = Math.max(Math.round(y[node] ?? 0), lowest.get(at) ?? -Infinity);
    for (const point of inTheWay) if (Math.abs(point.y - top) < ROW_HEIGHT) top = Math.ceil(point.y + ROW_HEIGHT);
    lowest.set(at, top + ROW_HEIGHT);
    return [node, { x: at, y: top }] as const;
  });
}

function boundsOf(positions: ReadonlyMap<string, Point>): Layout["bounds"] {
  let [left, top, right, bottom] = [0, 0, 0, 0];
  for (const point of positions.values()) {
    left = Math.min(left, point.x - NODE_WIDTH / 2);
    right = Math.max(right, point.x + NODE_WIDTH / 2);
    top = Math.min(top, point.y - NODE_HEIGHT / 2);
    bottom = Math.max(bottom, point.y + NODE_HEIGHT / 2);
  }
  return { left, top, right, bottom };
}
