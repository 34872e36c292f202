// Two moments compared: what opened, what closed, and which claim of which run did it.
import type { ComponentChildren } from "preact";
import { unwrap, useAnswer } from "../../client/answer.ts";
import { ChangesDocument, type ChangesQuery } from "../../client/generated/graphql.ts";
import { PermissionMark } from "../../format/kinds.tsx";
import { formatChange, formatCount, formatScore } from "../../format/number.ts";
import { daysBefore, formatMoment, isoMoment, momentOr } from "../../format/time.ts";
import { asOf, change, compareWith, href, param } from "../../location/location.ts";
import { type Column, DataTable } from "../../parts/DataTable.tsx";
import { NodeChip } from "../../parts/NodeChip.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { text } from "../../text/index.ts";
import { reasonText } from "../orphaned/routes.ts";

type Answer = Extract<ChangesQuery["changes"], { from: string }>;
type Edge = Answer["edges"]["opened"]["nodes"][number];
type Orphaned = Answer["orphanedPaths"]["opened"]["nodes"][number];

const ROWS = 100;
const DAYS = 7;
const CHOICES = [1, 7, 30, 90];
const words = text.changes;

/** Rows of both sides in one list, each with its side: what closed is not another table to look for. */
function sides<Row>(opened: readonly Row[], closed: readonly Row[]): readonly (Row & { readonly isOpened: boolean })[] {
  return [...opened.map((row) => ({ ...row, isOpened: true })), ...closed.map((row) => ({ ...row, isOpened: false }))];
}

const Side = ({ isOpened }: { isOpened: boolean }) => (
  <span class={`side ${isOpened ? "side-opened" : "side-closed"}`}>
    <span aria-hidden="true">{isOpened ? "+" : "−"}</span> {isOpened ? words.opened : words.closed}
  </span>
);

const sideColumn = {
  key: "change",
  title: words.change,
  cell: ({ isOpened }: { isOpened: boolean }) => <Side isOpened={isOpened} />,
  sort: ({ isOpened }: { isOpened: boolean }) => Number(!isOpened),
};

const claimColumns = [
  { key: "claimedBy", title: words.claimedBy, cell: ({ claimedBy }: { claimedBy?: string | null }) => claimedBy ?? text.unknown, sort: ({ claimedBy }: { claimedBy?: string | null }) => claimedBy, wide: true },
  { key: "run", title: words.run, cell: ({ run }: { run?: number | null }) => run ?? text.unknown, sort: ({ run }: { run?: number | null }) => run, align: "end" as const, wide: true },
  { key: "at", title: words.at, cell: ({ at }: { at?: string | null }) => formatMoment(at), sort: ({ at }: { at?: string | null }) => at, wide: true },
];

const EDGE_COLUMNS: readonly Column<Edge & { isOpened: boolean }>[] = [
  sideColumn,
  { key: "source", title: words.source, cell: ({ source }) => <NodeChip id={source} />, sort: ({ source }) => source },
  { key: "kind", title: words.kind, cell: ({ kind }) => <code>{kind}</code>, sort: ({ kind }) => kind, wide: true },
  { key: "target", title: words.target, cell: ({ target }) => <NodeChip id={target} />, sort: ({ target }) => target },
  { key: "permission", title: words.permission, cell: ({ permission }) => permission && <PermissionMark permission={permission} />, wide: true },
  ...claimColumns,
];

const ORPHANED_COLUMNS: readonly Column<Orphaned & { isOpened: boolean }>[] = [
  sideColumn,
  { key: "root", title: words.root, cell: ({ root }) => <NodeChip id={root} href={href("orphaned", { root })} />, sort: ({ root }) => root },
  { key: "target", title: words.target, cell: ({ target }) => <NodeChip id={target} />, sort: ({ target }) => target },
  { key: "permission", title: words.permission, cell: ({ permission }) => <PermissionMark permission={permission} />, wide: true },
  { key: "hops", title: words.hops, cell: ({ hops }) => formatCount(hops), sort: ({ hops }) => hops, align: "end", wide: true },
  { key: "reasons", title: words.reasons, cell: ({ reasons, root }) => <span class="small">{reasons.map((code) => reasonText(code, root)).join(", ")}</span>, wide: true },
];

/** One list of the answer, with how many there are. */
function Part({ title, total, children }: { title: string; total: number; children: ComponentChildren }) {
  return (
    <section class="part">
      <h3>
        {title} <span class="muted">{formatCount(total)}</span>
      </h3>
      {children}
    </section>
  );
}

