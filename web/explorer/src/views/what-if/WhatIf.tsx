// What would be different: changes that are only tried, with the numbers before and after and the order of work.
import type { ComponentChildren, JSX } from "preact";
import { unwrap, useAnswer } from "../../client/answer.ts";
import { OrphanedRootsDocument, WhatIfDocument, type WhatIfQuery } from "../../client/generated/graphql.ts";
import { kindOf } from "../../client/names.ts";
import { PermissionMark } from "../../format/kinds.tsx";
import { exactMoney, formatMoney } from "../../format/money.ts";
import { formatCount, formatScore } from "../../format/number.ts";
import { asOf, change, href, location } from "../../location/location.ts";
import { Command } from "../../parts/Command.tsx";
import { type Column, DataTable } from "../../parts/DataTable.tsx";
import { NodeChip } from "../../parts/NodeChip.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { edgeText } from "../../picture/words.ts";
import { text } from "../../text/index.ts";
import { Difference } from "./Difference.tsx";
import { EditForm } from "./EditForm.tsx";
import { EDIT_KINDS, hasEdits, inputOf, partsOf, readEdits, type EditKind } from "./edits.ts";
import "./what-if.css";

type Answered = Extract<WhatIfQuery["whatIf"], { readonly __typename: "WhatIf" }>;
type Lost = Answered["lost"]["nodes"][number];
type Gained = Answered["gained"]["nodes"][number];
type Principal = Answered["principals"]["nodes"][number];
type Step = Answered["order"][number];
type PathKey = Answered["orphanedPaths"]["closed"][number];

const words = text.whatIf;
/** The most rows that the API has on a page. */
export const FIRST_ROWS = 200;

export function WhatIf(): JSX.Element {
  const edits = readEdits(location.value.params);
  const isAsked = hasEdits(edits);
  const variables = isAsked ? { input: inputOf(edits, asOf.value), first: FIRST_ROWS } : null;
  const answer = useAnswer(WhatIfDocument, variables, (data) => unwrap(data.whatIf));
  const isSeveral = EDIT_KINDS.reduce((sum, kind) => sum + edits[kind].length, 0) > 1;
  const leaveOut = (kind: EditKind, edit: string): void => change({ [kind]: edits[kind].filter((other) => other !== edit) });
  return (
    <div class="what-if-view">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <section class="panel edits" aria-label={words.edits}>
        {isAsked ? (
          <>
            <ul class="edit-list">
              {EDIT_KINDS.flatMap((kind) => edits[kind].map((edit) => <Edit key={`${kind} ${edit}`} kind={kind} edit={edit} onLeave={() => leaveOut(kind, edit)} />))}
            </ul>
            {isSeveral && (
              <button type="button" class="quiet" onClick={() => change({ remove: [], offboard: [], block: [], add: [] })}>
                {words.clear}
              </button>
            )}
          </>
        ) : (
          <p class="muted">{words.nothing}</p>
        )}
        <EditForm onPut={(kind, edit) => change({ [kind]: [...edits[kind].filter((other) => other !== edit), edit] })} />
      </section>
      {!isAsked && <Beginnings />}
      {isAsked && (
        <Panel
          title={words.result}
          answer={answer}
          exportName="what-if"
          exportTable={exportTable}
          summary={({ totalLost, totalGained }) => words.summary(formatCount(totalLost), formatCount(totalGained))}
        >
          {(data) => <WhatIfAnswer data={data} />}
        </Panel>
      )}
    </div>
  );
}

const BEGINNINGS = 8;

/** Changes that somebody may well want to try: what is left behind by those who are gone. */
function Beginnings(): JSX.Element {
  const answer = useAnswer(OrphanedRootsDocument, { input: { asOf: asOf.value ?? null }, first: BEGINNINGS }, (data) => unwrap(data.orphanedPaths));
  return (
    <Panel title={words.begin} lead={words.beginLead} answer={answer}>
      {({ roots }) => (
        <DataTable
          caption={words.begin}
          rows={roots.nodes}
          rowKey={({ id }) => id}
          total={roots.totalCount}
          empty={text.orphaned.noRoots}
          columns={[
            { key: "root", title: text.orphaned.root, cell: ({ id, name }) => <NodeChip id={id} name={name} href={href("what-if", beginningOf(id))} /> },
            { key: "why", title: text.orphaned.why, wide: true, cell: ({ reasons }) => reasons.map(({ code }) => text.reasons[code] ?? code).join("; ") },
            { key: "routes", title: text.orphaned.routes, align: "end", cell: ({ routes }) => formatCount(routes), sort: ({ routes }) => routes },
            {
              key: "try",
              title: words.try,
              cell: ({ id, name }) => (
                <a class="nowrap" href={href("what-if", beginningOf(id))} aria-label={`${words.editKinds[editKindOf(id)]}: ${name}`}>
                  {words.editKinds[editKindOf(id)]}
                </a>
              ),
            },
          ]}
        />
      )}
    </Panel>
  );
}

