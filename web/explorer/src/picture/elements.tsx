// What a picture is made of: columns, edges and nodes, each with a name for whoever cannot see it.
import type { JSX } from "preact";
import { shapeOf } from "../format/kinds.tsx";
import { PERMISSION_LEVEL, SENSITIVITY_GLYPHS } from "./glyphs.ts";
import { bendKey, NODE_HEIGHT, NODE_WIDTH, type Layout, type Point } from "./layers.ts";
import type { PictureEdge, PictureGraph, PictureNode } from "./model.ts";

/** The words of a picture; the page has them from its catalogue of texts. */
export interface PictureWords {
  readonly roleDescription: string;
  readonly zoom: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  /** The heading of a column. */
  readonly hop: (hop: number, size: number) => string;
  /** The name of a node as it is drawn. */
  readonly title: (node: PictureNode) => string;
  /** What is said under the name. */
  readonly subtitle: (node: PictureNode) => string;
  /** Everything that the picture shows of a node, as a sentence. */
  readonly describeNode: (node: PictureNode) => string;
  readonly describeEdge: (edge: PictureEdge, source: PictureNode, target: PictureNode) => string;
  readonly edge: (kind: string) => string;
  /** What is said of what a change cuts, and of what goes with it. */
  readonly cut: string;
  readonly gone: string;
}

interface Parts {
  readonly graph: PictureGraph;
  readonly layout: Layout;
  readonly words: PictureWords;
}

/** Widths in letters of a common width. */
const MOST_TITLE = 18;
const MOST_MARKED_TITLE = 15.5;
const MOST_SUBTITLE = 24;
/** With more edges than this their names are too many to read. */
const MOST_LABELS = 16;
/** From this many on a picture has no shadows and no labels: it has to stay quick. */
const PLAIN_FROM = 250;

export const placement = (point: Point): string => `translate(${point.x - NODE_WIDTH / 2} ${point.y - NODE_HEIGHT / 2})`;

