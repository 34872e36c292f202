// The sheet of all orphaned paths: one row per route with its root, its reasons and who could take over; as CSV, as JSON, on paper.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { problemFrom, type Provenance, unwrap } from "../../client/answer.ts";
import { ask } from "../../client/ask.ts";
import { type OrphanedRootPartsFragment, OrphanedRootsDocument, OrphanedSheetDocument, type OrphanedSheetQuery } from "../../client/generated/graphql.ts";
import type { Problem as ProblemValue } from "../../client/problem.ts";
import { formatMoney } from "../../format/money.ts";
import { formatDay, formatMoment } from "../../format/time.ts";
import { asOf } from "../../location/location.ts";
import { fileName, save, writeCsv, writeJson } from "../../parts/exports.ts";
import { Problem } from "../../parts/Problem.tsx";
import { text } from "../../text/index.ts";
import { PAGE_ROWS, reasonText, sinceOf, targetName, writeWalk, type Route } from "./routes.ts";

const words = text.orphaned;

type SheetPage = Extract<OrphanedSheetQuery["orphanedPaths"], { readonly __typename: "OrphanedPaths" }>["paths"];

interface SheetRows {
  readonly provenance: Provenance;
  readonly roots: readonly OrphanedRootPartsFragment[];
  readonly paths: readonly Route[];
}

/** Every page of roots and of paths, of one moment. */
async function fetchSheet(moment: string | undefined): Promise<SheetRows> {
  const roots: OrphanedRootPartsFragment[] = [];
  const paths: Route[] = [];
  let page = unwrap((await ask(OrphanedRootsDocument, { input: { asOf: moment ?? null }, first: PAGE_ROWS })).orphanedPaths);
  const provenance: Provenance = page;
  // From here on the moment is fixed: the rows of one sheet are of one snapshot.
  const input = { asOf: provenance.snapshot.asOf };
  roots.push(...page.roots.nodes);
  while (page.roots.pageInfo.hasNextPage) {
    page = unwrap((await ask(OrphanedRootsDocument, { input, first: PAGE_ROWS, after: page.roots.pageInfo.endCursor ?? null })).orphanedPaths);
    roots.push(...page.roots.nodes);
  }
  let after: string | null | undefined = null;
  do {
    const rows: SheetPage = unwrap((await ask(OrphanedSheetDocument, { input, first: PAGE_ROWS, after })).orphanedPaths).paths;
    paths.push(...rows.nodes);
    after = rows.pageInfo.hasNextPage ? rows.pageInfo.endCursor : null;
  } while (after);
  return { provenance, roots, paths };
}

/** One row per route; a root without a route has one too, so that none is left out. */
function sheetTable({ roots, paths }: SheetRows) {
  return {
    columns: ["root", "name", "state", "shadow", "reasons", "since", "spend_since", "currency", "next_owner", "target", "below", "permission", "hops", "last_used", "walk"],
    rows: roots.flatMap((root) => {
      const own = paths.filter((path) => path.root === root.id);
      const head = [root.id, root.name, root.state, String(root.shadow), root.reasons.map(({ code }) => code).join(" "), sinceOf(root), root.spendSince?.amount ?? null, root.spendSince?.currency ?? null, root.nextOwner[0]?.id ?? null];
      if (own.length === 0) return [[...head, null, null, null, null, null, null]];
      return own.map((path) => [...head, path.target, path.below, path.permission ?? null, path.hops, path.lastUsed ?? null, writeWalk(path)]);
    }),
  };
}

type Purpose = "csv" | "json" | "print";

export function Sheet(): JSX.Element {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemValue>();
  const [printed, setPrinted] = useState<SheetRows>();
  useEffect(() => {
    if (printed === undefined) return;
    // Some browsers return before it is on paper.
    window.addEventListener("afterprint", () => setPrinted(undefined), { once: true });
    window.print();
  }, [printed]);
  const make = async (purpose: Purpose): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      const sheet = await fetchSheet(asOf.value);
      const question = { text: OrphanedSheetDocument.toString().trim(), variables: { input: { asOf: sheet.provenance.snapshot.asOf } } };
      const name = (extension: string): string => fileName("orphaned-paths", sheet.provenance, extension);
      if (purpose === "csv") save(name("csv"), "text/csv", writeCsv(sheetTable(sheet), question, sheet.provenance, new Date()));
      else if (purpose === "json") save(name("json"), "application/json", writeJson({ roots: sheet.roots, paths: sheet.paths }, question, sheet.provenance, new Date()));
      else setPrinted(sheet);
    } catch (error) {
      setProblem(problemFrom(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <div class="sheet-tools" role="group" aria-label={words.sheet} aria-busy={busy || undefined}>
        <span class="muted">{words.sheet}</span>
        <Make purpose="csv" label={text.parts.exportCsv} />
        <Make purpose="json" label={text.parts.exportJson} />
        <Make purpose="print" label={words.print} />
      </div>
      {problem && <Problem problem={problem} />}
      {printed && <Printed sheet={printed} />}
    </>
  );

  function Make({ purpose, label }: { purpose: Purpose; label: string }): JSX.Element {
    return (
      <button type="button" disabled={busy} onClick={() => void make(purpose)}>
        {label}
      </button>
    );
  }
}

function Printed({ sheet: { provenance, roots, paths } }: { sheet: SheetRows }): JSX.Element {
  const { asOf: moment, digest } = provenance.snapshot;
  return (
    <section class="sheet">
      <p>{words.sheetLead(formatMoment(moment), digest.slice(0, 12))}</p>
      {roots.map((root) => (
        <article key={root.id}>
          <h2>
            {root.name} <small>{root.id}</small>
          </h2>
          <p>
            {root.reasons.map(({ code, evidence }) => `${reasonText(code, root.id)} (${evidence})`).join("; ") || words.state[root.state]}. {words.since}: {sinceOf(root) ? formatDay(sinceOf(root)) : words.sinceUnknown}. {words.spend}: {formatMoney(root.spendSince)}. {words.nextOwner}: {root.nextOwner[0]?.name ?? words.nobody}.
          </p>
          <ul>
            {paths
              .filter((path) => path.root === root.id)
              .map((path) => (
                <li key={path.target}>
                  {targetName(path)} {path.permission ?? ""} {path.lastUsed ? `${words.lastUsed}: ${path.lastUsed}` : ""}
                  <br />
                  <small>{writeWalk(path)}</small>
                </li>
              ))}
          </ul>
        </article>
      ))}
    </section>
  );
}
