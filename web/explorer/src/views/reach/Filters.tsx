// The filters of a reach as fields; each choice is one step back.
import type { ComponentChildren, JSX } from "preact";
import { kindText } from "../../format/kinds.tsx";
import { change } from "../../location/location.ts";
import { text } from "../../text/index.ts";
import type { ReachFilters } from "./filters.ts";

const VIA_KINDS = ["McpServer", "McpTool", "Application", "Credential", "Group", "Account"];
const HOPS = [1, 2, 3, 4, 5, 6, 8, 10];
const words = text.reach;

type Options = readonly (readonly [value: string, words: string])[];

export function Filters({ filters }: { filters: ReachFilters }): JSX.Element {
  return (
    <form class="filters" aria-label={words.filters} onSubmit={(event) => event.preventDefault()}>
      <Choice label={words.kinds} name="kind" value={filters.kinds[0] ?? ""} empty={words.anyKind} options={Object.entries(text.kinds)} />
      <Choice
        label={words.minPermission}
        name="minPermission"
        value={filters.minPermission ?? ""}
        empty={words.anyPermission}
        options={Object.entries(text.permissions)}
      />
      <Choice label={words.use} name="use" value={filters.uses[0] ?? ""} empty={words.anyUse} options={Object.entries(text.uses)} />
      <WalkChoices filters={filters} />
    </form>
  );
}

/** The filters that paths have too. */
export function PathFilters({ filters, children }: { filters: ReachFilters; children: ComponentChildren }): JSX.Element {
  return (
    <form class="filters" aria-label={words.filters} onSubmit={(event) => event.preventDefault()}>
      {children}
      <WalkChoices filters={filters} />
    </form>
  );
}

function WalkChoices({ filters }: { filters: ReachFilters }): JSX.Element {
  const via: Options = VIA_KINDS.map((kind) => [kind, kindText(kind)]);
  const own: Options = filters.via && !VIA_KINDS.includes(filters.via) ? [[filters.via, filters.via]] : [];
  return (
    <>
      <Choice label={words.via} name="via" value={filters.via ?? ""} empty={words.anyVia} options={[...own, ...via]} />
      <Choice
        label={words.basis}
        name="basis"
        value={filters.basis === "EITHER" ? "" : (filters.basis ?? "")}
        empty={words.bases["EITHER"] ?? ""}
        options={Object.entries(words.bases).filter(([basis]) => basis !== "EITHER")}
      />
      <Choice
        label={words.maxHops}
        name="maxHops"
        value={filters.maxHops === null ? "" : String(filters.maxHops)}
        empty={words.anyHops}
        options={HOPS.map((hops) => [String(hops), words.upToHops(hops)])}
      />
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly empty: string;
  readonly options: Options;
}

export function Choice({ label, name, value, empty, options }: ChoiceProps): JSX.Element {
  return (
    <label class={value === "" ? "choice" : "choice is-set"}>
      <span>{label}</span>
      <select value={value} onChange={(event) => change({ [name]: event.currentTarget.value })}>
        <option value="">{empty}</option>
        {options.map(([option, optionText]) => (
          <option key={option} value={option}>
            {optionText}
          </option>
        ))}
      </select>
    </label>
  );
}
