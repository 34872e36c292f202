// What a security lead wants on Monday: each number leads to the answer behind it.
import { type Answer, unwrap, useAnswer } from "../../client/answer.ts";
import {
  HomeAnomaliesDocument,
  HomeChangesDocument,
  HomeForecastDocument,
  HomeOrphanedDocument,
  HomeShadowDocument,
  HomeUnresolvedDocument,
  type MonthEndPartsFragment,
} from "../../client/generated/graphql.ts";
import { formatMoney, type Money, nanoOf } from "../../format/money.ts";
import { formatChange, formatCount, formatScore } from "../../format/number.ts";
import { daysBefore, formatAge, formatDay, formatMoment, isoDay, isoMoment, momentOr } from "../../format/time.ts";
import { asOf, href } from "../../location/location.ts";
import { BudgetBar, overText } from "../../parts/BudgetBar.tsx";
import { DataTable } from "../../parts/DataTable.tsx";
import { NodeChip } from "../../parts/NodeChip.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { lateSources, status } from "../../shell/status.ts";
import { text } from "../../text/index.ts";
import { sinceOf } from "../orphaned/routes.ts";

const CHANGES_DAYS = 7;
const ANOMALY_DAYS = 30;
const WORST_ROOTS = 8;

export function Home() {
  const words = text.home;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead(asOf.value ? formatMoment(asOf.value) : words.now)}</p>
      <div class="home">
        <Orphaned />
        <Changes />
        <Spend />
        <Shadow />
        <Anomalies />
        <Late />
        <Unresolved />
      </div>
    </>
  );
}

/** A number with its words, a link to the answer behind it. */
function Figure({ count, words, address, strong }: { count: string; words: string; address: string; strong?: boolean }) {
  return (
    <a class={`figure ${strong ? "figure-strong" : ""}`} href={address}>
      <span class="figure-count">{count}</span> <span class="figure-words">{words}</span>
    </a>
  );
}

function Orphaned() {
  const words = text.home;
  const answer = useAnswer(HomeOrphanedDocument, { input: { asOf: asOf.value ?? null } }, (data) => unwrap(data.orphanedPaths));
  return (
    <Panel
      title={words.orphaned}
      lead={words.orphanedLead}
      answer={answer}
      class="span-2"
      exportName="orphaned"
      summary={({ totalPaths }) => formatCount(totalPaths)}
    >
      {({ totalPaths, totalRoots, totalUnknown, roots }) => (
        <>
          <div class="figures">
            <Figure count={formatCount(totalPaths)} words={words.orphanedOf(formatCount(totalRoots))} address={href("orphaned")} strong />
            {totalUnknown > 0 && <Figure count={formatCount(totalUnknown)} words={words.unknownOwners} address={href("orphaned", { list: "unknown" })} />}
          </div>
          <DataTable
            caption={words.orphaned}
            rows={worstRoots(roots.nodes)}
            total={roots.totalCount}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "root",
                title: words.root,
                cell: ({ id, name, shadow }) => (
                  <>
                    <NodeChip id={id} name={name} href={href("orphaned", { root: id })} />
                    {shadow && <span class="tag">{words.shadowMark}</span>}
                  </>
                ),
              },
              { key: "routes", title: words.routes, cell: ({ routes }) => formatCount(routes), align: "end", sort: ({ routes }) => routes },
              { key: "since", title: words.since, cell: (row) => <Since at={sinceOf(row)} />, wide: true, sort: sinceOf },
              { key: "spend", title: words.spendSince, cell: ({ spendSince }) => formatMoney(spendSince), align: "end", wide: true, sort: ({ spendSince }) => Number(spendSince?.amount ?? 0) },
              {
                key: "owner",
                title: words.nextOwner,
                wide: true,
                cell: ({ nextOwner: [first] }) => (
                  <span class="nowrap">{first ? <NodeChip id={first.id} name={first.name} /> : <span class="muted">{words.nobody}</span>}</span>
                ),
              },
            ]}
          />
        </>
      )}
    </Panel>
  );
}

