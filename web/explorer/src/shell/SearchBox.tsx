// The search of every view: suggestions as one types, a combobox after the ARIA practices; Enter without one lists all.
import { useEffect, useRef, useState } from "preact/hooks";
import { unwrap, useAnswer } from "../client/answer.ts";
import { SearchDocument } from "../client/generated/graphql.ts";
import { formatCount } from "../format/number.ts";
import { asOf, go, href } from "../location/location.ts";
import { NodeChip, viewOf } from "../parts/NodeChip.tsx";
import { announce } from "../parts/announce.ts";
import { text } from "../text/index.ts";
import { searchInput } from "../views/search/prefix.ts";
import { SEARCH_ID } from "./keyboard.ts";

const SUGGESTIONS = 8;
const PAUSE_MS = 120;

export function SearchBox() {
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState("");
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const variables = asked ? { input: searchInput(asked, asOf.value), first: SUGGESTIONS } : null;
  const answer = useAnswer(SearchDocument, variables, (data) => unwrap(data.search));
  const nodes = asked && answer.data ? answer.data.nodes.nodes : [];
  const total = answer.data?.total ?? 0;
  const isListed = isOpen && asked !== "";
  useEffect(() => {
    setActive(-1);
    if (answer.state === "answered") announce(text.search.matches(formatCount(total)));
  }, [answer.state, asked]);

  const leave = () => {
    setTyped("");
    setAsked("");
    setIsOpen(false);
    input.current?.blur();
  };
  const open = (index: number) => {
    const node = nodes[index];
    if (node) {
      const { view, param } = viewOf(node.id);
      go(view, { [param]: node.id });
    } else {
      go("search", { text: typed.trim() });
    }
    leave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setIsOpen(true);
      setActive((before) => Math.max(-1, Math.min(nodes.length - 1, before + step)));
    } else if (event.key === "Enter" && typed.trim()) {
      event.preventDefault();
      // One match, and it was asked for what stands here: nothing else could be meant.
      open(active < 0 && total === 1 && asked === typed.trim() ? 0 : active);
    }
  };
  const list = `${SEARCH_ID}-list`;
  return (
    <search class="search">
      <input
        ref={input}
        id={SEARCH_ID}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-label={text.shell.searchLabel}
        aria-expanded={isListed}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={isListed && active >= 0 ? `${list}-${active}` : undefined}
        aria-keyshortcuts="/"
        placeholder={text.shell.searchLabel}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setIsOpen(true);
        }}
        onFocus={() => setIsOpen(true)}
        onBlur={() => setIsOpen(false)}
        onKeyDown={onKeyDown}
      />
      <kbd class="search-key" aria-hidden="true">
        /
      </kbd>
      <div class="suggestions" hidden={!isListed}>
        <ul role="listbox" id={list} aria-label={text.shell.suggestions}>
          {nodes.map((node, index) => (
            <li
              key={node.id}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === active}
              // Before the field loses the focus, which would close the list.
              onMouseDown={(event) => {
                event.preventDefault();
                open(index);
              }}
            >
              <NodeChip id={node.id} name={node.name} plain />
            </li>
          ))}
        </ul>
        {answer.state === "failed" && <p class="suggestions-foot">{answer.problem.message}</p>}
        {answer.state === "answered" && !nodes.length && <p class="suggestions-foot">{text.shell.noMatch}</p>}
        {total > nodes.length && nodes.length > 0 && (
          <p class="suggestions-foot">
            <a href={href("search", { text: asked })} onMouseDown={(event) => event.preventDefault()} onClick={leave} tabIndex={-1}>
              {text.shell.allMatches(formatCount(total))}
            </a>
          </p>
        )}
      </div>
    </search>
  );
}
