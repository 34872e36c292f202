// The moment that every view asks about, and the one it is compared with: chosen here, in the URL, and never hidden.
import { useEffect, useRef, useState } from "preact/hooks";
import { type AnswerOf, unwrap, useAnswer } from "../client/answer.ts";
import { HomeChangesDocument, type HomeChangesQuery } from "../client/generated/graphql.ts";
import { formatCount } from "../format/number.ts";
import { daysBefore, formatMoment, isoMoment, momentOr } from "../format/time.ts";
import { asOf, change, compareWith, href, location } from "../location/location.ts";
import { CompletenessMark } from "../parts/CompletenessMark.tsx";
import { text } from "../text/index.ts";
import { changeAt, moments, nextChange } from "./moments.ts";

// Whoever drags, or holds a key, is asked for when they pause; all of it is one step of Back.
const PAUSE_MS = 250;
const SAME_STEP_MS = 2000;

export const stepAsOf = (step: 1 | -1): void => change({ asOf: nextChange(moments.value, asOf.value, step) });

interface SliderProps {
  readonly id: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly onChoose: (moment: string | undefined, replace: boolean) => void;
}

/** A slider whose steps are the moments at which the graph changed, the last of them being now. */
export function MomentSlider({ id, label, value, onChoose }: SliderProps) {
  const changes = moments.value;
  const [dragged, setDragged] = useState<number | null>(null);
  const timer = useRef(0);
  const chosenAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => setDragged(null), [value]);
  const index = dragged ?? (value === undefined ? changes.length : Math.max(0, changeAt(changes, value)));
  const words = index >= changes.length ? text.shell.asOfNow : formatMoment(dragged === null && value ? value : changes[index]);
  const choose = (next: number) => {
    setDragged(next);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      const isSameStep = performance.now() - chosenAt.current < SAME_STEP_MS;
      chosenAt.current = performance.now();
      onChoose(changes[next], isSameStep);
    }, PAUSE_MS);
  };
  return (
    <input
      id={id}
      class="moments"
      type="range"
      min={0}
      max={changes.length}
      step={1}
      value={index}
      disabled={!changes.length}
      aria-label={label}
      aria-valuetext={words}
      title={words}
      onInput={({ currentTarget }) => choose(Number(currentTarget.value))}
    />
  );
}

interface MomentProps extends SliderProps {
  readonly onClear: () => void;
  readonly clearWords: string;
}

/** A moment by slider, by a change earlier or later, or as typed. */
function MomentField({ id, label, value, onChoose, onClear, clearWords }: MomentProps) {
  const step = (by: 1 | -1) => onChoose(nextChange(moments.value, value, by), false);
  return (
    <span class={`as-of ${value ? "is-set" : ""}`}>
      <label for={id}>{label}</label>
      <button type="button" class="quiet" onClick={() => step(-1)} disabled={!moments.value.length} aria-label={text.asOfControl.earlier(label)} title={text.asOfControl.earlier(label)}>
        <span aria-hidden="true">◂</span>
      </button>
      <MomentSlider id={`${id}-slider`} label={text.asOfControl.slider(label)} value={value} onChoose={onChoose} />
      <button type="button" class="quiet" onClick={() => step(1)} disabled={!value} aria-label={text.asOfControl.later(label)} title={text.asOfControl.later(label)}>
        <span aria-hidden="true">▸</span>
      </button>
      <input
        id={id}
        type="datetime-local"
        value={value ? isoMoment(momentOr(value)).slice(0, 16) : ""}
        onChange={({ currentTarget }) => {
          const chosen = new Date(`${currentTarget.value}:00Z`);
          onChoose(Number.isNaN(chosen.getTime()) ? undefined : isoMoment(chosen), false);
        }}
      />
      {value && (
        <button type="button" class="quiet" onClick={onClear}>
          {clearWords}
        </button>
      )}
    </span>
  );
}

const DAYS = 7;

/** Compare with a week before, or no more. */
export const toggleComparison = (): void =>
  change({ compare: compareWith.value === undefined ? isoMoment(daysBefore(momentOr(asOf.value), DAYS)) : undefined });

export function AsOf() {
  const from = compareWith.value;
  return (
    <span class="time">
      {from !== undefined && (
        <MomentField
          id="compare-with"
          label={text.asOfControl.compareLabel}
          value={from}
          onChoose={(moment, replace) => change({ compare: moment ?? isoMoment(momentOr(asOf.value)) }, replace)}
          onClear={toggleComparison}
          clearWords={text.asOfControl.compareEnd}
        />
      )}
      <MomentField
        id="as-of"
        label={text.asOfControl.label}
        value={asOf.value}
        onChoose={(moment, replace) => change({ asOf: moment }, replace)}
        onClear={() => change({ asOf: undefined })}
        clearWords={text.shell.asOfClear}
      />
      {from === undefined && (
        <button type="button" class="quiet" id="compare" aria-keyshortcuts="c" onClick={toggleComparison}>
          {text.asOfControl.compare}
        </button>
      )}
    </span>
  );
}

/** Between the two moments, on every view: how much opened and closed; the lists are in the view of changes. */
export function Comparison() {
  const from = compareWith.value;
  const variables = from === undefined ? null : { input: { from, asOf: asOf.value ?? null } };
  const answer = useAnswer(HomeChangesDocument, variables, (data) => unwrap(data.changes));
  if (from === undefined) return null;
  return (
    <aside class="comparison" aria-label={text.compare.title} aria-busy={answer.state === "loading"}>
      {answer.state === "failed" && <span class="strip-late">{answer.problem.message}</span>}
      {answer.data && <Sides data={answer.data} />}
    </aside>
  );
}

function Sides({ data }: { data: AnswerOf<HomeChangesQuery["changes"]> }) {
  const { edges, orphanedPaths, reach } = data;
  const parts: readonly [string, { opened: { totalCount: number }; closed: { totalCount: number } }][] = [
    [text.compare.edges, edges],
    [text.compare.orphaned, orphanedPaths],
  ];
  return (
    <>
      <span>
        {formatMoment(data.from)} → {formatMoment(data.to)}
      </span>
      {parts.map(([title, { opened, closed }]) => (
        <span key={title}>
          {title}{" "}
          <b class="side-opened">
            +{formatCount(opened.totalCount)} {text.changes.opened}
          </b>{" "}
          <b class="side-closed">
            −{formatCount(closed.totalCount)} {text.changes.closed}
          </b>
        </span>
      ))}
      <span>{text.compare.reach(formatCount(reach.totalCount))}</span>
      <CompletenessMark provenance={data} />
      {location.value.view !== "changes" && <a href={href("changes")}>{text.compare.lists}</a>}
    </>
  );
}
