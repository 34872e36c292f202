// What two months differ by, in parts that are the difference, down to the last digit.
import { unwrap, useRows } from "../../client/answer.ts";
import { CostDifferenceDocument, type CostDifferenceQuery } from "../../client/generated/graphql.ts";
import { decimalOf, nanoOf } from "../../format/money.ts";
import { asOf, change, href } from "../../location/location.ts";
import { Amount, placesOf } from "../../parts/Amount.tsx";
import { type Column, DataTable } from "../../parts/DataTable.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { text } from "../../text/index.ts";
import { stateParams } from "./Controls.tsx";
import { KeyLabel } from "./keys.tsx";
import { shareOf } from "./series.ts";
import { commonInput, type CostState, drillTo, timelessBy } from "./state.ts";

type DifferenceAnswer = Extract<CostDifferenceQuery["costAttribution"], { __typename: "CostAttribution" }>;
type Difference = NonNullable<DifferenceAnswer["difference"]>;
type Driver = DifferenceAnswer["drivers"]["nodes"][number];

const words = text.cost;
const ROWS = 200;
// In the order in which one asks: who, how much, at which price, of what.
const PARTS = ["people", "volume", "price", "mix", "unmeasured", "charges"] as const;
const DRIVER_PARTS = ["people", "volume", "price", "mix", "unmeasured"] as const;
const BAR_WIDTH = 1000;

export function Difference({ state }: { state: CostState }) {
  const by = timelessBy(state);
  const input = { by: [...by], from: state.from, to: state.to, compare: state.compare, ...commonInput(state, asOf.value) };
  const [answer, rows] = useRows(CostDifferenceDocument, { input, first: ROWS, after: null }, (data) => unwrap(data.costAttribution), (data) => data.drivers);
  const title = words.differenceTitle(state.compare, state.month);
  return (
    <>
      <Months state={state} />
      <Panel
        title={title}
        lead={words.differenceLead}
        answer={answer}
        exportName="cost-difference"
        exportTable={({ difference }) => ({
          columns: ["part", "amount", "currency"],
          rows: difference ? stepsOf(difference).map(({ name, nano }) => [name, decimalOf(nano), difference.after.currency]) : [],
        })}
      >
        {({ difference }) => difference && <Steps difference={difference} />}
      </Panel>
      <Panel
        title={words.differenceRows(by.map((dimension) => words.dimensions[dimension]!).join(" · "))}
        lead={words.differenceRowsLead}
        answer={answer}
        exportName="cost-difference-rows"
        exportTable={() => ({
          columns: [...by, "before", "after", "difference", ...DRIVER_PARTS, "currency"],
          rows: rows.rows.map((row) => [
            ...by.map((dimension) => valueOf(row, dimension)),
            row.before.amount,
            row.after.amount,
            row.difference.amount,
            ...DRIVER_PARTS.map((part) => row[part].amount),
            row.after.currency,
          ]),
        })}
      >
        {({ drivers }) => (
          <DataTable
            caption={words.differenceRows(by.map((dimension) => words.dimensions[dimension]!).join(" · "))}
            rows={rows.rows}
            total={drivers.totalCount}
            hasMore={rows.hasMore}
            isLoading={rows.isLoading}
            onMore={rows.more}
            rowKey={({ key }) => key.map(({ value }) => value).join(" ")}
            columns={driverColumns(state, by, rows.rows)}
            empty={words.noRows}
            {...(rows.hasMore ? {} : { footer: footerOf(by[0]!, rows.rows) })}
          />
        )}
      </Panel>
    </>
  );
}

const valueOf = ({ key }: Driver, dimension: string): string => key.find((entry) => entry.key === dimension)?.value ?? "";

function Months({ state }: { state: CostState }) {
  const field = (name: "compare" | "month", label: string) => (
    <label class="choice">
      <span>{label}</span>
      <input type="month" value={state[name]} onChange={({ currentTarget: { value } }) => value && change({ month: state.month, compare: state.compare, [name]: value })} />
    </label>
  );
  return (
    <form class="filters months" aria-label={words.months} onSubmit={(event) => event.preventDefault()}>
      {field("compare", words.before)}
      {field("month", words.after)}
    </form>
  );
}

interface Step {
  readonly name: string;
  readonly nano: bigint;
  /** Where the bar of the step begins and ends. */
  readonly from: bigint;
  readonly to: bigint;
  readonly isSum: boolean;
}

/** From the month before through each part to the month after. */
function stepsOf({ before, after, parts }: Difference): readonly Step[] {
  const given = new Map(parts.map(({ key, value }) => [key, nanoOf(value.amount)]));
  // What a later server has besides comes last, not short.
  const names = [...PARTS.filter((name) => given.has(name)), ...[...given.keys()].filter((name) => !(PARTS as readonly string[]).includes(name))];
  let level = nanoOf(before.amount);
  const steps = names.map((name): Step => {
    const [nano, from] = [given.get(name)!, level];
    level += nano;
    return { name, nano, from, to: level, isSum: false };
  });
  const sum = (name: string, nano: bigint): Step => ({ name, nano, from: 0n, to: nano, isSum: true });
  return [sum("before", nanoOf(before.amount)), ...steps, sum("after", nanoOf(after.amount))];
}

