// The client of /graphql: one typed question at a time, answers kept as long as their snapshot is the newest.
import type { TypedDocumentString } from "./generated/graphql.ts";
import { ProblemError, type Problem } from "./problem.ts";
import { onUnauthorized } from "./session.ts";

const ACCEPT = "application/graphql-response+json, application/json";
const MAX_ANSWERS = 60;

// What was answered, oldest use first. All of one generation: `forget` empties it when a newer one is there.
const answers = new Map<string, { at: number; answer: Promise<unknown> }>();
// Without a moment of its own an answer is of now; this long it may stand for now.
const FRESH_MS = 60_000;

/** Forget every answer: the server has a newer snapshot, or another caller asks. */
export function forget(): void {
  answers.clear();
}

export const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError";

const keyOf = (text: string, variables: unknown): string => `${text}\n${JSON.stringify(variables)}`;

/** The data of an operation. Raises ProblemError, and AbortError when the signal says so. */
export function ask<TData, TVariables>(
  document: TypedDocumentString<TData, TVariables>,
  variables: TVariables,
  signal?: AbortSignal,
): Promise<TData> {
  const text = document.toString().trim();
  const key = keyOf(text, variables);
  const known = answers.get(key);
  if (known && Date.now() - known.at < FRESH_MS) {
    answers.delete(key);
    answers.set(key, known);
    // Whoever asked first may have gone meanwhile, and the request with them.
    return (known.answer as Promise<TData>).catch((error: unknown) => {
      if (!isAbort(error) || signal?.aborted) throw error;
      return ask(document, variables, signal);
    });
  }
  const answer = post<TData>(text, variables, signal);
  answers.set(key, { at: Date.now(), answer });
  answer.catch(() => {
    if (answers.get(key)?.answer === answer) answers.delete(key);
  });
  const oldest = answers.keys().next();
  if (answers.size > MAX_ANSWERS && !oldest.done) answers.delete(oldest.value);
  return answer;
}

/** The data of an operation that is asked now, whatever was answered before. Raises ProblemError. */
export async function post<TData>(query: string, variables: unknown, signal?: AbortSignal): Promise<TData> {
  let response: Response;
  try {
    response = await fetch("graphql", {
      method: "POST",
      headers: { accept: ACCEPT, "content-type": "application/json" },
      body: JSON.stringify({ query, variables }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (isAbort(error)) throw error;
    throw new ProblemError({ code: "OFFLINE", message: "" });
  }
  if (response.status === 401) onUnauthorized();
  const body: unknown = await response.json().catch(() => null);
  const { data, errors } = (body ?? {}) as { data?: TData; errors?: GraphqlError[] };
  const requestId = response.headers.get("x-request-id");
  if (errors?.length || !data) throw new ProblemError(problemOf(errors?.[0], body, response.status, requestId));
  return data;
}

interface GraphqlError {
  readonly message: string;
  readonly extensions?: { readonly code?: string };
}

function problemOf(error: GraphqlError | undefined, body: unknown, status: number, requestId: string | null): Problem {
  const { code, detail } = (body ?? {}) as { code?: string; detail?: string };
  return {
    code: error?.extensions?.code ?? code ?? `HTTP_${status}`,
    message: error?.message ?? detail ?? "",
    ...(requestId ? { requestId } : {}),
  };
}