/** Those with the most routes, of several the dearest; among the first that a page has. */
function worstRoots<Root extends { readonly routes: number; readonly spendSince?: Money | null }>(roots: readonly Root[]): readonly Root[] {
  const spent = ({ spendSince }: Root) => nanoOf(spendSince?.amount ?? "0");
  return [...roots].sort((one, other) => other.routes - one.routes || Number(spent(other) - spent(one))).slice(0, WORST_ROOTS);
}

/** Of a principal that nobody was ever known to answer for, no source says since when: that is said, not left blank. */
function Since({ at }: { at: string | null }) {
  return at === null ? <span class="muted">{text.orphaned.sinceUnknown}</span> : <span class="nowrap">{formatDay(at)}</span>;
}

function Changes() {
  const words = text.home;
  const from = isoMoment(daysBefore(momentOr(asOf.value), CHANGES_DAYS));
  const answer = useAnswer(HomeChangesDocument, { input: { from, asOf: asOf.value ?? null } }, (data) => unwrap(data.changes));
  const address = href("changes", { from });
  return (
    <Panel title={words.changes} lead={words.changesLead(formatMoment(from))} answer={answer} exportName="changes">
      {({ nodes, edges, permissions, orphanedPaths, reach }) => (
        <>
          <div class="figures">
            <Figure count={`+${formatCount(orphanedPaths.opened.totalCount)}`} words={words.pathsOpened} address={address} strong={orphanedPaths.opened.totalCount > 0} />
            <Figure count={`−${formatCount(orphanedPaths.closed.totalCount)}`} words={words.pathsClosed} address={address} />
            <Figure count={`+${formatCount(edges.opened.totalCount)}`} words={words.edgesOpened} address={address} />
            <Figure count={`−${formatCount(edges.closed.totalCount)}`} words={words.edgesClosed} address={address} />
            <Figure count={`+${formatCount(nodes.opened.totalCount)}`} words={words.nodesOpened} address={address} />
            <Figure count={`−${formatCount(nodes.closed.totalCount)}`} words={words.nodesClosed} address={address} />
            <Figure count={formatCount(permissions.totalCount)} words={words.permissionsChanged} address={address} />
            <Figure count={formatCount(reach.totalCount)} words={words.reachChanged} address={address} />
          </div>
          {reach.nodes.length > 0 && (
            <DataTable
              caption={words.who}
              rows={reach.nodes}
              rowKey={({ id }) => id}
              columns={[
                { key: "who", title: words.who, cell: ({ id, name }) => <NodeChip id={id} name={name} href={href("changes", { from, of: id })} /> },
                { key: "gained", title: words.gained, cell: ({ gained }) => formatChange(gained), align: "end", sort: ({ gained }) => gained },
                { key: "lost", title: words.lost, cell: ({ lost }) => formatChange(-lost), align: "end", sort: ({ lost }) => lost },
                {
                  key: "score",
                  title: words.score,
                  align: "end",
                  wide: true,
                  cell: ({ scoreBefore, scoreAfter }) => `${formatScore(scoreBefore)} → ${formatScore(scoreAfter)}`,
                  sort: ({ scoreBefore, scoreAfter }) => scoreAfter - scoreBefore,
                },
              ]}
            />
          )}
        </>
      )}
    </Panel>
  );
}

const keyText = (key: MonthEndPartsFragment["key"]): string => key.map(({ value }) => value).join(" · ");

/** The value of a dimension: a node, or what stands where there is none, such as `~unassigned`. */
function DimensionKey({ value, address }: { value: string; address: string }) {
  return value.includes(":") ? <NodeChip id={value} href={address} /> : <a href={address}>{value.replace(/^~/, "")}</a>;
}

