// A button that decides something: busy while it is sent, and beside it why it was not done.
import { useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import type { Problem as ProblemValue } from "../client/problem.ts";
import { Problem } from "./Problem.tsx";

interface Props {
  readonly onDecide: () => Promise<ProblemValue | null>;
  readonly children: ComponentChildren;
}

export function DecisionButton({ onDecide, children }: Props) {
  const [state, setState] = useState<{ isBusy: boolean; problem: ProblemValue | null }>({ isBusy: false, problem: null });
  const send = async () => {
    setState({ isBusy: true, problem: null });
    setState({ isBusy: false, problem: await onDecide() });
  };
  return (
    <>
      <button type="button" class="decide" disabled={state.isBusy} aria-busy={state.isBusy} onClick={() => void send()}>
        {children}
      </button>
      {state.problem && <Problem problem={state.problem} />}
    </>
  );
}
