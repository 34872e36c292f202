// Cost over time as stacks, in whole nano-units: what the bars are drawn from and what stands beside them.
import { nanoOf } from "../../format/money.ts";

/** Columns of cost as the API gives them. */
export interface CostColumnsGiven {
  readonly key: readonly { readonly key: string; readonly value: readonly (string | null)[] }[];
  readonly cost: readonly (string | null)[];
}

export interface Series {
  /** The value of the dimension; null for the sum of all others. */
  readonly key: string | null;
  /** Nano-units, one per period. */
  readonly nano: readonly bigint[];
  readonly total: bigint;
}

/** Stacks of a window: `series` add up to `totals` in every period, exactly. */
export interface Stacks {
  readonly periods: readonly string[];
  readonly series: readonly Series[];
  readonly totals: readonly bigint[];
}

/** So many keys have a colour of their own. */
export const MOST_SERIES = 8;

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((before, amount) => before + amount, 0n);

/** Amounts per period of one column of keys, summed. */
function byPeriod(columns: CostColumnsGiven, periods: readonly string[], step: string, keep: (row: number) => boolean): bigint[] {
  const index = new Map(periods.map((period, position) => [period, position]));
  const amounts = periods.map(() => 0n);
  const period = columns.key.find(({ key }) => key === step)?.value ?? [];
  columns.cost.forEach((amount, row) => {
    const position = index.get(period[row] ?? "");
    if (position !== undefined && amount !== null && keep(row)) amounts[position] = amounts[position]! + nanoOf(amount);
  });
  return amounts;
}

/** The stacks of `keys` and, where they are not all there is, of everything else together. */
export function stacksOf(
  parts: CostColumnsGiven | null,
  whole: CostColumnsGiven,
  dimension: string | null,
  keys: readonly string[],
  step: string,
  periods: readonly string[],
): Stacks {
  const totals = byPeriod(whole, periods, step, () => true);
  const values = parts?.key.find(({ key }) => key === dimension)?.value ?? [];
  const named: Series[] =
    parts === null || dimension === null
      ? []
      : keys.map((key) => {
          const nano = byPeriod(parts, periods, step, (row) => values[row] === key);
          return { key, nano, total: sum(nano) };
        });
  const rest = totals.map((total, position) => total - sum(named.map(({ nano }) => nano[position]!)));
  const other: Series[] = rest.some((nano) => nano !== 0n) ? [{ key: null, nano: rest, total: sum(rest) }] : [];
  return { periods, series: [...named, ...other], totals };
}

/** From the lowest to the highest end of all stacks, zero included: [low, high] in nano-units. */
export function rangeOf({ periods, series }: Stacks): [bigint, bigint] {
  let [low, high] = [0n, 0n];
  periods.forEach((_, position) => {
    const amounts = series.map(({ nano }) => nano[position]!);
    const [down, up] = [sum(amounts.filter((nano) => nano < 0n)), sum(amounts.filter((nano) => nano > 0n))];
    if (down < low) low = down;
    if (up > high) high = up;
  });
  return [low, high];
}

/** Round amounts between low and high, zero among them, some `count` of them. */
export function ticksOf(low: bigint, high: bigint, count = 4): readonly bigint[] {
  const span = high - low;
  if (span <= 0n) return [0n];
  const least = span / BigInt(count) || 1n;
  const power = 10n ** BigInt(least.toString().length - 1);
  const step = [1n, 2n, 5n, 10n].map((factor) => factor * power).find((size) => size >= least)!;
  const ticks: bigint[] = [];
  for (let tick = -((-low + step - 1n) / step) * step; tick <= high + step - 1n; tick += step) ticks.push(tick);
  return ticks;
}

/** Where an amount lies between two others, 0 to 1: for drawing alone. */
export const shareOf = (nano: bigint, low: bigint, high: bigint): number =>
  high === low ? 0 : Number(((nano - low) * 1_000_000n) / (high - low)) / 1_000_000;
