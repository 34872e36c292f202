// What Apollo's cache makes of two answers that hold the same nodes; docs/clients.md says which option keeps them apart.
import { ApolloClient, HttpLink, InMemoryCache, gql } from "@apollo/client";
import { ADA, headers, operation } from "./questions.mjs";

const query = operation("Reach");
const ada = { input: ADA };
const group = { input: { ...ADA, start: ["Group:cursor/data"] } };
const wrong = gql`
  query Wrong($input: BlastRadiusInput!) {
    blastRadius(input: $input) {
      ... on UserError {
        code
        path
      }
    }
  }
`;

async function hops(options) {
  const link = new HttpLink({ uri: `${process.env.REMIT_URL}/graphql`, headers: headers() });
  const client = new ApolloClient({ link, cache: new InMemoryCache(options) });
  const before = await client.query({ query, variables: ada });
  await client.query({ query, variables: group });
  const after = client.readQuery({ query, variables: ada });
  const refused = await client.query({ query: wrong, variables: { input: { start: ["nobody"] } } });
  const read = (data) => data.blastRadius.reached.nodes.map((row) => row.hops);
  return { before: read(before.data), after: read(after), refused: refused.data.blastRadius };
}

const apart = {
  dataIdFromObject: () => undefined,
  possibleTypes: {
    UserError: ["NotFound", "AmbiguousName", "BadInput", "SnapshotExpired", "LimitExceeded", "Forbidden"],
  },
};
console.log(JSON.stringify({ usual: await hops({}), apart: await hops(apart) }));
