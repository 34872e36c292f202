// Where the month will end: what is spent, the cone of what may come, and the budget it has to fit.
import { useRef } from "preact/hooks";
import type { JSX } from "preact";
import { unwrap, useAnswer, useRows } from "../../client/answer.ts";
import { CostDailyDocument, CostForecastDocument, type CostForecastQuery, type MonthEndPartsFragment } from "../../client/generated/graphql.ts";
import { decimalOf, formatMoney, nanoOf } from "../../format/money.ts";
import { formatCount } from "../../format/number.ts";
import { asOf, href } from "../../location/location.ts";
import { Amount } from "../../parts/Amount.tsx";
import { BudgetBar, overText } from "../../parts/BudgetBar.tsx";
import { type Column, DataTable } from "../../parts/DataTable.tsx";
import { Panel, provenanceIn } from "../../parts/Panel.tsx";
import { savePicture } from "../../picture/Picture.tsx";
import { text } from "../../text/index.ts";
import { tickText, useWidth } from "./Bars.tsx";
import { stateParams } from "./Controls.tsx";
import { KeyLabel } from "./keys.tsx";
import { shareOf, stacksOf, ticksOf } from "./series.ts";
import { commonInput, type CostState, lastDayOf, periodsOf, timelessBy, writeFilter } from "./state.ts";

type ForecastAnswer = Extract<CostForecastQuery["forecast"], { __typename: "Forecast" }>;

const words = text.cost;
const ROWS = 100;
const HEIGHT = 280;
const TOP = 16;
const BOTTOM = 26;
const RIGHT = 12;
const DIGIT_WIDTH = 7;
const LEAST_WIDTH = 280;
const LABEL_WIDTH = 46;

export function Forecast({ state }: { state: CostState }) {
  const by = timelessBy(state);
  const input = { by: [...by], ...commonInput(state, asOf.value) };
  const [answer, rows] = useRows(CostForecastDocument, { input, first: ROWS, after: null }, (data) => unwrap(data.forecast), (data) => data.rows);
  const daily = useAnswer(CostDailyDocument, { input: { by: ["day" as const], from: state.from, to: state.to, ...commonInput(state, asOf.value) } }, (data) => unwrap(data.costAttribution));
  const box = useRef<HTMLDivElement>(null);
  const savePart = (as: "svg" | "png"): void => {
    const picture = box.current?.querySelector<SVGSVGElement>("svg.chart");
    const provenance = provenanceIn(answer.data);
    if (picture && provenance) void savePicture(picture, as, "cost-forecast", words.forecastTitle(state.from.slice(0, 7)), provenance);
  };
  const columns = monthColumns(state, by);
  return (
    <>
      <Panel
        title={words.forecastTitle(state.from.slice(0, 7))}
        lead={answer.data && words.forecastLead(answer.data.method)}
        answer={answer}
        exportName="cost-forecast"
        tools={
          <span class="export">
            <button type="button" class="quiet" onClick={() => savePart("svg")}>
              {text.picture.exportSvg}
            </button>
            <button type="button" class="quiet" onClick={() => savePart("png")}>
              {text.picture.exportPng}
            </button>
          </span>
        }
        summary={({ total }) => `${words.expected} ${formatMoney(total.expected)}`}
      >
        {(data) => {
          const total = withBudget(data);
          return (
            <div ref={box}>
              <MonthEndFigures end={total} />
              {daily.data && <BurnUp end={total} state={state} columns={daily.data.columns} />}
            </div>
          );
        }}
      </Panel>
      <Panel
        title={words.forecastRows(by.map((dimension) => words.dimensions[dimension]!).join(" · "))}
        lead={words.chargesApart}
        answer={answer}
        exportName="cost-forecast-rows"
        exportTable={() => ({
          columns: [...by, "month", "spent", "expected", "low", "high", "budget", "over", "currency"],
          rows: rows.rows.map((row) => [
            ...by.map((dimension) => valueOf(row, dimension)),
            row.month,
            row.spent.amount,
            row.expected?.amount,
            row.low?.amount,
            row.high?.amount,
            row.budget?.amount,
            row.over === null ? "" : String(row.over),
            row.spent.currency,
          ]),
        })}
      >
        {({ rows: { totalCount } }) => (
          <DataTable
            caption={words.shows["forecast"]!}
            rows={rows.rows}
            total={totalCount}
            hasMore={rows.hasMore}
            isLoading={rows.isLoading}
            onMore={rows.more}
            rowKey={({ key }) => key.map(({ value }) => value).join(" ")}
            columns={columns}
            empty={words.noRows}
          />
        )}
      </Panel>
    </>
  );
}

