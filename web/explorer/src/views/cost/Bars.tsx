// Stacked bars over time, drawn by ourselves: each bar is a stop for the keyboard and says what it is made of.
import { useEffect, useRef, useState } from "preact/hooks";
import type { JSX } from "preact";
import { decimalOf, formatMoney, groupDigits } from "../../format/money.ts";
import { formatCount } from "../../format/number.ts";
import { text } from "../../text/index.ts";
import { keyText } from "./keys.tsx";
import { rangeOf, type Series, shareOf, type Stacks, ticksOf } from "./series.ts";

const HEIGHT = 260;
const TOP = 18;
const BOTTOM = 26;
const LABEL_WIDTH = 46;
const DIGIT_WIDTH = 7;
const LEAST_WIDTH = 280;
const words = text.cost;

/** The class that colours a series, by its place: what nobody is named for has no colour of its own. */
export const seriesClass = ({ key }: Pick<Series, "key">, index: number): string =>
  key === null ? (index === 0 ? "chart-whole" : "chart-rest") : key.startsWith("~") ? "chart-nameless" : `chart-series-${index + 1}`;

/** An amount of an axis: without digits after the point that no tick needs. */
export const tickText = (nano: bigint): string => groupDigits(decimalOf(nano).replace(/\.?0+$/, "")).replace(/^-/, "−");

interface Props {
  readonly stacks: Stacks;
  readonly currency: string;
  readonly label: string;
  /** How many anomalies each period has. */
  readonly anomalies: ReadonlyMap<string, number>;
  readonly chosen: string | null;
  readonly onHover: (period: string | null) => void;
  readonly onChoose: (period: string) => void;
}

/** The width of an element, kept up to date. */
export function useWidth(): [preactRef: { current: HTMLDivElement | null }, width: number] {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry!.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [box, width];
}

export function Bars(props: Props): JSX.Element {
  const [box, measured] = useWidth();
  const { stacks } = props;
  const width = Math.max(LEAST_WIDTH, measured);
  return (
    <div class="chart-box" ref={box}>
      {measured > 0 && stacks.periods.length > 0 && <Drawing {...props} width={width} />}
    </div>
  );
}

function Drawing({ stacks, currency, label, anomalies, chosen, onHover, onChoose, width }: Props & { width: number }): JSX.Element {
  const { periods } = stacks;
  const [current, setCurrent] = useState(periods.length - 1);
  const bars = useRef<SVGGElement>(null);
  const ticks = ticksOf(...rangeOf(stacks));
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  const left = Math.max(...ticks.map((tick) => tickText(tick).length)) * DIGIT_WIDTH + 12;
  const slot = (width - left - 8) / periods.length;
  const y = (nano: bigint): number => TOP + (1 - shareOf(nano, low, high)) * (HEIGHT - TOP - BOTTOM);
  const every = Math.ceil(LABEL_WIDTH / slot);
  const stop = Math.min(current, periods.length - 1);
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Record<string, number> = { ArrowLeft: stop - 1, ArrowRight: stop + 1, Home: 0, End: periods.length - 1 };
    const move = moves[event.key];
    if (move !== undefined) {
      const next = Math.max(0, Math.min(periods.length - 1, move));
      setCurrent(next);
      (bars.current?.children[next] as SVGElement | undefined)?.focus();
    } else if (event.key === "Enter" || event.key === " ") onChoose(periods[stop]!);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <svg class="picture chart" width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="group" aria-label={label}>
      <g class="picture-world">
        <Pattern />
        {ticks.map((tick) => (
          <g key={String(tick)}>
            <line class={tick === 0n ? "chart-zero" : "chart-grid"} x1={left} x2={width} y1={y(tick)} y2={y(tick)} />
            <text class="chart-tick" x={left - 8} y={y(tick) + 4} text-anchor="end">
              {tickText(tick)}
            </text>
          </g>
        ))}
        {periods.map(
          (period, index) =>
            index % every === 0 && (
              <text key={period} class="chart-tick" x={left + (index + 0.5) * slot} y={HEIGHT - 8} text-anchor="middle">
                {period.length === 10 ? period.slice(5) : period.length === 8 ? period.slice(5) : period}
              </text>
            ),
        )}
        <g ref={bars} onKeyDown={onKeyDown} onPointerLeave={() => onHover(null)}>
          {periods.map((period, index) => (
            <g
              key={period}
              class="chart-bar"
              role="button"
              tabIndex={index === stop ? 0 : -1}
              data-period={period}
              aria-pressed={period === chosen}
              aria-label={barWords(stacks, index, currency, anomalies.get(period) ?? 0)}
              onPointerEnter={() => onHover(period)}
              onFocus={() => {
                setCurrent(index);
                onHover(period);
              }}
              onBlur={() => onHover(null)}
              onClick={() => onChoose(period)}
            >
              <rect class="chart-hit" x={left + index * slot} y={TOP - 16} width={slot} height={HEIGHT - TOP - BOTTOM + 16} />
              <Stack stacks={stacks} index={index} x={left + (index + 0.12) * slot} width={slot * 0.76} y={y} />
              {anomalies.has(period) && <Mark x={left + (index + 0.5) * slot} y={topOf(stacks, index, y)} count={anomalies.get(period)!} />}
            </g>
          ))}
        </g>
      </g>
    </svg>
  );
}

