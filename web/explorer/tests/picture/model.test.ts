import fc from "fast-check";
import { expect, test } from "vitest";
import { edgeKey, kindOfId, pathGraph, reachGraph, withoutNodes } from "../../src/picture/model.ts";
import { rowOf, witnessEdge } from "./graphs.ts";

const TEAM = witnessEdge("Identity:hr/ada", "Group:github/data", { kind: "MEMBER_OF", sourceName: "Ada Byron", targetName: "Data" });
const ACCESS = witnessEdge("Group:github/data", "DataSource:pg/cards", { permission: "WRITE" });
const ROWS = [
  rowOf("DataSource:pg/cards", [TEAM, ACCESS], { permission: "WRITE", sensitivity: "restricted", exercised: "YES" }),
  rowOf("Group:github/data", [TEAM], { exercised: "UNKNOWN", permission: null }),
];

test("a blast radius is drawn from its start at the left by hops", () => {
  const graph = reachGraph(["Identity:hr/ada"], ROWS, "out");
  expect(graph.nodes.map((node) => [node.id, node.name, node.hop, node.role])).toEqual([
    ["DataSource:pg/cards", "DataSource:pg/cards", 2, "reached"],
    ["Group:github/data", "Group:github/data", 1, "reached"],
    ["Identity:hr/ada", "Ada Byron", 0, "start"],
  ]);
  expect(graph.routes.get("DataSource:pg/cards")).toEqual([edgeKey(TEAM), edgeKey(ACCESS)]);
});

test("an edge is as used as the best that it leads to", () => {
  const graph = reachGraph(["Identity:hr/ada"], ROWS, "out");
  expect(graph.edges.map((edge) => edge.exercised)).toEqual(["YES", "YES"]);
});

test("an exposure is drawn to its target at the right", () => {
  const rows = [rowOf("Identity:hr/ada", [TEAM, ACCESS]), rowOf("Group:github/data", [ACCESS])];
  const graph = reachGraph(["DataSource:pg/cards"], rows, "in");
  expect(graph.nodes.map((node) => [node.id, node.hop])).toEqual([
    ["DataSource:pg/cards", 2],
    ["Group:github/data", 1],
    ["Identity:hr/ada", 0],
  ]);
});

test("a node that a filter took out of the rows is on the way all the same", () => {
  const graph = reachGraph(["Identity:hr/ada"], ROWS.slice(0, 1), "out");
  expect(graph.nodes.find((node) => node.id === "Group:github/data")).toMatchObject({ role: "between", name: "Data", hop: 1, permission: null });
});

test("two sources that claim an edge are both its evidence", () => {
  const other = { ...ACCESS, claimedBy: "github:acme", permission: "ADMIN" };
  const graph = reachGraph(["Identity:hr/ada"], [ROWS[0]!, rowOf("DataSource:pg/x", [TEAM, other])], "out");
  const edge = graph.edges.find((next) => next.key === edgeKey(ACCESS))!;
  expect([edge.permission, edge.evidence.map((claim) => claim.claimedBy)]).toEqual(["ADMIN", ["files:acme", "github:acme"]]);
});

test("paths of different lengths end in one column", () => {
  const direct = witnessEdge("Identity:hr/ada", "DataSource:pg/cards");
  const graph = pathGraph("Identity:hr/ada", "DataSource:pg/cards", [
    { hops: 1, edges: [direct] },
    { hops: 2, edges: [TEAM, ACCESS] },
  ]);
  expect(graph.nodes.map((node) => node.hop)).toEqual([2, 1, 0]);
  expect(graph.routes.get("1")).toEqual([edgeKey(TEAM), edgeKey(ACCESS)]);
});

test("to hide a node hides what hangs on it alone", () => {
  const graph = reachGraph(["Identity:hr/ada"], ROWS, "out");
  expect(withoutNodes(graph, new Set(["Group:github/data"])).nodes.map((node) => node.id)).toEqual(["Identity:hr/ada"]);
  expect(withoutNodes(graph, new Set())).toBe(graph);
});

test("rows in any order make the same graph", () => {
  const rows = [...ROWS, rowOf("DataSource:pg/x", [TEAM, witnessEdge("Group:github/data", "DataSource:pg/x")])];
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
      const [left, right] = [reachGraph(["Identity:hr/ada"], rows, "out"), reachGraph(["Identity:hr/ada"], shuffled, "out")];
      expect([right.nodes, right.edges]).toEqual([left.nodes, left.edges]);
    }),
  );
});

test("the kind of a node is the beginning of its id", () => {
  expect(kindOfId("McpServer:mcp/https://x")).toBe("McpServer");
  expect(kindOfId("strange")).toBe("Unknown");
});
