// Amounts as people read them, from the decimal strings of the server: no float is between.
import { text } from "../text/index.ts";

export interface Money {
  readonly currency: string;
  readonly amount: string;
}

/** An amount with two digits after the point, rounded half away from zero, in groups of three; unknown is a dash. */
export function formatMoney(money: Money | null | undefined): string {
  if (!money) return text.unknown;
  return `${money.currency} ${groupDigits(roundDecimal(money.amount, 2))}`;
}

/** The whole amount, every digit. */
export const exactMoney = (money: Money): string => `${money.currency} ${money.amount}`;

const NANO_PLACES = 9;

/** An amount of the server in whole nano-units, exactly. */
export function nanoOf(amount: string): bigint {
  const [whole = "0", part = ""] = amount.replace(/^[+-]/, "").split(".");
  const nano = BigInt(whole + part.padEnd(NANO_PLACES, "0").slice(0, NANO_PLACES));
  return amount.startsWith("-") ? -nano : nano;
}

/** Nano-units as the server writes an amount: nine digits after the point. */
export function decimalOf(nano: bigint): string {
  const digits = (nano < 0n ? -nano : nano).toString().padStart(NANO_PLACES + 1, "0");
  return `${nano < 0n ? "-" : ""}${digits.slice(0, -NANO_PLACES)}.${digits.slice(-NANO_PLACES)}`;
}

/** A decimal string with so many digits after the point. */
export function roundDecimal(amount: string, places: number): string {
  const sign = amount.startsWith("-") ? "-" : "";
  const [whole = "0", part = ""] = amount.replace(/^[+-]/, "").split(".");
  const digits = BigInt(whole + part.padEnd(places + 1, "0").slice(0, places));
  const rounded = digits + (Number(part[places] ?? "0") >= 5 ? 1n : 0n);
  const written = rounded.toString().padStart(places + 1, "0");
  const point = written.length - places;
  const shown = places ? `${written.slice(0, point)}.${written.slice(point)}` : written;
  return rounded === 0n ? shown : sign + shown;
}

export function groupDigits(number: string): string {
  const [whole = "", part] = number.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return part === undefined ? grouped : `${grouped}.${part}`;
}

/** What share of an amount another is, 0 to 1, for the length of a bar alone. */
export function ratio(part: Money | null | undefined, whole: Money | null | undefined): number | null {
  const divisor = whole ? Number(whole.amount) : 0;
  return part && divisor > 0 ? Number(part.amount) / divisor : null;
}
