// What each client shows of a request that the server refuses before it reads it.
import { ApolloClient, HttpLink, InMemoryCache } from "@apollo/client";
import { Client, cacheExchange, fetchExchange } from "@urql/core";
import { ADA, headers, operation } from "./questions.mjs";

const url = `${process.env.REMIT_URL}/graphql`;
const [query, variables] = [operation("Reach"), { input: ADA }];
const urql = new Client({ url, exchanges: [cacheExchange, fetchExchange], fetchOptions: { headers: headers() } });
const apollo = new ApolloClient({ link: new HttpLink({ uri: url, headers: headers() }), cache: new InMemoryCache() });

const { error } = await urql.query(query, variables).toPromise();
const refused = await apollo.query({ query, variables }).catch((reason) => reason);
console.log(
  JSON.stringify({
    urql: error.graphQLErrors.map(({ extensions }) => extensions.code),
    apollo: [refused.name, refused.statusCode, JSON.parse(refused.bodyText).code],
  }),
);
