// The ways from one node to another: each as a sentence, and drawn with one of them standing out.
import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { unwrap, useAnswer } from "../../client/answer.ts";
import { AccessPathsDocument, type AccessPathsQuery } from "../../client/generated/graphql.ts";
import { PermissionMark } from "../../format/kinds.tsx";
import { formatCount } from "../../format/number.ts";
import { formatMoment } from "../../format/time.ts";
import { asOf, change, href, location, param } from "../../location/location.ts";
import { EvidencePanel } from "../../parts/EvidencePanel.tsx";
import { NodeChip } from "../../parts/NodeChip.tsx";
import { NodeField } from "../../parts/NodeField.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { pathGraph } from "../../picture/model.ts";
import { Picture } from "../../picture/Picture.tsx";
import { edgeText, pictureWords } from "../../picture/words.ts";
import { text } from "../../text/index.ts";
import { Choice, PathFilters } from "../reach/Filters.tsx";
import { inputOf, readFilters } from "../reach/filters.ts";
import { heldSince } from "./since.ts";
import "../reach/reach.css";
import "./paths.css";

type Answered = Extract<AccessPathsQuery["accessPaths"], { readonly __typename: "AccessPaths" }>;
type Path = Answered["paths"]["nodes"][number];

const words = text.paths;
const COUNTS = [1, 3, 5, 10, 20, 50];
const DEFAULT_K = 10;
const ALL = "all";
const WORDS = pictureWords((hop, size) => text.picture.step(hop, size));

export function Paths(): JSX.Element {
  const [from, to] = [param("from"), param("to")];
  const filters = readFilters(location.value.params);
  const asked = Number(param("k") ?? DEFAULT_K);
  const k = COUNTS.includes(asked) ? asked : DEFAULT_K;
  const given = inputOf({ ...filters, kinds: [], minPermission: null }, asOf.value);
  const variables = from && to ? { input: { from, to, k, ...given }, first: k } : null;
  const answer = useAnswer(AccessPathsDocument, variables, (data) => unwrap(data.accessPaths));
  return (
    <div class="reach-view">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <div class="subject">
        <End name="from" label={words.from} id={from} />
        <button type="button" onClick={() => change({ from: to, to: from, path: undefined, row: undefined })} disabled={!from && !to}>
          <span aria-hidden="true">⇄</span> {words.swap}
        </button>
        <End name="to" label={words.to} id={to} />
      </div>
      {variables && (
        <>
          <PathFilters filters={filters}>
            <Choice label={words.k} name="k" value={k === DEFAULT_K ? "" : String(k)} empty={String(DEFAULT_K)} options={COUNTS.filter((count) => count !== DEFAULT_K).map((count) => [String(count), String(count)])} />
          </PathFilters>
          <Panel
            title={words.title}
            answer={answer}
            exportName="paths"
            exportTable={({ paths }) => exportTable(paths.nodes)}
            summary={({ total }) => words.found(formatCount(total))}
          >
            {(data) => <PathsAnswer data={data} subject={JSON.stringify(variables)} />}
          </Panel>
        </>
      )}
    </div>
  );
}

function End({ name, label, id }: { name: "from" | "to"; label: string; id: string | undefined }): JSX.Element {
  return (
    <span class="path-end">
      <span class="path-end-label">{label}</span>
      {id && <NodeChip id={id} />}
      <NodeField label={label} onChoose={(chosen) => change({ [name]: chosen, path: undefined, row: undefined })} autoFocus={!id && name === "from"} />
    </span>
  );
}

function PathsAnswer({ data, subject }: { data: Answered; subject: string }): JSX.Element {
  const paths = data.paths.nodes;
  const [edge, setEdge] = useState<string | null>(null);
  const [open, setOpen] = useState<number | null>(null);
  const graph = useMemo(() => pathGraph(data.from, data.to, paths), [data]);
  const asked = param("path") ?? "0";
  // A number that no path has is that of the first.
  const shown = asked === ALL ? ALL : Number(asked) < paths.length ? String(Number(asked)) : "0";
  if (paths.length === 0) return <p class="empty">{words.none}</p>;
  const evidence = edge !== null ? graph.edges.find(({ key }) => key === edge)?.evidence : open !== null ? paths[open]?.edges : undefined;
  return (
    <>
      <p class="path-count">
        <b>{words.found(formatCount(data.total))}</b> <a href={href("changes", { of: data.from })}>{words.changes}</a>
      </p>
      <div class="path-sides">
        <section class="reach-picture" aria-label={text.reach.picture}>
          <Picture
            graph={graph}
            words={WORDS}
            title={words.title}
            subject={subject}
            direction="out"
            selected={edge ?? param("row") ?? null}
            onSelect={(key) => {
              const isEdge = key?.includes("\t") ?? false;
              setOpen(null);
              setEdge(isEdge ? key : null);
              change({ row: isEdge ? undefined : (key ?? undefined) }, true);
            }}
            focused={shown === ALL ? null : shown}
            onFocus={(id) => id === null && change({ path: ALL })}
            provenance={data}
            exportName="paths"
          />
        </section>
        <ol class="paths" aria-label={text.reach.list}>
          {paths.map((path, number) => (
            <PathItem key={number} path={path} isShown={String(number) === shown} onShow={() => change({ path: number || undefined })} onEvidence={() => {
              setEdge(null);
              setOpen(number);
            }} />
          ))}
        </ol>
      </div>
      {evidence && (
        <div class="reach-evidence">
        <EvidencePanel
          key={edge ?? open}
          edges={evidence as Path["edges"]}
          onClose={() => {
            setEdge(null);
            setOpen(null);
          }}
        />
        </div>
      )}
    </>
  );
}

interface PathItemProps {
  readonly path: Path;
  readonly isShown: boolean;
  readonly onShow: () => void;
  readonly onEvidence: () => void;
}

function PathItem({ path, isShown, onShow, onEvidence }: PathItemProps): JSX.Element {
  const [isCopied, setIsCopied] = useState(false);
  const since = heldSince(path.edges);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(path.sentence);
    setIsCopied(true);
  };
  return (
    <li class={isShown ? "path is-shown" : "path"}>
      <p class="path-head">
        <b>{words.hops(path.hops)}</b> <PermissionMark permission={path.permission} />
        {path.permission && !path.permissionKnown && <sup title={text.reach.permissionAssumed}>?</sup>}
        <span class="muted small" title={since ? `${words.latestEdge}: ${since.edge.sourceName} ${edgeText(since.edge.kind)} ${since.edge.targetName}` : undefined}>
          {since ? words.heldSince(formatMoment(since.at)) : words.heldSinceUnknown}
        </span>
      </p>
      <p class="path-sentence">{path.sentence}</p>
      <p class="path-tools">
        <button type="button" class="quiet" aria-pressed={isShown} onClick={onShow}>
          {words.focusPath}
        </button>
        <button type="button" class="quiet" onClick={() => void copy()}>
          {isCopied ? words.copied : words.copy}
        </button>
        <button type="button" class="quiet" onClick={onEvidence}>
          {words.evidence}
        </button>
      </p>
    </li>
  );
}

function exportTable(paths: readonly Path[]) {
  return {
    columns: ["number", "hops", "permission", "permission_known", "sentence", "held_since"],
    rows: paths.map((path, number) => [
      number + 1,
      path.hops,
      path.permission ?? null,
      String(path.permissionKnown),
      path.sentence,
      heldSince(path.edges)?.at ?? null,
    ]),
  };
}
