// What people, accounts, keys and servers can reach.
import type { JSX } from "preact";
import { unwrap } from "../../client/answer.ts";
import { BlastRadiusDocument } from "../../client/generated/graphql.ts";
import { exactMoney, formatMoney } from "../../format/money.ts";
import { formatScore, formatShare } from "../../format/number.ts";
import { asOf, change, compareWith, href, location, params } from "../../location/location.ts";
import { NodeChip } from "../../parts/NodeChip.tsx";
import { NodeField } from "../../parts/NodeField.tsx";
import { text } from "../../text/index.ts";
import { Filters } from "./Filters.tsx";
import { inputOf, readFilters } from "./filters.ts";
import { ReachView, Total } from "./ReachView.tsx";
import { PAGE_ROWS, useAllRows } from "./rows.ts";

const words = text.reach;

export function BlastRadius(): JSX.Element {
  const start = params("start");
  const filters = readFilters(location.value.params);
  const variablesAt = (moment: string | undefined) =>
    start.length > 0 ? { input: { start: [...start], ...inputOf(filters, moment) }, first: PAGE_ROWS } : null;
  const reach = useAllRows(BlastRadiusDocument, variablesAt(asOf.value), (data) => unwrap(data.blastRadius));
  const isCompared = compareWith.value !== undefined;
  const earlier = useAllRows(BlastRadiusDocument, isCompared ? variablesAt(compareWith.value) : null, (data) => unwrap(data.blastRadius));
  return (
    <div class="reach-view">
      <h1>{words.blastRadius}</h1>
      <p class="lead">{start.length > 0 ? words.blastRadiusLead : words.chooseStart}</p>
      <div class="subject">
        {start.map((id) => (
          <span key={id} class="subject-node">
            <NodeChip id={id} />
            <button type="button" class="quiet" aria-label={words.remove(id)} onClick={() => change({ start: start.filter((other) => other !== id) })}>
              ×
            </button>
          </span>
        ))}
        <NodeField label={start.length > 0 ? words.addStart : words.start} onChoose={(id) => change({ start: [...start.filter((other) => other !== id), id], row: undefined, focus: undefined })} autoFocus={start.length === 0} />
      </div>
      {start.length > 0 && (
        <>
          <Filters filters={filters} />
          <ReachView
            title={words.blastRadius}
            direction="out"
            ends={(data) => data.start}
            reach={reach}
            earlier={isCompared ? earlier : null}
            filters={filters}
            exportName="blast-radius"
            endParam="start"
            pathsHref={(end, id) => href("paths", { from: end, to: id })}
            facts={({ score, shareOfDataSources, spend }) => (
              <>
                <Total title={words.score}>{formatScore(score)}</Total>
                <Total title={words.share}>{formatShare(shareOfDataSources)}</Total>
                <Total title={words.spend}>
                  <span title={spend ? exactMoney(spend) : undefined}>{formatMoney(spend)}</span>
                </Total>
              </>
            )}
          />
        </>
      )}
    </div>
  );
}
