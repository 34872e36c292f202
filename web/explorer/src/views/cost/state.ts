// What of cost is asked, as the URL says it: dimensions, days, filters and the part that is shown.
import type { CostDimension, CostFilterInput, OwnerRule, RateInput, SeatRule } from "../../client/generated/graphql.ts";
import { DAY_MS, daysBefore, isoDay, momentOr } from "../../format/time.ts";
import type { Params } from "../../location/location.ts";

export type Step = "day" | "week" | "month";
export type Show = "time" | "forecast" | "anomalies" | "difference" | "bill";

export interface CostState {
  /** One to three dimensions. */
  readonly by: readonly CostDimension[];
  readonly from: string;
  readonly to: string;
  readonly step: Step;
  readonly filters: readonly Filter[];
  readonly show: Show;
  readonly currency: string | null;
  /** What one unit of another currency counts as. */
  readonly rates: readonly RateInput[];
  readonly owners: OwnerRule | null;
  /** Over whom charges for seats are spread; null: they stay a bucket. */
  readonly seats: SeatRule | null;
  /** The period whose bar is chosen. */
  readonly at: string | null;
  /** The months of the difference, such as 2026-11; the window's own and the one before it by default. */
  readonly month: string;
  readonly compare: string;
}

export interface Filter {
  readonly dimension: CostDimension;
  readonly value: string;
}

export const SHOWS: readonly Show[] = ["time", "forecast", "anomalies", "difference", "bill"];
export const STEPS: readonly Step[] = ["day", "week", "month"];
export const DIMENSIONS: readonly CostDimension[] = [
  "team",
  "identity",
  "department",
  "cost_center",
  "application",
  "workspace",
  "account",
  "credential",
  "provider",
  "model",
  "mcp_server",
  "data_source",
  "owner_state",
  "day",
  "week",
  "month",
];
const CALENDAR: readonly string[] = STEPS;
const OWNERS: readonly string[] = ["EVEN", "NONE", "USAGE"];
const SEATS: readonly string[] = ["ASSIGNED", "ACTIVE", "USE"];
const MOST_DIMENSIONS = 3;
const WINDOW_DAYS = 30;
// More bars than this are hard to tell apart: then a bar is a week, then a month.
const MOST_DAYS = 62;
const MOST_WEEKS = 62;

export const isCalendar = (dimension: string): boolean => CALENDAR.includes(dimension);
const isDimension = (text: string): text is CostDimension => (DIMENSIONS as readonly string[]).includes(text);
const isDay = (text: string | undefined): text is string => /^\d{4}-\d\d-\d\d$/.test(text ?? "") && !Number.isNaN(Date.parse(text!));
const isMonth = (text: string | undefined): text is string => /^\d{4}-(0[1-9]|1[0-2])$/.test(text ?? "");

export const daysOf = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
export const addDays = (day: string, days: number): string => isoDay(new Date(Date.parse(day) + days * DAY_MS));
export const monthBefore = (month: string): string => isoDay(new Date(Date.parse(`${month}-01`) - DAY_MS)).slice(0, 7);
export const lastDayOf = (month: string): string => {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return isoDay(new Date(Date.UTC(year, number, 0)));
};

/** `team=Group:hr/x` of a filter in the URL; null where it reads as none. */
function readFilter(text: string): Filter | null {
  const [dimension = "", value = ""] = text.split(/=(.*)/s);
  return isDimension(dimension) && value ? { dimension, value } : null;
}

/** `EUR=1.08`; null where it reads as none. */
export function readRate(text: string): RateInput | null {
  const [, currency, rate] = /^([A-Z]{3})=(\d+(?:\.\d+)?)$/.exec(text) ?? [];
  return currency && rate ? { currency, rate } : null;
}

export const writeRate = ({ currency, rate }: RateInput): string => `${currency}=${rate}`;

export const writeFilter = ({ dimension, value }: Filter): string => `${dimension}=${value}`;

/** A month if it is over by a day, else the one before: a part of a month differs from a whole one by its days. */
const wholeMonth = (month: string, today: string): string => (lastDayOf(month) < today ? month : monthBefore(month));

/** The state with the days that its part of the view is of. */
export function shownState(state: CostState, asOf: string | undefined): CostState {
  const today = isoDay(momentOr(asOf));
  if (state.show === "forecast") return { ...state, from: `${today.slice(0, 7)}-01`, to: today, step: "day" };
  if (state.show === "difference") return { ...state, from: `${state.month}-01`, to: lastDayOf(state.month) };
  return state;
}

/** What the bars are of: the first dimension that the calendar does not have; null: of nothing, they are whole. */
export const barDimension = (state: CostState): CostDimension | null => state.by.find((dimension) => !isCalendar(dimension)) ?? null;

/** The dimensions of a question that is about days itself, or about two windows: those that no calendar has. */
export function timelessBy(state: CostState): readonly CostDimension[] {
  const by = state.by.filter((dimension) => !isCalendar(dimension));
  return by.length ? by : ["team"];
}

function stepFor(from: string, to: string): Step {
  const days = daysOf(from, to);
  return days <= MOST_DAYS ? "day" : days <= 7 * MOST_WEEKS ? "week" : "month";
}

