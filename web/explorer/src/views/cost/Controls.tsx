// What is asked of cost, as fields: each choice is one step back.
import { formatCount } from "../../format/number.ts";
import { daysBefore, isoDay, momentOr } from "../../format/time.ts";
import { asOf, change, href } from "../../location/location.ts";
import { text } from "../../text/index.ts";
import { KeyLabel, keyText } from "./keys.tsx";
import { addDays, type CostState, DIMENSIONS, lastDayOf, monthBefore, SHOWS, STEPS, writeFilter, writeRate } from "./state.ts";

const words = text.cost;
const SHORT_DAYS = 30;
const LONG_DAYS = 90;

interface Preset {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

function presets(): readonly Preset[] {
  const today = isoDay(momentOr(asOf.value));
  const yesterday = isoDay(daysBefore(momentOr(asOf.value), 1));
  const [month, before] = [today.slice(0, 7), monthBefore(today.slice(0, 7))];
  return [
    { label: words.days(formatCount(SHORT_DAYS)), from: addDays(yesterday, 1 - SHORT_DAYS), to: yesterday },
    { label: words.days(formatCount(LONG_DAYS)), from: addDays(yesterday, 1 - LONG_DAYS), to: yesterday },
    { label: words.thisMonth, from: `${month}-01`, to: today },
    { label: words.lastMonth, from: `${before}-01`, to: lastDayOf(before) },
  ];
}

export function Controls({ state }: { state: CostState }) {
  const { from, to } = state;
  // The other window stays as it is: nobody changes what they do not see.
  const hasWindow = state.show !== "forecast" && state.show !== "difference";
  const day = (name: "from" | "to") => (
    <label class="choice">
      <span>{words[name]}</span>
      <input
        type="date"
        value={state[name]}
        onChange={({ currentTarget: { value } }) => {
          if (value) change(name === "from" ? { from: value, to: value > to ? value : to, at: undefined } : { from: value < from ? value : from, to: value, at: undefined });
        }}
      />
    </label>
  );
  return (
    <>
      <form class="filters cost-controls" aria-label={words.controls} onSubmit={(event) => event.preventDefault()}>
        <ByChoice state={state} />
        {hasWindow && (
          <>
            {day("from")}
            {day("to")}
            <span class="presets" role="group" aria-label={words.window}>
              {presets().map((preset) => (
                <button
                  type="button"
                  key={preset.label}
                  aria-pressed={preset.from === from && preset.to === to}
                  onClick={() => change({ from: preset.from, to: preset.to, step: undefined, at: undefined })}
                >
                  {preset.label}
                </button>
              ))}
            </span>
          </>
        )}
        <Rule name="owners" value={state.owners ?? "EVEN"} standard="EVEN" label={words.owners} rules={words.ownerRules} />
        {hasWindow && state.show !== "anomalies" && <Rule name="seats" value={state.seats ?? "NONE"} standard="NONE" label={words.seats} rules={words.seatRules} />}
        <Typed label={words.currency} value={state.currency ?? ""} pattern="[A-Za-z]{3}" hint={words.currencyHint} size={8} onChange={(typed) => change({ currency: typed.toUpperCase() })} />
        {state.currency && (
          <Typed
            label={words.rates}
            value={state.rates.map(writeRate).join(" ")}
            pattern="([A-Za-z]{3}=\d+(\.\d+)?\s*)*"
            hint={words.ratesHint}
            size={14}
            onChange={(typed) => change({ rate: typed.toUpperCase().split(/\s+/).filter(Boolean) })}
          />
        )}
      </form>
      {state.filters.length > 0 && <Chips state={state} />}
      <nav class="tabs" hidden={SHOWS.length < 2} aria-label={words.parts}>
        {SHOWS.map((show) => (
          <a key={show} href={showAddress(state, show)} aria-current={state.show === show ? "page" : undefined}>
            {words.shows[show]}
          </a>
        ))}
      </nav>
    </>
  );
}

interface RuleProps {
  readonly name: string;
  readonly value: string;
  /** What holds where nothing is chosen. */
  readonly standard: string;
  readonly label: string;
  readonly rules: Readonly<Record<string, string>>;
}

const Rule = ({ name, value, standard, label, rules }: RuleProps) => (
  <label class="choice">
    <span>{label}</span>
    <select value={value} onChange={({ currentTarget }) => change({ [name]: currentTarget.value === standard ? undefined : currentTarget.value })}>
      {Object.entries(rules).map(([rule, ruleText]) => (
        <option key={rule} value={rule}>
          {ruleText}
        </option>
      ))}
    </select>
  </label>
);

interface TypedProps {
  readonly label: string;
  readonly value: string;
  readonly pattern: string;
  readonly hint: string;
  readonly size: number;
  readonly onChange: (typed: string) => void;
}

/** A short text; what does not fit the pattern is said by the browser, and asks nothing. */
const Typed = ({ label, value, pattern, hint, size, onChange }: TypedProps) => (
  <label class="choice">
    <span>{label}</span>
    <input
      type="text"
      value={value}
      pattern={pattern}
      placeholder={hint}
      title={hint}
      size={size}
      autocomplete="off"
      spellcheck={false}
      onChange={({ currentTarget }) => currentTarget.reportValidity() && onChange(currentTarget.value.trim())}
    />
  </label>
);

/** The state as parameters; defaults are left out only where they stand for "now". */
export const stateParams = (state: CostState): Record<string, string | readonly string[] | undefined> => ({
  by: state.by,
  from: state.from,
  to: state.to,
  filter: state.filters.map(writeFilter),
  show: state.show === "time" ? undefined : state.show,
  currency: state.currency ?? undefined,
  rate: state.rates.map(writeRate),
  seats: state.seats ?? undefined,
  owners: state.owners ?? undefined,
});

const showAddress = (state: CostState, show: string): string => href("cost", { ...stateParams(state), show: show === "time" ? undefined : show });

function ByChoice({ state }: { state: CostState }) {
  const [first, ...others] = state.by;
  return (
    <label class="choice">
      <span>{words.by}</span>
      <select value={first!} onChange={({ currentTarget: { value } }) => change({ by: value, at: undefined })}>
        {DIMENSIONS.map((dimension) => (
          <option key={dimension} value={dimension}>
            {words.dimensions[dimension]}
            {dimension === first && others.length > 0 ? ` · ${others.map((other) => words.dimensions[other]).join(" · ")}` : ""}
          </option>
        ))}
      </select>
    </label>
  );
}

export const StepChoice = ({ state }: { state: CostState }) => (
  <span class="presets" role="group" aria-label={words.step}>
    {STEPS.map((step) => (
      <button type="button" class="quiet" key={step} aria-pressed={state.step === step} onClick={() => change({ step, at: undefined })}>
        {words.steps[step]}
      </button>
    ))}
  </span>
);

/** What is filtered on, each to be taken off. */
function Chips({ state }: { state: CostState }) {
  return (
    <ul class="filter-chips" aria-label={words.only}>
      {state.filters.map((filter) => (
        <li key={writeFilter(filter)}>
          <span class="muted">{words.dimensions[filter.dimension]}</span> <KeyLabel value={filter.value} />
          <button
            type="button"
            class="quiet"
            aria-label={words.without(keyText(filter.value))}
            title={words.without(keyText(filter.value))}
            onClick={() => change({ filter: state.filters.filter((other) => other !== filter).map(writeFilter), at: undefined })}
          >
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
