// One orphaned root: why it is one, where its routes lead, and what to revoke, drawn and tried.
import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type Answer, type Provenance, unwrap, useAnswer } from "../../client/answer.ts";
import { kindOf } from "../../client/names.ts";
import { type OrphanedRootPartsFragment, type Permission, RevocationOfDocument, WhatIfDocument } from "../../client/generated/graphql.ts";
import { PermissionMark } from "../../format/kinds.tsx";
import { exactMoney, formatMoney } from "../../format/money.ts";
import { formatCount } from "../../format/number.ts";
import { formatDay, formatMoment } from "../../format/time.ts";
import { asOf, change, href, param } from "../../location/location.ts";
import { Command } from "../../parts/Command.tsx";
import { type Column, DataTable } from "../../parts/DataTable.tsx";
import { EvidencePanel } from "../../parts/EvidencePanel.tsx";
import { NodeChip } from "../../parts/NodeChip.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { Picture } from "../../picture/Picture.tsx";
import type { PictureGraph, PictureMarks } from "../../picture/model.ts";
import { pictureWords } from "../../picture/words.ts";
import { text } from "../../text/index.ts";
import { Difference } from "../what-if/Difference.tsx";
import { MOST_EDITS } from "../what-if/edits.ts";
import "../what-if/what-if.css";
import { cutOf, dataTargets, goneOf, marksOf, reasonText, removalsOf, routeGraph, sinceOf, targetName, withCollateral, writeWalk, type Revocation, type Route } from "./routes.ts";

const words = text.orphaned;
const WORDS = pictureWords(text.picture.hop);
const COLLATERAL_ROWS = 200;

interface RootProps<T extends Provenance> {
  readonly root: OrphanedRootPartsFragment;
  readonly answer: Answer<T>;
  readonly routes: readonly Route[];
  /** How many routes there are, however many are here. */
  readonly total: number;
  readonly more: (() => void) | null;
}

export function Root<T extends Provenance>({ root, answer, routes, total, more }: RootProps<T>): JSX.Element {
  const targets = dataTargets(routes);
  const input = { from: [root.id, ...root.folded], to: [...targets], asOf: asOf.value ?? null };
  const revocation = useAnswer(RevocationOfDocument, targets.length > 0 ? { input, first: COLLATERAL_ROWS } : null, (data) => unwrap(data.revocation));
  const isSettled = targets.length === 0 || revocation.state === "answered";
  const removals = isSettled ? removalsOf(revocation.data, root.id, root.folded) : [];
  const isTried = param("try") !== undefined && removals.length > 0 && removals.length <= MOST_EDITS;
  const tried = useAnswer(WhatIfDocument, isTried ? { input: { remove: [...removals], ...(asOf.value ? { asOf: asOf.value } : {}) }, first: 1 } : null, (data) => unwrap(data.whatIf));
  const toggle = (): void => change({ try: param("try") === undefined ? true : undefined }, true);
  useKey("w", toggle);
  const graph = useMemo(() => routeGraph(root.id, routes), [root.id, routes.length, answer.data]);
  const drawn = useMemo(() => withCollateral(graph, revocation.data?.collateral.nodes ?? []), [graph, revocation.data]);
  const cut = isSettled && routes.length > 0 ? cutOf(revocation.data, root.id, root.folded) : NOTHING;
  // Of a root that somebody answers for no path is an orphaned one: what ends is what the revocation proves.
  const closed = root.state === "ORPHANED" ? tried.data?.orphanedPaths.closed : revocation.data?.proven ? routes : [];
  const gone = isTried && tried.data && closed ? goneOf(graph, root.id, closed, tried.data.orphanedPaths.opened) : null;
  const left = new Map((isTried && tried.data ? tried.data.orphanedPaths.opened : []).filter((path) => path.root === root.id).map(({ target, permission }) => [target, permission ?? null]));
  const marks = useMemo(() => marksOf(cut, gone), [[...cut].join("\n"), gone && [...gone].join("\n")]);
  return (
    <>
      <div class="root-top">
        <Facts root={root} answer={answer} />
        <section class="revocation" aria-label={words.revocation}>
          <Panel title={words.revocation} lead={targets.length > 0 ? [words.revocationLead, more === null ? "" : words.revocationOfSome].join(" ") : routes.length > 0 ? words.onlyModels : words.noRoutes} answer={targets.length > 0 ? revocation : { ...answer, data: undefined, state: "idle" }} exportName="revocation" exportTable={stepsTable} summary={({ cost }) => `${words.cost} ${formatCount(cost)}`}>
            {(data) => <RevocationAnswer data={data} />}
          </Panel>
          {removals.length > MOST_EDITS ? (
            <p class="muted small">{words.tooMany(MOST_EDITS)}</p>
          ) : (
            isSettled && (
              <p class="try">
                <button type="button" aria-pressed={isTried} aria-keyshortcuts="w" onClick={toggle}>
                  {isTried ? words.tryingIt : words.tryIt} <kbd aria-hidden="true">w</kbd>
                </button>
                <a href={href("what-if", { remove: removals })}>{words.openWhatIf}</a>
              </p>
            )
          )}
        </section>
        {isTried && (
          <Panel title={text.whatIf.result} class="tried" answer={tried} exportName="what-if" summary={({ after }) => `${text.whatIf.orphanedPaths} ${formatCount(after.orphanedPaths)}`}>
            {({ before, after }) => <Difference before={before} after={after} />}
          </Panel>
        )}
      </div>
      <Routes root={root} answer={answer} routes={routes} total={total} more={more} graph={drawn} marks={marks} left={left} />
    </>
  );
}