/** What cannot be read in the URL is as if it were not there. */
export function readState(params: Params, asOf: string | undefined): CostState {
  const first = (name: string): string | undefined => params[name]?.[0];
  const yesterday = isoDay(daysBefore(momentOr(asOf), 1));
  const to = isDay(first("to")) ? first("to")! : yesterday;
  const from = isDay(first("from")) ? first("from")! : addDays(to, 1 - WINDOW_DAYS);
  const by = [...new Set((params["by"] ?? []).flatMap((text) => text.split(",")).filter(isDimension))].slice(0, MOST_DIMENSIONS);
  const step = STEPS.find((known) => known === first("step")) ?? STEPS.find((known) => by.length === 1 && known === by[0]) ?? stepFor(from, to);
  const month = isMonth(first("month")) ? first("month")! : wholeMonth(to.slice(0, 7), isoDay(momentOr(asOf)));
  return {
    by: by.length ? by : ["team"],
    from,
    to,
    step,
    filters: (params["filter"] ?? []).map(readFilter).filter((filter) => filter !== null),
    show: SHOWS.find((known) => known === first("show")) ?? "time",
    currency: /^[A-Z]{3}$/.test(first("currency") ?? "") ? first("currency")! : null,
    rates: (params["rate"] ?? []).map(readRate).filter((rate) => rate !== null),
    seats: SEATS.includes(first("seats") ?? "") ? (first("seats") as SeatRule) : null,
    owners: OWNERS.includes(first("owners") ?? "") ? (first("owners") as OwnerRule) : null,
    at: first("at") ?? null,
    month,
    compare: isMonth(first("compare")) ? first("compare")! : monthBefore(month),
  };
}

/** Filters as the API takes them: one entry per dimension, any of its values will do. */
export function filterInputs(filters: readonly Filter[]): CostFilterInput[] {
  const dimensions = [...new Set(filters.map(({ dimension }) => dimension))];
  return dimensions.map((dimension) => ({
    dimension,
    values: filters.filter((filter) => filter.dimension === dimension).map(({ value }) => value),
  }));
}

/** What all questions of the view have in common; what is not asked is left out. */
export function commonInput(state: CostState, asOf: string | undefined) {
  return {
    ...(asOf ? { asOf } : {}),
    ...(state.currency ? { currency: state.currency } : {}),
    ...(state.rates.length ? { rates: [...state.rates] } : {}),
    ...(state.owners ? { owners: state.owners } : {}),
    ...(state.filters.length ? { filters: filterInputs(state.filters) } : {}),
  };
}

/** The same with the rule for seats, which questions about days to come and two months do not have. */
export const sumsInput = (state: CostState, asOf: string | undefined) => ({ ...commonInput(state, asOf), ...(state.seats ? { seats: state.seats } : {}) });

// Where a row leads: what its key is made of.
const NEXT: Readonly<Record<string, readonly CostDimension[]>> = {
  team: ["identity", "model"],
  department: ["team", "identity", "model"],
  cost_center: ["team", "identity", "model"],
  identity: ["model", "application"],
  account: ["model"],
  credential: ["model"],
  application: ["model", "identity"],
  workspace: ["identity", "model"],
  provider: ["model", "team"],
  model: ["identity", "team"],
  mcp_server: ["data_source", "identity"],
  data_source: ["mcp_server", "identity"],
  owner_state: ["account", "identity"],
};
/** As fine as the rows of usage are: nothing is behind these but what the source told. */
export const FINEST: readonly CostDimension[] = ["day", "account", "model"];

/** The dimensions that a row of `by` opens to: the first that is not asked or filtered on yet, at last those of usage rows. */
export function nextBy(by: readonly CostDimension[], filters: readonly Filter[]): readonly CostDimension[] | null {
  if (by.join() === FINEST.join()) return null;
  const done = new Set<string>([...by, ...filters.map(({ dimension }) => dimension)]);
  const next = (NEXT[by[0]!] ?? []).find((dimension) => !done.has(dimension));
  return next ? [next] : FINEST;
}

/** Where a row leads, as parameters of the URL: a calendar key narrows the days, another one is a filter. */
export function drillTo(state: CostState, key: ReadonlyMap<string, string>): Record<string, string | readonly string[]> | null {
  const next = nextBy(state.by, state.filters);
  if (next === null) return null;
  let { from, to } = state;
  const filters = state.filters.filter(({ dimension }) => !key.has(dimension));
  for (const [dimension, value] of key) {
    if (isCalendar(dimension)) [from, to] = daysIn(dimension as Step, value, from, to);
    else filters.push({ dimension: dimension as CostDimension, value });
  }
  return { by: next, from, to, filter: filters.map(writeFilter) };
}

/** The days of a period within a window. */
export function daysIn(step: Step, period: string, from: string, to: string): [string, string] {
  const [first, last] = boundsOf(step, period);
  return [first < from ? from : first, last > to ? to : last];
}

function boundsOf(step: Step, period: string): [string, string] {
  if (step === "day") return [period, period];
  if (step === "month") return [`${period}-01`, lastDayOf(period)];
  const [year, week] = period.split("-W").map(Number) as [number, number];
  // The fourth of January is in the first week of every ISO year.
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS + (week - 1) * 7 * DAY_MS;
  return [isoDay(new Date(monday)), isoDay(new Date(monday + 6 * DAY_MS))];
}

/** The period that a day is in, as the API writes it. */
export function periodOf(step: Step, day: string): string {
  if (step === "day") return day;
  if (step === "month") return day.slice(0, 7);
  const moment = Date.parse(day);
  const thursday = new Date(moment + (3 - ((new Date(moment).getUTCDay() + 6) % 7)) * DAY_MS);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS)) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}

/** All periods of a window, in order; those without any cost are there too. */
export function periodsOf(step: Step, from: string, to: string): readonly string[] {
  const periods: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const period = periodOf(step, day);
    if (periods.at(-1) !== period) periods.push(period);
  }
  return periods;
}
