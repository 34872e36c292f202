/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Which held run is accepted. */
export type AcceptRunInput = {
  /** The client's own name for this decision, new for each: sent again with it, nothing is decided twice. */
  key: string;
  /** The source, as system:instance. */
  source: string;
};

/** Access paths: the shortest ways from one node to another, edge by edge, and in words. */
export type AccessPathsInput = {
  /** The moment asked about; by default the last full minute, or what changed the graph since. */
  asOf?: string | null | undefined;
  /** which edges a walk may take */
  basis?: Basis | null | undefined;
  /** where access begins */
  from: string | number;
  /** how many ways */
  k?: number | null | undefined;
  /** walks of at most so many edges */
  maxHops?: number | null | undefined;
  /** where it ends */
  to: string | number;
  /** only walks through such a node between their ends: a kind such as McpServer, or one node */
  via?: string | null | undefined;
};

/** Anomalies: on which days did a key cost more than its history explains, and what drove it? */
export type AnomaliesInput = {
  /** The moment asked about; by default the last full minute, or what changed the graph since. */
  asOf?: string | null | undefined;
  /** up to 3 of identity, team, department, cost_center, account, credential, application, workspace, model, provider, mcp_server, data_source, owner_state */
  by: Array<CostDimension>;
  /** which currency to answer in */
  currency?: string | null | undefined;
  /** team=Billing: only these */
  filters?: Array<CostFilterInput> | null | undefined;
  /** the first day */
  from: string;
  /** no anomaly below so many units of the currency more than expected */
  least?: number | null | undefined;
  /** to whom belongs what several people share */
  owners?: OwnerRule | null | undefined;
  /** EUR=1.08: convert, and say so */
  rates?: Array<RateInput> | null | undefined;
  /** how far beyond earlier days a day must lie */
  sensitivity?: AnomalySensitivity | null | undefined;
  /** which type of group is a team, such as directory_group */
  teamType?: string | null | undefined;
  /** the last day, inclusive */
  to: string;
};

/** How far beyond the errors of earlier days a day must lie. */
export type AnomalySensitivity =
  /** Beyond the second greatest error of the eight weeks before. */
  | 'HIGH'
  /** Half beyond the greatest error of the eight weeks before. */
  | 'LOW'
  /** Half beyond the second greatest error of the eight weeks before. */
  | 'NORMAL';

/** Which edges count: granted ones, ones seen in use, or granted ones and, where no source covers grants, used ones. */
export type Basis =
  /** Granted edges, and USED edges where no source covers grants on their target. */
  | 'EITHER'
  /** Edges that a source claims as grants, structure or connections. */
  | 'GRANTED'
  /** USED edges alone: what was seen in use. */
  | 'OBSERVED';

/** Blast radius: what identities, keys or servers can reach, how, and what of it is really used. */
export type BlastRadiusInput = {
  /** The moment asked about; by default the last full minute, or what changed the graph since. */
  asOf?: string | null | undefined;
  /** which edges a walk may take */
  basis?: Basis | null | undefined;
  /** which currency to answer in */
  currency?: string | null | undefined;
  /** only nodes of these kinds, A,B */
  kinds?: Array<NodeKind> | null | undefined;
  /** walks of at most so many edges */
  maxHops?: number | null | undefined;
  /** only with at least this permission */
  minPermission?: Permission | null | undefined;
  /** node ids, emails or unique names */
  start: Array<string | number>;
  /** only walks through such a node between their ends: a kind such as McpServer, or one node */
  via?: string | null | undefined;
  /** how many days back usage and spend look */
  windowDays?: number | null | undefined;
};

/** Changes: what opened and closed between two moments, who reaches more or less, and by which claim of which run. */
export type ChangesInput = {
  /** The moment asked about; by default the last full minute, or what changed the graph since. */
  asOf?: string | null | undefined;
  /** which edges a walk may take */
  basis?: Basis | null | undefined;
  /** up to 3 dimensions by which spend is compared */
  by?: Array<CostDimension> | null | undefined;
  /** which currency to answer in */
  currency?: string | null | undefined;
  /** the earlier moment; 7d: so long before the later one */
  from: string;
  /** whose reach: Identity, Account, Credential, McpServer */
  kinds?: Array<NodeKind> | null | undefined;
  /** only what concerns this node, with its routes: an id, an email or a name */
  of?: string | number | null | undefined;
  /** the later moment; by default --as-of */
  to?: string | null | undefined;
  /** how many days back usage keeps an orphaned path live */
  windowDays?: number | null | undefined;
};

/** Whether an answer is complete. */
export type CompletenessStatus =
  /** Nothing is missing. */
  | 'COMPLETE'
  /** Something is missing; `reasons` say what. */
  | 'PARTIAL';

/** Cost attribution: what AI use cost, and whose cost it is. Every unit of the ledger is in exactly one place. */
export type CostAttributionInput = {
  /** The moment asked about; by default the last full minute, or what changed the graph since. */
  asOf?: string | null | undefined;
  /** up to 3 of identity, team, department, cost_center, account, credential, application, workspace, model, provider, mcp_server, data_source, owner_state, day, week, month */
  by: Array<CostDimension>;
  /** a month such as 2026-10: what drives the difference to it */
  compare?: string | null | undefined;
  /** which currency to answer in */
  currency?: string | null | undefined;
  /** team=Billing: only these */
  filters?: Array<CostFilterInput> | null | undefined;
  /** the first day */
  from: string;
  /** to whom belongs what several people share */
  owners?: OwnerRule | null | undefined;
  /** EUR=1.08: convert, and say so */
  rates?: Array<RateInput> | null | undefined;
  /** over whom charges for seats are spread */
  seats?: SeatRule | null | undefined;
  /** which type of group is a team, such as directory_group */
  teamType?: string | null | undefined;
  /** the last day, inclusive */
  to: string;
};

/** What cost can be shown by and filtered on. */
export type CostDimension =
  /** The account that was used. */
  | 'account'
  /** The application that was used. */
  | 'application'
  /** The cost center of the owner on the day of use. */
  | 'cost_center'
  /** The credential that was used. */
  | 'credential'
  /** The data source that the server accessed. */
  | 'data_source'
  /** The UTC day. */
  | 'day'
  /** The department of the owner on the day of use. */
  | 'department'
  /** Who the usage belongs to. */
  | 'identity'
  /** The MCP server whose tools were called. */
  | 'mcp_server'
  /** The model that was used. */
  | 'model'
  /** The month, such as 2026-09. */
  | 'month'
  /** Whether somebody answers for the principal. */
  | 'owner_state'
  /** The provider of the model. */
  | 'provider'
  /** The team of the owner on the day of use. */
  | 'team'
  /** The ISO week, such as 2026-W36. */
  | 'week'
  /** The workspace or project in which it was used. */
  | 'workspace';

/** Only what has one of these values; ids, emails or unique names where it is a node. */
export type CostFilterInput = {
  /** The dimension to filter on. */
  dimension: CostDimension;
  /** Its values, any of which will do. */
  values: Array<string>;
};

/** When a source's priced usage is in the ledger. */
export type CountsRule =
  /** On every day. */
  | 'always'
  /** On days without a bill of the same provider or application. */
  | 'auto'
  /** On no day. */
  | 'never';

/** What is decided. */
export type DecideInput = {
  /** Of link and unlink two or more identities and accounts; of owner the node, then who answers for it; of alias the address and the instance that it is, as data sources; else the node. Ids, addresses or unique names. */
  ids: Array<string | number>;
  /** The client's own name for this decision, new for each: sent again with it, nothing is decided twice. */
  key: string;
  /** One of link, unlink, owner, sensitivity, approval, alias. */
  kind: string;
  /** Of sensitivity and approval: which. */
  value?: string | null | undefined;
  /** Why, for those who come after. */
  why?: string | null | undefined;
};

/** Every kind of edge, drawn source-VERB-target. */
export type EdgeKind =
  /** The source is an account in the target. */
  | 'ACCOUNT_IN'
  /** The source answers for the target. */
  | 'ANSWERS_FOR'
  /** The source may access the target. */
  | 'CAN_ACCESS'
  /** The source may use the target. */
  | 'CAN_USE'
  /** The source is connected to the target. */
  | 'CONNECTS_TO'
  /** The source contains the target. */
  | 'CONTAINS'
  /** The source exposes the target. */
  | 'EXPOSES'
  /** The source has the account the target. */
  | 'HAS_ACCOUNT'
  /** The source can use the secret the target. */
  | 'HAS_CREDENTIAL'
  /** The source is a member of the target. */
  | 'MEMBER_OF'
  /** The source reports to the target. */
  | 'REPORTS_TO'
  /** The source acts with the rights of the target. */
  | 'RUNS_AS'
  /** The source is the same person as the target. */
  | 'SAME_AS'
  /** The source was seen using the target. */
  | 'USED';

/** Why there is no answer. */
export type ErrorCode =
  /** Several nodes have this name. */
  | 'AMBIGUOUS_NAME'
  /** An argument makes no sense; `message` says what is wrong with it and what to do. */
  | 'BAD_INPUT'
  /** The token gives no right to ask this. */
  | 'FORBIDDEN'
  /** More is asked for than one answer may hold. */
  | 'LIMIT_EXCEEDED'
  /** No node has this id, email or name. */
  | 'NOT_FOUND'
  /** The cursor is of a snapshot that no longer answers. */
  | 'SNAPSHOT_EXPIRED';

/** Whether a route was seen in use. UNKNOWN is not NO: no source covers usage of it. */
export type Exercised =
  /** Only a principal further along was seen using it: the route works, the start was not seen on it. */
  | 'INDIRECT'
  /** Usage of it is covered, and nobody of the reach was seen using it. */
  | 'NO'
  /** No source covers usage of it. */
  | 'UNKNOWN'
  /** A principal that the start is or holds was seen using it. */
  | 'YES';

/** Exposure: who reaches a node, with which permission, how, and who really used it. */
export type ExposureInput = {
  /** The moment asked about; by default the last full minute, or what changed the graph since. */
  asOf?: string | null | undefined;
  /** which edges a walk may take */
  basis?: Basis | null | undefined;
  /** only nodes of these kinds, A,B */
  kinds?: Array<NodeKind> | null | undefined;
  /** walks of at most so many edges */
  maxHops?: number | null | undefined;
  /** only with at least this permission */
  minPermission?: Permission | null | undefined;
  /** a node id, email or unique name */
  target: string | number;
  /** only walks through such a node between their ends: a kind such as McpServer, or one node */
  via?: string | null | undefined;
  /** how many days back usage and spend look */
  windowDays?: number | null | undefined;
};

/** Forecast: where will this month's cost end, per key, and which budgets will it exceed? */
export type ForecastInput = {
  /** The moment asked about; by default the last full minute, or what changed the graph since. */
  asOf?: string | null | undefined;
  /** up to 3 of identity, team, department, cost_center, account, credential, application, workspace, model, provider, mcp_server, data_source, owner_state */
  by: Array<CostDimension>;
  /** which currency to answer in */
  currency?: string | null | undefined;
  /** team=Billing: only these */
  filters?: Array<CostFilterInput> | null | undefined;
  /** to whom belongs what several people share */
  owners?: OwnerRule | null | undefined;
  /** EUR=1.08: convert, and say so */
  rates?: Array<RateInput> | null | undefined;
  /** which type of group is a team, such as directory_group */
  teamType?: string | null | undefined;
};

