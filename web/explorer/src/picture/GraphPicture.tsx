// A picture of up to some hundred elements in SVG: drawn once per layout; pan, hover and selection never draw again.
import type { JSX } from "preact";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { Edges, Headings, Nodes, placement, type PictureWords } from "./elements.tsx";
import type { Layout, Point } from "./layers.ts";
import type { PictureGraph, PictureMarks } from "./model.ts";
import { NODE_HEIGHT, NODE_WIDTH } from "./layers.ts";
import { stepsOf, type Direction } from "./steps.ts";
import { fitted, opening, panned, planePoint, READABLE_SCALE, revealed, zoomed, type Frame, type Viewport } from "./viewport.ts";
import "./picture.css";

export interface PictureActions {
  /** A node by id, an edge by key, or nothing. */
  readonly select: (key: string | null) => void;
  readonly expand: (foldId: string) => void;
  /** Keep a node where it is put; null lets it go. */
  readonly pin: (id: string, at: Point | null) => void;
  readonly hide: (id: string) => void;
  /** Show the way to a node alone. */
  readonly focus: (id: string | null) => void;
  /** Ask the same of a node. */
  readonly open: (id: string) => void;
}

interface GraphPictureProps {
  readonly graph: PictureGraph;
  readonly layout: Layout;
  readonly words: PictureWords;
  /** What the picture is of, for whoever does not see it. */
  readonly label: string;
  readonly selected: string | null;
  /** Keys of the edges that stand out; null: all alike. */
  readonly route: readonly string[] | null;
  readonly pinned: ReadonlyMap<string, Point>;
  readonly marks: PictureMarks | null;
  readonly actions: PictureActions;
  /** Another subject opens the picture anew; the same one leaves pan and zoom alone. */
  readonly subject: string;
  readonly direction: "out" | "in";
}

const ARROWS: Readonly<Record<string, Direction>> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };
const DRAG_PX = 4;
const WHEEL_SPEED = 0.0016;
const ZOOM_STEP = 1.25;

