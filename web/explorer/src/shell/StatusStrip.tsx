// What every answer on the page rests on: the snapshot, its age, its digest, and the sources that are late.
import { formatAge, formatMoment } from "../format/time.ts";
import { href } from "../location/location.ts";
import { text } from "../text/index.ts";
import { AsOf } from "./AsOf.tsx";
import { lateSources, status, statusProblem } from "./status.ts";

const DIGEST_LENGTH = 12;

export function StatusStrip() {
  const { value } = status;
  return (
    <div class="strip" id="state">
      <SnapshotFacts />
      {value?.builtAt && (
        <a class={lateSources.value.length ? "strip-late" : ""} href={href("sources")}>
          {lateSources.value.length ? (
            <>
              <span aria-hidden="true">▲ </span>
              {text.shell.lateSources(lateSources.value.length)}
            </>
          ) : (
            text.shell.sourcesOnTime(value.sources.length)
          )}
        </a>
      )}
      <AsOf />
    </div>
  );
}

function SnapshotFacts() {
  const { value } = status;
  if (statusProblem.value) {
    const isOffline = statusProblem.value.code === "OFFLINE";
    return <span class="strip-late">{isOffline ? text.shell.offline : statusProblem.value.message || text.shell.statusFailed}</span>;
  }
  if (!value) return <span>{text.loading}</span>;
  if (!value.builtAt) return <span class="strip-late">{text.shell.nothingLoaded}</span>;
  const age = Math.max(0, (Date.now() - Date.parse(value.builtAt)) / 1000);
  return (
    <>
      <span>{text.shell.generation(value.generation)}</span>
      <span title={formatMoment(value.builtAt)}>{text.shell.built(formatAge(age))}</span>
      {value.digest && (
        <span title={value.digest}>
          {text.shell.digest("")}
          <code>{value.digest.slice(0, DIGEST_LENGTH)}</code>
        </span>
      )}
    </>
  );
}