/** Inventory: every node of a kind, with its owner, approval, last use, cost, and how far it reaches. */
export type InventoryInput = {
  /** The moment asked about; by default the last full minute, or what changed the graph since. */
  asOf?: string | null | undefined;
  /** which edges a walk may take */
  basis?: Basis | null | undefined;
  /** which currency to answer in */
  currency?: string | null | undefined;
  /** which kinds of nodes, such as McpServer,Application */
  kinds: Array<NodeKind>;
  /** by id, kind, name, status, approval, owner_state, shadow, sensitivity, last_used, cost, estimate, included, principals, data_sources */
  sort?: InventorySort | null | undefined;
  /** PROP=VALUE: only such nodes; may be repeated */
  where?: Array<PropertyFilterInput> | null | undefined;
  /** how many days back amounts and life look */
  windowDays?: number | null | undefined;
};

/** What an inventory is sorted by: numbers and days greatest first, texts by letter. */
export type InventorySort =
  /** By approval. */
  | 'approval'
  /** By cost. */
  | 'cost'
  /** By data_sources. */
  | 'data_sources'
  /** By estimate. */
  | 'estimate'
  /** By id. */
  | 'id'
  /** By included. */
  | 'included'
  /** By kind. */
  | 'kind'
  /** By last_used. */
  | 'last_used'
  /** By name. */
  | 'name'
  /** By owner_state. */
  | 'owner_state'
  /** By principals. */
  | 'principals'
  /** By sensitivity. */
  | 'sensitivity'
  /** By shadow. */
  | 'shadow'
  /** By status. */
  | 'status';

/** Why a key has no forecast. */
export type MissingForecast =
  /** It has a budget and cost nothing so far. */
  | 'NO_COST'
  /** Fewer than 8 days of it are known. */
  | 'TOO_SHORT';

/** Why somebody could be the next owner. */
export type NextOwnerReason =
  /** Who made it, as its source says. */
  | 'CREATOR'
  /** Who answers for a group that it, or the person, is or was in. */
  | 'GROUP_OWNER'
  /** Who used it most in the window. */
  | 'HEAVIEST_USER'
  /** Whom the person reported to, or the next one up who is still here. */
  | 'MANAGER';

/** Every kind of node. */
export type NodeKind =
  /** An identity's presence in one system. */
  | 'Account'
  /** An AI tool or SaaS tenant: a Cursor team, an OpenAI organisation. */
  | 'Application'
  /** An API key, OAuth grant, token or secret in a configuration; never the secret itself. */
  | 'Credential'
  /** A database, schema, table, repository, bucket, SaaS object or file tree. */
  | 'DataSource'
  /** A set of principals. */
  | 'Group'
  /** Who is or must be held to account. */
  | 'Identity'
  /** One MCP server: a remote one per canonical URL, a local one per configuration that starts it. */
  | 'McpServer'
  /** A tool that an MCP server exposes. */
  | 'McpTool'
  /** A model, as provider/model. */
  | 'Model';

/** Orphaned paths: live routes to data for which nobody answers any more. */
export type OrphanedPathsInput = {
  /** The moment asked about; by default the last full minute, or what changed the graph since. */
  asOf?: string | null | undefined;
  /** which edges a walk may take */
  basis?: Basis | null | undefined;
  /** which currency to answer in */
  currency?: string | null | undefined;
  /** only roots that are this principal or alone hold it, may be repeated; by default all */
  of?: Array<string | number> | null | undefined;
  /** how many days back usage and spend look */
  windowDays?: number | null | undefined;
};

/** To whom what several people share belongs: all alike, nobody by name, or whom the source itself names. */
export type OwnerRule =
  /** Evenly between all owners. */
  | 'EVEN'
  /** To the key ~shared. */
  | 'NONE'
  /** By what the source itself says of who used it. */
  | 'USAGE';

/** What may be done with data, least first. 0 (no member) stands for "not stated". */
export type Permission =
  /** May do everything, including giving access to others. */
  | 'ADMIN'
  /** May know that it exists, and its name. */
  | 'DISCOVER'
  /** May read the data. */
  | 'READ'
  /** May read and change the data. */
  | 'WRITE';

/** Only nodes that have one of these values. */
export type PropertyFilterInput = {
  /** The name of a property, or a field of a row. */
  property: string;
  /** Its values, any of which will do. */
  values: Array<string>;
};

/** How many units of the asked currency one unit of another is worth. */
export type RateInput = {
  /** The other currency, an ISO 4217 code. */
  currency: string;
  /** How many units of the asked currency one unit of it is worth. */
  rate: string;
};

/** How two readings of a source differ. */
export type RestatedReason =
  /** There are more rows than before. */
  | 'LATE_ROWS'
  /** The same requests and tokens cost something else. */
  | 'OTHER_AMOUNT'
  /** The same rows count other requests or tokens. */
  | 'OTHER_COUNTS'
  /** Other rows stand in place of the earlier ones. */
  | 'OTHER_ROWS'
  /** There are fewer rows than before. */
  | 'WITHDRAWN_ROWS';

/** Which revocations close the orphaned routes to data at the least harm? */
export type RevocationInput = {
  /** The moment asked about; by default the last full minute, or what changed the graph since. */
  asOf?: string | null | undefined;
  /** where access begins, may be repeated; by default every orphaned root */
  from?: Array<string | number> | null | undefined;
  /** where it ends, may be repeated; by default data that is confidential or above */
  to?: Array<string | number> | null | undefined;
  /** how many days back use counts as work */
  windowDays?: number | null | undefined;
};

/** Nodes by a part of their id, email or name. */
export type SearchInput = {
  /** The moment asked about; by default the last full minute, or what changed the graph since. */
  asOf?: string | null | undefined;
  /** only nodes of these kinds */
  kinds?: Array<NodeKind> | null | undefined;
  /** a part of an id, email or name */
  text: string;
};

/** Over whom the charges for seats are spread, day by day and evenly but for USE. */
export type SeatRule =
  /** Over those who used the application on any day of the charge. */
  | 'ACTIVE'
  /** Over the accounts that are in the application on the day. */
  | 'ASSIGNED'
  /** Over nobody: they are the bucket seat. */
  | 'NONE'
  /** Over those, by their requests on the days of the charge. */
  | 'USE';

/** How much harm the loss of data does. */
export type Sensitivity =
  /** Only for those who need it. */
  | 'confidential'
  /** For everybody inside the company. */
  | 'internal'
  /** For everybody. */
  | 'public'
  /** Only for people who are named; its loss harms the company or the people in it. */
  | 'restricted'
  /** Nobody has labelled it; it counts more than internal. */
  | 'unknown';

/** Which decision is taken back. */
export type UndoInput = {
  /** The key of the decision, as `decide` answered it. */
  decision: string;
  /** The client's own name for this decision, new for each: sent again with it, nothing is decided twice. */
  key: string;
  /** Why, for those who come after. */
  why?: string | null | undefined;
};

/** Loose ends: what could not be joined, named or mapped, with the candidates that there are and the command that settles it. */
export type UnresolvedInput = {
  /** The moment asked about; by default the last full minute, or what changed the graph since. */
  asOf?: string | null | undefined;
};

/** What sort of loose end it is. */
export type UnresolvedKind =
  /** An account that belongs to nobody known. */
  | 'account_without_person'
  /** A credential that nobody is known to hold. */
  | 'credential_without_holder'
  /** Two records that may be one person. */
  | 'identity_conflict'
  /** A login in a connection string to a server that nobody knows. */
  | 'login'
  /** An address that several people or machines use. */
  | 'shared_mailbox'
  /** Usage of a model that has no name here. */
  | 'unknown_model'
  /** Something in a source that has no counterpart here, such as a role or a relation. */
  | 'unmapped';

/** What may make a bill and its usage differ. */
export type VarianceCauseCode =
  /** Days of the period that its usage's sources do not cover; what was used then is unknown. */
  | 'DAYS_NOT_COVERED'
  /** Usage priced from a table that the bill stands for; it is beside the ledger. */
  | 'ESTIMATE'
  /** Usage that its source marks as not chargeable. */
  | 'NOT_CHARGEABLE'
  /** No source reports any usage of the application; the whole variance is that. */
  | 'NO_USAGE'
  /** Usage in a currency that has no rate. */
  | 'OTHER_CURRENCY'
  /** Usage that a second source reports again. */
  | 'OVERLAP'
  /** Usage that a price of remit.toml prices; the bill may have another one. The amount is what it costs by that price. */
  | 'OWN_PRICE'
  /** Usage or the bill was told again with other figures, and the other of them may still follow the first ones. */
  | 'RESTATED'
  /** Seats charged for the same days, which a usage charge may hold as well. */
  | 'SEATS'
  /** No known cause holds: a bill rounded or discounted otherwise, or rows that came or changed after it. */
  | 'UNEXPLAINED'
  /** Tokens whose cost nobody knows, as no price is known for the model; the amount is unknown. */
  | 'UNPRICED';

/** What would happen if some access were removed, somebody left, a server were blocked or something were granted? */
export type WhatIfInput = {
  /** a new edge, written 'SOURCE KIND TARGET PERMISSION'; its ends may be new ids; may be repeated */
  add?: Array<string> | null | undefined;
  /** The moment asked about; by default the last full minute, or what changed the graph since. */
  asOf?: string | null | undefined;
  /** which edges a walk may take */
  basis?: Basis | null | undefined;
  /** a server or an application that is switched off; may be repeated */
  block?: Array<string | number> | null | undefined;
  /** which currency to answer in */
  currency?: string | null | undefined;
  /** who leaves: what they alone hold is closed, of what others hold too their part ends, all that they were given ends; may be repeated */
  offboard?: Array<string | number> | null | undefined;
  /** an edge, written 'SOURCE -KIND-> TARGET', or a node; may be repeated */
  remove?: Array<string> | null | undefined;
  /** how many days back use counts */
  windowDays?: number | null | undefined;
};

export type ChangesQueryVariables = Exact<{
  input: ChangesInput;
  first: number;
}>;


