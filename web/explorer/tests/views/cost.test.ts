import fc from "fast-check";
import { expect, test } from "vitest";
import { decimalOf, nanoOf } from "../../src/format/money.ts";
import { rangeOf, shareOf, stacksOf, ticksOf } from "../../src/views/cost/series.ts";
import { daysIn, drillTo, FINEST, filterInputs, periodOf, periodsOf, readState, writeFilter } from "../../src/views/cost/state.ts";

const nano = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
const day = fc.integer({ min: 0, max: 30_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const AS_OF = "2026-11-21T06:00:00Z";

test("an amount is the same again, however great", () => {
  fc.assert(
    fc.property(nano, (amount) => {
      expect(nanoOf(decimalOf(amount))).toBe(amount);
    }),
  );
  expect(nanoOf("-0.5")).toBe(-500_000_000n);
  expect(nanoOf("12")).toBe(12_000_000_000n);
});

test("stacks add up to the whole in every period, whatever has a colour of its own", () => {
  const cell = fc.record({ key: fc.constantFrom("a", "b", "c", "~unattributed"), period: fc.constantFrom("d1", "d2", "d3"), amount: nano });
  fc.assert(
    fc.property(fc.array(cell), fc.uniqueArray(fc.constantFrom("a", "b", "c", "~unattributed")), (cells, keys) => {
      const columns = (rows: typeof cells) => ({
        key: [
          { key: "day", value: rows.map(({ period }) => period) },
          { key: "team", value: rows.map(({ key }) => key) },
        ],
        cost: rows.map(({ amount }) => decimalOf(amount)),
      });
      const periods = ["d1", "d2", "d3"];
      const parts = columns(cells.filter(({ key }) => keys.includes(key)));
      const { series, totals } = stacksOf(parts, columns(cells), "team", keys, "day", periods);
      periods.forEach((period, index) => {
        const whole = cells.filter((entry) => entry.period === period).reduce((sum, { amount }) => sum + amount, 0n);
        expect(totals[index]).toBe(whole);
        expect(series.reduce((sum, one) => sum + one.nano[index]!, 0n)).toBe(whole);
      });
      const [low, high] = rangeOf({ periods, series, totals });
      expect(low <= 0n && high >= 0n).toBe(true);
      expect(totals.every((total) => total >= low && total <= high)).toBe(true);
    }),
  );
});

test("ticks hold all amounts between the first and the last, zero is one of them, and they are few", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 20n), max: 0n }), fc.bigInt({ min: 0n, max: 10n ** 20n }), (low, high) => {
      const ticks = ticksOf(low, high);
      expect(ticks[0]! <= low && ticks.at(-1)! >= high).toBe(true);
      expect(ticks).toContain(0n);
      expect(ticks.length).toBeLessThanOrEqual(8);
      expect(shareOf(high, ticks[0]!, ticks.at(-1)!)).toBeLessThanOrEqual(1);
    }),
  );
});

test("every day of a window is in exactly one period, and a period leads back to its days", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 400 }), fc.constantFrom("day" as const, "week" as const, "month" as const), (from, length, step) => {
      const to = new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10);
      let next = from;
      for (const period of periodsOf(step, from, to)) {
        const [first, last] = daysIn(step, period, from, to);
        expect(first).toBe(next);
        expect(periodOf(step, first)).toBe(period);
        expect(periodOf(step, last)).toBe(period);
        next = new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10);
      }
      expect(Date.parse(next) - Date.parse(to)).toBe(86_400_000);
    }),
  );
});

test.each([
  ["2026-01-01", "2026-W01"],
  ["2027-01-01", "2026-W53"],
  ["2024-12-30", "2025-W01"],
  ["2021-01-03", "2020-W53"],
])("%s is in ISO week %s", (given, week) => {
  expect(periodOf("week", given)).toBe(week);
});

test("a row leads on, each step a filter, and ends at what sources report", () => {
  let state = readState({}, AS_OF);
  const seen: string[] = [];
  for (let step = 0; step < 9; step += 1) {
    seen.push(state.by.join());
    const drill = drillTo(state, new Map(state.by.map((dimension) => [dimension, dimension === "day" ? "2026-11-01" : `${dimension}-x`])));
    if (drill === null) break;
    const params = Object.fromEntries(Object.entries(drill).map(([name, value]) => [name, Array.isArray(value) ? value : [value as string]]));
    state = readState(params, AS_OF);
  }
  expect(seen).toEqual(["team", "identity", "model", FINEST.join()]);
  expect(state.filters.map(writeFilter)).toEqual(["team=team-x", "identity=identity-x", "model=model-x"]);
});

test("what cannot be read in the address is as if it were not there", () => {
  const state = readState({ by: ["nonsense"], from: ["31.12.2026"], filter: ["team", "=x", "model=a=b"], show: ["?"], step: ["year"], month: ["2026-13"] }, AS_OF);
  expect(state).toMatchObject({ by: ["team"], from: "2026-10-22", to: "2026-11-20", show: "time", step: "day", month: "2026-10", compare: "2026-09" });
  expect(filterInputs(state.filters)).toEqual([{ dimension: "model", values: ["a=b"] }]);
});

test("bars are as long as the rows where these are periods, else so that one can tell them apart", () => {
  expect(readState({ by: ["month"], from: ["2026-01-01"], to: ["2026-11-20"] }, AS_OF).step).toBe("month");
  expect(readState({ by: ["team"], from: ["2026-01-01"], to: ["2026-11-20"] }, AS_OF).step).toBe("week");
  expect(readState({ by: ["month"], step: ["day"] }, AS_OF).step).toBe("day");
});

test("several values of a dimension are one entry: any of them will do", () => {
  const { filters } = readState({ filter: ["team=a", "model=m", "team=b"] }, AS_OF);
  expect(filterInputs(filters)).toEqual([
    { dimension: "team", values: ["a", "b"] },
    { dimension: "model", values: ["m"] },
  ]);
});
