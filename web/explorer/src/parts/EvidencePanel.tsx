// The evidence of one edge: who claims it, since when, when it was last used, and what the source gave.
import { useEffect, useRef } from "preact/hooks";
import type { Permission } from "../client/generated/graphql.ts";
import { PermissionMark } from "../format/kinds.tsx";
import { formatDay, formatMoment } from "../format/time.ts";
import { text } from "../text/index.ts";
import { NodeChip } from "./NodeChip.tsx";

export interface Evidence {
  readonly source: string;
  readonly kind: string;
  readonly target: string;
  readonly sourceName?: string | null;
  readonly targetName?: string | null;
  readonly permission?: Permission | null;
  readonly claimedBy: string;
  readonly since?: string | null;
  readonly lastUsed?: string | null;
  readonly evidence?: string | null;
}

/** A side panel; `edges` in the order of the path. Escape closes it, and the focus goes back to where it was. */
export function EvidencePanel({ edges, onClose }: { edges: readonly Evidence[]; onClose: () => void }) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    panel.current?.focus();
    return () => before?.focus();
  }, []);
  return (
    <aside
      class="evidence"
      aria-label={text.parts.evidence}
      tabIndex={-1}
      ref={panel}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          onClose();
        }
      }}
    >
      <header class="panel-head">
        <h2>{text.parts.evidence}</h2>
        <button type="button" class="quiet" onClick={onClose}>
          {text.parts.close}
        </button>
      </header>
      <ol class="evidence-list">
        {edges.map((edge) => (
          <li key={`${edge.source} ${edge.kind} ${edge.target}`}>
            <p class="evidence-edge">
              <NodeChip id={edge.source} name={edge.sourceName} />
              <code>{edge.kind}</code>
              <NodeChip id={edge.target} name={edge.targetName} />
            </p>
            <dl class="facts">
              {edge.permission && (
                <>
                  <dt>{text.parts.permission}</dt>
                  <dd>
                    <PermissionMark permission={edge.permission} />
                  </dd>
                </>
              )}
              <dt>{text.parts.claimedBy}</dt>
              <dd>{edge.claimedBy}</dd>
              <dt>{text.parts.since}</dt>
              <dd>{formatMoment(edge.since)}</dd>
              {edge.lastUsed !== undefined && (
                <>
                  <dt>{text.parts.lastUsed}</dt>
                  <dd>{formatDay(edge.lastUsed)}</dd>
                </>
              )}
              <dt>{text.parts.statement}</dt>
              <dd>{edge.evidence ? <code class="statement">{edge.evidence}</code> : text.parts.noStatement}</dd>
            </dl>
          </li>
        ))}
      </ol>
    </aside>
  );
}