const NOTHING: ReadonlySet<string> = new Set();

/** A key of this view alone, while nobody types. */
function useKey(key: string, act: () => void): void {
  const newest = useRef(act);
  newest.current = act;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (event.key !== key || isTyping || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      event.preventDefault();
      newest.current();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [key]);
}

function Facts({ root, answer }: { root: OrphanedRootPartsFragment; answer: Answer<Provenance> }): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever came by the keyboard goes on from here.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [root.id]);
  return (
    <section class="panel root-facts">
      <header class="root-head">
        <h2 tabIndex={-1} ref={heading}>
          <NodeChip id={root.id} name={root.name} />
          {root.shadow && <span class="tag">{words.shadowMark}</span>}
        </h2>
        <nav class="actions" aria-label={root.name}>
          <a href={href("blast-radius", { start: root.id })}>{words.blastRadius}</a>
          <a href={href("changes", { of: root.id })}>{words.changes}</a>
        </nav>
      </header>
      <dl class="facts root-list">
        <dt>{words.why}</dt>
        <dd>
          {root.reasons.length === 0 && (words.state[root.state] ?? root.state)}
          {root.reasons.map(({ code, since, evidence }) => (
            <p key={code + evidence}>
              <b>{reasonText(code, root.id)}</b>
              {since && <span class="nowrap"> · {formatMoment(since)}</span>}
              <span class="root-evidence">{evidence}</span>
            </p>
          ))}
        </dd>
        <dt>{words.since}</dt>
        <dd>{sinceOf(root) ? formatMoment(sinceOf(root)) : words.sinceUnknown}</dd>
        <dt>{sinceOf(root) ? words.spend : words.spendOfWindow}</dt>
        <dd title={root.spendSince ? exactMoney(root.spendSince) : undefined}>{formatMoney(root.spendSince)}</dd>
        {root.folded.length > 0 && (
          <>
            <dt>{words.folded}</dt>
            <dd class="chips">
              {root.folded.map((id) => (
                <NodeChip key={id} id={id} />
              ))}
            </dd>
          </>
        )}
        <dt>{words.nextOwner}</dt>
        <dd>
          {root.nextOwner.length === 0 && <span class="muted">{words.nobody}</span>}
          {root.nextOwner.map(({ id, name, reason, evidence }) => (
            <p key={id + reason}>
              <NodeChip id={id} name={name} /> <span>{words.nextOwners[reason] ?? reason}</span>
              <span class="root-evidence">{evidence}</span>
              {reason === root.nextOwner[0]?.reason && id === root.nextOwner[0].id && kindOf(root.id) !== "Identity" && <Command command={ownerCommand(root.id, id)} />}
            </p>
          ))}
        </dd>
      </dl>
      {answer.state === "loading" && <p class="asking">{text.loading}</p>}
    </section>
  );
}

/** The command that records who answers for a principal from now on. */
const ownerCommand = (id: string, owner: string): string => `remit decide owner ${shellWord(id)} ${shellWord(owner)}`;

const shellWord = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

type Step = Revocation["steps"][number];
type Collateral = Revocation["collateral"]["nodes"][number];

const STEPS: readonly Column<Step>[] = [
  { key: "action", title: words.step, cell: ({ action }) => action },
  { key: "system", title: words.system, cell: ({ system }) => <span class="nowrap">{system}</span>, wide: true },
  { key: "cost", title: words.cost, cell: ({ cost }) => formatCount(cost), align: "end" },
  { key: "command", title: words.command, wide: true, cell: ({ command }) => (command ? <Command command={command} /> : <span class="muted">{words.noCommand}</span>) },
];

const COLLATERAL: readonly Column<Collateral>[] = [
  { key: "person", title: words.person, cell: ({ id, name }) => <NodeChip id={id} name={name} /> },
  {
    key: "loses",
    title: words.loses,
    cell: ({ loses }) => (
      <span class="chips">
        {loses.map((id) => (
          <NodeChip key={id} id={id} />
        ))}
      </span>
    ),
  },
];

function RevocationAnswer({ data }: { data: Revocation }): JSX.Element {
  const count = data.collateral.totalCount;
  if (data.steps.length === 0) return <p class="empty">{words.noCut}</p>;
  return (
    <>
      <DataTable caption={words.revocation} columns={STEPS} rows={data.steps} rowKey={({ source, target, action }) => `${source} ${target} ${action}`} />
      <p class="verdict">
        <span class={data.proven ? "good" : "bad"}>
          <span aria-hidden="true">{data.proven ? "✓" : "✗"}</span> {data.proven ? words.proven : words.notProven}
        </span>{" "}
        {words.cost} <b>{formatCount(data.cost)}</b>. {count === 0 ? words.noCollateral : `${words.collateral(formatCount(count))}.`}
      </p>
      {count > 0 && <DataTable caption={words.loses} columns={COLLATERAL} rows={data.collateral.nodes} rowKey={({ id }) => id} total={count} />}
    </>
  );
}

