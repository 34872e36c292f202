import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasEdits, inputOf, partsOf, readEdits, writeEdge, writeNewEdge } from "../../src/views/what-if/edits.ts";
import { readHash, writeHash } from "../../src/location/location.ts";

const KINDS = ["HAS_ACCOUNT", "MEMBER_OF", "CAN_ACCESS", "RUNS_AS", "EXPOSES", "CONTAINS", "USED"];
// Ids are opaque behind the first slash: spaces, arrows and dots are theirs.
const key = fc.string({ unit: fc.constantFrom(..."abz01/._-@:> é"), minLength: 1 }).map((text) => `x${text.trim()}x`);
const id = fc.tuple(fc.constantFrom("Account", "Group", "DataSource"), key).map(([kind, rest]) => `${kind}:sys/${rest}`);

describe("changes to try", () => {
  it("an edge is read as it is written", () => {
    fc.assert(
      fc.property(id, fc.constantFrom(...KINDS), id, fc.constantFrom("", "READ", "ADMIN"), (source, kind, target, permission) => {
        expect(partsOf(writeEdge({ source, kind, target }), "remove")).toEqual({ source, kind, target });
        expect(partsOf(writeNewEdge({ source, kind, target }, permission), "add")).toEqual({ source, kind, target, ...(permission ? { permission } : {}) });
        expect(partsOf(source, "remove")).toEqual({ source });
        expect(partsOf(source, "offboard")).toEqual({ source });
      }),
    );
  });

  it("come from the address as they were put there, each once", () => {
    fc.assert(
      fc.property(fc.array(id), fc.array(id), (remove, block) => {
        const { params } = readHash(writeHash({ view: "what-if", params: { ...(remove.length ? { remove } : {}), ...(block.length ? { block: [...block, ...block] } : {}) } }));
        const edits = readEdits(params);
        expect(edits.remove).toEqual([...new Set(remove)]);
        expect(edits.block).toEqual([...new Set(block)]);
        expect(hasEdits(edits)).toBe(remove.length + block.length > 0);
        expect(Object.keys(inputOf(edits, undefined)).sort()).toEqual([...(block.length ? ["block"] : []), ...(remove.length ? ["remove"] : [])]);
      }),
    );
  });
});
