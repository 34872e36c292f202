// What each client asks, and the shape in which it prints what came back.
import { readFileSync } from "node:fs";
import { parse } from "graphql";

const document = parse(readFileSync(new URL("operations.graphql", import.meta.url), "utf8"));

/** The one operation of this name, as a document of its own. */
export function operation(name) {
  return { kind: "Document", definitions: document.definitions.filter((each) => each.name.value === name) };
}

export const ADA = { start: ["ada@acme.example"], asOf: "2026-11-20T08:00:00Z" };
export const COST = { by: ["day", "model"], from: "2026-11-01", to: "2026-11-19", asOf: "2026-11-20T08:00:00Z" };

/** Asks by `ask(document, variables) -> {data, errors}` and prints the answers as one line of JSON. */
export async function interview(ask) {
  const reach = await ask(operation("Reach"), { input: ADA });
  const cost = await ask(operation("Cost"), { input: COST });
  const wrong = await ask(parse("query Wrong { nothing }"), {});
  const nobody = await ask(operation("Reach"), { input: { start: ["ada@acme.example", "nobody"] } });
  const pages = [];
  for (let after = null, more = true; more; ) {
    const page = await ask(operation("Reach"), { input: ADA, first: 70, after });
    const { nodes, pageInfo } = page.data.blastRadius.reached;
    pages.push(nodes.map((row) => row.id));
    ({ hasNextPage: more, endCursor: after } = pageInfo);
  }
  console.log(JSON.stringify({ reach, cost, wrong, nobody, pages }));
}

/** The headers of a server with a token. */
export function headers() {
  const token = process.env.REMIT_TOKEN;
  return token ? { authorization: `Bearer ${token}` } : {};
}