function Steps({ difference }: { difference: Difference }) {
  const steps = stepsOf(difference);
  const ends = steps.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [ends.reduce((least, end) => (end < least ? end : least)), ends.reduce((most, end) => (end > most ? end : most))];
  const places = placesOf([...steps.map(({ nano }) => decimalOf(nano)), difference.difference.amount]);
  const isWhole = steps.at(-2)!.to === steps.at(-1)!.to;
  const days: Record<string, string> = { before: words.daysOf(difference.from, difference.to), after: "" };
  return (
    <>
      <div class="table-box">
        <table class="data-table steps">
          <caption class="visually-hidden">{words.shows["difference"]}</caption>
          <thead>
            <tr>
              <th scope="col">{words.part}</th>
              <th scope="col" class="wide" />
              <th scope="col" class="end">
                {difference.after.currency}
              </th>
            </tr>
          </thead>
          <tbody>
            {steps.map(({ name, nano, from, to, isSum }) => (
              <tr key={name} data-part={name} class={isSum ? "is-sum" : ""}>
                <th scope="row">
                  {words.differenceParts[name] ?? name}
                  <span class="muted small step-why">{days[name] ?? words.differenceWhy[name]}</span>
                </th>
                <td class="wide step-bar">
                  <svg viewBox={`0 0 ${BAR_WIDTH} 16`} preserveAspectRatio="none" height="16" aria-hidden="true">
                    {nano !== 0n && <rect
                      class={isSum ? "chart-series-1" : nano < 0n ? "step-less" : "step-more"}
                      x={Math.min(shareOf(from, low, high), shareOf(to, low, high)) * BAR_WIDTH}
                      width={Math.max(2, Math.abs(shareOf(to, low, high) - shareOf(from, low, high)) * BAR_WIDTH)}
                      height="16"
                    />}
                  </svg>
                </td>
                <td class="end">
                  <Amount amount={decimalOf(nano)} places={places} signed={!isSum} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr data-part="difference">
              <th scope="row">{words.differenceSum}</th>
              <td class="wide" />
              <td class="end">
                <Amount amount={difference.difference.amount} places={places} signed />
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p class={isWhole ? "sheet-proof" : "problem"} role={isWhole ? undefined : "alert"}>
        {isWhole ? words.differenceAddsUp : words.addsUpNot(decimalOf(steps.at(-1)!.to - steps.at(-2)!.to))}
      </p>
    </>
  );
}

type DriverAmount = "before" | "after" | "difference" | (typeof DRIVER_PARTS)[number];

const sumOf = (rows: readonly Driver[], name: DriverAmount): string => decimalOf(rows.reduce((total, row) => total + nanoOf(row[name].amount), 0n));

function driverColumns(state: CostState, by: readonly string[], rows: readonly Driver[]): readonly Column<Driver>[] {
  const amount = (name: DriverAmount): Column<Driver> => {
    const places = placesOf([...rows.map((row) => row[name].amount), sumOf(rows, name)]);
    return {
      key: name,
      title: words.differenceParts[name]!,
      cell: (row) => <Amount amount={row[name].amount} places={places} signed={name !== "before" && name !== "after"} />,
      sort: (row) => Number(nanoOf(row[name].amount)),
      align: "end",
      wide: name !== "difference",
    };
  };
  return [
    ...by.map((dimension): Column<Driver> => ({
      key: dimension,
      title: words.dimensions[dimension]!,
      cell: (row) => {
        const drill = drillTo({ ...state, by: timelessBy(state) }, new Map(row.key.map(({ key, value }) => [key, value])));
        return <KeyLabel value={valueOf(row, dimension)} address={drill ? href("cost", { ...stateParams(state), show: undefined, ...drill }) : undefined} />;
      },
      sort: (row) => valueOf(row, dimension),
    })),
    amount("before"),
    amount("after"),
    amount("difference"),
    ...DRIVER_PARTS.filter((part) => part !== "unmeasured" || rows.some((row) => nanoOf(row.unmeasured.amount) !== 0n)).map(amount),
  ];
}

/** What the rows add up to, column by column. */
function footerOf(dimension: string, rows: readonly Driver[]) {
  const sum = (name: DriverAmount) => (
    <Amount amount={sumOf(rows, name)} places={placesOf([...rows.map((row) => row[name].amount), sumOf(rows, name)])} signed={name !== "before" && name !== "after"} />
  );
  return Object.fromEntries([
    [dimension, words.sumOfRows] as const,
    ...(["before", "after", "difference", ...DRIVER_PARTS] as const).map((name) => [name, sum(name)] as const),
  ]);
}
