// What a program does with the generated types; compiled with --strict, never run.
import { CostDimension } from "./remit.js";
import type { BlastRadiusInput, CostAttributionInput, CostQuery, ReachQuery, SomeoneQuery } from "./remit.js";

export const start: BlastRadiusInput = { start: ["ada@acme.example"], asOf: "2026-11-20T08:00:00Z" };
export const november: CostAttributionInput = { by: [CostDimension.Day], from: "2026-11-01", to: "2026-11-30" };

export function hops(answer: ReachQuery): number[] {
  const reach = answer.blastRadius;
  return reach.__typename === "BlastRadius" ? reach.reached.nodes.map((row) => row.hops) : [];
}

export function why(answer: ReachQuery): string {
  const reach = answer.blastRadius;
  return reach.__typename === "NotFound" ? `${reach.code} at ${(reach.path ?? []).join(".")}` : "";
}

export function costs(answer: CostQuery): { amount: string; requests: number }[] {
  const cost = answer.costAttribution;
  if (cost.__typename !== "CostAttribution") return [];
  const column: (string | null)[] = cost.columns.cost;
  return column.map((amount, at) => ({ amount: amount ?? "0", requests: cost.columns.requests[at] ?? 0 }));
}

export function emails(answer: SomeoneQuery): string[] {
  const value = answer.node?.props.find((prop) => prop.key === "emails")?.value;
  return Array.isArray(value) ? value : [];
}
