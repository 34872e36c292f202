// All rows of a reach, page after page: the totals are there with the first, list and picture with the last.
import { useEffect, useState } from "preact/hooks";
import { problemFrom, type Answer } from "../../client/answer.ts";
import { ask, isAbort } from "../../client/ask.ts";
import type { ReachedPagePartsFragment, TypedDocumentString } from "../../client/generated/graphql.ts";

export type Row = ReachedPagePartsFragment["nodes"][number];

/** The most rows that the API has on a page. */
export const PAGE_ROWS = 200;
/** So many rows are asked for without being told to. */
export const MOST_ROWS = 2000;

interface ReachAnswer {
  readonly reached: ReachedPagePartsFragment;
}

export interface AllRows<T> {
  readonly answer: Answer<T>;
  /** Null until all are here, or the most of them. */
  readonly rows: readonly Row[] | null;
  readonly more: (() => void) | null;
}

/** Asks the next page as soon as one is here, without waiting for anything to be drawn. */
export function useAllRows<TData, TVariables extends { after?: string | null | undefined }, T extends ReachAnswer>(
  document: TypedDocumentString<TData, TVariables>,
  variables: TVariables | null,
  select: (data: TData) => T,
): AllRows<T> {
  const question = { text: document.toString().trim(), variables };
  const key = JSON.stringify(variables);
  const [most, setMost] = useState({ of: key, rows: MOST_ROWS });
  const limit = most.of === key ? most.rows : MOST_ROWS;
  const [state, setState] = useState<{ of: string; answer: Answer<T>; rows: readonly Row[] | null; hasMore: boolean }>();
  const own = state?.of === key ? state : undefined;
  useEffect(() => {
    if (variables === null) return;
    const controller = new AbortController();
    void allPages(document, variables, select, limit, controller.signal, (answer, rows, hasMore) => {
      if (!controller.signal.aborted) setState({ of: key, answer: { state: "answered", question, data: answer }, rows, hasMore });
    }).catch((error: unknown) => {
      if (controller.signal.aborted || isAbort(error)) return;
      setState({ of: key, answer: { state: "failed", question, problem: problemFrom(error) }, rows: null, hasMore: false });
    });
    return () => controller.abort();
  }, [question.text, key, limit]);
  if (variables === null) return { answer: { state: "idle", question }, rows: null, more: null };
  return {
    answer: own?.answer ?? { state: "loading", question },
    rows: own?.rows ?? null,
    more: own?.hasMore ? () => setMost({ of: key, rows: limit + MOST_ROWS }) : null,
  };
}

type OnPage<T> = (answer: T, rows: readonly Row[] | null, hasMore: boolean) => void;

async function allPages<TData, TVariables extends { after?: string | null | undefined }, T extends ReachAnswer>(
  document: TypedDocumentString<TData, TVariables>,
  variables: TVariables,
  select: (data: TData) => T,
  most: number,
  signal: AbortSignal,
  onPage: OnPage<T>,
): Promise<void> {
  const first = select(await ask(document, variables, signal));
  const rows: Row[] = [...first.reached.nodes];
  let { hasNextPage, endCursor } = first.reached.pageInfo;
  if (hasNextPage && rows.length < most) onPage(first, null, false);
  while (hasNextPage && rows.length < most) {
    const { reached } = select(await ask(document, { ...variables, after: endCursor }, signal));
    rows.push(...reached.nodes);
    ({ hasNextPage, endCursor } = reached.pageInfo);
  }
  onPage(first, rows, hasNextPage);
}
