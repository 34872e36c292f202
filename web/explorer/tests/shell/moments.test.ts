import fc from "fast-check";
import { expect, test } from "vitest";
import { changeAt, nextChange } from "../../src/shell/moments.ts";

const moment = fc.date({ min: new Date("2015-01-01"), max: new Date("2030-01-01"), noInvalidDate: true }).map((date) => date.toISOString());
const changes = fc.uniqueArray(moment, { maxLength: 30 }).map((all) => all.sort());

test("the change that holds at a moment is the last one that is not after it", () => {
  fc.assert(
    fc.property(changes, moment, (all, at) => {
      expect(changeAt(all, at)).toBe(all.filter((change) => change <= at).length - 1);
    }),
  );
});

test("steps lead to the nearest change on their side, and from the last one to now", () => {
  fc.assert(
    fc.property(changes, moment, (all, at) => {
      expect(nextChange(all, at, 1)).toBe(all.find((change) => change > at));
      expect(nextChange(all, at, -1)).toBe(all.findLast((change) => change < at) ?? at);
    }),
  );
});

test("from now the way back leads over every change, and forth again to now", () => {
  fc.assert(
    fc.property(changes, (all) => {
      const back: string[] = [];
      let at = nextChange(all, undefined, -1);
      for (; at !== undefined && at !== back.at(-1); at = nextChange(all, at, -1)) back.push(at);
      expect(back).toEqual([...all].reverse());
      const forth: string[] = [];
      for (at = back.at(-1); at !== undefined; at = nextChange(all, at, 1)) forth.push(at);
      expect(forth).toEqual(all);
    }),
  );
});