export function Changes() {
  const moment = momentOr(asOf.value);
  // Where everything is compared with a moment, it is this one's earlier moment too.
  const chosen = compareWith.value === undefined ? "from" : "compare";
  const from = param(chosen) ?? isoMoment(daysBefore(moment, DAYS));
  const of = param("of");
  const input = { from, asOf: asOf.value ?? null, of: of ?? null };
  const answer = useAnswer(ChangesDocument, { input, first: ROWS }, (data) => unwrap(data.changes));
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <div class="search-form" role="group" aria-label={words.from}>
        {CHOICES.map((days) => {
          const begin = isoMoment(daysBefore(moment, days));
          return (
            <button type="button" key={days} aria-pressed={begin === from} onClick={() => change({ [chosen]: begin })}>
              {words.days(days)}
            </button>
          );
        })}
        {of && (
          <>
            <NodeChip id={of} />
            <button type="button" class="quiet" onClick={() => change({ of: undefined })}>
              {words.clearOf}
            </button>
          </>
        )}
      </div>
      <Panel
        title={answer.data ? `${formatMoment(answer.data.from)} → ${formatMoment(answer.data.to)}` : words.title}
        answer={answer}
        exportName="changes"
        candidateHref={(id) => href("changes", { from, of: id })}
        exportTable={({ edges }) => ({
          columns: ["change", "source", "kind", "target", "permission", "claimed_by", "run", "at"],
          rows: sides(edges.opened.nodes, edges.closed.nodes).map((edge) => [
            edge.isOpened ? "opened" : "closed",
            edge.source,
            edge.kind,
            edge.target,
            edge.permission,
            edge.claimedBy,
            edge.run,
            edge.at,
          ]),
        })}
        summary={({ edges }) => words.summary(formatCount(edges.opened.totalCount), formatCount(edges.closed.totalCount))}
      >
        {(data) => <Lists data={data} from={from} />}
      </Panel>
    </>
  );
}

function Lists({ data, from }: { data: Answer; from: string }) {
  const { edges, permissions, properties, orphanedPaths, reach } = data;
  const orphanedTotal = orphanedPaths.opened.totalCount + orphanedPaths.closed.totalCount;
  const edgesTotal = edges.opened.totalCount + edges.closed.totalCount;
  return (
    <>
      <Part title={words.orphaned} total={orphanedTotal}>
        <DataTable
          caption={words.orphaned}
          columns={ORPHANED_COLUMNS}
          rows={sides(orphanedPaths.opened.nodes, orphanedPaths.closed.nodes)}
          rowKey={({ isOpened, root, target }) => `${isOpened} ${root} ${target}`}
          total={orphanedTotal}
          empty={words.nothing}
        />
      </Part>
      <Part title={words.reach} total={reach.totalCount}>
        <DataTable
          caption={words.reach}
          rows={reach.nodes}
          rowKey={({ id }) => id}
          total={reach.totalCount}
          empty={words.nothing}
          columns={[
            { key: "who", title: words.root, cell: ({ id, name }) => <NodeChip id={id} name={name} href={href("changes", { from, of: id })} />, sort: ({ name }) => name.toLowerCase() },
            { key: "gained", title: text.home.gained, cell: ({ gained }) => formatChange(gained), sort: ({ gained }) => gained, align: "end" },
            { key: "lost", title: text.home.lost, cell: ({ lost }) => formatChange(-lost), sort: ({ lost }) => lost, align: "end" },
            { key: "score", title: text.home.score, cell: ({ scoreBefore, scoreAfter }) => `${formatScore(scoreBefore)} → ${formatScore(scoreAfter)}`, sort: ({ scoreAfter, scoreBefore }) => scoreAfter - scoreBefore, align: "end", wide: true },
          ]}
        />
      </Part>
      <Part title={words.edges} total={edgesTotal}>
        <DataTable
          caption={words.edges}
          columns={EDGE_COLUMNS}
          rows={sides(edges.opened.nodes, edges.closed.nodes)}
          rowKey={({ isOpened, source, kind, target, claimedBy, at }) => `${isOpened} ${source} ${kind} ${target} ${claimedBy} ${at}`}
          total={edgesTotal}
          empty={words.nothing}
        />
      </Part>
      <Part title={words.permissions} total={permissions.totalCount}>
        <DataTable
          caption={words.permissions}
          rows={permissions.nodes}
          rowKey={({ source, kind, target, at }) => `${source} ${kind} ${target} ${at}`}
          total={permissions.totalCount}
          empty={words.nothing}
          columns={[
            { key: "source", title: words.source, cell: ({ source }) => <NodeChip id={source} />, sort: ({ source }) => source },
            { key: "target", title: words.target, cell: ({ target }) => <NodeChip id={target} />, sort: ({ target }) => target },
            { key: "before", title: words.before, cell: ({ before }) => <PermissionMark permission={before} /> },
            { key: "after", title: words.after, cell: ({ after }) => <PermissionMark permission={after} /> },
            ...claimColumns,
          ]}
        />
      </Part>
      <Part title={words.properties} total={properties.totalCount}>
        <DataTable
          caption={words.properties}
          rows={properties.nodes}
          rowKey={({ id, property, at }) => `${id} ${property} ${at}`}
          total={properties.totalCount}
          empty={words.nothing}
          columns={[
            { key: "id", title: words.of, cell: ({ id }) => <NodeChip id={id} />, sort: ({ id }) => id },
            { key: "property", title: words.property, cell: ({ property }) => property, sort: ({ property }) => property },
            { key: "before", title: words.before, cell: ({ before }) => before ?? text.unknown },
            { key: "after", title: words.after, cell: ({ after }) => after ?? text.unknown },
            ...claimColumns,
          ]}
        />
      </Part>
    </>
  );
}
