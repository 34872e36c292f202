// A command to copy.
import { useState } from "preact/hooks";
import { text } from "../text/index.ts";

export function Command({ command }: { command: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(command);
    setCopied(true);
  };
  return (
    <span class="command">
      <code>{command}</code>
      <button type="button" class="quiet" onClick={() => void copy()}>
        {copied ? text.parts.copied : text.parts.copy}
      </button>
    </span>
  );
}