export type ChangesQuery = { changes:
    | { __typename: 'AmbiguousName', candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Changes', from: string, to: string, snapshot: { generation: number, asOf: string, builtAt: string, digest: string }, completeness: { status: CompletenessStatus, reasons: Array<{ code: string, detail: string }>, notes: Array<{ code: string, detail: string }> }, freshness: Array<{ source: string, state: string, notes: Array<string>, observedAt: string | null, ageS: number, promisedAgeS: number | null }>, edges: { opened: { totalCount: number, nodes: Array<{ source: string, kind: EdgeKind, target: string, permission: Permission | null, claimedBy: string, run: number | null, at: string | null, evidence: string | null }> }, closed: { totalCount: number, nodes: Array<{ source: string, kind: EdgeKind, target: string, permission: Permission | null, claimedBy: string, run: number | null, at: string | null, evidence: string | null }> } }, permissions: { totalCount: number, nodes: Array<{ source: string, kind: EdgeKind, target: string, before: Permission | null, after: Permission | null, claimedBy: string, run: number | null, at: string | null }> }, properties: { totalCount: number, nodes: Array<{ id: string, property: string, before: string | null, after: string | null, claimedBy: string | null, run: number | null, at: string | null }> }, orphanedPaths: { opened: { totalCount: number, nodes: Array<{ root: string, target: string, permission: Permission | null, hops: number, reasons: Array<string> }> }, closed: { totalCount: number, nodes: Array<{ root: string, target: string, permission: Permission | null, hops: number, reasons: Array<string> }> } }, reach: { totalCount: number, nodes: Array<{ id: string, name: string, gained: number, lost: number, scoreBefore: number, scoreAfter: number }> } }
    | { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'LimitExceeded', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'SnapshotExpired', code: ErrorCode, message: string, path: Array<string> | null }
   };

export type EdgeChangePartsFragment = { source: string, kind: EdgeKind, target: string, permission: Permission | null, claimedBy: string, run: number | null, at: string | null, evidence: string | null };

export type OrphanedChangePartsFragment = { root: string, target: string, permission: Permission | null, hops: number, reasons: Array<string> };

export type CostSumsQueryVariables = Exact<{
  input: CostAttributionInput;
}>;


export type CostSumsQuery = { costAttribution:
    | { __typename: 'AmbiguousName', candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'CostAttribution', unpricedRows: number, snapshot: { generation: number, asOf: string, builtAt: string, digest: string }, completeness: { status: CompletenessStatus, reasons: Array<{ code: string, detail: string }>, notes: Array<{ code: string, detail: string }> }, freshness: Array<{ source: string, state: string, notes: Array<string>, observedAt: string | null, ageS: number, promisedAgeS: number | null }>, ledger: { currency: string, amount: string }, buckets: Array<{ key: string, value: { currency: string, amount: string } }>, droppedBuckets: Array<{ key: string, value: { currency: string, amount: string } }>, estimateValue: { currency: string, amount: string }, includedValue: { currency: string, amount: string }, leftOut: Array<{ currency: string, amount: string }>, rates: Array<{ key: string, value: string }>, overlaps: Array<{ kind: string, application: string, category: string, firstDay: string, lastDay: string, source: string, counted: string, cost: { currency: string, amount: string } }>, unitCosts: Array<{ unit: string, count: number, cost: { currency: string, amount: string }, perUnit: { currency: string, amount: string } | null }>, restated: { totalCount: number }, columns: { currency: string | null, cost: (string | null)[], estimate: (string | null)[], included: (string | null)[], basis: (string | null)[], requests: (number | null)[], key: Array<{ key: CostDimension, value: (string | null)[] }>, tokens: Array<{ key: string, value: (number | null)[] }> } }
    | { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'LimitExceeded', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'SnapshotExpired', code: ErrorCode, message: string, path: Array<string> | null }
   };

export type CostSeriesQueryVariables = Exact<{
  input: CostAttributionInput;
  whole: CostAttributionInput;
}>;


export type CostSeriesQuery = { parts:
    | { __typename: 'AmbiguousName', candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'CostAttribution', snapshot: { generation: number, asOf: string, builtAt: string, digest: string }, completeness: { status: CompletenessStatus, reasons: Array<{ code: string, detail: string }>, notes: Array<{ code: string, detail: string }> }, freshness: Array<{ source: string, state: string, notes: Array<string>, observedAt: string | null, ageS: number, promisedAgeS: number | null }>, columns: { currency: string | null, cost: (string | null)[], key: Array<{ key: CostDimension, value: (string | null)[] }> } }
    | { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'LimitExceeded', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'SnapshotExpired', code: ErrorCode, message: string, path: Array<string> | null }
  , whole:
    | { __typename: 'AmbiguousName', candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'CostAttribution', snapshot: { generation: number, asOf: string, builtAt: string, digest: string }, completeness: { status: CompletenessStatus, reasons: Array<{ code: string, detail: string }>, notes: Array<{ code: string, detail: string }> }, freshness: Array<{ source: string, state: string, notes: Array<string>, observedAt: string | null, ageS: number, promisedAgeS: number | null }>, columns: { currency: string | null, cost: (string | null)[], key: Array<{ key: CostDimension, value: (string | null)[] }> } }
    | { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'LimitExceeded', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'SnapshotExpired', code: ErrorCode, message: string, path: Array<string> | null }
   };

export type CostAnomaliesQueryVariables = Exact<{
  input: AnomaliesInput;
  first: number;
}>;


export type CostAnomaliesQuery = { anomalies:
    | { __typename: 'AmbiguousName', candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Anomalies', method: string, sensitivity: AnomalySensitivity, judged: number, snapshot: { generation: number, asOf: string, builtAt: string, digest: string }, completeness: { status: CompletenessStatus, reasons: Array<{ code: string, detail: string }>, notes: Array<{ code: string, detail: string }> }, freshness: Array<{ source: string, state: string, notes: Array<string>, observedAt: string | null, ageS: number, promisedAgeS: number | null }>, rows: { totalCount: number, nodes: Array<{ day: string, cost: { currency: string, amount: string }, expected: { currency: string, amount: string }, low: { currency: string, amount: string }, high: { currency: string, amount: string }, key: Array<{ key: CostDimension, value: string }>, drivers: Array<{ key: Array<{ key: CostDimension, value: string }>, cost: { currency: string, amount: string }, usual: { currency: string, amount: string } }> }> } }
    | { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'LimitExceeded', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'SnapshotExpired', code: ErrorCode, message: string, path: Array<string> | null }
   };

export type CostDailyQueryVariables = Exact<{
  input: CostAttributionInput;
}>;


export type CostDailyQuery = { costAttribution:
    | { __typename: 'AmbiguousName', candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'CostAttribution', snapshot: { generation: number, asOf: string, builtAt: string, digest: string }, completeness: { status: CompletenessStatus, reasons: Array<{ code: string, detail: string }>, notes: Array<{ code: string, detail: string }> }, freshness: Array<{ source: string, state: string, notes: Array<string>, observedAt: string | null, ageS: number, promisedAgeS: number | null }>, columns: { currency: string | null, cost: (string | null)[], key: Array<{ key: CostDimension, value: (string | null)[] }> } }
    | { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'LimitExceeded', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'SnapshotExpired', code: ErrorCode, message: string, path: Array<string> | null }
   };

export type CostForecastQueryVariables = Exact<{
  input: ForecastInput;
  first: number;
  after?: string | null | undefined;
}>;


export type CostForecastQuery = { forecast:
    | { __typename: 'AmbiguousName', candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Forecast', method: string, snapshot: { generation: number, asOf: string, builtAt: string, digest: string }, completeness: { status: CompletenessStatus, reasons: Array<{ code: string, detail: string }>, notes: Array<{ code: string, detail: string }> }, freshness: Array<{ source: string, state: string, notes: Array<string>, observedAt: string | null, ageS: number, promisedAgeS: number | null }>, total: { month: string, over: boolean | null, reason: MissingForecast | null, missingDays: number, spent: { currency: string, amount: string }, expected: { currency: string, amount: string } | null, low: { currency: string, amount: string } | null, high: { currency: string, amount: string } | null, budget: { currency: string, amount: string } | null, key: Array<{ key: CostDimension, value: string }> }, rows: { totalCount: number, nodes: Array<{ month: string, over: boolean | null, reason: MissingForecast | null, missingDays: number, spent: { currency: string, amount: string }, expected: { currency: string, amount: string } | null, low: { currency: string, amount: string } | null, high: { currency: string, amount: string } | null, budget: { currency: string, amount: string } | null, key: Array<{ key: CostDimension, value: string }> }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } }
    | { __typename: 'LimitExceeded', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'SnapshotExpired', code: ErrorCode, message: string, path: Array<string> | null }
   };

export type CostDifferenceQueryVariables = Exact<{
  input: CostAttributionInput;
  first: number;
  after?: string | null | undefined;
}>;


export type CostDifferenceQuery = { costAttribution:
    | { __typename: 'AmbiguousName', candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'CostAttribution', snapshot: { generation: number, asOf: string, builtAt: string, digest: string }, completeness: { status: CompletenessStatus, reasons: Array<{ code: string, detail: string }>, notes: Array<{ code: string, detail: string }> }, freshness: Array<{ source: string, state: string, notes: Array<string>, observedAt: string | null, ageS: number, promisedAgeS: number | null }>, ledger: { currency: string, amount: string }, difference: { from: string, to: string, before: { currency: string, amount: string }, after: { currency: string, amount: string }, difference: { currency: string, amount: string }, parts: Array<{ key: string, value: { currency: string, amount: string } }> } | null, drivers: { totalCount: number, nodes: Array<{ key: Array<{ key: string, value: string }>, before: { currency: string, amount: string }, after: { currency: string, amount: string }, difference: { currency: string, amount: string }, people: { currency: string, amount: string }, volume: { currency: string, amount: string }, price: { currency: string, amount: string }, mix: { currency: string, amount: string }, unmeasured: { currency: string, amount: string } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } }
    | { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'LimitExceeded', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'SnapshotExpired', code: ErrorCode, message: string, path: Array<string> | null }
   };

export type CostBillQueryVariables = Exact<{
  input: CostAttributionInput;
  first: number;
}>;


export type CostBillQuery = { costAttribution:
    | { __typename: 'AmbiguousName', candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'CostAttribution', snapshot: { generation: number, asOf: string, builtAt: string, digest: string }, completeness: { status: CompletenessStatus, reasons: Array<{ code: string, detail: string }>, notes: Array<{ code: string, detail: string }> }, freshness: Array<{ source: string, state: string, notes: Array<string>, observedAt: string | null, ageS: number, promisedAgeS: number | null }>, ledger: { currency: string, amount: string }, buckets: Array<{ key: string, value: { currency: string, amount: string } }>, variance: Array<{ application: string, from: string, to: string, billed: { currency: string, amount: string }, usage: { currency: string, amount: string }, variance: { currency: string, amount: string }, inWindow: { currency: string, amount: string }, causes: Array<{ code: VarianceCauseCode, detail: string, count: number | null, amount: { currency: string, amount: string } | null }> }>, restated: { totalCount: number, nodes: Array<{ kind: string, application: string | null, category: string, from: string, to: string, basis: string | null, source: string, run: number | null, at: string, why: RestatedReason, requestsBefore: number, requestsAfter: number, tokensBefore: number, tokensAfter: number, before: { currency: string, amount: string } | null, after: { currency: string, amount: string } | null }> }, overlaps: Array<{ kind: string, application: string, category: string, firstDay: string, lastDay: string, source: string, counted: string, cost: { currency: string, amount: string } }>, priced: Array<{ source: string, counts: CountsRule, cost: { currency: string, amount: string }, estimate: { currency: string, amount: string } }> }
    | { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'LimitExceeded', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'SnapshotExpired', code: ErrorCode, message: string, path: Array<string> | null }
   };

type SeriesParts_AmbiguousName_Fragment = { __typename: 'AmbiguousName', candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null };

type SeriesParts_BadInput_Fragment = { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null };

type SeriesParts_CostAttribution_Fragment = { __typename: 'CostAttribution', snapshot: { generation: number, asOf: string, builtAt: string, digest: string }, completeness: { status: CompletenessStatus, reasons: Array<{ code: string, detail: string }>, notes: Array<{ code: string, detail: string }> }, freshness: Array<{ source: string, state: string, notes: Array<string>, observedAt: string | null, ageS: number, promisedAgeS: number | null }>, columns: { currency: string | null, cost: (string | null)[], key: Array<{ key: CostDimension, value: (string | null)[] }> } };

type SeriesParts_Forbidden_Fragment = { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null };

type SeriesParts_LimitExceeded_Fragment = { __typename: 'LimitExceeded', code: ErrorCode, message: string, path: Array<string> | null };

type SeriesParts_NotFound_Fragment = { __typename: 'NotFound', code: ErrorCode, message: string, path: Array<string> | null };

type SeriesParts_SnapshotExpired_Fragment = { __typename: 'SnapshotExpired', code: ErrorCode, message: string, path: Array<string> | null };

export type SeriesPartsFragment =
  | SeriesParts_AmbiguousName_Fragment
  | SeriesParts_BadInput_Fragment
  | SeriesParts_CostAttribution_Fragment
  | SeriesParts_Forbidden_Fragment
  | SeriesParts_LimitExceeded_Fragment
  | SeriesParts_NotFound_Fragment
  | SeriesParts_SnapshotExpired_Fragment
;

export type OverlapPartsFragment = { kind: string, application: string, category: string, firstDay: string, lastDay: string, source: string, counted: string, cost: { currency: string, amount: string } };

export type DecideMutationVariables = Exact<{
  input: DecideInput;
}>;


export type DecideMutation = { decide:
    | { __typename: 'AmbiguousName', candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Decided', decision: string, kind: string, ids: Array<string>, note: string | null, generation: number }
    | { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ErrorCode, message: string, path: Array<string> | null }
   };

export type UndoDecisionMutationVariables = Exact<{
  input: UndoInput;
}>;


export type UndoDecisionMutation = { undoDecision:
    | { __typename: 'AmbiguousName', candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Decided', decision: string, kind: string, ids: Array<string>, note: string | null, generation: number }
    | { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ErrorCode, message: string, path: Array<string> | null }
   };

export type AcceptRunMutationVariables = Exact<{
  input: AcceptRunInput;
}>;


export type AcceptRunMutation = { acceptRun:
    | { __typename: 'AcceptedRun', source: string, run: number, state: string, generation: number, retired: Array<{ key: string, value: number }> }
    | { __typename: 'AmbiguousName', candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ErrorCode, message: string, path: Array<string> | null }
   };

export type DecidedPartsFragment = { decision: string, kind: string, ids: Array<string>, note: string | null, generation: number };

export type SnapshotPartsFragment = { generation: number, asOf: string, builtAt: string, digest: string };

export type CompletenessPartsFragment = { status: CompletenessStatus, reasons: Array<{ code: string, detail: string }>, notes: Array<{ code: string, detail: string }> };

export type FreshnessPartsFragment = { source: string, state: string, notes: Array<string>, observedAt: string | null, ageS: number, promisedAgeS: number | null };

export type MoneyPartsFragment = { currency: string, amount: string };

type ProblemParts_AmbiguousName_Fragment = { candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null };

type ProblemParts_BadInput_Fragment = { code: ErrorCode, message: string, path: Array<string> | null };

type ProblemParts_Forbidden_Fragment = { code: ErrorCode, message: string, path: Array<string> | null };

type ProblemParts_LimitExceeded_Fragment = { code: ErrorCode, message: string, path: Array<string> | null };

type ProblemParts_NotFound_Fragment = { code: ErrorCode, message: string, path: Array<string> | null };

type ProblemParts_SnapshotExpired_Fragment = { code: ErrorCode, message: string, path: Array<string> | null };

export type ProblemPartsFragment =
  | ProblemParts_AmbiguousName_Fragment
  | ProblemParts_BadInput_Fragment
  | ProblemParts_Forbidden_Fragment
  | ProblemParts_LimitExceeded_Fragment
  | ProblemParts_NotFound_Fragment
  | ProblemParts_SnapshotExpired_Fragment
;

export type EdgePartsFragment = { source: string, kind: EdgeKind, target: string, permission: Permission | null, claimedBy: string, since: string | null, evidence: string | null, sourceName: string, targetName: string };

export type InventoryPartsFragment = { id: string, kind: NodeKind, name: string, sensitivity: Sensitivity | null };

export type HomeOrphanedQueryVariables = Exact<{
  input?: OrphanedPathsInput | null | undefined;
}>;


export type HomeOrphanedQuery = { orphanedPaths:
    | { __typename: 'AmbiguousName', candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'LimitExceeded', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'OrphanedPaths', totalRoots: number, totalPaths: number, totalUnknown: number, snapshot: { generation: number, asOf: string, builtAt: string, digest: string }, completeness: { status: CompletenessStatus, reasons: Array<{ code: string, detail: string }>, notes: Array<{ code: string, detail: string }> }, freshness: Array<{ source: string, state: string, notes: Array<string>, observedAt: string | null, ageS: number, promisedAgeS: number | null }>, roots: { totalCount: number, nodes: Array<{ id: string, name: string, state: string, shadow: boolean, routes: number, reasons: Array<{ code: string, since: string | null, evidence: string }>, spendSince: { currency: string, amount: string } | null, nextOwner: Array<{ id: string, name: string }> }> } }
    | { __typename: 'SnapshotExpired', code: ErrorCode, message: string, path: Array<string> | null }
   };

export type HomeChangesQueryVariables = Exact<{
  input: ChangesInput;
}>;


export type HomeChangesQuery = { changes:
    | { __typename: 'AmbiguousName', candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Changes', from: string, to: string, snapshot: { generation: number, asOf: string, builtAt: string, digest: string }, completeness: { status: CompletenessStatus, reasons: Array<{ code: string, detail: string }>, notes: Array<{ code: string, detail: string }> }, freshness: Array<{ source: string, state: string, notes: Array<string>, observedAt: string | null, ageS: number, promisedAgeS: number | null }>, nodes: { opened: { totalCount: number }, closed: { totalCount: number } }, edges: { opened: { totalCount: number }, closed: { totalCount: number } }, permissions: { totalCount: number }, orphanedPaths: { opened: { totalCount: number }, closed: { totalCount: number } }, reach: { totalCount: number, nodes: Array<{ id: string, name: string, gained: number, lost: number, scoreBefore: number, scoreAfter: number }> } }
    | { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'LimitExceeded', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'SnapshotExpired', code: ErrorCode, message: string, path: Array<string> | null }
   };

export type HomeShadowQueryVariables = Exact<{
  input: InventoryInput;
}>;


export type HomeShadowQuery = { inventory:
    | { __typename: 'AmbiguousName', candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Inventory', total: number, snapshot: { generation: number, asOf: string, builtAt: string, digest: string }, completeness: { status: CompletenessStatus, reasons: Array<{ code: string, detail: string }>, notes: Array<{ code: string, detail: string }> }, freshness: Array<{ source: string, state: string, notes: Array<string>, observedAt: string | null, ageS: number, promisedAgeS: number | null }>, rows: { nodes: Array<{ id: string, kind: NodeKind, name: string, lastUsed: string | null, dataSources: number, cost: { currency: string, amount: string } | null }> } }
    | { __typename: 'LimitExceeded', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'SnapshotExpired', code: ErrorCode, message: string, path: Array<string> | null }
   };

export type HomeForecastQueryVariables = Exact<{
  input: ForecastInput;
}>;


export type HomeForecastQuery = { forecast:
    | { __typename: 'AmbiguousName', candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Forecast', snapshot: { generation: number, asOf: string, builtAt: string, digest: string }, completeness: { status: CompletenessStatus, reasons: Array<{ code: string, detail: string }>, notes: Array<{ code: string, detail: string }> }, freshness: Array<{ source: string, state: string, notes: Array<string>, observedAt: string | null, ageS: number, promisedAgeS: number | null }>, total: { month: string, over: boolean | null, reason: MissingForecast | null, missingDays: number, spent: { currency: string, amount: string }, expected: { currency: string, amount: string } | null, low: { currency: string, amount: string } | null, high: { currency: string, amount: string } | null, budget: { currency: string, amount: string } | null, key: Array<{ key: CostDimension, value: string }> }, rows: { totalCount: number, nodes: Array<{ month: string, over: boolean | null, reason: MissingForecast | null, missingDays: number, spent: { currency: string, amount: string }, expected: { currency: string, amount: string } | null, low: { currency: string, amount: string } | null, high: { currency: string, amount: string } | null, budget: { currency: string, amount: string } | null, key: Array<{ key: CostDimension, value: string }> }> } }
    | { __typename: 'LimitExceeded', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'SnapshotExpired', code: ErrorCode, message: string, path: Array<string> | null }
   };

export type HomeAnomaliesQueryVariables = Exact<{
  input: AnomaliesInput;
}>;


export type HomeAnomaliesQuery = { anomalies:
    | { __typename: 'AmbiguousName', candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Anomalies', judged: number, snapshot: { generation: number, asOf: string, builtAt: string, digest: string }, completeness: { status: CompletenessStatus, reasons: Array<{ code: string, detail: string }>, notes: Array<{ code: string, detail: string }> }, freshness: Array<{ source: string, state: string, notes: Array<string>, observedAt: string | null, ageS: number, promisedAgeS: number | null }>, rows: { totalCount: number, nodes: Array<{ day: string, cost: { currency: string, amount: string }, expected: { currency: string, amount: string }, key: Array<{ key: CostDimension, value: string }> }> } }
    | { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'LimitExceeded', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'SnapshotExpired', code: ErrorCode, message: string, path: Array<string> | null }
   };

export type HomeUnresolvedQueryVariables = Exact<{
  input?: UnresolvedInput | null | undefined;
}>;


export type HomeUnresolvedQuery = { unresolved:
    | { __typename: 'AmbiguousName', candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'LimitExceeded', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'SnapshotExpired', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Unresolved', total: number, snapshot: { generation: number, asOf: string, builtAt: string, digest: string }, completeness: { status: CompletenessStatus, reasons: Array<{ code: string, detail: string }>, notes: Array<{ code: string, detail: string }> }, freshness: Array<{ source: string, state: string, notes: Array<string>, observedAt: string | null, ageS: number, promisedAgeS: number | null }>, rows: { nodes: Array<{ kind: UnresolvedKind, id: string, name: string, why: string }> } }
   };

export type MonthEndPartsFragment = { month: string, over: boolean | null, reason: MissingForecast | null, missingDays: number, spent: { currency: string, amount: string }, expected: { currency: string, amount: string } | null, low: { currency: string, amount: string } | null, high: { currency: string, amount: string } | null, budget: { currency: string, amount: string } | null, key: Array<{ key: CostDimension, value: string }> };

export type NamesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
  asOf?: string | null | undefined;
}>;


export type NamesQuery = { nodes: Array<{ id: string, kind: NodeKind, name: string, known: boolean } | null> };

export type OrphanedRootsQueryVariables = Exact<{
  input?: OrphanedPathsInput | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type OrphanedRootsQuery = { orphanedPaths:
    | { __typename: 'AmbiguousName', candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'LimitExceeded', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'OrphanedPaths', totalRoots: number, totalPaths: number, totalUnknown: number, snapshot: { generation: number, asOf: string, builtAt: string, digest: string }, completeness: { status: CompletenessStatus, reasons: Array<{ code: string, detail: string }>, notes: Array<{ code: string, detail: string }> }, freshness: Array<{ source: string, state: string, notes: Array<string>, observedAt: string | null, ageS: number, promisedAgeS: number | null }>, roots: { totalCount: number, nodes: Array<{ id: string, name: string, state: string, shadow: boolean, routes: number, folded: Array<string>, reasons: Array<{ code: string, since: string | null, evidence: string }>, spendSince: { currency: string, amount: string } | null, nextOwner: Array<{ id: string, name: string, reason: NextOwnerReason, evidence: string }> }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } }
    | { __typename: 'SnapshotExpired', code: ErrorCode, message: string, path: Array<string> | null }
   };

export type UnknownOwnersQueryVariables = Exact<{
  input?: OrphanedPathsInput | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type UnknownOwnersQuery = { orphanedPaths:
    | { __typename: 'AmbiguousName', candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'LimitExceeded', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'OrphanedPaths', totalUnknown: number, snapshot: { generation: number, asOf: string, builtAt: string, digest: string }, completeness: { status: CompletenessStatus, reasons: Array<{ code: string, detail: string }>, notes: Array<{ code: string, detail: string }> }, freshness: Array<{ source: string, state: string, notes: Array<string>, observedAt: string | null, ageS: number, promisedAgeS: number | null }>, unknown: { totalCount: number, nodes: Array<{ id: string, why: string }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } }
    | { __typename: 'SnapshotExpired', code: ErrorCode, message: string, path: Array<string> | null }
   };

export type OrphanedOfQueryVariables = Exact<{
  input?: OrphanedPathsInput | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type OrphanedOfQuery = { orphanedPaths:
    | { __typename: 'AmbiguousName', candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'LimitExceeded', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'OrphanedPaths', totalPaths: number, snapshot: { generation: number, asOf: string, builtAt: string, digest: string }, completeness: { status: CompletenessStatus, reasons: Array<{ code: string, detail: string }>, notes: Array<{ code: string, detail: string }> }, freshness: Array<{ source: string, state: string, notes: Array<string>, observedAt: string | null, ageS: number, promisedAgeS: number | null }>, roots: { nodes: Array<{ id: string, name: string, state: string, shadow: boolean, routes: number, folded: Array<string>, reasons: Array<{ code: string, since: string | null, evidence: string }>, spendSince: { currency: string, amount: string } | null, nextOwner: Array<{ id: string, name: string, reason: NextOwnerReason, evidence: string }> }> }, unknown: { nodes: Array<{ id: string, why: string }> }, paths: { totalCount: number, nodes: Array<{ root: string, target: string, below: number, permission: Permission | null, hops: number, lastUsed: string | null, witness: Array<{ source: string, kind: EdgeKind, target: string, permission: Permission | null, claimedBy: string, since: string | null, evidence: string | null, sourceName: string, targetName: string }> }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } }
    | { __typename: 'SnapshotExpired', code: ErrorCode, message: string, path: Array<string> | null }
   };

export type OrphanedSheetQueryVariables = Exact<{
  input?: OrphanedPathsInput | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type OrphanedSheetQuery = { orphanedPaths:
    | { __typename: 'AmbiguousName', candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'LimitExceeded', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'OrphanedPaths', snapshot: { generation: number, asOf: string, builtAt: string, digest: string }, completeness: { status: CompletenessStatus, reasons: Array<{ code: string, detail: string }>, notes: Array<{ code: string, detail: string }> }, freshness: Array<{ source: string, state: string, notes: Array<string>, observedAt: string | null, ageS: number, promisedAgeS: number | null }>, paths: { nodes: Array<{ root: string, target: string, below: number, permission: Permission | null, hops: number, lastUsed: string | null, witness: Array<{ source: string, kind: EdgeKind, target: string, permission: Permission | null, claimedBy: string, since: string | null, evidence: string | null, sourceName: string, targetName: string }> }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } }
    | { __typename: 'SnapshotExpired', code: ErrorCode, message: string, path: Array<string> | null }
   };

export type RevocationOfQueryVariables = Exact<{
  input?: RevocationInput | null | undefined;
  first: number;
}>;


export type RevocationOfQuery = { revocation:
    | { __typename: 'AmbiguousName', candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'LimitExceeded', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Revocation', roots: Array<string>, targets: Array<string>, nodes: Array<string>, cost: number, proven: boolean, snapshot: { generation: number, asOf: string, builtAt: string, digest: string }, completeness: { status: CompletenessStatus, reasons: Array<{ code: string, detail: string }>, notes: Array<{ code: string, detail: string }> }, freshness: Array<{ source: string, state: string, notes: Array<string>, observedAt: string | null, ageS: number, promisedAgeS: number | null }>, edges: Array<{ source: string, kind: EdgeKind, target: string }>, steps: Array<{ system: string, action: string, cost: number, source: string, target: string | null, command: string | null }>, collateral: { totalCount: number, nodes: Array<{ id: string, name: string, loses: Array<string> }> } }
    | { __typename: 'SnapshotExpired', code: ErrorCode, message: string, path: Array<string> | null }
   };

export type OrphanedRootPartsFragment = { id: string, name: string, state: string, shadow: boolean, routes: number, folded: Array<string>, reasons: Array<{ code: string, since: string | null, evidence: string }>, spendSince: { currency: string, amount: string } | null, nextOwner: Array<{ id: string, name: string, reason: NextOwnerReason, evidence: string }> };

export type OrphanedPathPartsFragment = { root: string, target: string, below: number, permission: Permission | null, hops: number, lastUsed: string | null, witness: Array<{ source: string, kind: EdgeKind, target: string, permission: Permission | null, claimedBy: string, since: string | null, evidence: string | null, sourceName: string, targetName: string }> };

export type AccessPathsQueryVariables = Exact<{
  input: AccessPathsInput;
  first: number;
}>;


export type AccessPathsQuery = { accessPaths:
    | { __typename: 'AccessPaths', from: string, to: string, total: number, snapshot: { generation: number, asOf: string, builtAt: string, digest: string }, completeness: { status: CompletenessStatus, reasons: Array<{ code: string, detail: string }>, notes: Array<{ code: string, detail: string }> }, freshness: Array<{ source: string, state: string, notes: Array<string>, observedAt: string | null, ageS: number, promisedAgeS: number | null }>, paths: { nodes: Array<{ hops: number, permission: Permission | null, permissionKnown: boolean, sentence: string, edges: Array<{ source: string, kind: EdgeKind, target: string, permission: Permission | null, claimedBy: string, since: string | null, evidence: string | null, sourceName: string, targetName: string }> }> } }
    | { __typename: 'AmbiguousName', candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'LimitExceeded', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'SnapshotExpired', code: ErrorCode, message: string, path: Array<string> | null }
   };

export type BlastRadiusQueryVariables = Exact<{
  input: BlastRadiusInput;
  first: number;
  after?: string | null | undefined;
}>;


export type BlastRadiusQuery = { blastRadius:
    | { __typename: 'AmbiguousName', candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'BlastRadius', start: Array<string>, total: number, shareOfDataSources: number, score: number, snapshot: { generation: number, asOf: string, builtAt: string, digest: string }, completeness: { status: CompletenessStatus, reasons: Array<{ code: string, detail: string }>, notes: Array<{ code: string, detail: string }> }, freshness: Array<{ source: string, state: string, notes: Array<string>, observedAt: string | null, ageS: number, promisedAgeS: number | null }>, byKind: Array<{ key: NodeKind, value: number }>, bySensitivity: Array<{ key: Sensitivity, value: number }>, byPermission: Array<{ key: Permission, value: number }>, spend: { currency: string, amount: string } | null, reached: { totalCount: number, nodes: Array<{ id: string, kind: NodeKind, name: string, permission: Permission | null, permissionKnown: boolean, basis: Basis, hops: number, exercised: Exercised, lastUsed: string | null, sensitivity: Sensitivity | null, witness: Array<{ source: string, kind: EdgeKind, target: string, permission: Permission | null, claimedBy: string, since: string | null, evidence: string | null, sourceName: string, targetName: string }> }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } }
    | { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'LimitExceeded', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'SnapshotExpired', code: ErrorCode, message: string, path: Array<string> | null }
   };

export type ExposureQueryVariables = Exact<{
  input: ExposureInput;
  first: number;
  after?: string | null | undefined;
}>;


export type ExposureQuery = { exposure:
    | { __typename: 'AmbiguousName', candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Exposure', target: string, total: number, snapshot: { generation: number, asOf: string, builtAt: string, digest: string }, completeness: { status: CompletenessStatus, reasons: Array<{ code: string, detail: string }>, notes: Array<{ code: string, detail: string }> }, freshness: Array<{ source: string, state: string, notes: Array<string>, observedAt: string | null, ageS: number, promisedAgeS: number | null }>, byKind: Array<{ key: NodeKind, value: number }>, bySensitivity: Array<{ key: Sensitivity, value: number }>, byPermission: Array<{ key: Permission, value: number }>, reached: { totalCount: number, nodes: Array<{ id: string, kind: NodeKind, name: string, permission: Permission | null, permissionKnown: boolean, basis: Basis, hops: number, exercised: Exercised, lastUsed: string | null, sensitivity: Sensitivity | null, witness: Array<{ source: string, kind: EdgeKind, target: string, permission: Permission | null, claimedBy: string, since: string | null, evidence: string | null, sourceName: string, targetName: string }> }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } }
    | { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'LimitExceeded', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'SnapshotExpired', code: ErrorCode, message: string, path: Array<string> | null }
   };

export type ReachedPagePartsFragment = { totalCount: number, nodes: Array<{ id: string, kind: NodeKind, name: string, permission: Permission | null, permissionKnown: boolean, basis: Basis, hops: number, exercised: Exercised, lastUsed: string | null, sensitivity: Sensitivity | null, witness: Array<{ source: string, kind: EdgeKind, target: string, permission: Permission | null, claimedBy: string, since: string | null, evidence: string | null, sourceName: string, targetName: string }> }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } };

export type EvidencePartsFragment = { source: string, kind: EdgeKind, target: string, permission: Permission | null, claimedBy: string, since: string | null, evidence: string | null, sourceName: string, targetName: string };

export type SearchQueryVariables = Exact<{
  input: SearchInput;
  first: number;
  after?: string | null | undefined;
}>;


export type SearchQuery = { search:
    | { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'LimitExceeded', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Search', total: number, snapshot: { generation: number, asOf: string, builtAt: string, digest: string }, completeness: { status: CompletenessStatus, reasons: Array<{ code: string, detail: string }>, notes: Array<{ code: string, detail: string }> }, freshness: Array<{ source: string, state: string, notes: Array<string>, observedAt: string | null, ageS: number, promisedAgeS: number | null }>, nodes: { totalCount: number, nodes: Array<{ id: string, kind: NodeKind, name: string, known: boolean, aliases: Array<string>, props: Array<{ key: string, value: string | string[] | number | boolean }> }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } }
    | { __typename: 'SnapshotExpired', code: ErrorCode, message: string, path: Array<string> | null }
   };

export type SourcesQueryVariables = Exact<{ [key: string]: never; }>;


export type SourcesQuery = { status: { generation: number, sources: Array<{ source: string, lastRun: string | null, state: string, ageS: number, promisedAgeS: number | null, reasons: Array<{ code: string, detail: string }>, scopes: Array<{ scope: string, firstComplete: string | null, lastComplete: string | null, from: string | null, to: string | null }> }>, runs: Array<{ run: number, source: string, observedAt: string | null, state: string, reasons: Array<{ code: string, detail: string }>, counts: { added: Array<{ key: string, value: number }>, retired: Array<{ key: string, value: number }>, held: Array<{ key: string, value: number }> } }> } };

export type StatusQueryVariables = Exact<{ [key: string]: never; }>;


export type StatusQuery = { status: { generation: number, builtAt: string | null, digest: string | null, counts: { usage: number, charges: number, nodes: Array<{ key: NodeKind, value: number }> }, sources: Array<{ source: string, lastRun: string | null, state: string, ageS: number, promisedAgeS: number | null, reasons: Array<{ code: string, detail: string }> }> } };

export type MomentsQueryVariables = Exact<{
  last: number;
}>;


export type MomentsQuery = { status: { moments: Array<string> } };

export type UnresolvedQueryVariables = Exact<{
  input?: UnresolvedInput | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type UnresolvedQuery = { unresolved:
    | { __typename: 'AmbiguousName', candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'LimitExceeded', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'SnapshotExpired', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Unresolved', total: number, snapshot: { generation: number, asOf: string, builtAt: string, digest: string }, completeness: { status: CompletenessStatus, reasons: Array<{ code: string, detail: string }>, notes: Array<{ code: string, detail: string }> }, freshness: Array<{ source: string, state: string, notes: Array<string>, observedAt: string | null, ageS: number, promisedAgeS: number | null }>, rows: { totalCount: number, nodes: Array<{ kind: UnresolvedKind, id: string, name: string, why: string, candidates: Array<string>, command: string }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } }
   };

export type WhatIfQueryVariables = Exact<{
  input: WhatIfInput;
  first: number;
}>;


export type WhatIfQuery = { whatIf:
    | { __typename: 'AmbiguousName', candidates: Array<string>, code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'BadInput', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'Forbidden', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'LimitExceeded', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'SnapshotExpired', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'WhatIf', totalLost: number, totalGained: number, snapshot: { generation: number, asOf: string, builtAt: string, digest: string }, completeness: { status: CompletenessStatus, reasons: Array<{ code: string, detail: string }>, notes: Array<{ code: string, detail: string }> }, freshness: Array<{ source: string, state: string, notes: Array<string>, observedAt: string | null, ageS: number, promisedAgeS: number | null }>, removed: Array<{ source: string, kind: EdgeKind | null, target: string | null, permission: Permission | null, becomes: string }>, added: Array<{ source: string, kind: EdgeKind | null, target: string | null, permission: Permission | null, becomes: string }>, lostByUse: { used: number, indirect: number, unused: number, unknown: number }, lost: { totalCount: number, nodes: Array<{ id: string, target: string, permission: Permission | null, left: Permission | null, used: Exercised }> }, gained: { totalCount: number, nodes: Array<{ id: string, target: string, permission: Permission | null, had: Permission | null, used: Exercised }> }, principals: { totalCount: number, nodes: Array<{ id: string, name: string, dataSourcesBefore: number, dataSourcesAfter: number, scoreBefore: number, scoreAfter: number }> }, orphanedPaths: { closed: Array<{ root: string, target: string, permission: Permission | null }>, opened: Array<{ root: string, target: string, permission: Permission | null }> }, before: { dataSources: number, score: number, orphanedRoots: number, orphanedPaths: number, spendPerMonth: { currency: string, amount: string } | null }, after: { dataSources: number, score: number, orphanedRoots: number, orphanedPaths: number, spendPerMonth: { currency: string, amount: string } | null }, spendStopsPerMonth: { currency: string, amount: string } | null, order: Array<{ system: string, action: string, usedBy: number, source: string, target: string | null, command: string | null }> }
   };

export type ChangedElementPartsFragment = { source: string, kind: EdgeKind | null, target: string | null, permission: Permission | null, becomes: string };

export type WhatIfTotalsPartsFragment = { dataSources: number, score: number, orphanedRoots: number, orphanedPaths: number, spendPerMonth: { currency: string, amount: string } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const EdgeChangePartsFragmentDoc = new TypedDocumentString(`
    fragment EdgeChangeParts on EdgeChange {
  source
  kind
  target
  permission
  claimedBy
  run
  at
  evidence
}
    `, {"fragmentName":"EdgeChangeParts"}) as unknown as TypedDocumentString<EdgeChangePartsFragment, unknown>;
export const OrphanedChangePartsFragmentDoc = new TypedDocumentString(`
    fragment OrphanedChangeParts on OrphanedPathChange {
  root
  target
  permission
  hops
  reasons
}
    `, {"fragmentName":"OrphanedChangeParts"}) as unknown as TypedDocumentString<OrphanedChangePartsFragment, unknown>;
export const SnapshotPartsFragmentDoc = new TypedDocumentString(`
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
    `, {"fragmentName":"SnapshotParts"}) as unknown as TypedDocumentString<SnapshotPartsFragment, unknown>;
export const CompletenessPartsFragmentDoc = new TypedDocumentString(`
    fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
    `, {"fragmentName":"CompletenessParts"}) as unknown as TypedDocumentString<CompletenessPartsFragment, unknown>;
export const FreshnessPartsFragmentDoc = new TypedDocumentString(`
    fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
    `, {"fragmentName":"FreshnessParts"}) as unknown as TypedDocumentString<FreshnessPartsFragment, unknown>;
export const ProblemPartsFragmentDoc = new TypedDocumentString(`
    fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
    `, {"fragmentName":"ProblemParts"}) as unknown as TypedDocumentString<ProblemPartsFragment, unknown>;
export const SeriesPartsFragmentDoc = new TypedDocumentString(`
    fragment SeriesParts on CostAttributionResult {
  __typename
  ... on CostAttribution {
    snapshot {
      ...SnapshotParts
    }
    completeness {
      ...CompletenessParts
    }
    freshness {
      ...FreshnessParts
    }
    columns {
      currency
      key {
        key
        value
      }
      cost
    }
  }
  ... on UserError {
    ...ProblemParts
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`, {"fragmentName":"SeriesParts"}) as unknown as TypedDocumentString<SeriesPartsFragment, unknown>;
export const MoneyPartsFragmentDoc = new TypedDocumentString(`
    fragment MoneyParts on Money {
  currency
  amount
}
    `, {"fragmentName":"MoneyParts"}) as unknown as TypedDocumentString<MoneyPartsFragment, unknown>;
export const OverlapPartsFragmentDoc = new TypedDocumentString(`
    fragment OverlapParts on CostOverlap {
  kind
  application
  category
  firstDay
  lastDay
  source
  counted
  cost {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  currency
  amount
}`, {"fragmentName":"OverlapParts"}) as unknown as TypedDocumentString<OverlapPartsFragment, unknown>;
export const DecidedPartsFragmentDoc = new TypedDocumentString(`
    fragment DecidedParts on Decided {
  decision
  kind
  ids
  note
  generation
}
    `, {"fragmentName":"DecidedParts"}) as unknown as TypedDocumentString<DecidedPartsFragment, unknown>;
export const EdgePartsFragmentDoc = new TypedDocumentString(`
    fragment EdgeParts on EdgeEvidence {
  source
  kind
  target
  permission
  claimedBy
  since
  evidence
  sourceName
  targetName
}
    `, {"fragmentName":"EdgeParts"}) as unknown as TypedDocumentString<EdgePartsFragment, unknown>;
export const InventoryPartsFragmentDoc = new TypedDocumentString(`
    fragment InventoryParts on InventoryRow {
  id
  kind
  name
  sensitivity
}
    `, {"fragmentName":"InventoryParts"}) as unknown as TypedDocumentString<InventoryPartsFragment, unknown>;
export const MonthEndPartsFragmentDoc = new TypedDocumentString(`
    fragment MonthEndParts on MonthEnd {
  month
  spent {
    ...MoneyParts
  }
  expected {
    ...MoneyParts
  }
  low {
    ...MoneyParts
  }
  high {
    ...MoneyParts
  }
  budget {
    ...MoneyParts
  }
  over
  reason
  missingDays
  key {
    key
    value
  }
}
    fragment MoneyParts on Money {
  currency
  amount
}`, {"fragmentName":"MonthEndParts"}) as unknown as TypedDocumentString<MonthEndPartsFragment, unknown>;
export const OrphanedRootPartsFragmentDoc = new TypedDocumentString(`
    fragment OrphanedRootParts on OrphanedRoot {
  id
  name
  state
  shadow
  routes
  folded
  reasons {
    code
    since
    evidence
  }
  spendSince {
    ...MoneyParts
  }
  nextOwner {
    id
    name
    reason
    evidence
  }
}
    fragment MoneyParts on Money {
  currency
  amount
}`, {"fragmentName":"OrphanedRootParts"}) as unknown as TypedDocumentString<OrphanedRootPartsFragment, unknown>;
export const EvidencePartsFragmentDoc = new TypedDocumentString(`
    fragment EvidenceParts on EdgeEvidence {
  source
  kind
  target
  permission
  claimedBy
  since
  evidence
  sourceName
  targetName
}
    `, {"fragmentName":"EvidenceParts"}) as unknown as TypedDocumentString<EvidencePartsFragment, unknown>;
export const OrphanedPathPartsFragmentDoc = new TypedDocumentString(`
    fragment OrphanedPathParts on OrphanedPath {
  root
  target
  below
  permission
  hops
  lastUsed
  witness {
    ...EvidenceParts
  }
}
    fragment EvidenceParts on EdgeEvidence {
  source
  kind
  target
  permission
  claimedBy
  since
  evidence
  sourceName
  targetName
}`, {"fragmentName":"OrphanedPathParts"}) as unknown as TypedDocumentString<OrphanedPathPartsFragment, unknown>;
export const ReachedPagePartsFragmentDoc = new TypedDocumentString(`
    fragment ReachedPageParts on ReachedConnection {
  totalCount
  nodes {
    id
    kind
    name
    permission
    permissionKnown
    basis
    hops
    exercised
    lastUsed
    sensitivity
    witness {
      ...EvidenceParts
    }
  }
  pageInfo {
    endCursor
    hasNextPage
  }
}
    fragment EvidenceParts on EdgeEvidence {
  source
  kind
  target
  permission
  claimedBy
  since
  evidence
  sourceName
  targetName
}`, {"fragmentName":"ReachedPageParts"}) as unknown as TypedDocumentString<ReachedPagePartsFragment, unknown>;
export const ChangedElementPartsFragmentDoc = new TypedDocumentString(`
    fragment ChangedElementParts on ChangedElement {
  source
  kind
  target
  permission
  becomes
}
    `, {"fragmentName":"ChangedElementParts"}) as unknown as TypedDocumentString<ChangedElementPartsFragment, unknown>;
export const WhatIfTotalsPartsFragmentDoc = new TypedDocumentString(`
    fragment WhatIfTotalsParts on WhatIfTotals {
  dataSources
  score
  orphanedRoots
  orphanedPaths
  spendPerMonth {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  currency
  amount
}`, {"fragmentName":"WhatIfTotalsParts"}) as unknown as TypedDocumentString<WhatIfTotalsPartsFragment, unknown>;
export const ChangesDocument = new TypedDocumentString(`
    query Changes($input: ChangesInput!, $first: Int!) {
  changes(input: $input) {
    __typename
    ... on Changes {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      from
      to
      edges {
        opened(first: $first) {
          totalCount
          nodes {
            ...EdgeChangeParts
          }
        }
        closed(first: $first) {
          totalCount
          nodes {
            ...EdgeChangeParts
          }
        }
      }
      permissions(first: $first) {
        totalCount
        nodes {
          source
          kind
          target
          before
          after
          claimedBy
          run
          at
        }
      }
      properties(first: $first) {
        totalCount
        nodes {
          id
          property
          before
          after
          claimedBy
          run
          at
        }
      }
      orphanedPaths {
        opened(first: $first) {
          totalCount
          nodes {
            ...OrphanedChangeParts
          }
        }
        closed(first: $first) {
          totalCount
          nodes {
            ...OrphanedChangeParts
          }
        }
      }
      reach(first: $first) {
        totalCount
        nodes {
          id
          name
          gained
          lost
          scoreBefore
          scoreAfter
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment EdgeChangeParts on EdgeChange {
  source
  kind
  target
  permission
  claimedBy
  run
  at
  evidence
}
fragment OrphanedChangeParts on OrphanedPathChange {
  root
  target
  permission
  hops
  reasons
}
fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`) as unknown as TypedDocumentString<ChangesQuery, ChangesQueryVariables>;
export const CostSumsDocument = new TypedDocumentString(`
    query CostSums($input: CostAttributionInput!) {
  costAttribution(input: $input) {
    __typename
    ... on CostAttribution {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      ledger {
        ...MoneyParts
      }
      buckets {
        key
        value {
          ...MoneyParts
        }
      }
      droppedBuckets {
        key
        value {
          ...MoneyParts
        }
      }
      estimateValue {
        ...MoneyParts
      }
      includedValue {
        ...MoneyParts
      }
      leftOut {
        ...MoneyParts
      }
      unpricedRows
      rates {
        key
        value
      }
      overlaps {
        ...OverlapParts
      }
      unitCosts {
        unit
        count
        cost {
          ...MoneyParts
        }
        perUnit {
          ...MoneyParts
        }
      }
      restated(first: 1) {
        totalCount
      }
      columns {
        currency
        key {
          key
          value
        }
        cost
        estimate
        included
        basis
        requests
        tokens {
          key
          value
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment OverlapParts on CostOverlap {
  kind
  application
  category
  firstDay
  lastDay
  source
  counted
  cost {
    ...MoneyParts
  }
}
fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`) as unknown as TypedDocumentString<CostSumsQuery, CostSumsQueryVariables>;
export const CostSeriesDocument = new TypedDocumentString(`
    query CostSeries($input: CostAttributionInput!, $whole: CostAttributionInput!) {
  parts: costAttribution(input: $input) {
    ...SeriesParts
  }
  whole: costAttribution(input: $whole) {
    ...SeriesParts
  }
}
    fragment SeriesParts on CostAttributionResult {
  __typename
  ... on CostAttribution {
    snapshot {
      ...SnapshotParts
    }
    completeness {
      ...CompletenessParts
    }
    freshness {
      ...FreshnessParts
    }
    columns {
      currency
      key {
        key
        value
      }
      cost
    }
  }
  ... on UserError {
    ...ProblemParts
  }
}
fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`) as unknown as TypedDocumentString<CostSeriesQuery, CostSeriesQueryVariables>;
export const CostAnomaliesDocument = new TypedDocumentString(`
    query CostAnomalies($input: AnomaliesInput!, $first: Int!) {
  anomalies(input: $input) {
    __typename
    ... on Anomalies {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      method
      sensitivity
      judged
      rows(first: $first) {
        totalCount
        nodes {
          day
          cost {
            ...MoneyParts
          }
          expected {
            ...MoneyParts
          }
          low {
            ...MoneyParts
          }
          high {
            ...MoneyParts
          }
          key {
            key
            value
          }
          drivers {
            key {
              key
              value
            }
            cost {
              ...MoneyParts
            }
            usual {
              ...MoneyParts
            }
          }
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`) as unknown as TypedDocumentString<CostAnomaliesQuery, CostAnomaliesQueryVariables>;
export const CostDailyDocument = new TypedDocumentString(`
    query CostDaily($input: CostAttributionInput!) {
  costAttribution(input: $input) {
    ...SeriesParts
  }
}
    fragment SeriesParts on CostAttributionResult {
  __typename
  ... on CostAttribution {
    snapshot {
      ...SnapshotParts
    }
    completeness {
      ...CompletenessParts
    }
    freshness {
      ...FreshnessParts
    }
    columns {
      currency
      key {
        key
        value
      }
      cost
    }
  }
  ... on UserError {
    ...ProblemParts
  }
}
fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`) as unknown as TypedDocumentString<CostDailyQuery, CostDailyQueryVariables>;
export const CostForecastDocument = new TypedDocumentString(`
    query CostForecast($input: ForecastInput!, $first: Int!, $after: String) {
  forecast(input: $input) {
    __typename
    ... on Forecast {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      method
      total {
        ...MonthEndParts
      }
      rows(first: $first, after: $after) {
        totalCount
        nodes {
          ...MonthEndParts
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
fragment MonthEndParts on MonthEnd {
  month
  spent {
    ...MoneyParts
  }
  expected {
    ...MoneyParts
  }
  low {
    ...MoneyParts
  }
  high {
    ...MoneyParts
  }
  budget {
    ...MoneyParts
  }
  over
  reason
  missingDays
  key {
    key
    value
  }
}`) as unknown as TypedDocumentString<CostForecastQuery, CostForecastQueryVariables>;
export const CostDifferenceDocument = new TypedDocumentString(`
    query CostDifference($input: CostAttributionInput!, $first: Int!, $after: String) {
  costAttribution(input: $input) {
    __typename
    ... on CostAttribution {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      ledger {
        ...MoneyParts
      }
      difference {
        from
        to
        before {
          ...MoneyParts
        }
        after {
          ...MoneyParts
        }
        difference {
          ...MoneyParts
        }
        parts {
          key
          value {
            ...MoneyParts
          }
        }
      }
      drivers(first: $first, after: $after) {
        totalCount
        nodes {
          key {
            key
            value
          }
          before {
            ...MoneyParts
          }
          after {
            ...MoneyParts
          }
          difference {
            ...MoneyParts
          }
          people {
            ...MoneyParts
          }
          volume {
            ...MoneyParts
          }
          price {
            ...MoneyParts
          }
          mix {
            ...MoneyParts
          }
          unmeasured {
            ...MoneyParts
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`) as unknown as TypedDocumentString<CostDifferenceQuery, CostDifferenceQueryVariables>;
export const CostBillDocument = new TypedDocumentString(`
    query CostBill($input: CostAttributionInput!, $first: Int!) {
  costAttribution(input: $input) {
    __typename
    ... on CostAttribution {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      ledger {
        ...MoneyParts
      }
      buckets {
        key
        value {
          ...MoneyParts
        }
      }
      variance {
        application
        from
        to
        billed {
          ...MoneyParts
        }
        usage {
          ...MoneyParts
        }
        variance {
          ...MoneyParts
        }
        inWindow {
          ...MoneyParts
        }
        causes {
          code
          detail
          amount {
            ...MoneyParts
          }
          count
        }
      }
      restated(first: $first) {
        totalCount
        nodes {
          kind
          application
          category
          from
          to
          basis
          source
          run
          at
          why
          before {
            ...MoneyParts
          }
          after {
            ...MoneyParts
          }
          requestsBefore
          requestsAfter
          tokensBefore
          tokensAfter
        }
      }
      overlaps {
        ...OverlapParts
      }
      priced {
        source
        counts
        cost {
          ...MoneyParts
        }
        estimate {
          ...MoneyParts
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment OverlapParts on CostOverlap {
  kind
  application
  category
  firstDay
  lastDay
  source
  counted
  cost {
    ...MoneyParts
  }
}
fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`) as unknown as TypedDocumentString<CostBillQuery, CostBillQueryVariables>;
export const DecideDocument = new TypedDocumentString(`
    mutation Decide($input: DecideInput!) {
  decide(input: $input) {
    __typename
    ... on Decided {
      ...DecidedParts
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment DecidedParts on Decided {
  decision
  kind
  ids
  note
  generation
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`) as unknown as TypedDocumentString<DecideMutation, DecideMutationVariables>;
export const UndoDecisionDocument = new TypedDocumentString(`
    mutation UndoDecision($input: UndoInput!) {
  undoDecision(input: $input) {
    __typename
    ... on Decided {
      ...DecidedParts
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment DecidedParts on Decided {
  decision
  kind
  ids
  note
  generation
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`) as unknown as TypedDocumentString<UndoDecisionMutation, UndoDecisionMutationVariables>;
export const AcceptRunDocument = new TypedDocumentString(`
    mutation AcceptRun($input: AcceptRunInput!) {
  acceptRun(input: $input) {
    __typename
    ... on AcceptedRun {
      source
      run
      state
      generation
      retired {
        key
        value
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`) as unknown as TypedDocumentString<AcceptRunMutation, AcceptRunMutationVariables>;
export const HomeOrphanedDocument = new TypedDocumentString(`
    query HomeOrphaned($input: OrphanedPathsInput) {
  orphanedPaths(input: $input) {
    __typename
    ... on OrphanedPaths {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      totalRoots
      totalPaths
      totalUnknown
      roots(first: 200) {
        totalCount
        nodes {
          id
          name
          state
          shadow
          routes
          reasons {
            code
            since
            evidence
          }
          spendSince {
            ...MoneyParts
          }
          nextOwner {
            id
            name
          }
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`) as unknown as TypedDocumentString<HomeOrphanedQuery, HomeOrphanedQueryVariables>;
export const HomeChangesDocument = new TypedDocumentString(`
    query HomeChanges($input: ChangesInput!) {
  changes(input: $input) {
    __typename
    ... on Changes {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      from
      to
      nodes {
        opened(first: 1) {
          totalCount
        }
        closed(first: 1) {
          totalCount
        }
      }
      edges {
        opened(first: 1) {
          totalCount
        }
        closed(first: 1) {
          totalCount
        }
      }
      permissions(first: 1) {
        totalCount
      }
      orphanedPaths {
        opened(first: 1) {
          totalCount
        }
        closed(first: 1) {
          totalCount
        }
      }
      reach(first: 5) {
        totalCount
        nodes {
          id
          name
          gained
          lost
          scoreBefore
          scoreAfter
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`) as unknown as TypedDocumentString<HomeChangesQuery, HomeChangesQueryVariables>;
export const HomeShadowDocument = new TypedDocumentString(`
    query HomeShadow($input: InventoryInput!) {
  inventory(input: $input) {
    __typename
    ... on Inventory {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      total
      rows(first: 5) {
        nodes {
          id
          kind
          name
          lastUsed
          dataSources
          cost {
            ...MoneyParts
          }
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`) as unknown as TypedDocumentString<HomeShadowQuery, HomeShadowQueryVariables>;
export const HomeForecastDocument = new TypedDocumentString(`
    query HomeForecast($input: ForecastInput!) {
  forecast(input: $input) {
    __typename
    ... on Forecast {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      total {
        ...MonthEndParts
      }
      rows(first: 6) {
        totalCount
        nodes {
          ...MonthEndParts
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
fragment MonthEndParts on MonthEnd {
  month
  spent {
    ...MoneyParts
  }
  expected {
    ...MoneyParts
  }
  low {
    ...MoneyParts
  }
  high {
    ...MoneyParts
  }
  budget {
    ...MoneyParts
  }
  over
  reason
  missingDays
  key {
    key
    value
  }
}`) as unknown as TypedDocumentString<HomeForecastQuery, HomeForecastQueryVariables>;
export const HomeAnomaliesDocument = new TypedDocumentString(`
    query HomeAnomalies($input: AnomaliesInput!) {
  anomalies(input: $input) {
    __typename
    ... on Anomalies {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      judged
      rows(first: 5) {
        totalCount
        nodes {
          day
          cost {
            ...MoneyParts
          }
          expected {
            ...MoneyParts
          }
          key {
            key
            value
          }
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`) as unknown as TypedDocumentString<HomeAnomaliesQuery, HomeAnomaliesQueryVariables>;
export const HomeUnresolvedDocument = new TypedDocumentString(`
    query HomeUnresolved($input: UnresolvedInput) {
  unresolved(input: $input) {
    __typename
    ... on Unresolved {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      total
      rows(first: 5) {
        nodes {
          kind
          id
          name
          why
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`) as unknown as TypedDocumentString<HomeUnresolvedQuery, HomeUnresolvedQueryVariables>;
export const NamesDocument = new TypedDocumentString(`
    query Names($ids: [ID!]!, $asOf: DateTime) {
  nodes(ids: $ids, asOf: $asOf) {
    id
    kind
    name
    known
  }
}
    `) as unknown as TypedDocumentString<NamesQuery, NamesQueryVariables>;
export const OrphanedRootsDocument = new TypedDocumentString(`
    query OrphanedRoots($input: OrphanedPathsInput, $first: Int!, $after: String) {
  orphanedPaths(input: $input) {
    __typename
    ... on OrphanedPaths {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      totalRoots
      totalPaths
      totalUnknown
      roots(first: $first, after: $after) {
        totalCount
        nodes {
          ...OrphanedRootParts
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
fragment OrphanedRootParts on OrphanedRoot {
  id
  name
  state
  shadow
  routes
  folded
  reasons {
    code
    since
    evidence
  }
  spendSince {
    ...MoneyParts
  }
  nextOwner {
    id
    name
    reason
    evidence
  }
}`) as unknown as TypedDocumentString<OrphanedRootsQuery, OrphanedRootsQueryVariables>;
export const UnknownOwnersDocument = new TypedDocumentString(`
    query UnknownOwners($input: OrphanedPathsInput, $first: Int!, $after: String) {
  orphanedPaths(input: $input) {
    __typename
    ... on OrphanedPaths {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      totalUnknown
      unknown(first: $first, after: $after) {
        totalCount
        nodes {
          id
          why
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`) as unknown as TypedDocumentString<UnknownOwnersQuery, UnknownOwnersQueryVariables>;
export const OrphanedOfDocument = new TypedDocumentString(`
    query OrphanedOf($input: OrphanedPathsInput, $first: Int!, $after: String) {
  orphanedPaths(input: $input) {
    __typename
    ... on OrphanedPaths {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      totalPaths
      roots(first: 1) {
        nodes {
          ...OrphanedRootParts
        }
      }
      unknown(first: 1) {
        nodes {
          id
          why
        }
      }
      paths(first: $first, after: $after) {
        totalCount
        nodes {
          ...OrphanedPathParts
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
fragment OrphanedRootParts on OrphanedRoot {
  id
  name
  state
  shadow
  routes
  folded
  reasons {
    code
    since
    evidence
  }
  spendSince {
    ...MoneyParts
  }
  nextOwner {
    id
    name
    reason
    evidence
  }
}
fragment OrphanedPathParts on OrphanedPath {
  root
  target
  below
  permission
  hops
  lastUsed
  witness {
    ...EvidenceParts
  }
}
fragment EvidenceParts on EdgeEvidence {
  source
  kind
  target
  permission
  claimedBy
  since
  evidence
  sourceName
  targetName
}`) as unknown as TypedDocumentString<OrphanedOfQuery, OrphanedOfQueryVariables>;
export const OrphanedSheetDocument = new TypedDocumentString(`
    query OrphanedSheet($input: OrphanedPathsInput, $first: Int!, $after: String) {
  orphanedPaths(input: $input) {
    __typename
    ... on OrphanedPaths {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      paths(first: $first, after: $after) {
        nodes {
          ...OrphanedPathParts
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
fragment OrphanedPathParts on OrphanedPath {
  root
  target
  below
  permission
  hops
  lastUsed
  witness {
    ...EvidenceParts
  }
}
fragment EvidenceParts on EdgeEvidence {
  source
  kind
  target
  permission
  claimedBy
  since
  evidence
  sourceName
  targetName
}`) as unknown as TypedDocumentString<OrphanedSheetQuery, OrphanedSheetQueryVariables>;
export const RevocationOfDocument = new TypedDocumentString(`
    query RevocationOf($input: RevocationInput, $first: Int!) {
  revocation(input: $input) {
    __typename
    ... on Revocation {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      roots
      targets
      edges {
        source
        kind
        target
      }
      nodes
      cost
      proven
      steps {
        system
        action
        cost
        source
        target
        command
      }
      collateral(first: $first) {
        totalCount
        nodes {
          id
          name
          loses
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`) as unknown as TypedDocumentString<RevocationOfQuery, RevocationOfQueryVariables>;
export const AccessPathsDocument = new TypedDocumentString(`
    query AccessPaths($input: AccessPathsInput!, $first: Int!) {
  accessPaths(input: $input) {
    __typename
    ... on AccessPaths {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      from
      to
      total
      paths(first: $first) {
        nodes {
          hops
          permission
          permissionKnown
          sentence
          edges {
            ...EvidenceParts
          }
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
fragment EvidenceParts on EdgeEvidence {
  source
  kind
  target
  permission
  claimedBy
  since
  evidence
  sourceName
  targetName
}`) as unknown as TypedDocumentString<AccessPathsQuery, AccessPathsQueryVariables>;
export const BlastRadiusDocument = new TypedDocumentString(`
    query BlastRadius($input: BlastRadiusInput!, $first: Int!, $after: String) {
  blastRadius(input: $input) {
    __typename
    ... on BlastRadius {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      start
      total
      byKind {
        key
        value
      }
      bySensitivity {
        key
        value
      }
      byPermission {
        key
        value
      }
      shareOfDataSources
      score
      spend {
        ...MoneyParts
      }
      reached(first: $first, after: $after) {
        ...ReachedPageParts
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
fragment ReachedPageParts on ReachedConnection {
  totalCount
  nodes {
    id
    kind
    name
    permission
    permissionKnown
    basis
    hops
    exercised
    lastUsed
    sensitivity
    witness {
      ...EvidenceParts
    }
  }
  pageInfo {
    endCursor
    hasNextPage
  }
}
fragment EvidenceParts on EdgeEvidence {
  source
  kind
  target
  permission
  claimedBy
  since
  evidence
  sourceName
  targetName
}`) as unknown as TypedDocumentString<BlastRadiusQuery, BlastRadiusQueryVariables>;
export const ExposureDocument = new TypedDocumentString(`
    query Exposure($input: ExposureInput!, $first: Int!, $after: String) {
  exposure(input: $input) {
    __typename
    ... on Exposure {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      target
      total
      byKind {
        key
        value
      }
      bySensitivity {
        key
        value
      }
      byPermission {
        key
        value
      }
      reached(first: $first, after: $after) {
        ...ReachedPageParts
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
fragment ReachedPageParts on ReachedConnection {
  totalCount
  nodes {
    id
    kind
    name
    permission
    permissionKnown
    basis
    hops
    exercised
    lastUsed
    sensitivity
    witness {
      ...EvidenceParts
    }
  }
  pageInfo {
    endCursor
    hasNextPage
  }
}
fragment EvidenceParts on EdgeEvidence {
  source
  kind
  target
  permission
  claimedBy
  since
  evidence
  sourceName
  targetName
}`) as unknown as TypedDocumentString<ExposureQuery, ExposureQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($input: SearchInput!, $first: Int!, $after: String) {
  search(input: $input) {
    __typename
    ... on Search {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      total
      nodes(first: $first, after: $after) {
        totalCount
        nodes {
          id
          kind
          name
          known
          aliases
          props {
            key
            value
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const SourcesDocument = new TypedDocumentString(`
    query Sources {
  status {
    generation
    sources {
      source
      lastRun
      state
      ageS
      promisedAgeS
      reasons {
        code
        detail
      }
      scopes {
        scope
        firstComplete
        lastComplete
        from
        to
      }
    }
    runs {
      run
      source
      observedAt
      state
      reasons {
        code
        detail
      }
      counts {
        added {
          key
          value
        }
        retired {
          key
          value
        }
        held {
          key
          value
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SourcesQuery, SourcesQueryVariables>;
export const StatusDocument = new TypedDocumentString(`
    query Status {
  status {
    generation
    builtAt
    digest
    counts {
      usage
      charges
      nodes {
        key
        value
      }
    }
    sources {
      source
      lastRun
      state
      ageS
      promisedAgeS
      reasons {
        code
        detail
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StatusQuery, StatusQueryVariables>;
export const MomentsDocument = new TypedDocumentString(`
    query Moments($last: Int!) {
  status {
    moments(last: $last)
  }
}
    `) as unknown as TypedDocumentString<MomentsQuery, MomentsQueryVariables>;
export const UnresolvedDocument = new TypedDocumentString(`
    query Unresolved($input: UnresolvedInput, $first: Int!, $after: String) {
  unresolved(input: $input) {
    __typename
    ... on Unresolved {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      total
      rows(first: $first, after: $after) {
        totalCount
        nodes {
          kind
          id
          name
          why
          candidates
          command
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`) as unknown as TypedDocumentString<UnresolvedQuery, UnresolvedQueryVariables>;
export const WhatIfDocument = new TypedDocumentString(`
    query WhatIf($input: WhatIfInput!, $first: Int!) {
  whatIf(input: $input) {
    __typename
    ... on WhatIf {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      removed {
        ...ChangedElementParts
      }
      added {
        ...ChangedElementParts
      }
      totalLost
      totalGained
      lostByUse {
        used
        indirect
        unused
        unknown
      }
      lost(first: $first) {
        totalCount
        nodes {
          id
          target
          permission
          left
          used
        }
      }
      gained(first: $first) {
        totalCount
        nodes {
          id
          target
          permission
          had
          used
        }
      }
      principals(first: $first) {
        totalCount
        nodes {
          id
          name
          dataSourcesBefore
          dataSourcesAfter
          scoreBefore
          scoreAfter
        }
      }
      orphanedPaths {
        closed {
          root
          target
          permission
        }
        opened {
          root
          target
          permission
        }
      }
      before {
        ...WhatIfTotalsParts
      }
      after {
        ...WhatIfTotalsParts
      }
      spendStopsPerMonth {
        ...MoneyParts
      }
      order {
        system
        action
        usedBy
        source
        target
        command
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
fragment ChangedElementParts on ChangedElement {
  source
  kind
  target
  permission
  becomes
}
fragment WhatIfTotalsParts on WhatIfTotals {
  dataSources
  score
  orphanedRoots
  orphanedPaths
  spendPerMonth {
    ...MoneyParts
  }
}`) as unknown as TypedDocumentString<WhatIfQuery, WhatIfQueryVariables>;