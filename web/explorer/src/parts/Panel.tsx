// A panel: a heading, an answer, and what is true of every answer: how complete it is, what was asked, how to export it.
import type { ComponentChildren } from "preact";
import { useEffect, useId } from "preact/hooks";
import type { Answer, Provenance } from "../client/answer.ts";
import { text } from "../text/index.ts";
import { CompletenessMark } from "./CompletenessMark.tsx";
import { type ExportTable, fileName, save, writeCsv, writeJson } from "./exports.ts";
import { Problem } from "./Problem.tsx";
import { QueryBehind } from "./QueryBehind.tsx";
import { announce } from "./announce.ts";

interface Props<T> {
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly answer: Answer<T>;
  readonly children: (answer: T) => ComponentChildren;
  /** The name that its exported files begin with, and the table of a CSV. */
  readonly exportName?: string;
  readonly exportTable?: (answer: T) => ExportTable;
  /** What a screen reader is told when the answer is there. */
  readonly summary?: (answer: T) => string;
  readonly class?: string;
  /** More to the right of the heading, such as the formats of a picture. */
  readonly tools?: ComponentChildren;
  readonly onRetry?: () => void;
  readonly candidateHref?: (id: string) => string;
  readonly level?: 2 | 3;
}

export function provenanceIn(answer: unknown): Provenance | undefined {
  return answer && typeof answer === "object" && "snapshot" in answer && "completeness" in answer
    ? (answer as Provenance)
    : undefined;
}

export function Panel<T>(props: Props<T>) {
  const { answer, title } = props;
  const id = useId();
  const provenance = provenanceIn(answer.data);
  const Heading = props.level === 3 ? "h3" : "h2";
  useEffect(() => {
    if (answer.state === "answered" && props.summary) announce(`${title}: ${props.summary(answer.data)}`);
  }, [answer]);
  return (
    <section class={`panel ${props.class ?? ""}`} aria-labelledby={id} aria-busy={answer.state === "loading"}>
      <header class="panel-head">
        <Heading id={id}>{title}</Heading>
        {provenance && <CompletenessMark provenance={provenance} />}
        <div class="panel-tools">
          {props.tools}
          {answer.data !== undefined && props.exportName && <ExportMenu {...props} provenance={provenance} />}
          {answer.question.variables !== null && <QueryBehind question={answer.question} />}
        </div>
      </header>
      {props.lead && <p class="panel-lead">{props.lead}</p>}
      {answer.state === "failed" && (
        <Problem
          problem={answer.problem}
          {...(props.onRetry ? { onRetry: props.onRetry } : {})}
          {...(props.candidateHref ? { candidateHref: props.candidateHref } : {})}
        />
      )}
      {answer.state === "loading" && answer.data === undefined && <p class="asking">{text.loading}</p>}
      {answer.data !== undefined && props.children(answer.data)}
    </section>
  );
}

function ExportMenu<T>({ answer, exportName, exportTable, provenance }: Props<T> & { provenance: Provenance | undefined }) {
  const data = answer.data as T;
  const json = () =>
    save(fileName(exportName!, provenance, "json"), "application/json", writeJson(data, answer.question, provenance, new Date()));
  const csv = () => save(fileName(exportName!, provenance, "csv"), "text/csv", writeCsv(exportTable!(data), answer.question, provenance, new Date()));
  return (
    <span class="export" role="group" aria-label={text.parts.export}>
      {exportTable && (
        <button type="button" class="quiet" onClick={csv}>
          {text.parts.exportCsv}
        </button>
      )}
      <button type="button" class="quiet" onClick={json}>
        {text.parts.exportJson}
      </button>
    </span>
  );
}
