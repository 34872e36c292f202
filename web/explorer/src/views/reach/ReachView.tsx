// What a blast radius and an exposure have in common: filters, totals, a picture and a list that hold the same.
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Provenance } from "../../client/answer.ts";
import { kindText, PermissionMark, SensitivityMark } from "../../format/kinds.tsx";
import { formatCount } from "../../format/number.ts";
import { formatDay } from "../../format/time.ts";
import { change, href, param } from "../../location/location.ts";
import { type Column, DataTable } from "../../parts/DataTable.tsx";
import { EvidencePanel } from "../../parts/EvidencePanel.tsx";
import { NodeChip } from "../../parts/NodeChip.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { Problem } from "../../parts/Problem.tsx";
import { reachGraph, type PictureGraph, type WitnessEdge } from "../../picture/model.ts";
import { Picture } from "../../picture/Picture.tsx";
import { pictureWords } from "../../picture/words.ts";
import { text } from "../../text/index.ts";
import { type ReachFilters, usedRows } from "./filters.ts";
import type { AllRows, Row } from "./rows.ts";
import "./reach.css";

const words = text.reach;

interface Totals extends Provenance {
  readonly total: number;
  readonly byKind: readonly { readonly key: string; readonly value: number }[];
  readonly bySensitivity: readonly { readonly key: string; readonly value: number }[];
  readonly byPermission: readonly { readonly key: string; readonly value: number }[];
}

interface ReachViewProps<T extends Totals> {
  readonly title: string;
  readonly direction: "out" | "in";
  /** The ids that the walks begin or end at, as the answer has them. */
  readonly ends: (answer: T) => readonly string[];
  readonly reach: AllRows<T>;
  /** The same at the moment that it is compared with; null: nothing is compared. */
  readonly earlier: AllRows<T> | null;
  readonly filters: ReachFilters;
  readonly facts: (answer: T) => ComponentChildren;
  readonly exportName: string;
  /** The parameter that an id is asked about by: start or target. */
  readonly endParam: string;
  /** The paths between an end and a row. */
  readonly pathsHref: (end: string, id: string) => string;
}

export function ReachView<T extends Totals>(props: ReachViewProps<T>): JSX.Element {
  const { reach, direction } = props;
  const { answer } = reach;
  const all = reach.rows ?? NO_ROWS;
  const uses = props.filters.uses.join();
  const rows = useMemo(() => usedRows(all, props.filters.uses), [all, uses]);
  const listed = useRowsAfterPicture(rows);
  const before = props.earlier?.rows ?? null;
  const compared = useMemo(() => (before === null ? null : compare(usedRows(before, props.filters.uses), rows)), [before, rows]);
  const columns = rows.some(({ sensitivity }) => sensitivity) ? COLUMNS : WITHOUT_SENSITIVITY;
  const [edge, setEdge] = useState<string | null>(null);
  const ends = answer.data === undefined ? [] : props.ends(answer.data);
  const subject = JSON.stringify([direction, ends, props.filters]);
  const graph = useMemo(() => reachGraph(ends, rows, direction), [rows, subject]);
  const chosen = param("row") ?? null;
  const focused = param("focus") ?? null;
  const select = (key: string | null): void => {
    const isEdge = key?.includes("\t") ?? false;
    setEdge(isEdge ? key : null);
    change({ row: isEdge ? undefined : (key ?? undefined) }, true);
  };
  const evidence = evidenceOf(graph, rows, chosen, edge);
  return (
    <>
      <Panel
        title={props.title}
        answer={answer}
        exportName={props.exportName}
        exportTable={() => exportTable(rows)}
        summary={({ total }) => words.summary(formatCount(total))}
        candidateHref={(id) => href(props.exportName, { [props.endParam]: id })}
      >
        {(data) => (
          <>
            <TotalsRow totals={data} facts={props.facts(data)} direction={direction} />
            {reach.rows !== null && props.filters.uses.length > 0 && (
              <p class="muted small">{words.usedAmong(formatCount(rows.length), formatCount(all.length))}</p>
            )}
            {props.earlier?.answer.state === "failed" && <Problem problem={props.earlier.answer.problem} />}
            {props.earlier?.answer.state === "loading" && <p class="asking" aria-busy="true">{text.loading}</p>}
            {compared && (
              <p class="small compared">
                <b class="side-opened">+{text.compare.opened(formatCount(compared.opened.size))}</b>{" "}
                <b class="side-closed">−{text.compare.closed(formatCount(compared.closed.length))}</b>
                {(reach.more !== null || props.earlier?.more) && <> {text.compare.amongFirst}</>}
              </p>
            )}
            {reach.more !== null && (
              <p class="muted small">
                {words.some(formatCount(all.length), formatCount(data.total))}{" "}
                <button type="button" onClick={reach.more}>
                  {text.more}
                </button>
              </p>
            )}
            {reach.rows === null ? <p class="asking" aria-busy="true">{text.loading}</p> : (
            <div class="reach-sides">
              <section class="reach-picture" aria-label={words.picture}>
                <Picture
                  graph={graph}
                  words={direction === "out" ? OUT_WORDS : inWords(graph)}
                  title={props.title}
                  subject={subject}
                  direction={direction}
                  selected={edge ?? chosen}
                  onSelect={select}
                  focused={focused}
                  onFocus={(id) => change({ focus: id ?? undefined })}
                  provenance={data}
                  exportName={props.exportName}
                />
              </section>
              <section class="reach-list" aria-label={words.list} aria-busy={listed.length < rows.length}>
                <DataTable
                  caption={props.title}
                  columns={compared ? [openedColumn(compared.opened), ...columns] : columns}
                  rows={listed}
                  rowKey={({ id }) => id}
                  selected={chosen ?? ""}
                  onOpen={({ id }) => select(id)}
                  total={rows.length}
                  empty={words.nothingFits}
                />
                {compared && compared.closed.length > 0 && (
                  <>
                    <h3 class="closed-title">{text.compare.closedTitle}</h3>
                    <DataTable caption={text.compare.closedTitle} columns={COLUMNS} rows={compared.closed} rowKey={({ id }) => id} />
                  </>
                )}
              </section>
            </div>
            )}
          </>
        )}
      </Panel>
      {evidence.length > 0 && (
        <div class="reach-evidence">
          <EvidencePanel key={edge ?? chosen ?? ""} edges={evidence} onClose={() => select(null)} />
          {chosen !== null && ends[0] !== undefined && (
            <p class="reach-next">
              <a href={props.pathsHref(ends[0], chosen)}>{words.whatIfGone}</a>
            </p>
          )}
        </div>
      )}
    </>
  );
}

