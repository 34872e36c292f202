// What was billed against what was used, with what may be behind the difference; and figures that sources gave anew.
import { unwrap, useAnswer } from "../../client/answer.ts";
import { CostBillDocument, type CostBillQuery } from "../../client/generated/graphql.ts";
import { decimalOf, nanoOf } from "../../format/money.ts";
import { formatCount } from "../../format/number.ts";
import { formatMoment } from "../../format/time.ts";
import { asOf, href } from "../../location/location.ts";
import { Amount, placesOf } from "../../parts/Amount.tsx";
import { type Column, DataTable } from "../../parts/DataTable.tsx";
import { NodeChip } from "../../parts/NodeChip.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { text } from "../../text/index.ts";
import { stateParams } from "./Controls.tsx";
import { sumsInput, type CostState, writeFilter } from "./state.ts";

type BillAnswer = Extract<CostBillQuery["costAttribution"], { __typename: "CostAttribution" }>;
type Period = BillAnswer["variance"][number];
type Restated = BillAnswer["restated"]["nodes"][number];
type Overlap = BillAnswer["overlaps"][number];
type Priced = BillAnswer["priced"][number];

const words = text.cost;
const ROWS = 200;

export function Bill({ state }: { state: CostState }) {
  const input = { by: ["application" as const], from: state.from, to: state.to, ...sumsInput(state, asOf.value) };
  const answer = useAnswer(CostBillDocument, { input, first: ROWS }, (data) => unwrap(data.costAttribution));
  return (
    <>
      <Panel
        title={words.varianceTitle}
        lead={words.varianceLead}
        answer={answer}
        exportName="cost-variance"
        exportTable={({ variance }) => ({
          columns: ["application", "from", "to", "billed", "usage", "variance", "in_window", "currency", "causes"],
          rows: variance.map((period) => [
            period.application,
            period.from,
            period.to,
            period.billed.amount,
            period.usage.amount,
            period.variance.amount,
            period.inWindow.amount,
            period.billed.currency,
            period.causes.map(({ code }) => code).join(" "),
          ]),
        })}
      >
        {({ variance }) => <Variance state={state} periods={variance} />}
      </Panel>
      <Panel
        title={words.restatedTitle}
        lead={words.restatedLead}
        answer={answer}
        exportName="cost-restated"
        exportTable={({ restated }) => ({
          columns: ["kind", "application", "category", "from", "to", "source", "run", "at", "why", "before", "after", "currency", "requests_before", "requests_after", "tokens_before", "tokens_after"],
          rows: restated.nodes.map((row) => [
            row.kind,
            row.application,
            row.category,
            row.from,
            row.to,
            row.source,
            row.run,
            row.at,
            row.why,
            row.before?.amount,
            row.after?.amount,
            (row.after ?? row.before)?.currency,
            row.requestsBefore,
            row.requestsAfter,
            row.tokensBefore,
            row.tokensAfter,
          ]),
        })}
      >
        {({ restated }) => (
          <DataTable
            caption={words.restatedTitle}
            rows={restated.nodes}
            total={restated.totalCount}
            rowKey={({ kind, application, category, from, to, source, run, basis }) => [kind, application, category, from, to, source, run, basis].join(" ")}
            columns={RESTATED_COLUMNS}
            empty={words.noRestated}
          />
        )}
      </Panel>
      <Panel title={words.overlapsTitle} lead={words.overlapsLead} answer={answer} exportName="cost-overlaps">
        {({ overlaps }) => (
          <DataTable
            caption={words.overlapsTitle}
            rows={overlaps}
            rowKey={({ kind, application, category, firstDay, source }) => [kind, application, category, firstDay, source].join(" ")}
            columns={OVERLAP_COLUMNS}
            empty={words.noOverlaps}
          />
        )}
      </Panel>
      <Panel title={words.pricedTitle} lead={words.pricedLead} answer={answer} exportName="cost-priced">
        {({ priced }) => <DataTable caption={words.pricedTitle} rows={priced} rowKey={({ source }) => source} columns={PRICED_COLUMNS} empty={words.noPriced} />}
      </Panel>
    </>
  );
}

const days = (from: string, to: string): string => (from === to ? from : words.daysOf(from, to));

