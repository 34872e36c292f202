// What AI use cost, whose cost it is, where it goes, and why: the amounts are those of the API, digit by digit.
import "./cost.css";
import { unwrap, useAnswer } from "../../client/answer.ts";
import { CostSumsDocument } from "../../client/generated/graphql.ts";
import { asOf, href, location } from "../../location/location.ts";
import { Panel } from "../../parts/Panel.tsx";
import { text } from "../../text/index.ts";
import { Anomalies } from "./Anomalies.tsx";
import { Bill } from "./Bill.tsx";
import { Controls, stateParams } from "./Controls.tsx";
import { Difference } from "./Difference.tsx";
import { Forecast } from "./Forecast.tsx";
import { OverTime } from "./OverTime.tsx";
import { Rows } from "./Rows.tsx";
import { Sheet } from "./Sheet.tsx";
import { sumsInput, type CostState, readState, shownState } from "./state.ts";

const words = text.cost;

export function Cost() {
  const state = readState(location.value.params, asOf.value);
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Controls state={state} />
      <Parts state={shownState(state, asOf.value)} />
    </>
  );
}

/** The part that is chosen, and beside it what the ledger of its days is made of. */
function Parts({ state }: { state: CostState }) {
  const input = { by: [...state.by], from: state.from, to: state.to, ...sumsInput(state, asOf.value) };
  const answer = useAnswer(CostSumsDocument, { input }, (data) => unwrap(data.costAttribution));
  const address = (more: Record<string, string | readonly string[]>): string => href("cost", { ...stateParams(state), ...more });
  return (
    <div class="cost">
      <Panel title={words.sums} lead={words.sumsLead(state.from, state.to)} answer={answer} class="cost-sheet" exportName="cost-sums">
        {(sums) => <Sheet sums={sums} state={state} address={address} />}
      </Panel>
      <div class="cost-main">
        {state.show === "time" && (
          <>
            <OverTime state={state} sums={answer.data} />
            <Rows state={state} answer={answer} />
          </>
        )}
        {state.show === "anomalies" && (
          <>
            <OverTime state={state} sums={answer.data} />
            <Anomalies state={state} />
          </>
        )}
        {state.show === "forecast" && <Forecast state={state} />}
        {state.show === "difference" && <Difference state={state} />}
        {state.show === "bill" && <Bill state={state} />}
      </div>
    </div>
  );
}
