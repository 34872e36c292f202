/** Where the arrow keys lead from a node: along edges to the left and right, within a column up and down. */

import type { Layout } from "./layers.ts";
import { byText, type PictureGraph } from "./model.ts";

export type Direction = "left" | "right" | "up" | "down";

export type Steps = (id: string, direction: Direction) => string | null;

/** Left and right take the edge whose other end is nearest in height; null where there is none. */
export function stepsOf(graph: PictureGraph, layout: Layout): Steps {
  const near = new Map<string, string[]>();
  for (const edge of graph.edges) {
    near.set(edge.source, near.get(edge.source) ?? []);
    near.set(edge.target, near.get(edge.target) ?? []);
    near.get(edge.source)?.push(edge.target);
    near.get(edge.target)?.push(edge.source);
  }
  const hopOf = new Map(graph.nodes.map((node) => [node.id, node.hop]));
  const columns = new Map<number, string[]>();
  for (const node of graph.nodes) columns.set(node.hop, [...(columns.get(node.hop) ?? []), node.id]);
  const at = (id: string): { x: number; y: number } => layout.positions.get(id) ?? { x: 0, y: 0 };
  for (const [hop, ids] of columns)
    columns.set(hop, ids.sort((left, right) => at(left).x - at(right).x || at(left).y - at(right).y || byText(left, right)));
  return (id, direction) => {
    if (direction === "up" || direction === "down") {
      const column = columns.get(hopOf.get(id) ?? 0) ?? [];
      return column[column.indexOf(id) + (direction === "down" ? 1 : -1)] ?? null;
    }
    const sign = direction === "right" ? 1 : -1;
    const candidates = (near.get(id) ?? []).filter((other) => sign * (at(other).x - at(id).x) > 0);
    return (
      candidates.sort(
        (left, right) =>
          Math.abs(at(left).y - at(id).y) - Math.abs(at(right).y - at(id).y) || at(left).y - at(right).y || byText(left, right),
      )[0] ?? null
    );
  };
}