function stepsTable({ steps }: Revocation) {
  return {
    columns: ["system", "action", "cost", "source", "target", "command"],
    rows: steps.map(({ system, action, cost, source, target, command }) => [system, action, cost, source, target ?? null, command ?? null]),
  };
}

interface RoutesProps<T> {
  readonly root: OrphanedRootPartsFragment;
  readonly answer: Answer<T>;
  readonly routes: readonly Route[];
  readonly total: number;
  readonly more: (() => void) | null;
  readonly graph: PictureGraph;
  readonly marks: PictureMarks;
  /** The permission that is left of a route whose permission would change. */
  readonly left: ReadonlyMap<string, Permission | null>;
}

function Routes<T extends Provenance>({ root, answer, routes, total, more, graph, marks, left }: RoutesProps<T>): JSX.Element {
  const [edge, setEdge] = useState<string | null>(null);
  const chosen = param("row") ?? null;
  const route = routes.find(({ target }) => target === chosen);
  const select = (key: string | null): void => {
    const isEdge = key?.includes("\t") ?? false;
    setEdge(isEdge ? key : null);
    change({ row: isEdge ? undefined : (key ?? undefined) }, true);
  };
  const evidence = edge !== null ? graph.edges.find(({ key }) => key === edge)?.evidence : route?.witness;
  return (
    <Panel title={words.routesTitle} lead={root.state === "ORPHANED" ? words.routesLead : words.answeredLead(words.state[root.state] ?? root.state)} answer={answer} exportName="orphaned-routes" exportTable={() => routesTable(routes)} summary={() => words.paths(formatCount(routes.length))}>
      {(data) =>
        routes.length === 0 ? (
          <p class="empty">{words.noRoutes}</p>
        ) : (
          <>
            {more !== null && (
              <p class="muted small">
                {words.someRoutes(formatCount(routes.length), formatCount(total))}{" "}
                <button type="button" onClick={more}>
                  {text.more}
                </button>
              </p>
            )}
            <div class="route-sides">
              <section class="reach-picture" aria-label={text.reach.picture}>
                <Picture
                  graph={graph}
                  words={WORDS}
                  title={words.routesTitle}
                  subject={root.id}
                  direction="out"
                  selected={edge ?? chosen}
                  onSelect={select}
                  focused={param("focus") ?? null}
                  onFocus={(id) => change({ focus: id ?? undefined })}
                  provenance={data}
                  exportName="orphaned-routes"
                  marks={marks}
                />
              </section>
              <section class="route-list" aria-label={text.reach.list}>
                <DataTable
                  caption={words.routesTitle}
                  columns={routeColumns(left)}
                  rows={routes}
                  rowKey={({ target }) => target}
                  rowClass={({ target }) => (marks.gone.has(target) ? "is-gone" : "")}
                  selected={chosen ?? ""}
                  onOpen={({ target }) => select(target)}
                  total={total}
                />
              </section>
            </div>
            {evidence !== undefined && evidence.length > 0 && (
              <div class="reach-evidence">
                <EvidencePanel key={edge ?? chosen ?? ""} edges={evidence as Route["witness"]} onClose={() => select(null)} />
              </div>
            )}
          </>
        )
      }
    </Panel>
  );
}

const routeColumns = (left: RoutesProps<Provenance>["left"]): readonly Column<Route>[] => [
  { key: "target", title: words.target, cell: (route) => <NodeChip id={route.target} name={targetName(route)} />, sort: (route) => targetName(route).toLowerCase() },
  { key: "permission", title: words.permission, cell: ({ target, permission }) => (
    <>
      {permission ? <PermissionMark permission={permission} /> : text.unknown}
      {left.has(target) && (
        <>
          {" → "}
          <PermissionMark permission={left.get(target)} />
        </>
      )}
    </>
  ) },
  { key: "below", title: words.below, align: "end", wide: true, cell: ({ below }) => (below > 0 ? `+${formatCount(below)}` : ""), sort: ({ below }) => below },
  { key: "hops", title: words.hops, align: "end", wide: true, cell: ({ hops }) => formatCount(hops), sort: ({ hops }) => hops },
  { key: "used", title: words.lastUsed, cell: ({ lastUsed }) => formatDay(lastUsed), sort: ({ lastUsed }) => lastUsed },
];

function routesTable(routes: readonly Route[]) {
  return {
    columns: ["root", "target", "below", "permission", "hops", "last_used", "walk"],
    rows: routes.map((route) => [route.root, route.target, route.below, route.permission ?? null, route.hops, route.lastUsed ?? null, writeWalk(route)]),
  };
}