/** What is reached now and was not then, by its id, and the rows of then that are reached no more. */
export function compare(before: readonly Row[], now: readonly Row[]): { opened: ReadonlySet<string>; closed: readonly Row[] } {
  const then = new Set(before.map(({ id }) => id));
  const here = new Set(now.map(({ id }) => id));
  return { opened: new Set([...here].filter((id) => !then.has(id))), closed: before.filter(({ id }) => !here.has(id)) };
}

const openedColumn = (opened: ReadonlySet<string>): Column<Row> => ({
  key: "opened",
  title: text.changes.change,
  cell: ({ id }) =>
    opened.has(id) && (
      <b class="side side-opened">
        <span aria-hidden="true">+</span> {text.compare.openedMark}
      </b>
    ),
  sort: ({ id }) => Number(!opened.has(id)),
});

const FIRST_ROWS = 50;
const NO_ROWS: readonly Row[] = [];

/** The first rows at once and the others after the picture: a table of many rows takes longer to draw than the picture. */
function useRowsAfterPicture(rows: readonly Row[]): readonly Row[] {
  const [whole, setWhole] = useState<readonly Row[]>(NO_ROWS);
  useEffect(() => {
    if (rows.length <= FIRST_ROWS) return;
    const timer = setTimeout(() => setWhole(rows), 60);
    return () => clearTimeout(timer);
  }, [rows]);
  return useMemo(() => (whole === rows ? rows : rows.slice(0, FIRST_ROWS)), [whole, rows]);
}

const OUT_WORDS = pictureWords(text.picture.hop);

function inWords(graph: PictureGraph): ReturnType<typeof pictureWords> {
  const last = Math.max(0, ...graph.nodes.map((node) => node.hop));
  return pictureWords((hop, size) => text.picture.hopTo(last - hop, size));
}

/** Of a row its witness with when it was last used; of an edge, or a node on the way, everything that claims it. */
function evidenceOf(graph: PictureGraph, rows: readonly Row[], chosen: string | null, edge: string | null) {
  if (edge !== null) return graph.edges.find(({ key }) => key === edge)?.evidence.map(asEvidence) ?? [];
  const row = rows.find(({ id }) => id === chosen);
  if (row)
    return row.witness.map((step, index) => ({ ...asEvidence(step), ...(index === row.witness.length - 1 ? { lastUsed: row.lastUsed ?? null } : {}) }));
  return graph.edges.filter(({ target, source }) => target === chosen || source === chosen).flatMap((next) => next.evidence.map(asEvidence)).slice(0, 50);
}

