// urql with the options that its documentation gives, which ask by GET; REMIT_POST=1: by POST.
import { Client, cacheExchange, fetchExchange } from "@urql/core";
import { headers, interview } from "./questions.mjs";

const methods = [];
const client = new Client({
  url: `${process.env.REMIT_URL}/graphql`,
  exchanges: [cacheExchange, fetchExchange],
  fetchOptions: { headers: headers() },
  ...(process.env.REMIT_POST ? { preferGetMethod: false } : {}),
  fetch: (address, options) => {
    methods.push(options.method);
    return fetch(address, options);
  },
});

await interview(async (document, variables) => {
  const { data, error } = await client.query(document, variables).toPromise();
  const errors = error?.graphQLErrors.map(({ message, extensions }) => ({ message, extensions }));
  return { data, errors, network: error?.networkError?.message, methods: [...new Set(methods)] };
});
