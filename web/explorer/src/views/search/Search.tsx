// Every node that a text matches, by kind and source; and what was asked lately.
import { unwrap, useRows } from "../../client/answer.ts";
import { type NodeKind, SearchDocument } from "../../client/generated/graphql.ts";
import { systemOf } from "../../client/names.ts";
import { kindText } from "../../format/kinds.tsx";
import { formatCount } from "../../format/number.ts";
import { asOf, change, go, href, param, params } from "../../location/location.ts";
import { type Column, DataTable } from "../../parts/DataTable.tsx";
import { NodeChip, viewOf } from "../../parts/NodeChip.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { text } from "../../text/index.ts";
import { searchInput } from "./prefix.ts";
import { Questions } from "./Questions.tsx";

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
}

const COLUMNS: readonly Column<Row>[] = [
  { key: "name", title: text.search.name, cell: ({ id, name }) => <NodeChip id={id} name={name} />, sort: ({ name }) => name.toLowerCase() },
  { key: "kind", title: text.search.kind, cell: ({ kind }) => kindText(kind), sort: ({ kind }) => kindText(kind) },
  { key: "source", title: text.search.source, cell: ({ id }) => systemOf(id), sort: ({ id }) => systemOf(id), wide: true },
  { key: "id", title: text.search.id, cell: ({ id }) => <code class="id">{id}</code>, sort: ({ id }) => id, wide: true },
  {
    key: "actions",
    title: text.search.actions,
    cell: ({ id }) => (
      <span class="actions">
        <a href={href("blast-radius", { start: id })}>{text.search.blastRadius}</a>
        <a href={href("exposure", { target: id })}>{text.search.exposure}</a>
      </span>
    ),
  },
];

export function Search() {
  const typed = param("text") ?? "";
  const kinds = params("kind") as readonly NodeKind[];
  const variables = typed ? { input: searchInput(typed, asOf.value, kinds), first: 100 } : null;
  const [answer, list] = useRows(
    SearchDocument,
    variables,
    (data) => unwrap(data.search),
    ({ nodes }) => nodes,
  );
  return (
    <>
      <h1>{text.search.title}</h1>
      <p class="lead">{text.search.lead}</p>
      <div class="search-form">
        <input
          type="text"
          aria-label={text.shell.searchLabel}
          value={typed}
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => change({ text: event.currentTarget.value }, true)}
        />
        <select
          aria-label={text.search.kind}
          value={kinds[0] ?? ""}
          onChange={(event) => change({ kind: event.currentTarget.value })}
        >
          <option value="">{text.search.allKinds}</option>
          {Object.entries(text.kinds).map(([kind, words]) => (
            <option key={kind} value={kind}>
              {words}
            </option>
          ))}
        </select>
      </div>
      {variables ? (
        <Panel
          title={text.search.matches(answer.data ? formatCount(answer.data.total) : text.unknown)}
          answer={answer}
          exportName="search"
          exportTable={() => ({
            columns: ["id", "kind", "name"],
            rows: list.rows.map(({ id, kind, name }) => [id, kind, name]),
          })}
          summary={({ total }) => text.search.matches(formatCount(total))}
        >
          {({ total }) => (
            <DataTable
              caption={text.search.title}
              columns={COLUMNS}
              rows={list.rows}
              rowKey={({ id }) => id}
              total={total}
              hasMore={list.hasMore}
              isLoading={list.isLoading}
              onMore={list.more}
              onOpen={({ id }) => {
                const { view, param: name } = viewOf(id);
                go(view, { [name]: id });
              }}
            />
          )}
        </Panel>
      ) : (
        <Questions />
      )}
    </>
  );
}
