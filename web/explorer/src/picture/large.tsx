// A picture of many elements: drawn by WebGL at the same positions, with the same keys and choices.
import Graph from "graphology";
import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import Sigma, { DEFAULT_STYLES } from "sigma";
import { extremityArrow, layerFill, layerPlain, pathCurvedS, sdfCircle, sdfDiamond, sdfSquare, sdfTriangle } from "sigma/rendering";
import { announce } from "../parts/announce.ts";
import type { GraphPicture } from "./GraphPicture.tsx";
import type { PictureEdge, PictureNode } from "./model.ts";
import { stepsOf, type Direction } from "./steps.ts";

type Props = Parameters<typeof GraphPicture>[0];

// Shape says what colour does not: people and groups, keys, what acts, data.
const SHAPES: Readonly<Record<string, string>> = { Identity: "circle", Group: "circle", Account: "circle", Credential: "triangle", DataSource: "square" };
const OTHER_SHAPE = "diamond";
const ARROWS: Readonly<Record<string, Direction>> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };
const NODE_SIZE = 15;
const EDGE_SIZES: Readonly<Record<string, number>> = { WRITE: 2, ADMIN: 3 };
/** Sigma's plane has y upwards. */
const up = (y: number): number => -y;

export function LargePicture(props: Props): JSX.Element {
  const { graph, layout, words } = props;
  const box = useRef<HTMLDivElement>(null);
  const renderer = useRef<Sigma | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const newest = useRef(props);
  newest.current = props;
  const steps = useMemo(() => stepsOf(graph, layout), [graph, layout]);
  useEffect(() => {
    if (box.current === null) return;
    const sigma = createRenderer(drawnGraph(newest.current), box.current);
    const act = (key: string): void => {
      const node = newest.current.graph.nodes.find((other) => other.id === key);
      if (node?.role === "fold") newest.current.actions.expand(key);
      else newest.current.actions.select(key);
    };
    sigma.on("clickNode", ({ node }) => act(node));
    sigma.on("clickEdge", ({ edge }) => newest.current.actions.select(edge));
    sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      newest.current.actions.focus(node);
    });
    sigma.on("clickStage", () => newest.current.actions.select(null));
    renderer.current = sigma;
    return () => {
      renderer.current = null;
      sigma.kill();
    };
  }, [graph, layout]);
  useEffect(() => {
    const sigma = renderer.current;
    if (sigma === null) return;
    const colours = coloursOf(props, current);
    sigma.getGraph().updateEachNodeAttributes((id, attributes) => ({ ...attributes, ...colours.node(id) }), { attributes: ["color", "size"] });
    sigma.getGraph().updateEachEdgeAttributes((key, attributes) => ({ ...attributes, color: colours.edge(key) }), { attributes: ["color"] });
  }, [graph, layout, props.selected, props.route, current]);
  const moveTo = (id: string | null): void => {
    if (id === null) return;
    setCurrent(id);
    const node = graph.nodes.find((other) => other.id === id);
    if (node) announce(words.describeNode(node));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    const first = graph.nodes.find((node) => node.role === "start")?.id ?? null;
    const camera = renderer.current?.getCamera();
    if (arrow !== undefined) moveTo(current === null ? first : steps(current, arrow));
    else if (event.key === "Home") moveTo(first);
    else if (event.key === "+" || event.key === "=") void camera?.zoomIn();
    else if (event.key === "-") void camera?.zoomOut();
    else if (event.key === "0") void camera?.reset();
    else if (event.key === "Escape") props.actions.select(null);
    else if (current === null) return;
    else if (event.key === "Enter" && current.startsWith("fold:")) props.actions.expand(current);
    else if (event.key === "Enter") props.actions.select(current);
    else if (event.key === "f") props.actions.focus(current);
    else if (event.key === "h") props.actions.hide(current);
    else if (event.key === "o") props.actions.open(current);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="picture-frame">
      <div
        ref={box}
        class="picture-large"
        role="application"
        aria-roledescription={words.roleDescription}
        aria-label={props.label}
        tabIndex={0}
        data-elements={graph.nodes.length + graph.edges.length}
        onKeyDown={onKeyDown}
      />
      <div class="picture-buttons" role="toolbar" aria-label={words.zoom}>
        <button type="button" onClick={() => void renderer.current?.getCamera().zoomIn()} aria-label={words.zoomIn}>+</button>
        <button type="button" onClick={() => void renderer.current?.getCamera().zoomOut()} aria-label={words.zoomOut}>−</button>
        <button type="button" onClick={() => void renderer.current?.getCamera().reset()}>{words.fit}</button>
      </div>
    </div>
  );
}