/** What nobody is named for is hatched. */
function Pattern(): JSX.Element {
  return (
    <defs>
      <pattern id="chart-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="chart-hatch-ground" width="6" height="6" />
        <line class="chart-hatch-line" x1="0" y1="0" x2="0" y2="6" />
      </pattern>
    </defs>
  );
}

type Scale = (nano: bigint) => number;

function Stack({ stacks, index, x, width, y }: { stacks: Stacks; index: number; x: number; width: number; y: Scale }): JSX.Element {
  let [up, down] = [0n, 0n];
  const parts = stacks.series.map((series, place) => {
    const nano = series.nano[index]!;
    if (nano === 0n) return null;
    const from = nano > 0n ? up : down;
    if (nano > 0n) up += nano;
    else down += nano;
    const [first, second] = [y(from), y(from + nano)];
    return (
      <rect
        key={series.key ?? ""}
        class={`chart-part ${seriesClass(series, place)}`}
        data-key={series.key ?? ""}
        x={x}
        y={Math.min(first, second)}
        width={width}
        height={Math.abs(first - second)}
      />
    );
  });
  return <>{parts}</>;
}

const topOf = ({ series }: Stacks, index: number, y: Scale): number =>
  y(series.reduce((sum, { nano }) => (nano[index]! > 0n ? sum + nano[index]! : sum), 0n));

function Mark({ x, y, count }: { x: number; y: number; count: number }): JSX.Element {
  return (
    <g class="chart-mark" transform={`translate(${x} ${y - 4})`}>
      <path d="M0 0l-5 -8h10z" />
      {count > 1 && (
        <text x="7" y="-1">
          {count}
        </text>
      )}
    </g>
  );
}

/** What a bar says to those who do not see it: its period, its sum, its greatest parts, its anomalies. */
function barWords({ periods, series, totals }: Stacks, index: number, currency: string, anomalies: number): string {
  const money = (nano: bigint): string => formatMoney({ currency, amount: decimalOf(nano) });
  const parts = series
    .filter(({ nano }) => nano[index] !== 0n)
    .map(({ key, nano }) => `${key === null ? (series.length === 1 ? words.whole : words.rest) : keyText(key)} ${money(nano[index]!)}`);
  const marks = anomalies > 0 ? [words.anomaliesOf(formatCount(anomalies))] : [];
  return [`${periods[index]}: ${money(totals[index]!)}`, ...marks, ...parts].join("; ");
}
