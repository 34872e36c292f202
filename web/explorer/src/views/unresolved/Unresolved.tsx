// Loose ends: each with its candidates, and the command that settles it.
import { useState } from "preact/hooks";
import { mayDecide } from "../../client/decide.ts";
import { unwrap, useRows } from "../../client/answer.ts";
import { UnresolvedDocument } from "../../client/generated/graphql.ts";
import { formatCount } from "../../format/number.ts";
import { asOf } from "../../location/location.ts";
import { type Column, DataTable } from "../../parts/DataTable.tsx";
import { NodeChip } from "../../parts/NodeChip.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { text } from "../../text/index.ts";
import { LastDecision, type Row, Settle } from "./Settle.tsx";

const words = text.unresolved;

function Command({ command }: { command: string }) {
  const [copied, setCopied] = useState(false);
  if (!command) return <span class="muted">{text.unknown}</span>;
  const copy = async () => {
    await navigator.clipboard.writeText(command);
    setCopied(true);
  };
  return (
    <span class="command">
      <code>{command}</code>
      <button type="button" class="quiet" onClick={() => void copy()}>
        {copied ? words.copied : words.copy}
      </button>
    </span>
  );
}

const COLUMNS: readonly Column<Row>[] = [
  { key: "kind", title: words.kind, cell: ({ kind }) => words.kinds[kind] ?? kind, sort: ({ kind }) => kind },
  {
    key: "subject",
    title: words.subject,
    cell: ({ id, name }) => (id.includes("/") ? <NodeChip id={id} name={name} /> : name || id),
    sort: ({ name }) => name.toLowerCase(),
  },
  { key: "why", title: words.why, cell: ({ why }) => why, wide: true },
  {
    key: "candidates",
    title: words.candidates,
    wide: true,
    cell: ({ candidates }) => (
      <>
        {candidates.map((id) => (
          <p key={id}>
            <NodeChip id={id} />
          </p>
        ))}
      </>
    ),
  },
];

const COMMAND: Column<Row> = { key: "command", title: words.command, cell: ({ command }) => <Command command={command} />, wide: true };
const SETTLE: Column<Row> = { key: "settle", title: words.settle, cell: (row) => <Settle row={row} /> };

/** Settled here by who may; the command says how else. Candidates have a column where a row has some. */
function columns(rows: readonly Row[]): readonly Column<Row>[] {
  const shown = rows.some(({ candidates }) => candidates.length > 0) ? COLUMNS : COLUMNS.filter(({ key }) => key !== "candidates");
  return [...shown, mayDecide() ? SETTLE : { ...COMMAND, wide: false }];
}

export function Unresolved() {
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{mayDecide() ? words.leadDecide : words.lead}</p>
      <LastDecision />
      <LooseEnds />
    </>
  );
}

function LooseEnds() {
  const [answer, list] = useRows(
    UnresolvedDocument,
    { input: { asOf: asOf.value ?? null }, first: 100 },
    (data) => unwrap(data.unresolved),
    ({ rows }) => rows,
  );
  return (
      <Panel
        title={answer.data ? `${words.title}: ${formatCount(answer.data.total)}` : words.title}
        answer={answer}
        exportName="loose-ends"
        exportTable={() => ({
          columns: ["kind", "id", "name", "why", "candidates", "command"],
          rows: list.rows.map(({ kind, id, name, why, candidates, command }) => [kind, id, name, why, candidates.join(" "), command]),
        })}
        summary={({ total }) => formatCount(total)}
      >
        {({ total }) => (
          <DataTable
            caption={words.title}
            columns={columns(list.rows)}
            rows={list.rows}
            rowKey={({ kind, id, name }) => `${kind} ${id} ${name}`}
            total={total}
            hasMore={list.hasMore}
            isLoading={list.isLoading}
            onMore={list.more}
            empty={words.none}
          />
        )}
      </Panel>
  );
}