function Variance({ state, periods }: { state: CostState; periods: readonly Period[] }) {
  const amount = (name: "billed" | "usage" | "variance" | "inWindow"): Column<Period> => {
    const places = placesOf(periods.map((period) => period[name].amount));
    return {
      key: name,
      title: words.varianceAmounts[name]!,
      cell: (period) => <Amount amount={period[name].amount} places={places} signed={name === "variance" || name === "inWindow"} />,
      sort: (period) => Number(nanoOf(period[name].amount)),
      align: "end",
      wide: name !== "inWindow",
    };
  };
  const others = state.filters.filter(({ dimension }) => dimension !== "application").map(writeFilter);
  const columns: readonly Column<Period>[] = [
    {
      key: "application",
      title: words.dimensions["application"]!,
      cell: ({ application, from, to, causes }) => (
        <>
          <NodeChip id={application} href={href("cost", { ...stateParams(state), show: undefined, by: "model", from, to, filter: [...others, `application=${application}`] })} />
          <span class="narrow small muted">
            {days(from, to)} · {causes.map(({ code }) => code).join(", ")}
          </span>
        </>
      ),
      sort: ({ application }) => application,
    },
    { key: "period", title: words.period, cell: ({ from, to }) => <span class="nowrap">{days(from, to)}</span>, sort: ({ from }) => from, wide: true },
    amount("billed"),
    amount("usage"),
    amount("variance"),
    amount("inWindow"),
    {
      key: "causes",
      title: words.causes,
      cell: ({ causes }) => (
        <ul class="drivers">
          {causes.map(({ code, detail, amount: worth, count }) => (
            <li key={code}>
              <code>{code}</code> {detail}
              {worth && (
                <>
                  {" "}
                  <Amount amount={worth.amount} />
                </>
              )}
              {count !== null && count !== undefined && <span class="muted"> ({formatCount(count)})</span>}
            </li>
          ))}
        </ul>
      ),
      wide: true,
    },
  ];
  const inWindow = decimalOf(periods.reduce((sum, period) => sum + nanoOf(period.inWindow.amount), 0n));
  return (
    <DataTable
      caption={words.varianceTitle}
      rows={periods}
      rowKey={({ application, from, to }) => `${application} ${from} ${to}`}
      columns={columns}
      empty={words.noVariance}
      footer={{ application: words.varianceSum, inWindow: <Amount amount={inWindow} signed /> }}
    />
  );
}

const RESTATED_COLUMNS: readonly Column<Restated>[] = [
  { key: "from", title: words.period, cell: ({ from, to }) => <span class="nowrap">{days(from, to)}</span>, sort: ({ from }) => from },
  { key: "kind", title: words.figure, cell: ({ kind, category }) => (kind === category ? kind : `${kind}, ${category}`), sort: ({ kind }) => kind },
  { key: "application", title: words.dimensions["application"]!, cell: ({ application }) => (application ? <NodeChip id={application} /> : text.unknown), wide: true },
  { key: "why", title: words.why, cell: ({ why }) => words.restatedWhy[why] ?? why, sort: ({ why }) => why, wide: true },
  { key: "before", title: words.beforeAmount, cell: ({ before }) => <Amount amount={before?.amount} />, align: "end" },
  { key: "after", title: words.afterAmount, cell: ({ after }) => <Amount amount={after?.amount} />, align: "end" },
  { key: "requests", title: words.requests, cell: ({ requestsBefore, requestsAfter }) => `${formatCount(requestsBefore)} → ${formatCount(requestsAfter)}`, align: "end", wide: true },
  { key: "source", title: words.source, cell: ({ source, run }) => `${source}${run === null ? "" : `, ${words.run(String(run))}`}`, sort: ({ source }) => source, wide: true },
  { key: "at", title: words.at, cell: ({ at }) => formatMoment(at), sort: ({ at }) => at, wide: true },
];

const OVERLAP_COLUMNS: readonly Column<Overlap>[] = [
  { key: "application", title: words.dimensions["application"]!, cell: ({ application }) => <NodeChip id={application} />, sort: ({ application }) => application },
  { key: "category", title: words.figure, cell: ({ kind, category }) => (kind === category ? kind : `${kind}, ${category}`), wide: true },
  { key: "days", title: words.period, cell: ({ firstDay, lastDay }) => <span class="nowrap">{days(firstDay, lastDay)}</span>, sort: ({ firstDay }) => firstDay, wide: true },
  { key: "source", title: words.leftOutSource, cell: ({ source }) => source, sort: ({ source }) => source },
  { key: "counted", title: words.countedSource, cell: ({ counted }) => counted, sort: ({ counted }) => counted },
  { key: "cost", title: words.amounts["cost"]!, cell: ({ cost }) => <Amount amount={cost.amount} />, sort: ({ cost }) => Number(nanoOf(cost.amount)), align: "end" },
];

const PRICED_COLUMNS: readonly Column<Priced>[] = [
  { key: "source", title: words.source, cell: ({ source }) => source, sort: ({ source }) => source },
  { key: "counts", title: words.counts, cell: ({ counts }) => words.countsRules[counts] ?? counts },
  { key: "cost", title: words.inLedger, cell: ({ cost }) => <Amount amount={cost.amount} />, align: "end" },
  { key: "estimate", title: words.beside, cell: ({ estimate }) => <Amount amount={estimate.amount} />, align: "end" },
];