const NARROW = /[ijlrtfI.,:;'|!()[\]/ -]/;
const WIDE = /[A-HJ-Zmw@%…]/;

const widthOf = (characters: readonly string[]): number =>
  characters.reduce((sum, character) => sum + (NARROW.test(character) ? 0.62 : WIDE.test(character) ? 1.3 : 1), 0);

/** A text cut in its middle until it is not wider than so many letters: ids differ at their ends. */
export function shortened(text: string, most: number): string {
  const characters = [...text];
  if (widthOf(characters) <= most) return text;
  let [head, tail] = [characters.length, 0];
  for (let size = characters.length - 1; size > 1; size -= 1) {
    tail = Math.floor(size * 0.42);
    head = size - tail;
    if (widthOf([...characters.slice(0, head), "…", ...characters.slice(-tail || characters.length)]) <= most) break;
  }
  return `${characters.slice(0, head).join("")}…${tail > 0 ? characters.slice(-tail).join("") : ""}`;
}

export function Headings({ layout, words }: Omit<Parts, "graph">): JSX.Element {
  const top = layout.bounds.top - 26;
  return (
    <g class="picture-headings" aria-hidden="true">
      {layout.bands.map((band) => (
        <g key={band.hop}>
          <text x={band.x} y={top}>{words.hop(band.hop, band.size)}</text>
          <path d={`M${band.x} ${top + 8}h${band.width}`} />
        </g>
      ))}
    </g>
  );
}

export function Edges({ graph, layout, words }: Parts): JSX.Element {
  const nodeOf = new Map(graph.nodes.map((node) => [node.id, node]));
  const isPlain = graph.edges.length > PLAIN_FROM;
  return (
    <g class={graph.edges.length <= MOST_LABELS ? "picture-edges has-labels" : "picture-edges"}>
      {graph.edges.map((edge) => {
        const [source, target] = [layout.positions.get(edge.source), layout.positions.get(edge.target)];
        const [from, to] = [nodeOf.get(edge.source), nodeOf.get(edge.target)];
        if (!source || !target || !from || !to) return null;
        const curve = curveBetween(source, target, layout.bends.get(bendKey(edge)) ?? []);
        const use = edge.kind === "USED" ? "YES" : (edge.exercised ?? "UNKNOWN");
        return (
          <g
            key={edge.key}
            class={`edge use-${use.toLowerCase()} permission-${(edge.permission ?? "none").toLowerCase()}`}
            data-edge={edge.key}
            data-source={edge.source}
            data-target={edge.target}
            role="img"
            aria-label={words.describeEdge(edge, from, to)}
          >
            {!isPlain && <path class="edge-area" d={curve.path} />}
            <path class="edge-line" d={curve.path} />
            {!isPlain && <path class="edge-head" d={curve.head} />}
            {!isPlain && <path class="edge-cut" d={cross(curve.middle, 5)} />}
            {!isPlain && (
              <text class="edge-name" x={curve.middle.x} y={curve.middle.y - 4}>
                {words.edge(edge.kind)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** Two strokes through a point: it is cut here. */
const cross = ({ x, y }: Point, size: number): string => `M${x - size} ${y - size}l${2 * size} ${2 * size}M${x + size} ${y - size}l${-2 * size} ${2 * size}`;

interface Curve {
  readonly path: string;
  readonly head: string;
  readonly middle: Point;
}

/**
 * From the right side of one node to the left of the other, by the way of the bends; within a column, or back, round the
 * right side.
 */
export function curveBetween(source: Point, target: Point, bends: readonly Point[]): Curve {
  const half = NODE_WIDTH / 2;
  const start = { x: source.x + half, y: source.y };
  if (target.x - source.x > NODE_WIDTH) {
    const end = { x: target.x - half, y: target.y };
    const stops = [...bends.flatMap(({ x, y }) => [{ x: x - half, y }, { x: x + half, y }]), { x: end.x - 6, y: end.y }];
    let [path, at] = [`M${start.x} ${start.y}`, start];
    stops.forEach((stop, index) => {
      const bend = Math.min(120, (stop.x - at.x) / 2);
      path += index % 2 === 1 ? `H${stop.x}` : `C${at.x + bend} ${at.y} ${stop.x - bend} ${stop.y} ${stop.x} ${stop.y}`;
      at = stop;
    });
    const first = stops[0] ?? end;
    return {
      path,
      head: `M${end.x - 8} ${end.y - 4}L${end.x} ${end.y}L${end.x - 8} ${end.y + 4}Z`,
      middle: { x: (start.x + first.x) / 2, y: (start.y + first.y) / 2 },
    };
  }
  const end = { x: target.x + half, y: target.y };
  const out = Math.max(start.x, end.x) + 46;
  return {
    path: `M${start.x} ${start.y}C${out} ${start.y} ${out} ${end.y} ${end.x + 6} ${end.y}`,
    head: `M${end.x + 8} ${end.y - 4}L${end.x} ${end.y}L${end.x + 8} ${end.y + 4}Z`,
    middle: { x: out - 12, y: (start.y + end.y) / 2 },
  };
}

export function Nodes({ graph, layout, words, pinned }: Parts & { pinned: ReadonlyMap<string, Point> }): JSX.Element {
  const isPlain = graph.nodes.length > PLAIN_FROM;
  return (
    <g class="picture-nodes">
      {graph.nodes.map((node) => {
        const point = layout.positions.get(node.id);
        return point && <NodeCard key={node.id} node={node} point={point} words={words} isPlain={isPlain} isPinned={pinned.has(node.id)} />;
      })}
    </g>
  );
}

interface CardProps {
  readonly node: PictureNode;
  readonly point: Point;
  readonly words: PictureWords;
  readonly isPlain: boolean;
  readonly isPinned: boolean;
}

const SIDE = `M9 0H34V${NODE_HEIGHT}H9A9 9 0 0 1 0 ${NODE_HEIGHT - 9}V9A9 9 0 0 1 9 0Z`;
const BARS = [0, 1, 2, 3].map((bar) => `M${NODE_WIDTH - 22 + bar * 4} ${32 - bar * 3}h3v${3 + bar * 3}h-3Z`);

function NodeCard({ node, point, words, isPlain, isPinned }: CardProps): JSX.Element {
  const description = words.describeNode(node);
  const level = node.permission === null ? 0 : (PERMISSION_LEVEL[node.permission] ?? 0);
  const sensitivity = node.sensitivity === null ? undefined : SENSITIVITY_GLYPHS[node.sensitivity];
  const title = words.title(node).replace(/^https?:\/\//, "");
  return (
    <g
      class={`node kind-${node.kind.toLowerCase()} role-${node.role} permission-${(node.permission ?? "none").toLowerCase()}`}
      data-node={node.id}
      data-role={node.role}
      role="button"
      tabindex={-1}
      aria-label={description}
      transform={placement(point)}
    >
      {!isPlain && <title>{description}</title>}
      {node.role === "fold" && <rect class="node-behind" x={5} y={5} width={NODE_WIDTH} height={NODE_HEIGHT} rx={9} />}
      <rect class="node-card" width={NODE_WIDTH} height={NODE_HEIGHT} rx={9} />
      <path class="node-side" d={SIDE} />
      <path class="node-glyph" transform="translate(8 11)" d={shapeOf(node.kind)} />
      <text class="node-name" x={42} y={17}>
        {shortened(title, sensitivity === undefined ? MOST_TITLE : MOST_MARKED_TITLE)}
      </text>
      <text class="node-words" x={42} y={31}>
        {shortened(words.subtitle(node), MOST_SUBTITLE)}
      </text>
      {level > 0 && <path class="node-bars" d={BARS.slice(level).join("")} />}
      {level > 0 && <path class="node-bars is-full" d={BARS.slice(0, level).join("")} />}
      {sensitivity !== undefined && (
        <path class={`node-sensitivity is-${node.sensitivity}`} transform={`translate(${NODE_WIDTH - 18} 3)`} d={sensitivity} />
      )}
      {!isPlain && <path class="node-cut" d={cross({ x: 17, y: NODE_HEIGHT / 2 }, 9)} />}
      {isPinned && <path class="node-pin" transform={`translate(${NODE_WIDTH - 10} -7)`} d="M0 0h12v3l-3 2v4h-2l-1 6-1-6H3V5L0 3Z" />}
    </g>
  );
}
