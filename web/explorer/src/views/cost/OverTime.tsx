// Cost over time: bars by day, week or month, what each is made of, and which days stand out.
import { useRef, useState } from "preact/hooks";
import { type Answer, unwrap, useAnswer } from "../../client/answer.ts";
import { CostSeriesDocument, type CostDimension } from "../../client/generated/graphql.ts";
import { decimalOf, nanoOf } from "../../format/money.ts";
import { asOf, change, href } from "../../location/location.ts";
import { Amount, placesOf } from "../../parts/Amount.tsx";
import { Panel, provenanceIn } from "../../parts/Panel.tsx";
import { savePicture } from "../../picture/Picture.tsx";
import { text } from "../../text/index.ts";
import { type Anomaly, Drivers, useAnomalies } from "./Anomalies.tsx";
import { Bars, seriesClass } from "./Bars.tsx";
import { StepChoice, stateParams } from "./Controls.tsx";
import { KeyLabel, keyText } from "./keys.tsx";
import { MOST_SERIES, type Series, type Stacks, stacksOf } from "./series.ts";
import type { Sums } from "./Sheet.tsx";
import { sumsInput, type CostState, barDimension, daysIn, drillTo, filterInputs, periodOf, periodsOf } from "./state.ts";

const words = text.cost;
const DAYS_NOT_COVERED = "DAYS_NOT_COVERED";

/** The keys that have a colour: those that cost the most. */
export function topKeys(sums: Sums, dimension: string): readonly string[] {
  const values = sums.columns.key.find(({ key }) => key === dimension)?.value ?? [];
  const nano = new Map<string, bigint>();
  values.forEach((value, row) => {
    if (value !== null) nano.set(value, (nano.get(value) ?? 0n) + nanoOf(sums.columns.cost[row] ?? "0"));
  });
  const costing = [...nano].filter(([, amount]) => amount !== 0n);
  return costing.sort(([, left], [, right]) => (left < right ? 1 : left > right ? -1 : 0)).slice(0, MOST_SERIES).map(([value]) => value);
}

/** The variables of the question behind the bars: of the keys that have a colour, and of everything. */
function seriesInput(state: CostState, sums: Sums) {
  const dimension = barDimension(state);
  const common = { from: state.from, to: state.to, ...sumsInput(state, asOf.value) };
  const keys = dimension === null ? [] : topKeys(sums, dimension);
  const filters = [...filterInputs(state.filters.filter((filter) => filter.dimension !== dimension)), ...(dimension !== null && keys.length ? [{ dimension, values: [...keys] }] : [])];
  const by: CostDimension[] = dimension === null ? [state.step] : [dimension, state.step];
  return { keys, variables: { input: { ...common, by, filters }, whole: { ...common, by: [state.step] } } };
}

export function OverTime({ state, sums }: { state: CostState; sums: Sums | undefined }) {
  const asked = sums ? seriesInput(state, sums) : null;
  const answer = useAnswer(CostSeriesDocument, asked?.variables ?? null, (data) => ({ ...unwrap(data.whole), parts: unwrap(data.parts) }));
  const anomalies = useAnomalies(state);
  const marked = anomaliesByPeriod(state, anomalies.data?.rows.nodes ?? []);
  const [hovered, setHovered] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const barsOf = barDimension(state);
  const dimension = barsOf === null ? words.amounts["cost"]! : words.dimensions[barsOf]!;
  const title = words.barsTitle(dimension, words.steps[state.step]!);
  const question = words.barsQuestion(dimension, state.from, state.to, state.filters.map(({ dimension: name, value }) => `${words.dimensions[name]} ${keyText(value)}`));
  const savePart = (as: "svg" | "png"): void => {
    const picture = box.current?.querySelector<SVGSVGElement>("svg.chart");
    const provenance = provenanceIn(answer.data);
    if (picture && provenance) void savePicture(picture, as, "cost-over-time", question, provenance);
  };
  const stacksFor = ({ columns, parts }: NonNullable<typeof answer.data>): Stacks =>
    stacksOf(parts.columns, columns, barsOf, asked?.keys ?? [], state.step, periodsOf(state.step, state.from, state.to));
  return (
    <Panel
      title={title}
      lead={words.barsLead(sums?.ledger.currency ?? "", state.seats !== null)}
      answer={answer as Answer<NonNullable<typeof answer.data>>}
      exportName="cost-over-time"
      exportTable={(data) => tableOf(stacksFor(data), state.step)}
      tools={
        <>
          <StepChoice state={state} />
          {answer.data && (
            <span class="export">
              <button type="button" class="quiet" onClick={() => savePart("svg")}>
                {text.picture.exportSvg}
              </button>
              <button type="button" class="quiet" onClick={() => savePart("png")}>
                {text.picture.exportPng}
              </button>
            </span>
          )}
        </>
      }
    >
      {(data) => {
        const stacks = stacksFor(data);
        const shown = hovered ?? state.at;
        return (
          <div ref={box}>
            <Bars
              stacks={stacks}
              currency={sums?.ledger.currency ?? ""}
              label={title}
              anomalies={new Map([...marked].map(([period, rows]) => [period, rows.length]))}
              chosen={state.at}
              onHover={setHovered}
              onChoose={(period) => change({ at: period === state.at ? undefined : period })}
            />
            {data.completeness.reasons.some(({ code }) => code === DAYS_NOT_COVERED) && <p class="not-covered">{words.notCovered}</p>}
            <Readout state={state} stacks={stacks} period={shown} anomalies={(shown && marked.get(shown)) || []} />
          </div>
        );
      }}
    </Panel>
  );
}

