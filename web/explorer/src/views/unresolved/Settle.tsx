// What settles a loose end in place: the decisions that its candidates suggest, or one about somebody whom one knows.
import { useState } from "preact/hooks";
import { decide, lastDecision, undoDecision } from "../../client/decide.ts";
import type { UnresolvedQuery } from "../../client/generated/graphql.ts";
import { DecisionButton } from "../../parts/DecisionButton.tsx";
import { NodeChip } from "../../parts/NodeChip.tsx";
import { NodeField } from "../../parts/NodeField.tsx";
import { useName } from "../../client/names.ts";
import { text } from "../../text/index.ts";

export type Row = Extract<UnresolvedQuery["unresolved"], { total: number }>["rows"]["nodes"][number];
interface Decision {
  readonly kind: string;
  readonly ids: string[];
}

const words = text.unresolved;

/** The decisions that settle a row and need nobody to be named, as its command has them. */
export function choices({ kind, id, name, candidates }: Row): readonly Decision[] {
  switch (kind) {
    case "identity_conflict":
      return candidates.flatMap((other) => [
        { kind: "link", ids: [id, other] },
        { kind: "unlink", ids: [id, other] },
      ]);
    case "account_without_person":
    case "shared_mailbox":
      return candidates.map((person) => ({ kind: "link", ids: [person, id] }));
    case "login":
      // `Account:postgres/db:5432/role` is a login at an address; the same role of an instance is its candidate.
      return candidates.map((other) => ({ kind: "alias", ids: [serverOf(other, name), serverOf(id, name)].reverse() }));
    default:
      return [];
  }
}

const serverOf = (account: string, role: string): string => account.slice(account.indexOf(":") + 1).slice(0, -role.length - 1);

/** What may be decided of a row about somebody who has to be named: nothing for what no person settles. */
export function named(kind: Row["kind"]): readonly ("link" | "owner")[] {
  if (kind === "account_without_person" || kind === "shared_mailbox") return ["link", "owner"];
  return kind === "credential_without_holder" ? ["owner"] : [];
}

const naming = (row: Row, kind: "link" | "owner", person: string): Decision =>
  kind === "link" ? { kind, ids: [person, row.id] } : { kind, ids: [row.id, person] };

function Choice({ decision }: { decision: Decision }) {
  const { kind, ids } = decision;
  const subject = kind === "alias" ? ids[1]! : kind === "link" && ids[1]!.startsWith("Account:") ? ids[0]! : ids[1]!;
  const name = useName(subject);
  return <DecisionButton onDecide={() => decide(decision)}>{words.decisions[kind]!(kind === "alias" ? subject : name)}</DecisionButton>;
}

export function Settle({ row }: { row: Row }) {
  const [naming_, setNaming] = useState<"link" | "owner" | null>(null);
  const [person, setPerson] = useState<string | null>(null);
  return (
    <div class="settle">
      {choices(row).map((decision) => (
        <Choice key={decision.kind + decision.ids.join()} decision={decision} />
      ))}
      {naming_ === null &&
        named(row.kind).map((kind) => (
          <button type="button" class="quiet" key={kind} onClick={() => setNaming(kind)}>
            {words.naming[kind]}
          </button>
        ))}
      {naming_ !== null && (
        <>
          <NodeField label={words.person} onChoose={setPerson} autoFocus />
          {person !== null && (
            <>
              <NodeChip id={person} />
              <DecisionButton onDecide={() => decide(naming(row, naming_, person))}>{words.naming[naming_]}</DecisionButton>
            </>
          )}
          <button type="button" class="quiet" onClick={() => (setNaming(null), setPerson(null))}>
            {words.cancel}
          </button>
        </>
      )}
    </div>
  );
}

/** The last decision of this page, with the way back. */
export function LastDecision() {
  const { value } = lastDecision;
  if (value === null) return null;
  return (
    <div class="decided" role="status">
      <p>
        <strong>{words.decided}</strong> <code>{value.kind}</code>{" "}
        {value.ids.map((id) => (
          <NodeChip key={id} id={id} />
        ))}
      </p>
      {value.note && <p class="small">{value.note}</p>}
      <DecisionButton onDecide={() => undoDecision(value.decision)}>{words.undo}</DecisionButton>
    </div>
  );
}
