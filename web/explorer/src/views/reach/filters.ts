/** The filters of a reach, from the URL to the input of the question and back. */
import type { Basis, NodeKind, Permission } from "../../client/generated/graphql.ts";
import type { Params } from "../../location/location.ts";

export interface ReachFilters {
  readonly kinds: readonly NodeKind[];
  readonly minPermission: Permission | null;
  readonly basis: Basis | null;
  readonly via: string | null;
  readonly maxHops: number | null;
  /** The API has no such filter: it is one on the rows that are here. */
  readonly uses: readonly string[];
}

const KINDS: readonly string[] = ["Identity", "Group", "Account", "Credential", "Application", "Model", "McpServer", "McpTool", "DataSource"];
const PERMISSIONS: readonly string[] = ["DISCOVER", "READ", "WRITE", "ADMIN"];
const BASES: readonly string[] = ["GRANTED", "OBSERVED", "EITHER"];
const USES: readonly string[] = ["YES", "INDIRECT", "NO", "UNKNOWN"];

/** What cannot be read in the URL is no filter. */
export function readFilters(params: Params): ReachFilters {
  const first = (name: string): string | undefined => params[name]?.[0];
  const listed = (words: readonly string[], word: string | undefined): string | null => (word !== undefined && words.includes(word) ? word : null);
  const hops = Number(first("maxHops") ?? "");
  return {
    kinds: (params["kind"] ?? []).filter((kind) => KINDS.includes(kind)) as NodeKind[],
    minPermission: listed(PERMISSIONS, first("minPermission")) as Permission | null,
    basis: listed(BASES, first("basis")) as Basis | null,
    via: first("via") ?? null,
    maxHops: Number.isInteger(hops) && hops > 0 ? hops : null,
    uses: (params["use"] ?? []).filter((use) => USES.includes(use)),
  };
}

/** The part of the input that both questions share; what is not filtered is left out. */
export function inputOf(filters: ReachFilters, asOf: string | undefined) {
  return {
    ...(asOf ? { asOf } : {}),
    ...(filters.kinds.length > 0 ? { kinds: [...filters.kinds] } : {}),
    ...(filters.minPermission ? { minPermission: filters.minPermission } : {}),
    ...(filters.basis ? { basis: filters.basis } : {}),
    ...(filters.via ? { via: filters.via } : {}),
    ...(filters.maxHops ? { maxHops: filters.maxHops } : {}),
  };
}

/** The rows that fit the filter on use. */
export function usedRows<Row extends { readonly exercised: string }>(rows: readonly Row[], uses: readonly string[]): readonly Row[] {
  return uses.length === 0 ? rows : rows.filter((row) => uses.includes(row.exercised));
}