/** The anomalies of each bar that has any. */
function anomaliesByPeriod(state: CostState, rows: readonly Anomaly[]): ReadonlyMap<string, readonly Anomaly[]> {
  const byPeriod = new Map<string, Anomaly[]>();
  for (const row of rows) {
    const period = periodOf(state.step, row.day);
    byPeriod.set(period, [...(byPeriod.get(period) ?? []), row]);
  }
  return byPeriod;
}

/** The legend, with what each part cost in the period that is shown, or in all of them. */
function Readout({ state, stacks, period, anomalies }: { state: CostState; stacks: Stacks; period: string | null; anomalies: readonly Anomaly[] }) {
  const index = period === null ? -1 : stacks.periods.indexOf(period);
  const amountOf = ({ nano, total }: Series): string => decimalOf(index < 0 ? total : nano[index]!);
  const sum = decimalOf(index < 0 ? stacks.totals.reduce((before, nano) => before + nano, 0n) : stacks.totals[index]!);
  const places = placesOf([sum, ...stacks.series.map(amountOf)]);
  const [first, last] = index < 0 ? [state.from, state.to] : daysIn(state.step, stacks.periods[index]!, state.from, state.to);
  return (
    <div class="readout">
      <p class="readout-head">
        <strong>{index < 0 ? words.allPeriods : stacks.periods[index]}</strong> <Amount amount={sum} places={places} />
        {index >= 0 && (first !== state.from || last !== state.to) && (
          <a href={href("cost", { ...stateParams(state), from: first, to: last })}>{words.onlyThis}</a>
        )}
      </p>
      <ul class="legend-list">
        {stacks.series.map((series, place) => (
          <li key={series.key ?? ""} data-key={series.key ?? ""}>
            <svg class="swatch" width="12" height="12" aria-hidden="true">
              <rect class={seriesClass(series, place)} width="12" height="12" rx="2" />
            </svg>
            {series.key === null ? <span>{stacks.series.length === 1 ? words.whole : words.rest}</span> : <KeyLabel value={series.key} address={drillAddress(state, series.key)} />}
            <Amount amount={amountOf(series)} places={places} />
          </li>
        ))}
      </ul>
      {anomalies.length > 0 && (
        <ul class="anomaly-list">
          {anomalies.map(({ day, key, cost, expected, drivers }) => (
            <li key={[day, ...key.map(({ value }) => value)].join(" ")}>
              <span class="tag tag-bad">{words.anomaly}</span> {key.map(({ value }) => <KeyLabel key={value} value={value} />)} {day}: <Amount amount={cost.amount} />{" "}
              <span class="muted">{words.insteadOf}</span> <Amount amount={expected.amount} places={2} />
              <Drivers drivers={drivers} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function drillAddress(state: CostState, value: string): string | undefined {
  const dimension = barDimension(state);
  const drill = dimension === null ? null : drillTo(state, new Map([[dimension, value]]));
  return drill ? href("cost", { ...stateParams(state), ...drill }) : undefined;
}

const tableOf = ({ periods, series }: Stacks, step: string) => ({
  columns: [step, "key", "cost"],
  rows: periods.flatMap((period, index) => series.map(({ key, nano }) => [period, key ?? "~rest", decimalOf(nano[index]!)])),
});
