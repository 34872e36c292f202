// An amount with every digit that it has: what is finer than a hundredth is there, and does not shout.
import { groupDigits, roundDecimal } from "../format/money.ts";
import { text } from "../text/index.ts";

const SHOWN_PLACES = 2;

/** The digits after the point that amounts need, from 2 to 9: one number for all that stand below one another. */
export function placesOf(amounts: readonly (string | null | undefined)[]): number {
  return Math.max(SHOWN_PLACES, ...amounts.map((amount) => (amount?.split(".")[1] ?? "").replace(/0+$/, "").length));
}

interface Props {
  /** A decimal string of the server; null where nobody knows. */
  readonly amount: string | null | undefined;
  readonly places?: number;
  /** Also a plus before what is not negative. */
  readonly signed?: boolean;
}

export function Amount({ amount, places = placesOf([amount]), signed = false }: Props) {
  if (amount === null || amount === undefined) return <span class="muted">{text.unknown}</span>;
  const rounded = roundDecimal(amount, places);
  const [whole = "0", digits = ""] = rounded.replace(/^-/, "").split(".");
  const isNegative = rounded.startsWith("-");
  const isZero = /^0*$/.test(whole + digits);
  const sign = isZero ? "" : isNegative ? "−" : signed ? "+" : "";
  return (
    <data class={`amount ${isZero ? "is-zero" : ""}`} value={amount} title={amount}>
      {sign}
      {groupDigits(`${whole}.${digits.slice(0, SHOWN_PLACES)}`)}
      <span class="amount-rest">{digits.slice(SHOWN_PLACES)}</span>
    </data>
  );
}
