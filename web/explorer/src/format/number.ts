// Counts and shares.
import { groupDigits } from "./money.ts";

export const formatCount = (count: number): string => groupDigits(String(count));

/** How much more or less: a sign before all but nothing. */
export const formatChange = (count: number): string =>
  `${count > 0 ? "+" : count < 0 ? "−" : ""}${formatCount(Math.abs(count))}`;

/** A share of 0 to 1 as a whole percentage. */
export const formatShare = (share: number): string => `${Math.round(share * 100)} %`;

/** A score with at most one digit after the point. */
export const formatScore = (score: number): string => groupDigits(String(Math.round(score * 10) / 10));