const asEvidence = (edge: WitnessEdge) => edge as Row["witness"][number];

const COLUMNS: readonly Column<Row>[] = [
  { key: "name", title: words.name, cell: ({ id, name }) => <NodeChip id={id} name={name} />, sort: ({ name }) => name.toLowerCase() },
  {
    key: "permission",
    title: words.permission,
    cell: ({ permission, permissionKnown }) => (
      <span title={permission && !permissionKnown ? words.permissionAssumed : undefined}>
        <PermissionMark permission={permission} />
        {permission && !permissionKnown && <sup>?</sup>}
      </span>
    ),
    sort: ({ permission }) => (permission ? ["DISCOVER", "READ", "WRITE", "ADMIN"].indexOf(permission) : null),
  },
  {
    key: "sensitivity",
    title: words.sensitivity,
    cell: ({ sensitivity }) => <SensitivityMark sensitivity={sensitivity} />,
    sort: ({ sensitivity }) => (sensitivity ? ["public", "internal", "unknown", "confidential", "restricted"].indexOf(sensitivity) : null),
  },
  { key: "hops", title: words.hops, cell: ({ hops }) => hops, sort: ({ hops }) => hops, align: "end" },
  { key: "used", title: words.used, cell: ({ exercised }) => (exercised === "UNKNOWN" ? <span class="muted">{words.useUnknown}</span> : text.uses[exercised]), sort: ({ exercised }) => text.uses[exercised] },
  { key: "lastUsed", title: words.lastUsed, cell: ({ lastUsed }) => formatDay(lastUsed), sort: ({ lastUsed }) => lastUsed, wide: true },
];

/** Of an exposure: who reaches something is rarely data. */
const WITHOUT_SENSITIVITY = COLUMNS.filter(({ key }) => key !== "sensitivity");

function exportTable(rows: readonly Row[]) {
  return {
    columns: ["id", "kind", "name", "permission", "permission_known", "basis", "hops", "exercised", "last_used", "sensitivity", "witness"],
    rows: rows.map((row) => [
      row.id,
      row.kind,
      row.name,
      row.permission ?? null,
      String(row.permissionKnown),
      row.basis,
      row.hops,
      row.exercised,
      row.lastUsed ?? null,
      row.sensitivity ?? null,
      row.witness.map((edge) => `${edge.source} ${edge.kind} ${edge.target}`).join(" > "),
    ]),
  };
}

function TotalsRow({ totals, facts, direction }: { totals: Totals; facts: ComponentChildren; direction: "out" | "in" }): JSX.Element {
  return (
    <dl class="totals">
      <Total title={direction === "out" ? words.reached : words.reachedBy}>
        <b class="total-number">{formatCount(totals.total)}</b>
      </Total>
      {facts}
      <Total title={words.byKind}>
        {totals.byKind.map(({ key, value }) => (
          <a key={key} class="count" href={href(direction === "out" ? "blast-radius" : "exposure", withKind(key))}>
            {formatCount(value)} {countedKind(key, value)}
          </a>
        ))}
      </Total>
      {totals.bySensitivity.length > 0 && (
        <Total title={words.bySensitivity}>
          {totals.bySensitivity.map(({ key, value }) => (
            <span key={key} class="count">
              {formatCount(value)} <SensitivityMark sensitivity={key as NonNullable<Row["sensitivity"]>} />
            </span>
          ))}
        </Total>
      )}
      {totals.byPermission.length > 0 && (
        <Total title={words.byPermission}>
          {totals.byPermission.map(({ key, value }) => (
            <span key={key} class="count">
              {formatCount(value)} <PermissionMark permission={key as NonNullable<Row["permission"]>} />
            </span>
          ))}
        </Total>
      )}
    </dl>
  );
}

/** A kind after a number: with a capital only where it begins with an abbreviation. */
function countedKind(kind: string, count: number): string {
  if (count !== 1) return text.picture.pluralKinds[kind] ?? kindText(kind);
  const word = kindText(kind);
  return /^[A-Z]{2}/.test(word) ? word : word.toLowerCase();
}

/** The parameters of this question, of one kind alone. */
function withKind(kind: string): Record<string, string | readonly string[] | undefined> {
  return { start: paramsOf("start"), target: paramsOf("target"), kind };
}

const paramsOf = (name: string): string | undefined => param(name);

export function Total({ title, children }: { title: string; children: ComponentChildren }): JSX.Element {
  return (
    <div class="total">
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
