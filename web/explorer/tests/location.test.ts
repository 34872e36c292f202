import fc from "fast-check";
import { expect, test } from "vitest";
import { readHash, writeHash } from "../src/location/location.ts";

const name = fc.string({ minLength: 1, unit: "binary" }).filter((text) => text.isWellFormed());
const values = fc.array(name, { minLength: 1, maxLength: 3 });
const params = fc.dictionary(name, values).map((entries) => ({ ...entries }));

test("a location is what its hash reads back", () => {
  fc.assert(
    fc.property(name, params, (view, given) => {
      const location = { view, params: given };
      expect(readHash(writeHash(location))).toEqual(location);
    }),
  );
});

test("equal locations have equal hashes, whatever the order of their parameters", () => {
  expect(writeHash({ view: "paths", params: { to: ["b"], from: ["a"] } })).toBe(
    writeHash({ view: "paths", params: { from: ["a"], to: ["b"] } }),
  );
});

test("ids are readable in an address", () => {
  const hash = "#/blast-radius?start=Identity:hr/dmitri.volkov@larkspur.example";
  expect(writeHash(readHash(hash))).toBe(hash);
});

test.each(["", "#", "#/", "#/?", "#/%E0%A4%A", "#/?%=&&=x"])("%s is read without an error", (hash) => {
  expect(() => writeHash(readHash(hash))).not.toThrow();
});