export function GraphPicture(props: GraphPictureProps): JSX.Element {
  const { graph, layout, words, actions } = props;
  const svg = useRef<SVGSVGElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const view = useViewport(svg, props);
  const steps = useMemo(() => stepsOf(graph, layout), [graph, layout]);
  // The same element again is not compared again: this is what keeps selection and focus cheap.
  const drawn = useMemo(
    () => [<Headings layout={layout} words={words} />, <Edges graph={graph} layout={layout} words={words} />, <Nodes graph={graph} layout={layout} words={words} pinned={props.pinned} />],
    [graph, layout, words, props.pinned],
  );
  useMarks(svg, props, current, drawn);

  const moveTo = useCallback(
    (id: string | null) => {
      if (id === null) return;
      setCurrent(id);
      const point = layout.positions.get(id);
      if (point) view.reveal(point);
      nodeElement(svg.current, id)?.focus({ preventScroll: true });
    },
    [layout, view],
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const id = (event.target as Element).closest<SVGGElement>("[data-node]")?.dataset["node"] ?? current;
    const arrow = ARROWS[event.key];
    const first = graph.nodes.find((node) => node.role === "start")?.id ?? graph.nodes[0]?.id ?? null;
    if (arrow !== undefined && event.shiftKey) view.pan(arrow);
    else if (arrow !== undefined) moveTo(id === null ? first : steps(id, arrow));
    else if (event.key === "Home") moveTo(first);
    else if (!keyAction(event.key, id, props, view)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="picture-frame" style={{ "--picture-need": `${Math.round((layout.bounds.bottom - layout.bounds.top) * 0.95 + 150)}px` }}>
      <svg
        ref={svg}
        class="picture"
        role="application"
        aria-roledescription={words.roleDescription}
        aria-label={props.label}
        onKeyDown={onKeyDown}
        onFocusIn={(event) => {
          const id = (event.target as Element).closest<SVGGElement>("[data-node]")?.dataset["node"];
          if (id !== undefined) setCurrent(id);
        }}
        onClick={(event) => clicked(event, view, actions)}
        onDblClick={(event) => {
          const id = (event.target as Element).closest<SVGGElement>("[data-node]")?.dataset["node"];
          if (id !== undefined) actions.focus(id);
        }}
        {...view.pointer}
      >
        <g class="picture-world">{drawn}</g>
      </svg>
      <div class="picture-buttons" role="toolbar" aria-label={words.zoom}>
        <button type="button" onClick={() => view.zoom(ZOOM_STEP)} aria-label={words.zoomIn} title={`${words.zoomIn} (+)`}>+</button>
        <button type="button" onClick={() => view.zoom(1 / ZOOM_STEP)} aria-label={words.zoomOut} title={`${words.zoomOut} (−)`}>−</button>
        <button type="button" onClick={() => view.fit()} title={`${words.fit} (0)`}>{words.fit}</button>
      </div>
    </div>
  );
}

/** Whether the key meant something: Enter, space, p, h, f, e, +, −, 0 and Escape. */
function keyAction(key: string, id: string | null, props: GraphPictureProps, view: View): boolean {
  const { actions, graph, pinned } = props;
  const node = graph.nodes.find((other) => other.id === id);
  if (key === "+" || key === "=") view.zoom(ZOOM_STEP);
  else if (key === "-") view.zoom(1 / ZOOM_STEP);
  else if (key === "0") view.fit();
  else if (key === "Escape" && (props.selected !== null || props.route !== null)) {
    actions.select(null);
    actions.focus(null);
  } else if (node === undefined) return false;
  else if (key === "Enter" || key === " ") node.role === "fold" ? actions.expand(node.id) : actions.select(node.id);
  else if (key === "p" && node.role !== "fold") actions.pin(node.id, pinned.has(node.id) ? null : (props.layout.positions.get(node.id) ?? null));
  else if (key === "h" && node.role !== "start") actions.hide(node.id);
  else if (key === "f") actions.focus(node.id);
  else if (key === "o" && node.role !== "fold") actions.open(node.id);
  else if (key === "e") actions.select(nextEdge(graph, node.id, props.selected));
  else return false;
  return true;
}

/** The edges of a node in turn, those that lead to it first. */
function nextEdge(graph: PictureGraph, id: string, selected: string | null): string | null {
  const own = [...graph.edges.filter((edge) => edge.target === id), ...graph.edges.filter((edge) => edge.source === id)];
  return own[(own.findIndex((edge) => edge.key === selected) + 1) % own.length]?.key ?? null;
}

function clicked(event: MouseEvent, view: View, actions: PictureActions): void {
  if (view.wasDragged()) return;
  const target = event.target as Element;
  const node = target.closest<SVGGElement>("[data-node]");
  const edge = target.closest<SVGGElement>("[data-edge]");
  if (node?.dataset["role"] === "fold") actions.expand(node.dataset["node"] ?? "");
  else actions.select(node?.dataset["node"] ?? edge?.dataset["edge"] ?? null);
}

function nodeElement(svg: SVGSVGElement | null, id: string): SVGGElement | null {
  return svg?.querySelector<SVGGElement>(`[data-node="${CSS.escape(id)}"]`) ?? null;
}

/** Selection, the focused way, pins and the one node that Tab stops at, written onto what is drawn. */
function useMarks(svg: { current: SVGSVGElement | null }, props: GraphPictureProps, current: string | null, drawn: unknown): void {
  const { graph, selected, route, marks, words } = props;
  useLayoutEffect(() => {
    const root = svg.current;
    if (root === null) return;
    const keys = route === null ? null : new Set(route);
    const ids = keys && new Set(graph.edges.filter((edge) => keys.has(edge.key)).flatMap((edge) => [edge.source, edge.target]));
    const goneNodes = new Set(graph.nodes.filter(({ id, members }) => marks !== null && (members.length > 0 ? members : [id]).every((member) => marks.gone.has(member))).map(({ id }) => id));
    const stop = graph.nodes.find((node) => node.id === current) ?? graph.nodes.find((node) => node.role === "start") ?? graph.nodes[0];
    for (const element of root.querySelectorAll<SVGGElement>("[data-node]")) {
      const id = element.dataset["node"] ?? "";
      element.setAttribute("tabindex", id === stop?.id ? "0" : "-1");
      element.setAttribute("aria-pressed", String(id === selected));
      element.classList.toggle("is-selected", id === selected);
      element.classList.toggle("is-dimmed", ids !== null && !ids.has(id));
      setMarks(element, words, marks?.cut.has(id) ?? false, goneNodes.has(id));
    }
    for (const element of root.querySelectorAll<SVGGElement>("[data-edge]")) {
      const key = element.dataset["edge"] ?? "";
      element.classList.toggle("is-selected", key === selected);
      element.classList.toggle("is-near", selected !== null && (element.dataset["source"] === selected || element.dataset["target"] === selected));
      element.classList.toggle("is-dimmed", keys !== null && !keys.has(key));
      element.classList.toggle("is-focused", keys !== null && keys.has(key));
      const ends = [element.dataset["source"] ?? "", element.dataset["target"] ?? ""];
      setMarks(element, words, marks?.cut.has(key) ?? false, (marks?.gone.has(key) ?? false) || ends.some((end) => goneNodes.has(end)));
    }
  }, [graph, selected, route, marks, current, drawn]);
}

function setMarks(element: SVGGElement, words: PictureWords, isCut: boolean, isGone: boolean): void {
  element.classList.toggle("is-cut", isCut);
  element.classList.toggle("is-gone", isGone);
  const description = [isCut ? words.cut : "", isGone ? words.gone : ""].filter(Boolean).join(", ");
  if (description) element.setAttribute("aria-description", description);
  else element.removeAttribute("aria-description");
}

interface View {
  readonly pan: (direction: Direction) => void;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  readonly reveal: (point: Point) => void;
  readonly wasDragged: () => boolean;
  readonly pointer: Readonly<Record<"onPointerDown" | "onPointerMove" | "onPointerUp" | "onPointerCancel", (event: PointerEvent) => void>>;
}

/** Pan and zoom, kept outside of rendering: only one attribute changes. */
function useViewport(svg: { current: SVGSVGElement | null }, props: GraphPictureProps): View {
  const held = useRef<Viewport>({ scale: 1, x: 0, y: 0 });
  const drag = useRef<{ id: string | null; x: number; y: number; moved: boolean } | null>(null);
  const dragged = useRef(false);
  const newest = useRef(props);
  newest.current = props;
  const view = useMemo(() => {
    const frame = (): Frame => ({ width: svg.current?.clientWidth || 800, height: svg.current?.clientHeight || 480 });
    const set = (next: Viewport): void => {
      held.current = next;
      svg.current?.querySelector(".picture-world")?.setAttribute("transform", `translate(${next.x.toFixed(2)} ${next.y.toFixed(2)}) scale(${next.scale.toFixed(4)})`);
      svg.current?.classList.toggle("is-far", next.scale < READABLE_SCALE);
    };
    const local = (event: MouseEvent): Point => {
      const box = svg.current?.getBoundingClientRect();
      return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
    };
    const move = (event: PointerEvent): void => {
      const start = drag.current;
      if (start === null) return;
      const [byX, byY] = [event.clientX - start.x, event.clientY - start.y];
      if (!start.moved && Math.hypot(byX, byY) < DRAG_PX) return;
      if (!start.moved) svg.current?.setPointerCapture(event.pointerId);
      dragged.current = true;
      if (start.id === null) set(panned(held.current, byX, byY));
      drag.current = { ...start, moved: true, x: start.id === null ? event.clientX : start.x, y: start.id === null ? event.clientY : start.y };
      // The picture is drawn anew where the node is let go, not on the way there.
      const at = planePoint(held.current, local(event));
      if (start.id !== null) nodeElement(svg.current, start.id)?.setAttribute("transform", placement(at));
    };
    const up = (event: PointerEvent): void => {
      const start = drag.current;
      drag.current = null;
      if (start?.moved && start.id !== null) newest.current.actions.pin(start.id, planePoint(held.current, local(event)));
    };
    const down = (event: PointerEvent): void => {
      if (event.button !== 0) return;
      dragged.current = false;
      const node = (event.target as Element).closest<SVGGElement>("[data-node]");
      drag.current = { id: node?.dataset["role"] === "fold" ? null : (node?.dataset["node"] ?? null), x: event.clientX, y: event.clientY, moved: false };
    };
    return {
      set,
      frame,
      local,
      pan: (direction: Direction) => set(panned(held.current, { left: 60, right: -60, up: 0, down: 0 }[direction], { left: 0, right: 0, up: 60, down: -60 }[direction])),
      zoom: (factor: number) => set(zoomed(held.current, factor, { x: frame().width / 2, y: frame().height / 2 })),
      fit: () => set(fitted(newest.current.layout.bounds, frame())),
      reveal: (point: Point) => set(revealed(held.current, point, frame(), { width: NODE_WIDTH / 2 + 12, height: NODE_HEIGHT })),
      wasDragged: () => dragged.current,
      pointer: { onPointerDown: down, onPointerMove: move, onPointerUp: up, onPointerCancel: up },
    };
  }, []);
  useLayoutEffect(() => {
    const { graph, layout, direction } = newest.current;
    const end = graph.nodes.find((node) => node.role === "start");
    view.set(opening(layout.bounds, view.frame(), end && layout.positions.get(end.id), direction === "in"));
  }, [props.subject]);
  useEffect(() => {
    const element = svg.current;
    if (element === null) return;
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      view.set(zoomed(held.current, Math.exp(-event.deltaY * WHEEL_SPEED), view.local(event)));
    };
    element.addEventListener("wheel", wheel, { passive: false });
    return () => element.removeEventListener("wheel", wheel);
  }, []);
  return view;
}
