// The form that puts together one change: what is done, and to which node or edge.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { NodeChip } from "../../parts/NodeChip.tsx";
import { NodeField } from "../../parts/NodeField.tsx";
import { edgeText } from "../../picture/words.ts";
import { text } from "../../text/index.ts";
import { EDIT_KINDS, writeEdge, writeNewEdge, type EditKind } from "./edits.ts";

const words = text.whatIf;
const EDGE_KINDS = Object.keys(text.picture.edges).filter((kind) => !["USED", "SAME_AS", "LOSES"].includes(kind));

export function EditForm({ onPut }: { onPut: (kind: EditKind, edit: string) => void }): JSX.Element {
  const [kind, setKind] = useState<EditKind>("remove");
  const [isEdge, setIsEdge] = useState(false);
  const [ends, setEnds] = useState<{ readonly source?: string; readonly target?: string }>({});
  const [edge, setEdge] = useState("CAN_ACCESS");
  const [permission, setPermission] = useState("");
  const isOfEdge = kind === "add" || (kind === "remove" && isEdge);
  const choose = (id: string): void => onPut(kind, id);
  const put = (): void => {
    const { source, target } = ends;
    if (!source || !target) return;
    const parts = { source, kind: edge, target };
    onPut(kind, kind === "add" ? writeNewEdge(parts, permission) : writeEdge(parts));
    setEnds({});
  };
  return (
    <form class="edit-form" aria-label={words.edit} onSubmit={(event) => event.preventDefault()}>
      <Select label={words.edit} value={kind} onChange={(value) => setKind(value as EditKind)} options={EDIT_KINDS.map((name) => [name, words.editKinds[name] ?? name])} />
      {kind === "remove" && (
        <Select label={words.what} value={isEdge ? "edge" : "node"} onChange={(value) => setIsEdge(value === "edge")} options={[["node", words.node], ["edge", words.edge]]} />
      )}
      {isOfEdge ? (
        <>
          <End label={words.from} id={ends.source} onChoose={(id) => setEnds({ ...ends, source: id })} />
          <Select label={words.kind} value={edge} onChange={setEdge} options={EDGE_KINDS.map((name) => [name, edgeText(name)])} />
          <End label={words.to} id={ends.target} onChoose={(id) => setEnds({ ...ends, target: id })} />
          {kind === "add" && (
            <Select label={words.permission} value={permission} onChange={setPermission} options={[["", words.noPermission], ...Object.entries(text.permissions)]} />
          )}
          <button type="button" class="primary" disabled={!ends.source || !ends.target} onClick={put}>
            {words.put}
          </button>
        </>
      ) : (
        <NodeField label={words.editKinds[kind] ?? kind} onChoose={choose} />
      )}
      <p class="muted small edit-help">{words.editHelp[kind]}</p>
    </form>
  );
}

function End({ label, id, onChoose }: { label: string; id: string | undefined; onChoose: (id: string) => void }): JSX.Element {
  return (
    <span class="edit-end">
      {id && <NodeChip id={id} />}
      <NodeField label={label} onChoose={onChoose} />
    </span>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly (readonly [value: string, words: string])[];
}

function Select({ label, value, onChange, options }: SelectProps): JSX.Element {
  return (
    <label class="choice">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([option, optionText]) => (
          <option key={option} value={option}>
            {optionText}
          </option>
        ))}
      </select>
    </label>
  );
}
