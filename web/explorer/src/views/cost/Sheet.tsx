// What the ledger is made of: parts that are all of it, down to the last digit, and what stands beside it.
import type { CostSumsQuery } from "../../client/generated/graphql.ts";
import { decimalOf, nanoOf } from "../../format/money.ts";
import { formatCount } from "../../format/number.ts";
import { Amount, placesOf } from "../../parts/Amount.tsx";
import { text } from "../../text/index.ts";
import { isNameless, keyWords } from "./keys.tsx";
import { barDimension, type CostState, writeFilter } from "./state.ts";

export type Sums = Extract<CostSumsQuery["costAttribution"], { __typename: "CostAttribution" }>;

const words = text.cost;
// These are there even where they are nothing: so one sees that nothing is in them.
const ALWAYS_NAMELESS = ["~unattributed", "~shared"];
const ALWAYS_BUCKETS = ["seat", "variance", "tax", "credit", "other", "hidden"];

interface Part {
  readonly name: string;
  readonly label: string;
  readonly nano: bigint;
  readonly address?: string;
}

/** The parts of the ledger: the keys that somebody is named for, those that nobody is, and the buckets without a key. */
export function partsOf(sums: Sums, state: CostState, address: (more: Record<string, string | readonly string[]>) => string): readonly Part[] {
  const dimension = barDimension(state) ?? state.by[0]!;
  const first = sums.columns.key.find(({ key }) => key === dimension)?.value ?? [];
  const nameless = new Map<string, bigint>(ALWAYS_NAMELESS.map((value) => [value, 0n]));
  const keys = new Set<string>();
  let named = 0n;
  sums.columns.cost.forEach((amount, row) => {
    const [value, nano] = [first[row] ?? "", nanoOf(amount ?? "0")];
    if (isNameless(value)) nameless.set(value, (nameless.get(value) ?? 0n) + nano);
    else {
      named += nano;
      keys.add(value);
    }
  });
  const others = state.filters.filter((filter) => filter.dimension !== dimension).map(writeFilter);
  const buckets = new Map(ALWAYS_BUCKETS.map((name) => [name, 0n]));
  for (const { key, value } of sums.buckets) buckets.set(key, nanoOf(value.amount));
  return [
    { name: "named", label: words.named(formatCount(keys.size), words.dimensions[dimension]!), nano: named },
    ...[...nameless].map(([value, nano]) => ({
      name: value,
      label: keyWords(value),
      nano,
      ...(nano !== 0n ? { address: address({ filter: [...others, `${dimension}=${value}`] }) } : {}),
    })),
    ...[...buckets].map(([name, nano]) => ({
      name,
      label: words.buckets[name] ?? name,
      nano,
      ...(name === "variance" && nano !== 0n ? { address: address({ show: "bill" }) } : {}),
    })),
  ];
}

export function Sheet({ sums, state, address }: { sums: Sums; state: CostState; address: (more: Record<string, string | readonly string[]>) => string }) {
  const parts = partsOf(sums, state, address);
  const sum = parts.reduce((before, { nano }) => before + nano, 0n);
  const isWhole = sum === nanoOf(sums.ledger.amount);
  const places = placesOf([...parts.map(({ nano }) => decimalOf(nano)), sums.ledger.amount, sums.estimateValue.amount, sums.includedValue.amount]);
  const overlap = decimalOf(sums.overlaps.filter(({ cost }) => cost.currency === sums.ledger.currency).reduce((before, { cost }) => before + nanoOf(cost.amount), 0n));
  return (
    <div class="ledger-sheet">
      <table class="sheet-table">
        <caption class="visually-hidden">{words.sheet}</caption>
        <thead>
          <tr>
            <th scope="col">{words.inLedger}</th>
            <th scope="col" class="end">
              {sums.ledger.currency}
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ name, label, nano, address: link }) => (
            <tr key={name} data-part={name}>
              <th scope="row">{link ? <a href={link}>{label}</a> : label}</th>
              <td class="end">
                <Amount amount={decimalOf(nano)} places={places} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr data-part="ledger">
            <th scope="row">{words.ledger}</th>
            <td class="end">
              <Amount amount={sums.ledger.amount} places={places} />
            </td>
          </tr>
        </tfoot>
      </table>
      <p class={isWhole ? "sheet-proof" : "problem"} role={isWhole ? undefined : "alert"}>
        {isWhole ? words.addsUp : words.addsUpNot(decimalOf(nanoOf(sums.ledger.amount) - sum))}
      </p>
      <table class="sheet-table">
        <caption class="visually-hidden">{words.beside}</caption>
        <thead>
          <tr>
            <th scope="col">{words.beside}</th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          <Beside name="estimate" label={words.estimateValue} amount={sums.estimateValue.amount} places={places} />
          <Beside name="included" label={words.includedValue} amount={sums.includedValue.amount} places={places} />
          <tr data-part="overlaps">
            <th scope="row">
              {sums.overlaps.length ? <a href={address({ show: "bill" })}>{words.overlapsOf(formatCount(sums.overlaps.length))}</a> : words.overlapsOf("0")}
            </th>
            <td class="end">
              <Amount amount={overlap} places={places} />
            </td>
          </tr>
          <tr data-part="restated">
            <th scope="row">{sums.restated.totalCount ? <a href={address({ show: "bill" })}>{words.restatedTitle}</a> : words.restatedTitle}</th>
            <td class="end">{words.figures(formatCount(sums.restated.totalCount))}</td>
          </tr>
          <tr data-part="unpriced">
            <th scope="row">{words.unpriced}</th>
            <td class="end">{words.rows(formatCount(sums.unpricedRows))}</td>
          </tr>
          {sums.droppedBuckets.map(({ key, value }) => (
            <Beside key={key} name={`dropped-${key}`} label={words.dropped(words.buckets[key] ?? key)} amount={value.amount} places={places} />
          ))}
          {sums.leftOut.map(({ currency, amount }) => (
            <tr key={currency} data-part={`left-out-${currency}`}>
              <th scope="row">
                <a href={address({ currency })}>{words.leftOut(currency)}</a>
              </th>
              <td class="end">
                <Amount amount={amount} places={places} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {sums.unitCosts.length > 0 && (
        <table class="sheet-table">
          <caption class="visually-hidden">{words.perUnit}</caption>
          <thead>
            <tr>
              <th scope="col">{words.perUnit}</th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {sums.unitCosts.map(({ unit, count, perUnit }) => (
              <tr key={unit} data-unit={unit}>
                <th scope="row">{words.perUnitOf(unit, formatCount(count))}</th>
                <td class="end">
                  <Amount amount={perUnit?.amount} places={2} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {sums.rates.map(({ key, value }) => (
        <p key={key} class="muted small">
          {words.rate(key, String(value), sums.ledger.currency)}
        </p>
      ))}
      {sums.droppedBuckets.length > 0 && <p class="muted small">{words.droppedWhy}</p>}
    </div>
  );
}

function Beside({ name, label, amount, places }: { name: string; label: string; amount: string; places: number }) {
  return (
    <tr data-part={name}>
      <th scope="row">{label}</th>
      <td class="end">
        <Amount amount={amount} places={places} />
      </td>
    </tr>
  );
}
