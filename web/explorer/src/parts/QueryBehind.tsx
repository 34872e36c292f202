// The GraphQL behind a panel, ready to be asked again elsewhere.
import { useState } from "preact/hooks";
import type { Question } from "../client/answer.ts";
import { text } from "../text/index.ts";

export function QueryBehind({ question }: { question: Question }) {
  const [copied, setCopied] = useState(false);
  const variables = JSON.stringify(question.variables ?? {}, null, 2);
  const copy = async () => {
    await navigator.clipboard.writeText(`${question.text}\n\n# ${text.parts.variables}\n${variables.replace(/^/gm, "# ")}\n`);
    setCopied(true);
  };
  return (
    <details class="query-behind">
      <summary title={text.parts.questionTitle}>{text.parts.question}</summary>
      <div class="query-box">
        <div class="query-tools">
          <button type="button" onClick={() => void copy()}>
            {copied ? text.parts.copied : text.parts.copy}
          </button>
          <a href="graphiql" target="_blank" rel="noreferrer">
            {text.parts.graphiql}
          </a>
        </div>
        <pre tabIndex={0} aria-label={text.parts.questionTitle}>{question.text}</pre>
        <pre tabIndex={0} aria-label={text.parts.variables}>{variables}</pre>
      </div>
    </details>
  );
}
