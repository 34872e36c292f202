import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { edgeKey } from "../../src/picture/model.ts";
import { cutOf, dataTargets, goneOf, removalsOf, routeGraph, sinceOf, withCollateral, type Revocation, type Route } from "../../src/views/orphaned/routes.ts";

const ROOT = "Identity:hr/root";

/** Routes over one account and some groups, each to a target of its own. */
const routes = fc.uniqueArray(fc.record({ group: fc.integer({ min: 0, max: 3 }), target: fc.integer({ min: 0, max: 30 }), isModel: fc.boolean() }), { selector: ({ target }) => target, minLength: 1 }).map((picks) =>
  picks.map(({ group, target, isModel }): Route => {
    const stops = [ROOT, "Account:sys/a", `Group:sys/${group}`, `${isModel ? "Model" : "DataSource"}:sys/${target}`];
    const witness = stops.slice(1).map((stop, index) => ({ source: stops[index]!, kind: "MEMBER_OF" as const, target: stop, sourceName: stops[index]!, targetName: `name of ${stop}`, claimedBy: "x:y", evidence: null, permission: null, since: null }));
    return { root: ROOT, target: stops.at(-1)!, below: 0, permission: null, hops: 3, lastUsed: null, witness };
  }),
);
const keyed = (paths: readonly Route[]) => paths.map(({ root, target }) => ({ root, target }));

describe("routes of an orphaned root", () => {
  it("what would go is what lies on no route that stays", () => {
    fc.assert(
      fc.property(routes, fc.integer({ min: 0, max: 2 ** 30 }), (all, mask) => {
        const graph = routeGraph(ROOT, all);
        const closed = all.filter((_, index) => (mask >> index % 30) & 1);
        const stays = all.filter((route) => !closed.includes(route));
        const gone = goneOf(graph, ROOT, keyed(closed), []);
        const kept = new Set(stays.flatMap(({ witness }) => witness.flatMap((edge) => [edge.source, edge.target, edgeKey(edge)])));
        const everything = [...graph.nodes.map(({ id }) => id), ...graph.edges.map(({ key }) => key)];
        expect([...gone].sort()).toEqual(everything.filter((id) => id !== ROOT && !kept.has(id)).sort());
        // One that stays with less permission is closed and opened.
        expect([...goneOf(graph, ROOT, keyed(closed), keyed(closed))]).toEqual([]);
        expect([...goneOf(graph, ROOT, keyed(all).map((path) => ({ ...path, root: "Identity:hr/other" })), [])]).toEqual([]);
      }),
    );
  });

  it("without a cut the root itself goes, with what it alone holds", () => {
    const nothing = { edges: [], nodes: [] } as unknown as Revocation;
    expect(removalsOf(undefined, ROOT, ["Account:sys/a"])).toEqual([ROOT, "Account:sys/a"]);
    expect(removalsOf(nothing, ROOT, [])).toEqual([ROOT]);
    const edge = { source: "Account:sys/a", kind: "MEMBER_OF", target: "Group:sys/0" };
    const cut = { edges: [edge], nodes: ["Account:sys/b"] } as unknown as Revocation;
    expect(removalsOf(cut, ROOT, [])).toEqual(["Account:sys/a -MEMBER_OF-> Group:sys/0", "Account:sys/b"]);
    expect([...cutOf(cut, ROOT, [])]).toEqual([edgeKey(edge), "Account:sys/b"]);
  });

  it("people who would lose data stand beside it, and nothing else moves", () => {
    fc.assert(
      fc.property(routes, (all) => {
        const graph = routeGraph(ROOT, all);
        const loses = [...dataTargets(all), "DataSource:sys/elsewhere"];
        const drawn = withCollateral(graph, [{ id: "Identity:hr/p", name: "P", loses }]);
        expect(drawn.edges.length - graph.edges.length).toBe(dataTargets(all).length);
        expect(drawn.nodes.filter(({ id }) => id !== "Identity:hr/p")).toEqual(graph.nodes);
      }),
    );
  });

  it("since is the earliest moment that a reason knows", () => {
    const at = (since: string | null) => ({ code: "NO_OWNER", evidence: "", since });
    expect(sinceOf({ reasons: [] })).toBeNull();
    expect(sinceOf({ reasons: [at(null)] })).toBeNull();
    expect(sinceOf({ reasons: [at(null), at("2026-11-02T00:00:00Z"), at("2026-10-31T00:00:00Z")] })).toBe("2026-10-31T00:00:00Z");
  });
});