/** A person leaves; an account, a key or a server goes. */
const editKindOf = (id: string): EditKind => (kindOf(id) === "Identity" ? "offboard" : "remove");
const beginningOf = (id: string) => ({ [editKindOf(id)]: [id] });

function Edit({ kind, edit, onLeave }: { kind: EditKind; edit: string; onLeave: () => void }): JSX.Element {
  const { source, kind: edge, target, permission } = partsOf(edit, kind);
  return (
    <li class="edit">
      <span class={`tag edit-kind edit-${kind}`}>{words.editKinds[kind]}</span>
      <NodeChip id={source} />
      {edge && <span class="muted">{edgeText(edge)}</span>}
      {target && <NodeChip id={target} />}
      {permission && <span>{(text.permissions as Record<string, string>)[permission]}</span>}
      <button type="button" class="quiet" aria-label={words.leaveOut(edit)} onClick={onLeave}>
        ×
      </button>
    </li>
  );
}

function WhatIfAnswer({ data }: { data: Answered }): JSX.Element {
  const paths = [
    ...data.orphanedPaths.closed.map((path) => ({ ...path, isOpened: false })),
    ...data.orphanedPaths.opened.map((path) => ({ ...path, isOpened: true })),
  ];
  const { used, indirect, unused, unknown } = data.lostByUse;
  return (
    <>
      <div class="what-if-top">
        <div>
          <Difference before={data.before} after={data.after} />
          {data.spendStopsPerMonth && (
            <p class="muted small" title={exactMoney(data.spendStopsPerMonth)}>
              {words.spendStops(formatMoney(data.spendStopsPerMonth))}
            </p>
          )}
        </div>
        <Part title={words.order} lead={words.orderLead}>
          <DataTable caption={words.order} columns={STEPS} rows={data.order} rowKey={stepKey} />
        </Part>
      </div>
      <Part title={`${words.lost}: ${formatCount(data.totalLost)}`} lead={data.totalLost > 0 ? words.lostSummary(formatCount(used), formatCount(indirect), formatCount(unused), formatCount(unknown)) : undefined}>
        <DataTable caption={words.lost} columns={LOST} rows={data.lost.nodes} rowKey={accessKey} total={data.totalLost} empty={words.noLost} />
      </Part>
      {data.totalGained > 0 && (
        <Part title={`${words.gained}: ${formatCount(data.totalGained)}`}>
          <DataTable caption={words.gained} columns={GAINED} rows={data.gained.nodes} rowKey={accessKey} total={data.totalGained} />
        </Part>
      )}
      <div class="what-if-sides">
        <Part title={`${words.principals}: ${formatCount(data.principals.totalCount)}`}>
          <DataTable caption={words.principals} columns={PRINCIPALS} rows={data.principals.nodes} rowKey={({ id }) => id} total={data.principals.totalCount} empty={words.noPrincipals} />
        </Part>
        <Part title={`${words.closed}: ${formatCount(data.orphanedPaths.closed.length)} · ${words.opened}: ${formatCount(data.orphanedPaths.opened.length)}`}>
          <DataTable caption={words.closed} columns={PATHS} rows={paths} rowKey={({ root, target, isOpened }) => `${root} ${target} ${isOpened}`} empty={words.noPaths} />
        </Part>
      </div>
    </>
  );
}

function Part({ title, lead, children }: { title: string; lead?: string | undefined; children: ComponentChildren }): JSX.Element {
  return (
    <section class="part" aria-label={title}>
      <h3>{title}</h3>
      {lead && <p class="panel-lead">{lead}</p>}
      {children}
    </section>
  );
}

