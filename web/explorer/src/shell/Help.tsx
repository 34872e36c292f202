// The keys of the page, in a dialog.
import { useEffect, useRef } from "preact/hooks";
import { mayDo } from "../client/session.ts";
import { text, titleOf } from "../text/index.ts";
import { VIEWS } from "../views/table.ts";
import { isHelpOpen } from "./keyboard.ts";

const KEYS: readonly (readonly [string, string])[] = [
  ["/", text.keys.search],
  ["j", text.keys.next],
  ["k", text.keys.previous],
  ["]", text.keys.nextList],
  ["[", text.keys.previousList],
  ["Enter", text.keys.open],
  ["w", text.keys.whatGoes],
  ["u", text.keys.undo],
  ["U", text.keys.redo],
  ["<", text.keys.earlier],
  [">", text.keys.later],
  ["c", text.keys.compare],
  ["t", text.keys.theme],
  ["Esc", text.keys.leave],
  ["?", text.keys.help],
];

export function Help() {
  const dialog = useRef<HTMLDialogElement>(null);
  const isOpen = isHelpOpen.value;
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} class="help" aria-label={text.keys.title} onClose={() => (isHelpOpen.value = false)}>
      <header class="panel-head">
        <h2>{text.keys.title}</h2>
        <button type="button" class="quiet" onClick={() => (isHelpOpen.value = false)}>
          {text.shell.closeHelp}
        </button>
      </header>
      <dl class="keys">
        {KEYS.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
        {VIEWS.filter(({ key, isListed, rights }) => key && isListed && mayDo(...rights)).map(({ name, key }) => (
          <div key={name}>
            <dt>
              <kbd>g</kbd> <span class="visually-hidden">{text.keys.then}</span> <kbd>{key}</kbd>
            </dt>
            <dd>{titleOf(name)}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
