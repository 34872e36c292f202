// Who reaches a node.
import type { JSX } from "preact";
import { unwrap } from "../../client/answer.ts";
import { ExposureDocument } from "../../client/generated/graphql.ts";
import { asOf, change, compareWith, href, location, param } from "../../location/location.ts";
import { NodeChip } from "../../parts/NodeChip.tsx";
import { NodeField } from "../../parts/NodeField.tsx";
import { text } from "../../text/index.ts";
import { Filters } from "./Filters.tsx";
import { inputOf, readFilters } from "./filters.ts";
import { ReachView } from "./ReachView.tsx";
import { PAGE_ROWS, useAllRows } from "./rows.ts";

const words = text.reach;

export function Exposure(): JSX.Element {
  const target = param("target");
  const filters = readFilters(location.value.params);
  const variablesAt = (moment: string | undefined) =>
    target ? { input: { target, ...inputOf(filters, moment) }, first: PAGE_ROWS } : null;
  const reach = useAllRows(ExposureDocument, variablesAt(asOf.value), (data) => unwrap(data.exposure));
  const isCompared = compareWith.value !== undefined;
  const earlier = useAllRows(ExposureDocument, isCompared ? variablesAt(compareWith.value) : null, (data) => unwrap(data.exposure));
  return (
    <div class="reach-view">
      <h1>{words.exposure}</h1>
      <p class="lead">{target ? words.exposureLead : words.chooseTarget}</p>
      <div class="subject">
        {target && <NodeChip id={target} />}
        <NodeField label={words.target} onChoose={(id) => change({ target: id, row: undefined, focus: undefined })} autoFocus={!target} />
      </div>
      {target && (
        <>
          <Filters filters={filters} />
          <ReachView
            title={words.exposure}
            direction="in"
            ends={(data) => [data.target]}
            reach={reach}
            earlier={isCompared ? earlier : null}
            filters={filters}
            exportName="exposure"
            endParam="target"
            pathsHref={(end, id) => href("paths", { from: id, to: end })}
            facts={() => null}
          />
        </>
      )}
    </div>
  );
}
