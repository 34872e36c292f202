// Who has live routes to data while nobody answers for them: the list, and one of them with its routes and its revocation.
import type { JSX } from "preact";
import { unwrap, useRows } from "../../client/answer.ts";
import { BlastRadiusDocument, type OrphanedRootPartsFragment, OrphanedOfDocument, OrphanedRootsDocument, UnknownOwnersDocument } from "../../client/generated/graphql.ts";
import { exactMoney, formatMoney } from "../../format/money.ts";
import { formatCount } from "../../format/number.ts";
import { formatDay } from "../../format/time.ts";
import { asOf, change, href, param } from "../../location/location.ts";
import { type Column, DataTable } from "../../parts/DataTable.tsx";
import { NodeChip } from "../../parts/NodeChip.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { text } from "../../text/index.ts";
import { Root } from "./Root.tsx";
import { PAGE_ROWS, reasonText, type Route, sinceOf } from "./routes.ts";
import { Sheet } from "./Sheet.tsx";
import "../reach/reach.css";
import "./orphaned.css";

const words = text.orphaned;
const LISTS = ["all", "shadow", "unknown"] as const;
type List = (typeof LISTS)[number];
type Listed = OrphanedRootPartsFragment;

export function Orphaned(): JSX.Element {
  const asked = param("list");
  const list: List = LISTS.find((name) => name === asked) ?? "all";
  const root = param("root");
  return (
    <div class="orphaned-view">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {root ? (
        <ChosenRoot key={root} id={root} />
      ) : (
        <>
          <nav class="lists" aria-label={words.lists}>
            {LISTS.map((name) => (
              <a key={name} href={href("orphaned", { list: name === "all" ? undefined : name })} aria-current={name === list ? "page" : undefined}>
                {words[name]}
              </a>
            ))}
          </nav>
          {list === "unknown" ? <Unknown /> : <Roots list={list} />}
          <Sheet />
        </>
      )}
    </div>
  );
}

const COLUMNS: readonly Column<Listed>[] = [
  {
    key: "root",
    title: words.root,
    cell: ({ id, name, shadow }) => (
      <>
        <NodeChip id={id} name={name} href={href("orphaned", { root: id })} />
        {shadow && <span class="tag">{words.shadowMark}</span>}
      </>
    ),
    sort: ({ name }) => name.toLowerCase(),
  },
  {
    key: "why",
    title: words.why,
    wide: true,
    cell: ({ id, reasons, state }) =>
      reasons.length > 0 ? (
        <span title={reasons.map(({ evidence }) => evidence).join("\n")}>{reasons.map(({ code }) => reasonText(code, id)).join("; ")}</span>
      ) : (
        <span class="muted">{words.state[state] ?? state}</span>
      ),
    sort: ({ reasons }) => reasons[0]?.code,
  },
  {
    key: "since",
    title: words.since,
    wide: true,
    cell: (row) => (sinceOf(row) ? <span class="nowrap">{formatDay(sinceOf(row))}</span> : <span class="muted">{words.sinceUnknown}</span>),
    sort: sinceOf,
  },
  { key: "routes", title: words.routes, align: "end", cell: ({ routes }) => formatCount(routes), sort: ({ routes }) => routes },
  {
    key: "spend",
    title: words.spend,
    align: "end",
    cell: ({ spendSince }) => <span title={spendSince ? exactMoney(spendSince) : undefined}>{formatMoney(spendSince)}</span>,
    sort: ({ spendSince }) => (spendSince ? Number(spendSince.amount) : null),
  },
  {
    key: "owner",
    title: words.nextOwner,
    wide: true,
    cell: ({ nextOwner: [first] }) => (first ? <NodeChip id={first.id} name={first.name} /> : <span class="muted">{words.nobody}</span>),
    sort: ({ nextOwner: [first] }) => first?.name.toLowerCase(),
  },
];

function Roots({ list }: { list: List }): JSX.Element {
  const [answer, pages] = useRows(OrphanedRootsDocument, { input: { asOf: asOf.value ?? null }, first: PAGE_ROWS }, (data) => unwrap(data.orphanedPaths), ({ roots }) => roots);
  const isShadow = list === "shadow";
  const rows = isShadow ? pages.rows.filter(({ shadow }) => shadow) : pages.rows;
  return (
    <Panel
      title={isShadow ? words.shadow : words.all}
      answer={answer}
      exportName={isShadow ? "shadow-accounts" : "orphaned"}
      exportTable={() => exportTable(rows)}
      summary={({ totalRoots, totalPaths }) => `${formatCount(totalRoots)}, ${words.paths(formatCount(totalPaths))}`}
    >
      {({ totalRoots, totalPaths, roots }) => (
        <>
          <div class="figures">
            <span class="figure figure-strong">
              <span class="figure-count">{formatCount(isShadow ? rows.length : totalRoots)}</span>{" "}
              <span class="figure-words">{isShadow ? words.shadowCount : words.principals}</span>
            </span>
            {!isShadow && (
              <span class="figure">
                <span class="figure-count">{formatCount(totalPaths)}</span> <span class="figure-words">{words.routes.toLowerCase()}</span>
              </span>
            )}
          </div>
          <DataTable
            caption={isShadow ? words.shadow : words.all}
            columns={COLUMNS}
            rows={rows}
            rowKey={({ id }) => id}
            onOpen={({ id }) => change({ root: id })}
            total={isShadow && !pages.hasMore ? rows.length : roots.totalCount}
            hasMore={pages.hasMore}
            isLoading={pages.isLoading}
            onMore={pages.more}
            empty={isShadow ? words.noShadow : words.noRoots}
          />
        </>
      )}
    </Panel>
  );
}