const accessKey = ({ id, target }: { id: string; target: string }): string => `${id} ${target}`;
const stepKey = ({ source, target, action }: Step): string => `${source} ${target} ${action}`;

const STEPS: readonly Column<Step>[] = [
  { key: "action", title: text.orphaned.step, cell: ({ action }) => action },
  { key: "system", title: text.orphaned.system, cell: ({ system }) => <span class="nowrap">{system}</span>, wide: true },
  { key: "used", title: words.usedBy, cell: ({ usedBy }) => formatCount(usedBy), align: "end" },
  { key: "command", title: text.orphaned.command, wide: true, cell: ({ command }) => (command ? <Command command={command} /> : <span class="muted">{text.orphaned.noCommand}</span>) },
];

const USE_ORDER = ["YES", "INDIRECT", "UNKNOWN", "NO"];

const LOST: readonly Column<Lost>[] = [
  { key: "who", title: words.who, cell: ({ id }) => <NodeChip id={id} />, sort: ({ id }) => id },
  { key: "target", title: words.target, cell: ({ target }) => <NodeChip id={target} />, sort: ({ target }) => target },
  { key: "permission", title: words.permission, cell: ({ permission }) => (permission ? <PermissionMark permission={permission} /> : text.unknown), wide: true },
  { key: "left", title: words.left, cell: ({ left }) => (left ? <PermissionMark permission={left} /> : <span class="muted">{words.nothingLeft}</span>), wide: true },
  { key: "use", title: words.use, cell: ({ used }) => <span class={used === "YES" ? "tag tag-warn" : "muted nowrap"}>{text.uses[used]}</span>, sort: ({ used }) => USE_ORDER.indexOf(used) },
];

const GAINED: readonly Column<Gained>[] = [
  { key: "who", title: words.who, cell: ({ id }) => <NodeChip id={id} />, sort: ({ id }) => id },
  { key: "target", title: words.target, cell: ({ target }) => <NodeChip id={target} />, sort: ({ target }) => target },
  { key: "had", title: words.had, cell: ({ had }) => (had ? <PermissionMark permission={had} /> : <span class="muted">{words.nothingLeft}</span>), wide: true },
  { key: "permission", title: words.permission, cell: ({ permission }) => (permission ? <PermissionMark permission={permission} /> : text.unknown) },
];

const PRINCIPALS: readonly Column<Principal>[] = [
  { key: "who", title: words.who, cell: ({ id, name }) => <NodeChip id={id} name={name} /> },
  { key: "data", title: text.home.dataSources, align: "end", cell: (row) => `${formatCount(row.dataSourcesBefore)} → ${formatCount(row.dataSourcesAfter)}`, sort: (row) => row.dataSourcesAfter - row.dataSourcesBefore },
  { key: "score", title: words.score, align: "end", cell: (row) => `${formatScore(row.scoreBefore)} → ${formatScore(row.scoreAfter)}`, sort: (row) => row.scoreAfter - row.scoreBefore },
];

const PATHS: readonly Column<PathKey & { readonly isOpened: boolean }>[] = [
  { key: "change", title: words.change, cell: ({ isOpened }) => <span class={`side side-${isOpened ? "closed" : "opened"}`}>{isOpened ? text.changes.opened : text.changes.closed}</span>, sort: ({ isOpened }) => Number(isOpened) },
  { key: "root", title: text.orphaned.root, cell: ({ root }) => <NodeChip id={root} href={href("orphaned", { root })} />, sort: ({ root }) => root },
  { key: "target", title: text.orphaned.target, cell: ({ target }) => <NodeChip id={target} />, sort: ({ target }) => target },
  { key: "permission", title: words.permission, wide: true, cell: ({ permission }) => (permission ? <PermissionMark permission={permission} /> : text.unknown) },
];

function exportTable({ lost, gained }: Answered) {
  return {
    columns: ["change", "id", "target", "permission_before", "permission_after", "used"],
    rows: [
      ...lost.nodes.map((row) => ["lost", row.id, row.target, row.permission ?? null, row.left ?? null, row.used]),
      ...gained.nodes.map((row) => ["gained", row.id, row.target, row.had ?? null, row.permission ?? null, row.used]),
    ],
  };
}
