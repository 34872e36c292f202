// Why there is no answer: what is wrong, its code, and what to do; candidates where a name means several.
import { text } from "../text/index.ts";
import type { Problem as ProblemValue } from "../client/problem.ts";
import { NodeChip } from "./NodeChip.tsx";

interface Props {
  readonly problem: ProblemValue;
  readonly onRetry?: () => void;
  /** The address of the same question about a candidate. */
  readonly candidateHref?: (id: string) => string;
}

export function Problem({ problem, onRetry, candidateHref }: Props) {
  const remedy = text.remedies[problem.code];
  return (
    <div class="problem" role="alert">
      <p class="problem-message">{problem.message || text.problems[problem.code] || text.problems["fallback"]}</p>
      {remedy && <p>{remedy}</p>}
      {problem.candidates && (
        <>
          <p>{text.parts.candidates}</p>
          <ul class="plain-list">
            {problem.candidates.map((id) => (
              <li key={id}>
                <NodeChip id={id} href={candidateHref?.(id)} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="muted small">
        {text.parts.code} {problem.code}
        {problem.requestId && ` · ${text.parts.request} ${problem.requestId}`}
      </p>
      {onRetry && (
        <button type="button" onClick={onRetry}>
          {text.tryAgain}
        </button>
      )}
    </div>
  );
}
