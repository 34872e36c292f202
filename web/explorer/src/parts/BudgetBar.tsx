// How much of a budget is spent, and how much is expected to be.
import type { MonthEndPartsFragment } from "../client/generated/graphql.ts";
import { formatMoney, ratio } from "../format/money.ts";
import { text } from "../text/index.ts";

export function BudgetBar({ row }: { row: MonthEndPartsFragment }) {
  const spent = ratio(row.spent, row.budget);
  const expected = ratio(row.expected, row.budget);
  if (spent === null) return <span class="muted">{text.home.noBudget}</span>;
  const width = 100;
  const scale = Math.max(1, spent, expected ?? 0);
  return (
    <svg class="budget-bar" viewBox={`0 0 ${width} 10`} width={width} height="10" role="img" aria-label={`${formatMoney(row.spent)} / ${formatMoney(row.budget)}`}>
      <rect x="0" y="3" width={width} height="4" class="bar-ground" />
      {expected !== null && <rect x="0" y="3" width={(expected / scale) * width} height="4" class="bar-expected" />}
      <rect x="0" y="3" width={(spent / scale) * width} height="4" class="bar-spent" />
      <rect x={Math.min(width - 1.5, (1 / scale) * width - 0.75)} y="0" width="1.5" height="10" class="bar-budget" />
    </svg>
  );
}

export const overText = (over: boolean | null | undefined): string =>
  over === null || over === undefined ? text.home.cannotSay : over ? text.home.over : text.home.within;
