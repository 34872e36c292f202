/** Graphs and rows that the tests of pictures draw from. */

import fc from "fast-check";
import type { PictureEdge, PictureGraph, PictureNode, ReachedRow, WitnessEdge } from "../../src/picture/model.ts";

export function nodeOf(id: string, hop: number, kind = "DataSource"): PictureNode {
  return {
    id,
    kind,
    name: id,
    hop,
    role: hop === 0 ? "start" : "reached",
    permission: "READ",
    permissionKnown: true,
    sensitivity: null,
    exercised: "NO",
    lastUsed: null,
    members: [],
  };
}

export function edgeOf(source: string, target: string, kind = "CAN_ACCESS"): PictureEdge {
  return { key: `${source}\t${kind}\t${target}`, source, target, kind, permission: "READ", exercised: "NO", evidence: [] };
}

/** A layered graph: each node but those of the first column has at least one edge from the column before. */
export const layeredGraph: fc.Arbitrary<PictureGraph> = fc
  .array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 })
  .chain((sizes) =>
    fc.record({
      sizes: fc.constant(sizes),
      picks: fc.array(fc.nat(), { minLength: 200, maxLength: 200 }),
      kinds: fc.array(fc.constantFrom("DataSource", "Group"), { minLength: 200, maxLength: 200 }),
    }),
  )
  .map(({ sizes, picks, kinds }) => {
    const nodes: PictureNode[] = [];
    const edges = new Map<string, PictureEdge>();
    sizes.forEach((size, hop) => {
      for (let row = 0; row < (hop === 0 ? 1 : size); row += 1) {
        const index = nodes.length;
        const node = nodeOf(`N${hop}/${row}`, hop, kinds[index % 200]);
        nodes.push(node);
        if (hop === 0) continue;
        const before = nodes.filter((other) => other.hop === hop - 1);
        for (const pick of [picks[index % 200]!, picks[(index * 7) % 200]!]) {
          const edge = edgeOf(before[pick % before.length]!.id, node.id);
          edges.set(edge.key, edge);
        }
      }
    });
    return { nodes, edges: [...edges.values()], routes: new Map() };
  });

export function witnessEdge(source: string, target: string, more: Partial<WitnessEdge> = {}): WitnessEdge {
  return {
    source,
    kind: "CAN_ACCESS",
    target,
    permission: "READ",
    claimedBy: "files:acme",
    since: null,
    evidence: null,
    sourceName: source.split("/").at(-1) ?? source,
    targetName: target.split("/").at(-1) ?? target,
    ...more,
  };
}

export function rowOf(id: string, witness: readonly WitnessEdge[], more: Partial<ReachedRow> = {}): ReachedRow {
  return {
    id,
    kind: id.slice(0, id.indexOf(":")),
    name: id,
    permission: "READ",
    permissionKnown: true,
    hops: witness.length,
    exercised: "NO",
    lastUsed: null,
    sensitivity: null,
    witness,
    ...more,
  };
}
