// Apollo Client with the options that its documentation gives.
import { ApolloClient, HttpLink, InMemoryCache } from "@apollo/client";
import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { headers, interview } from "./questions.mjs";

const client = new ApolloClient({
  link: new HttpLink({ uri: `${process.env.REMIT_URL}/graphql`, headers: headers() }),
  cache: new InMemoryCache(),
});

await interview(async (query, variables) => {
  try {
    const { data } = await client.query({ query, variables });
    return { data };
  } catch (error) {
    if (!CombinedGraphQLErrors.is(error)) throw error;
    return { errors: error.errors.map(({ message, extensions }) => ({ message, extensions })) };
  }
});
