import fc from "fast-check";
import { expect, test } from "vitest";
import { formatMoney, roundDecimal } from "../src/format/money.ts";
import { csvField } from "../src/parts/exports.ts";
import { sortRows } from "../src/parts/DataTable.tsx";
import { searchInput } from "../src/views/search/prefix.ts";

test.each([
  ["0", "0.00"],
  ["-0.004", "0.00"],
  ["12.345", "12.35"],
  ["-12.345", "-12.35"],
  ["0.995", "1.00"],
  ["90071992547409931.005", "90071992547409931.01"],
])("%s is %s to two digits", (amount, rounded) => {
  expect(roundDecimal(amount, 2)).toBe(rounded);
});

test("rounding is exact for every amount that the server can write", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), (nano) => {
      const digits = (nano < 0n ? -nano : nano).toString().padStart(10, "0");
      const amount = `${nano < 0n ? "-" : ""}${digits.slice(0, -9)}.${digits.slice(-9)}`;
      const cents = BigInt(roundDecimal(amount, 2).replace(".", ""));
      const error = cents * 10_000_000n - nano;
      expect((error < 0n ? -error : error) <= 5_000_000n).toBe(true);
    }),
  );
});

test("an unknown amount is no zero", () => {
  expect(formatMoney(null)).toBe("–");
  expect(formatMoney({ currency: "EUR", amount: "1234567.891" })).toBe("EUR 1,234,567.89");
});

test("a spreadsheet runs nothing of an exported field", () => {
  expect(csvField("=1+1")).toBe("'=1+1");
  expect(csvField('a,"b"')).toBe('"a,""b"""');
  expect(csvField(-5)).toBe("-5");
});

test("what is unknown stands last in either order", () => {
  const column = { key: "age", title: "Age", cell: () => null, sort: (row: number | null) => row };
  expect(sortRows([2, null, 1], column, false)).toEqual([1, 2, null]);
  expect(sortRows([2, null, 1], column, true)).toEqual([2, 1, null]);
});

test("a kind before a colon narrows, and an id is no such prefix", () => {
  expect(searchInput("role:admin", undefined)).toEqual({ text: "admin", asOf: null, kinds: ["Group"] });
  expect(searchInput("Account:okta/ada", undefined)).toEqual({ text: "Account:okta/ada", asOf: null, kinds: null });
  expect(searchInput("arn:aws:iam::1:role/x", undefined).kinds).toBeNull();
});