function Spend() {
  const words = text.home;
  const answer = useAnswer(HomeForecastDocument, { input: { by: ["team"], asOf: asOf.value ?? null } }, (data) => unwrap(data.forecast));
  const today = isoDay(momentOr(asOf.value));
  const month = { by: "team", from: `${today.slice(0, 7)}-01`, to: today };
  return (
    <Panel title={words.spend} lead={words.spendLead} answer={answer} class="span-2" exportName="forecast">
      {({ total, rows }) => (
        <>
          <div class="figures">
            <Figure count={formatMoney(total.spent)} words={words.spent} address={href("cost", month)} strong />
            <Figure count={formatMoney(total.expected)} words={words.expected} address={href("cost", { by: "team", show: "forecast" })} />
          </div>
          <DataTable
            caption={words.spend}
            rows={rows.nodes}
            total={rows.totalCount}
            rowKey={({ key }) => keyText(key)}
            columns={[
              {
                key: "team",
                title: words.team,
                cell: ({ key }) => <DimensionKey value={key[0]!.value} address={href("cost", { ...month, by: "identity", filter: `team=${key[0]!.value}` })} />,
              },
              { key: "spent", wide: true, title: words.spentTitle, cell: ({ spent }) => formatMoney(spent), align: "end", sort: ({ spent }) => Number(spent.amount) },
              { key: "expected", title: words.expectedTitle, cell: ({ expected }) => formatMoney(expected), align: "end", sort: ({ expected }) => (expected ? Number(expected.amount) : null) },
              { key: "budget", title: words.budget, cell: (row) => <BudgetBar row={row} />, wide: true },
              {
                key: "over",
                title: words.status,
                cell: ({ over, budget, key }) =>
                  budget ? (
                    <a class={over ? "tag tag-bad" : "muted"} href={href("cost", { by: "team", show: "forecast", filter: `team=${key[0]!.value}` })}>
                      {overText(over)}
                    </a>
                  ) : null,
                sort: ({ over }) => (over === true ? 0 : over === false ? 1 : 2),
              },
            ]}
          />
        </>
      )}
    </Panel>
  );
}

function Shadow() {
  const words = text.home;
  const input = { kinds: ["Account" as const], where: [{ property: "shadow", values: ["true"] }], sort: "data_sources" as const, asOf: asOf.value ?? null };
  const answer = useAnswer(HomeShadowDocument, { input }, (data) => unwrap(data.inventory));
  return (
    <Panel title={words.shadow} lead={words.shadowLead} answer={answer} exportName="shadow-accounts">
      {({ total, rows }) => (
        <>
          <div class="figures">
            <Figure count={formatCount(total)} words={words.shadow} address={href("orphaned", { list: "shadow" })} strong={total > 0} />
          </div>
          <DataTable
            caption={words.shadow}
            rows={rows.nodes}
            total={total}
            rowKey={({ id }) => id}
            columns={[
              { key: "account", title: words.account, cell: ({ id, name }) => <NodeChip id={id} name={name} href={href("orphaned", { root: id })} /> },
              { key: "data", title: words.dataSources, cell: ({ dataSources }) => formatCount(dataSources), align: "end", sort: ({ dataSources }) => dataSources },
              { key: "used", title: words.lastUsed, cell: ({ lastUsed }) => <span class="nowrap">{formatDay(lastUsed)}</span>, sort: ({ lastUsed }) => lastUsed },
            ]}
          />
        </>
      )}
    </Panel>
  );
}