function Unknown(): JSX.Element {
  const [answer, pages] = useRows(UnknownOwnersDocument, { input: { asOf: asOf.value ?? null }, first: PAGE_ROWS }, (data) => unwrap(data.orphanedPaths), ({ unknown }) => unknown);
  return (
    <Panel
      title={words.unknown}
      answer={answer}
      exportName="unknown-owners"
      exportTable={() => ({ columns: ["id", "why"], rows: pages.rows.map(({ id, why }) => [id, why]) })}
      summary={({ totalUnknown }) => formatCount(totalUnknown)}
    >
      {({ totalUnknown }) => (
        <DataTable
          caption={words.unknown}
          columns={[
            { key: "id", title: words.root, cell: ({ id }) => <NodeChip id={id} />, sort: ({ id }) => id },
            { key: "why", title: words.why, cell: ({ why }) => why, sort: ({ why }) => why },
          ]}
          rows={pages.rows}
          rowKey={({ id }) => id}
          total={totalUnknown}
          hasMore={pages.hasMore}
          isLoading={pages.isLoading}
          onMore={pages.more}
          empty={words.noUnknown}
        />
      )}
    </Panel>
  );
}

function ChosenRoot({ id }: { id: string }): JSX.Element {
  const [answer, pages] = useRows(OrphanedOfDocument, { input: { of: [id], asOf: asOf.value ?? null }, first: PAGE_ROWS }, (data) => unwrap(data.orphanedPaths), ({ paths }) => paths);
  const root = answer.data?.roots.nodes[0];
  const unknown = answer.data?.unknown.nodes[0];
  return (
    <>
      <p class="back">
        <a href={href("orphaned", { list: param("list") })}>← {words.back}</a>
      </p>
      {root !== undefined && root.id !== id && (
        <p class="hangs-on">
          <NodeChip id={id} /> {words.hangsOn}
        </p>
      )}
      {root === undefined ? (
        <Panel title={words.root} answer={answer}>
          {() => (
            <>
              <p>
                <NodeChip id={id} />
              </p>
              <p class="empty">{unknown ? `${words.state["UNKNOWN"]}: ${unknown.why}` : words.notListed}</p>
            </>
          )}
        </Panel>
      ) : root.state !== "ORPHANED" ? (
        <ShadowRoot root={root} />
      ) : (
        <Root root={root} answer={answer} routes={pages.rows} total={answer.data?.totalPaths ?? 0} more={pages.hasMore ? pages.more : null} />
      )}
    </>
  );
}

/** A shadow account for which somebody answers has no orphaned path: its routes are all the data that it reaches. */
function ShadowRoot({ root }: { root: Listed }): JSX.Element {
  const input = { start: [root.id], kinds: ["DataSource" as const], ...(asOf.value ? { asOf: asOf.value } : {}) };
  const [answer, pages] = useRows(BlastRadiusDocument, { input, first: PAGE_ROWS }, (data) => unwrap(data.blastRadius), ({ reached }) => reached);
  const routes = pages.rows.map(({ id, permission, hops, lastUsed, witness }): Route => ({ root: root.id, target: id, below: 0, permission: permission ?? null, hops, lastUsed: lastUsed ?? null, witness }));
  return <Root root={root} answer={answer} routes={routes} total={answer.data?.reached.totalCount ?? 0} more={pages.hasMore ? pages.more : null} />;
}

function exportTable(rows: readonly Listed[]) {
  return {
    columns: ["id", "name", "state", "shadow", "reasons", "since", "routes", "spend_since", "currency", "next_owner", "folded"],
    rows: rows.map((row) => [
      row.id,
      row.name,
      row.state,
      String(row.shadow),
      row.reasons.map(({ code }) => code).join(" "),
      sinceOf(row),
      row.routes,
      row.spendSince?.amount ?? null,
      row.spendSince?.currency ?? null,
      row.nextOwner[0]?.id ?? null,
      row.folded.join(" "),
    ]),
  };
}