const valueOf = ({ key }: MonthEndPartsFragment, dimension: string): string => key.find((entry) => entry.key === dimension)?.value ?? "";

/** All keys together; where there is one key alone, its budget is theirs. */
function withBudget({ total, rows }: ForecastAnswer): MonthEndPartsFragment {
  const [only] = rows.nodes;
  return rows.totalCount === 1 && only && !total.budget ? { ...total, budget: only.budget, over: only.over } : total;
}

function monthColumns(state: CostState, by: readonly string[]): readonly Column<MonthEndPartsFragment>[] {
  const order = (money: { readonly amount: string } | null | undefined): number | null => (money ? Number(nanoOf(money.amount)) : null);
  const others = state.filters.filter(({ dimension }) => !by.includes(dimension)).map(writeFilter);
  return [
    ...by.map((dimension): Column<MonthEndPartsFragment> => ({
      key: dimension,
      title: words.dimensions[dimension]!,
      cell: (row) => (
        <KeyLabel
          value={valueOf(row, dimension)}
          address={href("cost", { ...stateParams(state), show: "forecast", filter: [...others, ...row.key.map(({ key, value }) => `${key}=${value}`)] })}
        />
      ),
      sort: (row) => valueOf(row, dimension),
    })),
    { key: "spent", title: words.spent, cell: ({ spent }) => <Amount amount={spent.amount} />, sort: ({ spent }) => order(spent), align: "end", wide: true },
    {
      key: "expected",
      title: words.expected,
      cell: ({ expected, reason }) => (expected ? <Amount amount={expected.amount} places={2} /> : <span class="muted small">{words.noForecast[reason ?? ""]}</span>),
      sort: ({ expected }) => order(expected),
      align: "end",
    },
    {
      key: "interval",
      title: words.interval,
      cell: ({ low, high }) =>
        low && high ? (
          <>
            <Amount amount={low.amount} places={2} /> – <Amount amount={high.amount} places={2} />
          </>
        ) : (
          text.unknown
        ),
      align: "end",
      wide: true,
    },
    { key: "budget", title: words.budget, cell: ({ budget }) => (budget ? <Amount amount={budget.amount} /> : <span class="muted">{text.home.noBudget}</span>), sort: ({ budget }) => order(budget), align: "end", wide: true },
    { key: "bar", title: words.ofBudget, cell: (row) => (row.budget ? <BudgetBar row={row} /> : null), wide: true },
    {
      key: "over",
      title: text.home.status,
      cell: ({ over, budget }) => (budget ? <span class={over ? "tag tag-bad" : "muted"}>{overText(over)}</span> : null),
      sort: ({ over }) => (over === true ? 0 : over === false ? 1 : 2),
    },
    { key: "missing", title: words.missingDays, cell: ({ missingDays }) => formatCount(missingDays), align: "end", wide: true },
  ];
}

function MonthEndFigures({ end }: { end: MonthEndPartsFragment }): JSX.Element {
  // What is expected is no exact amount: two digits after the point are enough of it.
  const figure = (name: string, label: string, money: { readonly amount: string } | null, places?: number): JSX.Element => (
    <div class="fact" data-fact={name}>
      <dt>{label}</dt>
      <dd>
        <Amount amount={money?.amount} {...(places === undefined ? {} : { places })} />
      </dd>
    </div>
  );
  return (
    <dl class="fact-list">
      {figure("spent", words.spent, end.spent)}
      {figure("expected", words.expected, end.expected, 2)}
      {figure("low", words.atLeast, end.low, 2)}
      {figure("high", words.atMost, end.high, 2)}
      {figure("budget", words.budget, end.budget)}
      <div class="fact">
        <dt>{text.home.status}</dt>
        <dd>{end.budget ? <span class={end.over ? "tag tag-bad" : ""}>{overText(end.over)}</span> : text.home.noBudget}</dd>
      </div>
      <div class="fact">
        <dt>{words.missingDays}</dt>
        <dd>{formatCount(end.missingDays)}</dd>
      </div>
      {end.reason && <p class="muted">{words.noForecast[end.reason]}</p>}
    </dl>
  );
}