function Anomalies() {
  const words = text.home;
  const moment = momentOr(asOf.value);
  const window = { from: isoDay(daysBefore(moment, ANOMALY_DAYS)), to: isoDay(daysBefore(moment, 1)) };
  const input = { by: ["team" as const], ...window, asOf: asOf.value ?? null };
  const answer = useAnswer(HomeAnomaliesDocument, { input }, (data) => unwrap(data.anomalies));
  return (
    <Panel title={words.anomalies} lead={words.anomaliesLead} answer={answer} exportName="anomalies">
      {({ judged, rows }) => (
        <>
          <div class="figures">
            <Figure count={formatCount(rows.totalCount)} words={words.judged(formatCount(judged))} address={href("cost", { by: "team", ...window, show: "anomalies" })} strong={rows.totalCount > 0} />
          </div>
          {rows.nodes.length > 0 && (
            <DataTable
              caption={words.anomalies}
              rows={rows.nodes}
              total={rows.totalCount}
              rowKey={({ day, key }) => `${day} ${keyText(key)}`}
              columns={[
                { key: "day", title: words.day, cell: ({ day }) => formatDay(day), sort: ({ day }) => day },
                { key: "team", title: words.team, cell: ({ key, day }) => <DimensionKey value={key[0]!.value} address={href("cost", { by: "team", ...window, show: "anomalies", at: day, filter: `team=${key[0]!.value}` })} /> },
                { key: "cost", title: words.cost, cell: ({ cost }) => formatMoney(cost), align: "end", sort: ({ cost }) => Number(cost.amount) },
                { key: "expected", title: words.expectedTitle, cell: ({ expected }) => formatMoney(expected), align: "end", wide: true, sort: ({ expected }) => Number(expected.amount) },
              ]}
            />
          )}
        </>
      )}
    </Panel>
  );
}

const STATUS_QUESTION = { text: "{ status { sources { source lastRun state ageS promisedAgeS reasons { code detail } } } }", variables: {} };

function Late() {
  const words = text.home;
  const { value } = status;
  const answer: Answer<typeof lateSources.value> = value
    ? { state: "answered", question: STATUS_QUESTION, data: lateSources.value }
    : { state: "loading", question: STATUS_QUESTION };
  return (
    <Panel title={words.sources} lead={words.sourcesLead} answer={answer}>
      {(sources) => (
        <>
          <div class="figures">
            <Figure count={formatCount(sources.length)} words={words.late} address={href("sources")} strong={sources.length > 0} />
          </div>
          <DataTable
            caption={words.sources}
            rows={sources}
            rowKey={({ source }) => source}
            empty={words.allOnTime}
            columns={[
              { key: "source", title: words.source, cell: ({ source }) => <a href={href("sources", { source })}>{source}</a>, sort: ({ source }) => source },
              { key: "state", title: words.state, cell: ({ state }) => text.states[state] ?? state, sort: ({ state }) => state },
              { key: "age", title: words.age, cell: ({ ageS }) => formatAge(ageS), align: "end", sort: ({ ageS }) => ageS },
              {
                key: "promised",
                title: words.promised,
                align: "end",
                wide: true,
                cell: ({ promisedAgeS }) => (promisedAgeS == null ? text.unknown : formatAge(promisedAgeS)),
                sort: ({ promisedAgeS }) => promisedAgeS,
              },
            ]}
          />
        </>
      )}
    </Panel>
  );
}

function Unresolved() {
  const words = text.home;
  const answer = useAnswer(HomeUnresolvedDocument, { input: { asOf: asOf.value ?? null } }, (data) => unwrap(data.unresolved));
  return (
    <Panel title={words.looseEnds} lead={words.looseEndsLead} answer={answer} exportName="loose-ends">
      {({ total, rows }) => (
        <>
          <div class="figures">
            <Figure count={formatCount(total)} words={words.looseEnds} address={href("unresolved")} />
          </div>
          <DataTable
            caption={words.looseEnds}
            rows={rows.nodes}
            total={total}
            rowKey={({ kind, id, name }) => `${kind} ${id} ${name}`}
            columns={[
              { key: "what", title: words.what, cell: ({ id, name }) => (id.includes("/") ? <NodeChip id={id} name={name} href={href("unresolved")} /> : name) },
              { key: "why", title: words.why, cell: ({ why }) => <span class="small">{why}</span> },
            ]}
          />
        </>
      )}
    </Panel>
  );
}
