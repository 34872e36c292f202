// A table that is the truth of a view: sortable, by keyboard (j, k, Enter, Home, End), with the rest of its rows on request.
import type { ComponentChildren } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import { formatCount } from "../format/number.ts";
import { text } from "../text/index.ts";

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** What the column sorts by; without it the column is not sortable. Decimal strings as numbers: for the order alone. */
  readonly sort?: (row: Row) => string | number | null | undefined;
  readonly align?: "end";
  /** A column that a narrow screen leaves out, because the row says the same elsewhere. */
  readonly wide?: boolean;
}

interface Props<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  /** The row that is chosen, by its key. */
  readonly selected?: string | undefined;
  readonly total?: number | undefined;
  readonly hasMore?: boolean;
  readonly isLoading?: boolean;
  readonly onMore?: () => void;
  readonly rowClass?: (row: Row) => string;
  readonly empty?: string;
  /** A last row, by the keys of the columns: what the rows add up to. */
  readonly footer?: Readonly<Record<string, ComponentChildren>>;
}

/** So many rows are drawn before more are asked for; all are sorted. */
const DRAWN_ROWS = 200;

interface Order {
  readonly key: string;
  readonly descending: boolean;
}

function compare(left: string | number, right: string | number): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Rows in the order of a column; equal ones stay as they were, unknown ones are last. */
export function sortRows<Row>(rows: readonly Row[], column: Column<Row> | undefined, descending: boolean): readonly Row[] {
  const value = column?.sort;
  if (!value) return rows;
  const sign = descending ? -1 : 1;
  const known = (row: Row) => value(row) !== null && value(row) !== undefined;
  const ordered = rows.filter(known).sort((left, right) => sign * compare(value(left)!, value(right)!));
  return [...ordered, ...rows.filter((row) => !known(row))];
}

export function DataTable<Row>(props: Props<Row>) {
  const { columns, rowKey, onOpen } = props;
  const [order, setOrder] = useState<Order | null>(null);
  const [current, setCurrent] = useState(0);
  const [drawn, setDrawn] = useState(DRAWN_ROWS);
  const body = useRef<HTMLTableSectionElement>(null);
  const column = columns.find(({ key }) => key === order?.key);
  const sorted = useMemo(
    () => sortRows(props.rows, column, order?.descending ?? false),
    [props.rows, order?.key, order?.descending],
  );
  const rows = useMemo(() => sorted.slice(0, drawn), [sorted, drawn]);

  const focusRow = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    setCurrent(next);
    (body.current?.rows[next] as HTMLElement | undefined)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = (event.target as HTMLElement).closest("tr");
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const index = row.sectionRowIndex;
    const moves: Record<string, number> = {
      j: index + 1,
      ArrowDown: index + 1,
      k: index - 1,
      ArrowUp: index - 1,
      Home: 0,
      End: rows.length - 1,
    };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      focusRow(move);
    } else if (event.key === "Enter" && event.target === row) {
      event.preventDefault();
      const link = row.querySelector<HTMLAnchorElement>("a[href]");
      if (onOpen) onOpen(rows[index]!);
      else link?.click();
    }
  };
  const sort = (key: string) =>
    setOrder((before) => (before?.key === key ? (before.descending ? null : { key, descending: true }) : { key, descending: false }));

  if (!props.rows.length) return <p class="empty">{props.empty ?? text.parts.empty}</p>;
  const total = props.total ?? sorted.length;
  return (
    <div class="table-box">
      <table class="data-table">
        <caption class="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title, sort: sortable, align, wide }) => (
              <th
                key={key}
                scope="col"
                class={`${align === "end" ? "end" : ""} ${wide ? "wide" : ""}`}
                aria-sort={order?.key === key ? (order.descending ? "descending" : "ascending") : undefined}
              >
                {sortable ? (
                  <button type="button" class="sort" onClick={() => sort(key)} title={text.parts.sortBy(title)}>
                    {title}
                    <span class="sort-mark" aria-hidden="true">
                      {order?.key === key ? (order.descending ? "▾" : "▴") : "▵"}
                    </span>
                  </button>
                ) : (
                  title
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown}>
          {rows.map((row, index) => (
            <tr
              key={rowKey(row)}
              tabIndex={index === Math.min(current, rows.length - 1) ? 0 : -1}
              class={props.rowClass?.(row) ?? ""}
              aria-selected={props.selected === undefined ? undefined : props.selected === rowKey(row)}
              onFocus={() => setCurrent(index)}
              onClick={(event) => {
                if (onOpen && !(event.target as HTMLElement).closest("a, button")) onOpen(row);
              }}
            >
              {columns.map(({ key, cell, align, wide }) => (
                <td key={key} class={`${align === "end" ? "end" : ""} ${wide ? "wide" : ""}`}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {props.footer && (
          <tfoot>
            <tr>
              {columns.map(({ key, align, wide }) => (
                <td key={key} class={`${align === "end" ? "end" : ""} ${wide ? "wide" : ""}`}>
                  {props.footer?.[key]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
      {total > rows.length && (
        <p class="table-foot">
          {order && total > sorted.length ? text.parts.sortedAmong(formatCount(sorted.length), formatCount(total)) : text.parts.rowsOf(formatCount(rows.length), formatCount(total))}
          {(sorted.length > rows.length || (props.hasMore && props.onMore)) && (
            <button
              type="button"
              onClick={() => {
                setDrawn(drawn + DRAWN_ROWS);
                if (sorted.length <= drawn) props.onMore?.();
              }}
              disabled={props.isLoading}
            >
              {text.more}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
