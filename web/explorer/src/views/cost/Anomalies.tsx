// The days on which a key cost more than its history explains, and what of it grew.
import { type Answer, unwrap, useAnswer } from "../../client/answer.ts";
import { CostAnomaliesDocument, type CostAnomaliesQuery } from "../../client/generated/graphql.ts";
import { nanoOf } from "../../format/money.ts";
import { formatCount } from "../../format/number.ts";
import { asOf, href } from "../../location/location.ts";
import { Amount } from "../../parts/Amount.tsx";
import { type Column, DataTable } from "../../parts/DataTable.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { text } from "../../text/index.ts";
import { stateParams } from "./Controls.tsx";
import { isNameless, KeyLabel } from "./keys.tsx";
import { commonInput, type CostState, drillTo, isCalendar, periodOf, timelessBy } from "./state.ts";

export type AnomaliesAnswer = Extract<CostAnomaliesQuery["anomalies"], { __typename: "Anomalies" }>;
export type Anomaly = AnomaliesAnswer["rows"]["nodes"][number];
type Driver = Anomaly["drivers"][number];

const words = text.cost;
const ROWS = 200;

/** The anomalies of the days in the URL; by the calendar alone there are none to ask for. */
export function useAnomalies(state: CostState): Answer<AnomaliesAnswer> {
  const input = { by: [...timelessBy(state)], from: state.from, to: state.to, ...commonInput(state, asOf.value) };
  const isAsked = state.show === "anomalies" || !state.by.every(isCalendar);
  return useAnswer(CostAnomaliesDocument, isAsked ? { input, first: ROWS } : null, (data) => unwrap(data.anomalies));
}

/** Who or what a driver is: the account, else the key, else the application, and the model. */
export function driverParts({ key }: Driver): readonly string[] {
  const value = (dimension: string): string => key.find((entry) => entry.key === dimension)?.value ?? "";
  const principal = ["account", "credential", "application"].map(value).find((known) => known && !isNameless(known)) ?? value("account");
  return principal === value("model") ? [principal] : [principal, value("model")];
}

export function Drivers({ drivers }: { drivers: readonly Driver[] }) {
  return (
    <ul class="drivers">
      {drivers.map((driver, place) => (
        <li key={place}>
          {driverParts(driver).map((value, position) => (
            <span key={value}>
              {position > 0 && ` ${words.withModel} `}
              <KeyLabel value={value} />
            </span>
          ))}
          : <Amount amount={driver.cost.amount} /> <span class="muted">{words.usually}</span> <Amount amount={driver.usual.amount} places={2} />
        </li>
      ))}
    </ul>
  );
}

export function Anomalies({ state }: { state: CostState }) {
  const answer = useAnomalies(state);
  const by = timelessBy(state);
  const isChosen = ({ day }: Anomaly): boolean => state.at !== null && periodOf(state.step, day) === state.at;
  const columns: readonly Column<Anomaly>[] = [
    {
      key: "day",
      title: words.dimensions["day"]!,
      cell: ({ day }) => <a href={href("cost", { ...stateParams(state), at: periodOf(state.step, day) })} class="nowrap">{day}</a>,
      sort: ({ day }) => day,
    },
    ...by.map((dimension): Column<Anomaly> => {
      const value = ({ key }: Anomaly): string => key.find((entry) => entry.key === dimension)?.value ?? "";
      return {
        key: dimension,
        title: words.dimensions[dimension]!,
        cell: (row) => (
          <>
            <KeyLabel value={value(row)} address={rowAddress(state, row)} />
            {dimension === by.at(-1) && (
              <div class="narrow">
                <Drivers drivers={row.drivers.slice(0, 1)} />
              </div>
            )}
          </>
        ),
        sort: value,
      };
    }),
    { key: "cost", title: words.amounts["cost"]!, cell: ({ cost }) => <Amount amount={cost.amount} />, sort: ({ cost }) => Number(nanoOf(cost.amount)), align: "end" },
    { key: "expected", title: words.expected, cell: ({ expected }) => <Amount amount={expected.amount} places={2} />, sort: ({ expected }) => Number(nanoOf(expected.amount)), align: "end", wide: true },
    { key: "high", title: words.ordinaryUpTo, cell: ({ high }) => <Amount amount={high.amount} places={2} />, align: "end", wide: true },
    { key: "drivers", title: words.drivers, cell: ({ drivers }) => <Drivers drivers={drivers} />, wide: true },
  ];
  return (
    <Panel
      title={words.shows["anomalies"]!}
      lead={answer.data ? words.judged(formatCount(answer.data.judged), answer.data.method) : undefined}
      answer={answer}
      exportName="cost-anomalies"
      summary={({ rows }) => words.anomaliesOf(formatCount(rows.totalCount))}
      exportTable={({ rows }) => ({
        columns: ["day", ...by, "cost", "expected", "low", "high", "currency"],
        rows: rows.nodes.map(({ day, key, cost, expected, low, high }) => [
          day,
          ...by.map((dimension) => key.find((entry) => entry.key === dimension)?.value),
          cost.amount,
          expected.amount,
          low.amount,
          high.amount,
          cost.currency,
        ]),
      })}
    >
      {({ rows }) => (
        <DataTable
          caption={words.shows["anomalies"]!}
          rows={rows.nodes}
          total={rows.totalCount}
          rowKey={({ day, key }) => [day, ...key.map(({ value }) => value)].join(" ")}
          columns={columns}
          rowClass={(row) => (isChosen(row) ? "is-chosen" : "")}
          empty={words.noAnomalies}
        />
      )}
    </Panel>
  );
}

/** The rows of the key on that day. */
function rowAddress(state: CostState, { key, day }: Anomaly): string | undefined {
  const drill = drillTo({ ...state, by: timelessBy(state), from: day, to: day }, new Map(key.map(({ key: dimension, value }) => [dimension, value])));
  return drill ? href("cost", { ...stateParams(state), show: undefined, ...drill }) : undefined;
}
