// Every source: how fresh and how whole it is, what it covers, and the newest runs.
import { useAnswer } from "../../client/answer.ts";
import { acceptRun, mayDecide } from "../../client/decide.ts";
import { SourcesDocument, type SourcesQuery } from "../../client/generated/graphql.ts";
import { formatCount } from "../../format/number.ts";
import { formatAge, formatMoment } from "../../format/time.ts";
import { param } from "../../location/location.ts";
import { type Column, DataTable } from "../../parts/DataTable.tsx";
import { DecisionButton } from "../../parts/DecisionButton.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { isLate } from "../../shell/status.ts";
import { text } from "../../text/index.ts";

type Source = SourcesQuery["status"]["sources"][number];
type Run = SourcesQuery["status"]["runs"][number];

const words = text.sources;

function Reasons({ reasons }: { reasons: Source["reasons"] }) {
  return (
    <>
      {reasons.map(({ code, detail }) => (
        <p key={code + detail} class="small">
          <code>{code}</code> {detail}
        </p>
      ))}
    </>
  );
}

const State = ({ state }: { state: string }) => <span class={state === "COMPLETE" ? "muted nowrap" : "tag tag-warn"}>{text.states[state] ?? state}</span>;

function Scopes({ scopes }: Pick<Source, "scopes">) {
  return (
    <details>
      <summary class="nowrap">{words.scopes(formatCount(scopes.length))}</summary>
      <ul class="plain-list small">
        {scopes.map(({ scope, from, to }) => (
          <li key={scope}>
            <code>{scope}</code> {from && to ? `${from} – ${to}` : ""}
          </li>
        ))}
      </ul>
    </details>
  );
}

const SOURCE_COLUMNS: readonly Column<Source>[] = [
  { key: "source", title: words.source, cell: ({ source }) => <strong>{source}</strong>, sort: ({ source }) => source },
  { key: "state", title: words.state, cell: ({ state }) => <State state={state} />, sort: ({ state }) => state },
  { key: "lastRun", title: words.lastRun, cell: ({ lastRun }) => <span class="nowrap">{formatMoment(lastRun)}</span>, sort: ({ lastRun }) => lastRun, wide: true },
  {
    key: "age",
    title: words.age,
    align: "end",
    cell: (source) => (
      <>
        {formatAge(source.ageS)} {isLate(source) && <span class="tag tag-warn">{words.late}</span>}
      </>
    ),
    sort: ({ ageS }) => ageS,
  },
  {
    key: "promised",
    title: words.promised,
    align: "end",
    wide: true,
    cell: ({ promisedAgeS }) => (promisedAgeS == null ? <span class="muted">{words.notPromised}</span> : formatAge(promisedAgeS)),
    sort: ({ promisedAgeS }) => promisedAgeS,
  },
  { key: "covers", title: words.covers, cell: ({ scopes }) => <Scopes scopes={scopes} />, wide: true },
  { key: "why", title: words.why, cell: ({ reasons }) => <Reasons reasons={reasons} />, wide: true },
];

const sum = (counts: Run["counts"]["added"]) => counts.map(({ key, value }) => `${key} ${formatCount(value)}`).join(", ") || text.unknown;

const RUN_COLUMNS: readonly Column<Run>[] = [
  { key: "run", title: words.run, cell: ({ run }) => run, align: "end", sort: ({ run }) => run },
  { key: "source", title: words.source, cell: ({ source }) => source, sort: ({ source }) => source },
  { key: "observed", title: words.observed, cell: ({ observedAt }) => <span class="nowrap">{formatMoment(observedAt)}</span>, sort: ({ observedAt }) => observedAt, wide: true },
  { key: "state", title: words.state, cell: ({ state }) => <State state={state} />, sort: ({ state }) => state },
  { key: "added", title: words.added, cell: ({ counts }) => <span class="small">{sum(counts.added)}</span>, wide: true },
  { key: "retired", title: words.retired, cell: ({ counts }) => <span class="small">{sum(counts.retired)}</span>, wide: true },
  { key: "held", title: words.held, cell: ({ counts }) => <span class="small">{sum(counts.held)}</span>, wide: true },
  { key: "why", title: words.why, cell: ({ reasons }) => <Reasons reasons={reasons} />, wide: true },
];

/** Reasons have a column where a row has some. */
const reasoned = <Row extends Pick<Source, "reasons">>(columns: readonly Column<Row>[], rows: readonly Row[]): readonly Column<Row>[] =>
  rows.some(({ reasons }) => reasons.length > 0) ? columns : columns.filter(({ key }) => key !== "why");

/** Of each source that waits its newest held run: that is the one that is accepted. */
export function heldRuns({ sources, runs }: { sources: readonly Source[]; runs: readonly Run[] }): readonly Run[] {
  const waiting = sources.filter(({ state }) => state === "HELD").map(({ source }) => source);
  return waiting.flatMap((source) => runs.find((run) => run.source === source && run.state === "HELD") ?? []);
}

const HELD_COLUMNS: readonly Column<Run>[] = [
  { key: "source", title: words.source, cell: ({ source }) => <strong>{source}</strong> },
  { key: "run", title: words.run, cell: ({ run }) => run, align: "end" },
  { key: "observed", title: words.observed, cell: ({ observedAt }) => <span class="nowrap">{formatMoment(observedAt)}</span>, wide: true },
  { key: "held", title: words.wouldEnd, cell: ({ counts }) => sum(counts.held) },
  {
    key: "accept",
    title: words.accept,
    cell: ({ source }) =>
      mayDecide() ? <DecisionButton onDecide={() => acceptRun(source)}>{words.accept}</DecisionButton> : <code>{words.waitingCommand(source)}</code>,
  },
];

export function Sources() {
  const answer = useAnswer(SourcesDocument, {}, ({ status }) => status);
  const held = answer.data ? heldRuns(answer.data) : [];
  const selected = param("source");
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {held.length > 0 && (
        <Panel title={words.waiting} lead={words.waitingLead} answer={answer}>
          {() => <DataTable caption={words.waiting} columns={HELD_COLUMNS} rows={held} rowKey={({ run, source }) => `${run} ${source}`} />}
        </Panel>
      )}
      <Panel
        title={words.title}
        answer={answer}
        exportName="sources"
        exportTable={({ sources }) => ({
          columns: ["source", "state", "last_run", "age_s", "promised_age_s"],
          rows: sources.map(({ source, state, lastRun, ageS, promisedAgeS }) => [source, state, lastRun, ageS, promisedAgeS]),
        })}
      >
        {({ sources }) => (
          <DataTable caption={words.title} columns={reasoned(SOURCE_COLUMNS, sources)} rows={sources} rowKey={({ source }) => source} selected={selected} />
        )}
      </Panel>
      <Panel title={words.runs} lead={words.runsLead} answer={answer}>
        {({ runs }) => <DataTable caption={words.runs} columns={reasoned(RUN_COLUMNS, runs)} rows={runs} rowKey={({ run, source }) => `${run} ${source}`} />}
      </Panel>
    </>
  );
}
