// Questions of this browser: those that were kept, and those that were asked lately. Each can be kept, or kept no more.
import { type Location, writeHash } from "../../location/location.ts";
import { formatMoment } from "../../format/time.ts";
import { NodeChip } from "../../parts/NodeChip.tsx";
import { text, titleOf } from "../../text/index.ts";
import { forgetRecent, isSaved, recentLocations, savedLocations, subjectOf, toggleSaved } from "./recent.ts";

export function Questions() {
  const recent = recentLocations();
  return (
    <>
      <List title={text.search.saved} locations={savedLocations()} empty={text.search.noSaved} />
      <List title={text.search.recent} locations={recent} empty={text.search.noRecent} {...(recent.length ? { onForget: forgetRecent } : {})} />
    </>
  );
}

interface ListProps {
  readonly title: string;
  readonly locations: readonly Location[];
  readonly empty: string;
  readonly onForget?: () => void;
}

function List({ title, locations, empty, onForget }: ListProps) {
  return (
    <section class="panel" aria-label={title}>
      <header class="panel-head">
        <h2>{title}</h2>
        {onForget && (
          <button type="button" class="quiet" onClick={onForget}>
            {text.search.forget}
          </button>
        )}
      </header>
      {locations.length === 0 && <p class="empty">{empty}</p>}
      <ul class="plain-list recent">
        {locations.map((location) => (
          <li key={writeHash(location)}>
            <span>{titleOf(location.view)}</span>
            <span class="question">
              <NodeChip id={subjectOf(location) ?? ""} href={writeHash(location)} />
              {location.params["asOf"]?.[0] && <span class="muted small">{formatMoment(location.params["asOf"][0])}</span>}
              <button type="button" class="quiet" aria-pressed={isSaved(location)} onClick={() => toggleSaved(location)}>
                {isSaved(location) ? text.search.drop : text.search.keep}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