interface BurnUpProps {
  readonly end: MonthEndPartsFragment;
  readonly state: CostState;
  readonly columns: Parameters<typeof stacksOf>[1];
}

/** What the month cost by each day, on to the cone of where it may end; the budget across. */
function BurnUp(props: BurnUpProps): JSX.Element {
  const [box, measured] = useWidth();
  return (
    <div class="chart-box" ref={box}>
      {measured > 0 && <Cone {...props} width={Math.max(LEAST_WIDTH, measured)} />}
    </div>
  );
}

function Cone({ end, state, columns, width }: BurnUpProps & { width: number }): JSX.Element {
  const days = periodsOf("day", state.from, lastDayOf(end.month));
  const { totals, periods } = stacksOf(null, columns, null, [], "day", periodsOf("day", state.from, state.to));
  let sum = 0n;
  const sums = totals.map((nano) => (sum += nano));
  const nano = (money: { readonly amount: string } | null): bigint | null => (money ? nanoOf(money.amount) : null);
  const [expected, low, high, budget] = [nano(end.expected), nano(end.low), nano(end.high), nano(end.budget)];
  const known = [...sums, expected, low, high, budget].filter((amount) => amount !== null);
  const ticks = ticksOf(known.reduce((least, amount) => (amount < least ? amount : least), 0n), known.reduce((most, amount) => (amount > most ? amount : most), 0n));
  const left = Math.max(...ticks.map((tick) => tickText(tick).length)) * DIGIT_WIDTH + 12;
  const slot = (width - left - RIGHT) / Math.max(1, days.length);
  const x = (day: number): number => left + day * slot;
  const y = (amount: bigint): number => TOP + (1 - shareOf(amount, ticks[0]!, ticks.at(-1)!)) * (HEIGHT - TOP - BOTTOM);
  const today = periods.length;
  const line = [[0, 0n] as const, ...sums.map((amount, day) => [day + 1, amount] as const)].map(([day, amount]) => `${x(day)},${y(amount)}`).join(" ");
  const every = Math.ceil(LABEL_WIDTH / slot);
  const label = words.coneLabel(formatMoney({ currency: end.spent.currency, amount: decimalOf(sum) }), formatMoney(end.expected), formatMoney(end.low), formatMoney(end.high), end.budget ? formatMoney(end.budget) : text.home.noBudget);
  return (
    <svg class="picture chart" width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
      <g class="picture-world">
        {ticks.map((tick) => (
          <g key={String(tick)}>
            <line class={tick === 0n ? "chart-zero" : "chart-grid"} x1={left} x2={width} y1={y(tick)} y2={y(tick)} />
            <text class="chart-tick" x={left - 8} y={y(tick) + 4} text-anchor="end">
              {tickText(tick)}
            </text>
          </g>
        ))}
        {days.map(
          (day, index) =>
            index % every === 0 && (
              <text key={day} class="chart-tick" x={x(index + 0.5)} y={HEIGHT - 8} text-anchor="middle">
                {day.slice(5)}
              </text>
            ),
        )}
        {expected !== null && low !== null && high !== null && (
          <>
            <polygon class="chart-cone" points={`${x(today)},${y(sum)} ${x(days.length)},${y(high)} ${x(days.length)},${y(low)}`} />
            <line class="chart-expected" x1={x(today)} y1={y(sum)} x2={x(days.length)} y2={y(expected)} />
          </>
        )}
        <polyline class="chart-line" points={line} />
        <circle class="chart-today" cx={x(today)} cy={y(sum)} r="3.5" />
        {budget !== null && (
          <>
            <line class="chart-budget" x1={left} x2={width} y1={y(budget)} y2={y(budget)} />
            <text class="chart-tick chart-budget-text" x={left + 4} y={y(budget) - 5}>
              {words.budget}
            </text>
          </>
        )}
      </g>
    </svg>
  );
}
