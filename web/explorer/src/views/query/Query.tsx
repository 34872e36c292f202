// The questions of the views as GraphQL, and the way to GraphiQL.
import * as generated from "../../client/generated/graphql.ts";
import { Questions } from "../search/Questions.tsx";
import { text } from "../../text/index.ts";

const words = text.query;
const NAME = /^query (\w+)/;

const DOCUMENTS = Object.values(generated)
  .filter((value) => value instanceof generated.TypedDocumentString)
  .map((document) => document.toString().trim())
  .filter((document) => NAME.test(document))
  .map((document) => ({ name: NAME.exec(document)![1]!, document }))
  .sort((left, right) => (left.name < right.name ? -1 : 1));

export function Query() {
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p class="search-form">
        <a href="graphiql">{words.graphiql}</a>
        <a href="schema.graphql">{words.schema}</a>
      </p>
      <Questions />
      <section class="panel" aria-label={words.documents}>
        <header class="panel-head">
          <h2>{words.documents}</h2>
        </header>
        <div class="documents">
        {DOCUMENTS.map(({ name, document }) => (
          <details key={name} class="document">
            <summary>{name}</summary>
            <div class="query-box">
              <pre tabIndex={0} aria-label={name}>
                {document}
              </pre>
            </div>
          </details>
        ))}
        </div>
      </section>
    </>
  );
}
