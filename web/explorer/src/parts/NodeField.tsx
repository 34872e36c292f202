// A field that takes one node: suggestions as one types, a combobox after the ARIA practices; Enter takes the first.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { unwrap, useAnswer } from "../client/answer.ts";
import { SearchDocument } from "../client/generated/graphql.ts";
import { asOf } from "../location/location.ts";
import { text } from "../text/index.ts";
import { searchInput } from "../views/search/prefix.ts";
import { NodeChip } from "./NodeChip.tsx";

const SUGGESTIONS = 8;
const PAUSE_MS = 120;

export function NodeField({ label, onChoose, autoFocus = false }: { label: string; onChoose: (id: string) => void; autoFocus?: boolean }) {
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  // The browser would refuse the attribute of a field that comes while another has the focus.
  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, []);
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState("");
  const [active, setActive] = useState(0);
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const variables = asked ? { input: searchInput(asked, asOf.value), first: SUGGESTIONS } : null;
  const answer = useAnswer(SearchDocument, variables, (data) => unwrap(data.search));
  const nodes = asked && answer.data ? answer.data.nodes.nodes : [];
  useEffect(() => setActive(0), [asked]);
  const choose = (index: number): void => {
    const node = nodes[index];
    if (!node) return;
    onChoose(node.id);
    setTyped("");
    setAsked("");
    setIsOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((before) => Math.max(0, Math.min(nodes.length - 1, before + step)));
      setIsOpen(true);
    } else if (event.key === "Enter" && asked === typed.trim()) choose(active);
    else return;
    event.preventDefault();
  };
  const isListed = isOpen && asked !== "";
  return (
    <div class="search node-field">
      <input
        ref={input}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-label={label}
        aria-expanded={isListed}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={isListed && nodes.length > 0 ? `${list}-${active}` : undefined}
        placeholder={`${label}: ${text.field.hint.toLowerCase()}`}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setIsOpen(true);
        }}
        onBlur={() => setIsOpen(false)}
        onKeyDown={onKeyDown}
      />
      <div class="suggestions" hidden={!isListed}>
        <ul role="listbox" id={list} aria-label={text.field.suggestions}>
          {nodes.map((node, index) => (
            <li
              key={node.id}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === active}
              onMouseDown={(event) => {
                event.preventDefault();
                choose(index);
              }}
            >
              <NodeChip id={node.id} name={node.name} plain />
            </li>
          ))}
        </ul>
        {answer.state === "answered" && nodes.length === 0 && <p class="suggestions-foot">{text.field.noMatch}</p>}
      </div>
    </div>
  );
}
