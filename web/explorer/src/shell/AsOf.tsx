// The moment that every view asks about: chosen here, in the URL, and never hidden.
import { asOf, change } from "../location/location.ts";
import { daysBefore, isoMoment, momentOr } from "../format/time.ts";
import { text } from "../text/index.ts";

export function AsOf() {
  const { value } = asOf;
  const step = (days: number) => change({ asOf: isoMoment(daysBefore(momentOr(value), -days)) });
  return (
    <span class={`as-of ${value ? "is-set" : ""}`}>
      <label for="as-of">{text.asOfControl.label}</label>
      <button type="button" class="quiet" onClick={() => step(-1)} aria-label={text.asOfControl.earlier} title={text.asOfControl.earlier}>
        <span aria-hidden="true">◂</span>
      </button>
      <input
        id="as-of"
        type="datetime-local"
        value={value ? isoMoment(momentOr(value)).slice(0, 16) : ""}
        onChange={({ currentTarget }) => {
          const chosen = new Date(`${currentTarget.value}:00Z`);
          change({ asOf: Number.isNaN(chosen.getTime()) ? undefined : isoMoment(chosen) });
        }}
      />
      <button type="button" class="quiet" onClick={() => step(1)} disabled={!value} aria-label={text.asOfControl.later} title={text.asOfControl.later}>
        <span aria-hidden="true">▸</span>
      </button>
      {value && (
        <button type="button" class="quiet" onClick={() => change({ asOf: undefined })}>
          {text.shell.asOfClear}
        </button>
      )}
    </span>
  );
}
