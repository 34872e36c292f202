import { expect, test } from "vitest";
import { heldSince } from "../../src/views/paths/since.ts";
import { inputOf, readFilters, usedRows } from "../../src/views/reach/filters.ts";

test("filters are read from the URL, and what is none is left out", () => {
  const filters = readFilters({ kind: ["DataSource", "Castle"], minPermission: ["OWN"], basis: ["GRANTED"], via: ["McpServer"], maxHops: ["0"], use: ["NO", "?"] });
  expect(filters).toEqual({ kinds: ["DataSource"], minPermission: null, basis: "GRANTED", via: "McpServer", maxHops: null, uses: ["NO"] });
  expect(inputOf(filters, "2026-11-20T00:00:00Z")).toEqual({ asOf: "2026-11-20T00:00:00Z", kinds: ["DataSource"], basis: "GRANTED", via: "McpServer" });
  expect(inputOf(readFilters({}), undefined)).toEqual({});
});

test("the filter on use never takes unknown for unused", () => {
  const rows = [{ exercised: "YES" }, { exercised: "NO" }, { exercised: "UNKNOWN" }];
  expect(usedRows(rows, ["NO"])).toEqual([{ exercised: "NO" }]);
  expect(usedRows(rows, [])).toBe(rows);
});

test("a path holds since its last edge came, and nobody knows where one edge has no date", () => {
  const [early, late] = [{ since: "2026-01-02T00:00:00Z" }, { since: "2026-11-20T00:00:00Z" }];
  expect(heldSince([late, early])).toEqual({ at: late.since, edge: late });
  expect(heldSince([late, { since: null }])).toBeNull();
  expect(heldSince([])).toBeNull();
});
