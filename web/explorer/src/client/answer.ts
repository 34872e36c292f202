// Answers as hooks: asked when the variables change, aborted when the view goes.
import { useEffect, useRef, useState } from "preact/hooks";
import { ask, isAbort } from "./ask.ts";
import type {
  CompletenessPartsFragment,
  FreshnessPartsFragment,
  ProblemPartsFragment,
  SnapshotPartsFragment,
  TypedDocumentString,
} from "./generated/graphql.ts";
import { ProblemError, type Problem } from "./problem.ts";

/** A question as a person can ask it again: the text and its variables. */
export interface Question {
  readonly text: string;
  readonly variables: unknown;
}

/** What every answer says of itself. */
export interface Provenance {
  readonly snapshot: SnapshotPartsFragment;
  readonly completeness: CompletenessPartsFragment;
  readonly freshness: readonly FreshnessPartsFragment[];
}

export type Answer<T> =
  | { readonly state: "idle"; readonly question: Question; readonly data?: undefined }
  | { readonly state: "loading"; readonly question: Question; readonly data?: T }
  | { readonly state: "answered"; readonly question: Question; readonly data: T }
  | { readonly state: "failed"; readonly question: Question; readonly problem: Problem; readonly data?: undefined };

type Member = { readonly __typename: string };
type UserError = ProblemPartsFragment & Member;

/** The members of a result that are answers. */
export type AnswerOf<T extends Member> = Exclude<T, { readonly code: unknown }>;

/** The answer of a union; raises ProblemError for every other member. */
export function unwrap<T extends Member>(result: T): AnswerOf<T> {
  if ("code" in result) {
    const error = result as unknown as UserError;
    const candidates = "candidates" in error ? (error.candidates as readonly string[]) : undefined;
    throw new ProblemError({
      code: error.code,
      message: error.message,
      ...(error.path ? { path: error.path } : {}),
      ...(candidates ? { candidates } : {}),
    });
  }
  return result as AnswerOf<T>;
}

export function problemFrom(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return { code: "PAGE_FAILED", message: error instanceof Error ? error.message : String(error) };
}

/**
 * The answer to an operation, kept up with its variables; null variables ask nothing.
 *
 * `select` takes the member of the answer out of the data: `(data) => unwrap(data.search)`. While a changed question
 * runs, the answer before it stays, marked as loading.
 */
export function useAnswer<TData, TVariables, T>(
  document: TypedDocumentString<TData, TVariables>,
  variables: TVariables | null,
  select: (data: TData) => T,
): Answer<T> {
  const question = { text: document.toString().trim(), variables };
  const [answer, setAnswer] = useState<Answer<T>>({ state: variables ? "loading" : "idle", question });
  const newest = useRef(answer);
  newest.current = answer;
  useEffect(() => {
    if (variables === null) {
      setAnswer({ state: "idle", question });
      return;
    }
    const controller = new AbortController();
    const before = newest.current.data;
    setAnswer({ state: "loading", question, ...(before === undefined ? {} : { data: before }) });
    ask(document, variables, controller.signal)
      .then((data) => {
        if (!controller.signal.aborted) setAnswer({ state: "answered", question, data: select(data) });
      })
      .catch((error: unknown) => {
        if (controller.signal.aborted || isAbort(error)) return;
        setAnswer({ state: "failed", question, problem: problemFrom(error) });
      });
    return () => controller.abort();
  }, [question.text, JSON.stringify(variables)]);
  // A question that has just come to be asked is under way before the effect has sent it.
  return variables !== null && answer.state === "idle" ? { state: "loading", question } : answer;
}

interface Connection<Row> {
  readonly totalCount?: number;
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly endCursor?: string | null; readonly hasNextPage: boolean };
}

/** Rows of a list as far as they are here, and how to have more. */
export interface Rows<Row> {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly more: () => void;
}

/** The rows of a list that comes in pages: the pages before stay when one more is asked for. */
export function useRows<TData, TVariables extends { after?: string | null | undefined }, T, Row>(
  document: TypedDocumentString<TData, TVariables>,
  variables: TVariables | null,
  select: (data: TData) => T,
  connection: (answer: T) => Connection<Row>,
): [Answer<T>, Rows<Row>] {
  const first = useAnswer(document, variables, select);
  const [later, setLater] = useState<{ of: string; pages: readonly Connection<Row>[]; isLoading: boolean }>();
  const of = JSON.stringify(variables);
  const own = later?.of === of ? later : undefined;
  const base = first.data === undefined ? [] : [connection(first.data)];
  const pages = [...base, ...(own?.pages ?? [])];
  const last = pages.at(-1);
  const more = () => {
    if (!last?.pageInfo.hasNextPage || variables === null || own?.isLoading) return;
    const known = own?.pages ?? [];
    setLater({ of, pages: known, isLoading: true });
    ask(document, { ...variables, after: last.pageInfo.endCursor })
      .then((data) => setLater({ of, pages: [...known, connection(select(data))], isLoading: false }))
      .catch(() => setLater({ of, pages: known, isLoading: false }));
  };
  const rows = pages.flatMap((page) => page.nodes);
  return [first, { rows, hasMore: last?.pageInfo.hasNextPage ?? false, isLoading: own?.isLoading ?? false, more }];
}
