// Cost row by row: what each key cost, as it leads on to what is behind it.
import type { Answer } from "../../client/answer.ts";
import { decimalOf, exactMoney, formatMoney, nanoOf } from "../../format/money.ts";
import { formatCount } from "../../format/number.ts";
import { href } from "../../location/location.ts";
import { Amount, placesOf } from "../../parts/Amount.tsx";
import { type Column, DataTable } from "../../parts/DataTable.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { text } from "../../text/index.ts";
import { stateParams } from "./Controls.tsx";
import { KeyLabel } from "./keys.tsx";
import type { Sums } from "./Sheet.tsx";
import { type CostState, drillTo, nextBy } from "./state.ts";

const words = text.cost;
// Reasoning is a part of the output, so it is no counter of its own in a sum.
const PART_OF_OUTPUT = "reasoning";

interface Row {
  readonly key: ReadonlyMap<string, string>;
  readonly cost: string;
  readonly estimate: string;
  readonly included: string;
  readonly basis: string;
  readonly requests: number;
  readonly tokens: number;
}

export function rowsOf({ columns }: Sums, by: readonly string[]): readonly Row[] {
  const values = by.map((dimension) => columns.key.find(({ key }) => key === dimension)?.value ?? []);
  const counters = columns.tokens.filter(({ key }) => key !== PART_OF_OUTPUT);
  return columns.cost.map((cost, row) => ({
    key: new Map(by.map((dimension, place) => [dimension, values[place]![row] ?? ""])),
    cost: cost ?? "0",
    estimate: columns.estimate[row] ?? "0",
    included: columns.included[row] ?? "0",
    basis: columns.basis[row] ?? "",
    requests: columns.requests[row] ?? 0,
    tokens: counters.reduce((sum, { value }) => sum + (value[row] ?? 0), 0),
  }));
}

const keyOf = ({ key }: Row): string => [...key.values()].join(" ");
// For the order alone: two amounts that differ in the last digit differ.
const order = (amount: string): number => Number(nanoOf(amount));

export function Rows({ state, answer }: { state: CostState; answer: Answer<Sums> }) {
  const next = nextBy(state.by, state.filters);
  return (
    <Panel
      title={words.rowsTitle(state.by.map((dimension) => words.dimensions[dimension]!).join(" · "))}
      lead={next ? words.opensTo(next.map((dimension) => words.dimensions[dimension]!).join(", ")) : words.finest}
      answer={answer}
      exportName="cost"
      exportTable={(sums) => ({
        columns: [...state.by, "cost", "estimate", "included", "currency", "basis", "requests", "tokens"],
        rows: rowsOf(sums, state.by).map((row) => [...row.key.values(), row.cost, row.estimate, row.included, sums.ledger.currency, row.basis, row.requests, row.tokens]),
      })}
      summary={(sums) => exactMoney(sums.ledger)}
    >
      {(sums) => <Table state={state} sums={sums} />}
    </Panel>
  );
}

function Table({ state, sums }: { state: CostState; sums: Sums }) {
  const rows = rowsOf(sums, state.by);
  const total = rows.reduce((sum, { cost }) => sum + nanoOf(cost), 0n);
  const charges = nanoOf(sums.ledger.amount) - total;
  const places = {
    cost: placesOf([...rows.map(({ cost }) => cost), decimalOf(total)]),
    estimate: placesOf([...rows.map(({ estimate }) => estimate), sums.estimateValue.amount]),
    included: placesOf([...rows.map(({ included }) => included), sums.includedValue.amount]),
  };
  const amount = (name: "cost" | "estimate" | "included"): Column<Row> => {
    return {
      key: name,
      title: words.amounts[name]!,
      cell: (row) => <Amount amount={row[name]} places={places[name]} />,
      sort: (row) => order(row[name]),
      align: "end",
      wide: name !== "cost",
    };
  };
  const columns: readonly Column<Row>[] = [
    ...state.by.map((dimension, place): Column<Row> => ({
      key: dimension,
      title: words.dimensions[dimension]!,
      cell: (row) => {
        const drill = place === 0 ? drillTo(state, row.key) : null;
        return <KeyLabel value={row.key.get(dimension)!} address={drill ? href("cost", { ...stateParams(state), ...drill }) : undefined} />;
      },
      sort: (row) => row.key.get(dimension),
    })),
    amount("cost"),
    amount("estimate"),
    amount("included"),
    { key: "basis", title: words.basis, cell: ({ basis }) => <span class="muted small">{words.bases[basis] ?? basis}</span>, sort: ({ basis }) => basis, wide: true },
    { key: "requests", title: words.requests, cell: ({ requests }) => formatCount(requests), sort: ({ requests }) => requests, align: "end", wide: true },
    { key: "tokens", title: words.tokens, cell: ({ tokens }) => formatCount(tokens), sort: ({ tokens }) => tokens, align: "end", wide: true },
  ];
  return (
    <>
      <DataTable
        caption={words.rowsTitle(words.dimensions[state.by[0]!]!)}
        rows={rows}
        rowKey={keyOf}
        columns={columns}
        empty={words.noRows}
        footer={{
          [state.by[0]!]: words.sumOfRows,
          cost: <Amount amount={decimalOf(total)} places={places.cost} />,
          estimate: <Amount amount={sums.estimateValue.amount} places={places.estimate} />,
          included: <Amount amount={sums.includedValue.amount} places={places.included} />,
        }}
      />
      <p class="table-foot">{charges === 0n ? words.rowsAreLedger : words.rowsAndBuckets(formatMoney({ currency: sums.ledger.currency, amount: decimalOf(charges) }))}</p>
    </>
  );
}
