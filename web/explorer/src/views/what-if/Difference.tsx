// Numbers before and after a change.
import type { JSX } from "preact";
import type { WhatIfTotalsPartsFragment } from "../../client/generated/graphql.ts";
import { exactMoney, formatMoney } from "../../format/money.ts";
import { formatCount, formatScore } from "../../format/number.ts";
import { text } from "../../text/index.ts";

const words = text.whatIf;
type Totals = WhatIfTotalsPartsFragment;

interface Line {
  readonly title: string;
  readonly note?: string;
  readonly show: (totals: Totals) => string;
  readonly exact?: (totals: Totals) => string | undefined;
}

const LINES: readonly Line[] = [
  { title: words.dataSources, note: words.dataSourcesNote, show: ({ dataSources }) => formatCount(dataSources) },
  { title: words.score, note: words.scoreNote, show: ({ score }) => formatScore(score) },
  { title: words.orphanedRoots, show: ({ orphanedRoots }) => formatCount(orphanedRoots) },
  { title: words.orphanedPaths, note: words.orphanedPathsNote, show: ({ orphanedPaths }) => formatCount(orphanedPaths) },
  {
    title: words.spend,
    show: ({ spendPerMonth }) => formatMoney(spendPerMonth),
    exact: ({ spendPerMonth }) => (spendPerMonth ? exactMoney(spendPerMonth) : undefined),
  },
];

export function Difference({ before, after }: { before: Totals; after: Totals }): JSX.Element {
  return (
    <table class="difference">
      <caption class="visually-hidden">{words.result}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {LINES.map(({ title, note, show, exact }) => (
          <tr key={title} class={show(before) === show(after) ? "is-same" : "is-changed"}>
            <th scope="row">
              {title}
              {note && <span class="difference-note">{note}</span>}
            </th>
            <td title={exact?.(before)}>{show(before)}</td>
            <td title={exact?.(after)}>{show(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
