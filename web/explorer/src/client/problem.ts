// Why there is no answer: one value for errors of GraphQL, of HTTP and of the network.
export interface Problem {
  /** For machines, such as BAD_INPUT, RATE_LIMITED or OFFLINE. */
  readonly code: string;
  /** For people: what is wrong, what was expected, what to do. */
  readonly message: string;
  /** Ids that a name could mean. */
  readonly candidates?: readonly string[];
  readonly path?: readonly string[];
  readonly requestId?: string;
}

export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}