function createRenderer(graph: Graph, box: HTMLElement): Sigma {
  const ink = themeColour("--ink");
  return new Sigma(graph, box, {
    primitives: {
      nodes: { shapes: [sdfCircle(), sdfSquare(), sdfDiamond(), sdfTriangle()], layers: [layerFill()] },
      edges: { paths: [pathCurvedS()], extremities: [extremityArrow()], layers: [layerPlain()], defaultHead: "arrow" },
    },
    styles: {
      nodes: [DEFAULT_STYLES.nodes, { shape: { attribute: "shape" }, labelColor: ink, labelPosition: "right" }],
      edges: [DEFAULT_STYLES.edges],
    },
    settings: { itemSizesReference: "positions", enableEdgeEvents: true, labelRenderedSizeThreshold: 7, stagePadding: 24 },
  }) as unknown as Sigma;
}

function drawnGraph({ graph, layout, words }: Props): Graph {
  const drawn = new Graph({ type: "directed", multi: true });
  for (const node of graph.nodes) {
    const point = layout.positions.get(node.id) ?? { x: 0, y: 0 };
    drawn.addNode(node.id, { x: point.x, y: up(point.y), size: NODE_SIZE, label: words.title(node), shape: SHAPES[node.kind] ?? OTHER_SHAPE, color: themeColour(kindColour(node)) });
  }
  for (const edge of graph.edges)
    drawn.addEdgeWithKey(edge.key, edge.source, edge.target, { size: EDGE_SIZES[edge.permission ?? ""] ?? 1, color: themeColour(edgeColour(edge)) });
  return drawn;
}

const kindColour = (node: PictureNode): string => `--kind-${node.kind.toLowerCase()}`;
const edgeColour = (edge: PictureEdge): string => (edge.permission === null ? "--line-strong" : `--permission-${edge.permission.toLowerCase()}`);

function coloursOf(props: Props, current: string | null) {
  const keys = props.route === null ? null : new Set(props.route);
  const ids = keys && new Set(props.graph.edges.filter((edge) => keys.has(edge.key)).flatMap((edge) => [edge.source, edge.target]));
  const nodes = new Map(props.graph.nodes.map((node) => [node.id, themeColour(kindColour(node))]));
  const edges = new Map(props.graph.edges.map((edge) => [edge.key, themeColour(edgeColour(edge))]));
  const [accent, dim] = [themeColour("--accent"), themeColour("--line")];
  return {
    node: (id: string) => {
      const isMarked = id === props.selected || id === current;
      return { color: isMarked ? accent : ids !== null && !ids.has(id) ? dim : nodes.get(id), size: isMarked ? NODE_SIZE * 1.5 : NODE_SIZE };
    },
    edge: (key: string) => (key === props.selected ? accent : keys !== null && !keys.has(key) ? dim : edges.get(key)),
  };
}

const known = new Map<string, string>();
let knownTheme = "";

/** A colour of the theme as it is now, as the canvas needs it. */
function themeColour(name: string): string {
  const root = document.documentElement;
  const theme = `${root.dataset["theme"] ?? ""}${matchMedia("(prefers-color-scheme: dark)").matches}`;
  if (theme !== knownTheme) known.clear();
  knownTheme = theme;
  const colour = known.get(name) ?? (getComputedStyle(root).getPropertyValue(name).trim() || "#667080");
  known.set(name, colour);
  return colour;
}
