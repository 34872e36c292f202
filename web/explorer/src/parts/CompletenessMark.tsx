// Whether an answer is complete, and if not, what is missing.
import type { Provenance } from "../client/answer.ts";
import { text } from "../text/index.ts";

export function CompletenessMark({ provenance }: { provenance: Provenance }) {
  const { status, reasons, notes } = provenance.completeness;
  const complete = status === "COMPLETE";
  const mark = (
    <>
      <span aria-hidden="true">{complete ? "●" : "◐"}</span> {complete ? text.shell.complete : text.shell.partial}
    </>
  );
  if (!reasons.length && !notes.length) return <span class="completeness is-complete">{mark}</span>;
  return (
    <details class={`completeness ${complete ? "is-complete" : "is-partial"}`}>
      <summary>
        {mark}
        {complete ? ` · ${text.shell.notes}` : ""}
      </summary>
      <div class="popover">
        {[...reasons, ...notes].map(({ code, detail }) => (
          <p key={code + detail}>
            <code>{code}</code> {detail}
          </p>
        ))}
      </div>
    </details>
  );
}
