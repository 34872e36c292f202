import fc from "fast-check";
import { expect, test } from "vitest";
import { layoutLayers, NODE_HEIGHT, NODE_WIDTH, spread, type Layout } from "../../src/picture/layers.ts";
import { edgeOf, layeredGraph, nodeOf } from "./graphs.ts";

function overlaps(layout: Layout, except: ReadonlySet<string> = new Set()): string[] {
  const entries = [...layout.positions];
  return entries.flatMap(([id, point], index) =>
    entries
      .slice(index + 1)
      .filter(
        ([other, next]) =>
          !(except.has(id) && except.has(other)) &&
          Math.abs(next.x - point.x) < NODE_WIDTH &&
          Math.abs(next.y - point.y) < NODE_HEIGHT,
      )
      .map(([other]) => `${id} ${other}`),
  );
}

test("the same graph in any order gives the same positions", () => {
  fc.assert(
    fc.property(layeredGraph, fc.infiniteStream(fc.nat()), (graph, stream) => {
      const shuffled = <Item>(items: readonly Item[]): Item[] =>
        items.map((item) => ({ item, key: stream.next().value as number })).sort((l, r) => l.key - r.key).map((e) => e.item);
      const layout = layoutLayers(graph.nodes, graph.edges);
      const other = layoutLayers(shuffled(graph.nodes), shuffled(graph.edges));
      expect(Object.fromEntries(other.positions)).toEqual(Object.fromEntries(layout.positions));
      expect(other.bands).toEqual(layout.bands);
    }),
    { numRuns: 60 },
  );
});

test("every node has a position of its own, further right the more hops", () => {
  fc.assert(
    fc.property(layeredGraph, (graph) => {
      const layout = layoutLayers(graph.nodes, graph.edges);
      expect(layout.positions.size).toBe(graph.nodes.length);
      expect(overlaps(layout)).toEqual([]);
      for (const edge of graph.edges)
        expect(layout.positions.get(edge.source)!.x).toBeLessThan(layout.positions.get(edge.target)!.x);
    }),
    { numRuns: 60 },
  );
});

test("what is pinned stays to the pixel, and nothing is drawn over it", () => {
  fc.assert(
    fc.property(layeredGraph, fc.nat(), fc.integer({ min: -300, max: 900 }), fc.integer({ min: -300, max: 300 }), (graph, pick, x, y) => {
      const node = graph.nodes[pick % graph.nodes.length]!;
      const pinned = new Map([[node.id, { x, y }]]);
      const layout = layoutLayers(graph.nodes, graph.edges, { pinned });
      expect(layout.positions.get(node.id)).toEqual({ x, y });
      expect(overlaps(layout)).toEqual([]);
      const more = [nodeOf("N1/expanded", 1), nodeOf("N1/expanded too", 1)];
      const expanded = layoutLayers([...graph.nodes, ...more], [...graph.edges, ...more.map((next) => edgeOf("N0/0", next.id))], { pinned });
      expect(expanded.positions.get(node.id)).toEqual({ x, y });
    }),
    { numRuns: 60 },
  );
});

test("order in a column follows the neighbours, so that lines do not cross where they need not", () => {
  const nodes = [nodeOf("S", 0), nodeOf("b", 1), nodeOf("a", 1), nodeOf("under b", 2), nodeOf("z under a", 2)];
  const edges = [edgeOf("S", "a"), edgeOf("S", "b"), edgeOf("a", "z under a"), edgeOf("b", "under b")];
  const { positions } = layoutLayers(nodes, edges);
  const below = (left: string, right: string): number => Math.sign(positions.get(left)!.y - positions.get(right)!.y);
  expect(below("a", "b")).toBe(below("z under a", "under b"));
});

test("spread keeps the order and a row between, and moves nothing that has room", () => {
  expect(spread([0, 100, 300])).toEqual([0, 100, 300]);
  expect(spread([0, 0])).toEqual([-26, 26]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 60 }), (wanted) => {
      const at = spread(wanted);
      at.slice(1).forEach((y, row) => expect(y - at[row]!).toBeGreaterThanOrEqual(52 - 1e-9));
    }),
  );
});

test("two thousand elements are laid out well under a second even on a busy machine", () => {
  const nodes = [nodeOf("S", 0), ...Array.from({ length: 999 }, (_, index) => nodeOf(`N${index}`, 1 + (index % 4)))];
  const edges = nodes.slice(1).map((node, index) => edgeOf(index < 4 ? "S" : `N${index - (index % 4 === 0 ? 1 : 1)}`, node.id));
  const began = performance.now();
  layoutLayers(nodes, edges);
  expect(performance.now() - began).toBeLessThan(1000);
});
