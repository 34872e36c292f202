// `role:admin` asks for nodes of a kind: the words before the colon that people use for kinds.
import type { NodeKind, SearchInput } from "../../client/generated/graphql.ts";

const PREFIXES: Record<string, readonly NodeKind[]> = {
  person: ["Identity"],
  identity: ["Identity"],
  service: ["Identity"],
  group: ["Group"],
  team: ["Group"],
  role: ["Group"],
  account: ["Account"],
  user: ["Account", "Identity"],
  key: ["Credential"],
  credential: ["Credential"],
  token: ["Credential"],
  app: ["Application"],
  application: ["Application"],
  model: ["Model"],
  server: ["McpServer"],
  mcp: ["McpServer", "McpTool"],
  mcpserver: ["McpServer"],
  tool: ["McpTool"],
  mcptool: ["McpTool"],
  data: ["DataSource"],
  datasource: ["DataSource"],
  table: ["DataSource"],
  repo: ["DataSource"],
  bucket: ["DataSource"],
};

/** What a person typed, as the server takes it. An id such as `Account:okta/ada` is no prefix: it has a slash. */
export function searchInput(typed: string, asOf: string | undefined, kinds?: readonly NodeKind[]): SearchInput {
  const match = /^([a-z]+):\s*(?!.*\/)(\S.*)$/i.exec(typed.trim());
  const prefix = match && PREFIXES[match[1]!.toLowerCase()];
  const wanted = kinds?.length ? kinds : prefix;
  return {
    text: prefix ? match[2]! : typed.trim(),
    asOf: asOf ?? null,
    kinds: wanted ? [...wanted] : null,
  };
}
