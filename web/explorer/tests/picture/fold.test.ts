import fc from "fast-check";
import { expect, test } from "vitest";
import { FOLD_ABOVE, FOLD_PREFIX, foldKeys, foldSiblings } from "../../src/picture/fold.ts";
import { edgeOf, layeredGraph, nodeOf } from "./graphs.ts";
import type { PictureGraph } from "../../src/picture/model.ts";

const NONE: ReadonlySet<string> = new Set();

function star(count: number): PictureGraph {
  const leaves = Array.from({ length: count }, (_, index) => nodeOf(`DataSource:x/${String(index).padStart(3, "0")}`, 1));
  return { nodes: [nodeOf("S", 0), ...leaves], edges: leaves.map((leaf) => edgeOf("S", leaf.id)), routes: new Map([[leaves[0]!.id, [edgeOf("S", leaves[0]!.id).key]]]) };
}

test("thirteen siblings fold into one and twelve do not", () => {
  expect(foldSiblings(star(FOLD_ABOVE), { expanded: NONE, separate: NONE }).nodes).toHaveLength(FOLD_ABOVE + 1);
  const folded = foldSiblings(star(FOLD_ABOVE + 1), { expanded: NONE, separate: NONE });
  expect(folded.nodes).toHaveLength(2);
  expect(folded.nodes.find((node) => node.role === "fold")!.members).toHaveLength(FOLD_ABOVE + 1);
  expect(folded.edges).toHaveLength(1);
});

test("the route of a folded node goes through its fold", () => {
  const folded = foldSiblings(star(30), { expanded: NONE, separate: NONE });
  const route = folded.routes.get("DataSource:x/000")!;
  expect(folded.edges.map((edge) => edge.key)).toEqual(route);
});

test("an open fold shows its members, and a pinned one stands beside the fold", () => {
  const graph = star(30);
  expect(foldSiblings(graph, { expanded: new Set(["DataSource:x/000"]), separate: NONE })).toEqual(graph);
  const pinned = foldSiblings(graph, { expanded: NONE, separate: new Set(["DataSource:x/007"]) });
  expect(pinned.nodes.map((node) => node.id)).toEqual(["DataSource:x/007", "S", `${FOLD_PREFIX}DataSource:x/000`].sort());
  expect(foldKeys(graph).get("DataSource:x/007")).toBe("DataSource:x/000");
});

test("what differs in kind, edge or neighbour does not fold together", () => {
  const graph = star(30);
  const nodes = graph.nodes.map((node, index) => (index > 20 ? { ...node, kind: "McpTool" } : node));
  const edges = graph.edges.map((edge, index) => (index < 10 ? edgeOf("S", edge.target, "CONTAINS") : edge));
  const folded = foldSiblings({ ...graph, nodes, edges }, { expanded: NONE, separate: NONE, above: 8 });
  expect(folded.nodes.filter((node) => node.role === "fold").map((node) => node.members.length).sort()).toEqual([10, 10, 10]);
});

test("a fold says the most that its members may and how sensitive they get, and is unknown before it is unused", () => {
  const graph = star(20);
  const nodes = graph.nodes.map((node, index) =>
    index === 3 ? { ...node, permission: "ADMIN", sensitivity: "restricted" } : index === 4 ? { ...node, exercised: "UNKNOWN" as const } : node,
  );
  const fold = foldSiblings({ ...graph, nodes }, { expanded: NONE, separate: NONE }).nodes.find((node) => node.role === "fold")!;
  expect([fold.permission, fold.sensitivity, fold.exercised]).toEqual(["ADMIN", "restricted", "UNKNOWN"]);
});

test("every node is drawn once, for itself or in a fold, and every edge has its ends", () => {
  fc.assert(
    fc.property(layeredGraph, fc.integer({ min: 1, max: 12 }), (graph, above) => {
      const folded = foldSiblings(graph, { expanded: NONE, separate: NONE, above });
      const drawn = folded.nodes.flatMap((node) => (node.role === "fold" ? node.members : [node.id]));
      expect([...drawn].sort()).toEqual(graph.nodes.map((node) => node.id).sort());
      const ids = new Set(folded.nodes.map((node) => node.id));
      for (const edge of folded.edges) expect(ids.has(edge.source) && ids.has(edge.target)).toBe(true);
      expect(new Set(folded.edges.map((edge) => edge.key)).size).toBe(folded.edges.length);
    }),
    { numRuns: 60 },
  );
});
