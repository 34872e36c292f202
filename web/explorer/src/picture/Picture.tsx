// A picture with what a person does to it: folds opened, nodes pinned and hidden, a way shown alone, files made of it.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { JSX } from "preact";
import type { Provenance } from "../client/answer.ts";
import { formatCount } from "../format/number.ts";
import { change, go, params } from "../location/location.ts";
import { fileName, save } from "../parts/exports.ts";
import { viewOf } from "../parts/NodeChip.tsx";
import { text } from "../text/index.ts";
import type { PictureWords } from "./elements.tsx";
import { pngBlob, svgText } from "./export.ts";
import { FOLD_PREFIX, foldSiblings } from "./fold.ts";
import { GraphPicture, type PictureActions } from "./GraphPicture.tsx";
import { layoutLayers, type Layout, type Point } from "./layers.ts";
import { Legend } from "./Legend.tsx";
import { withoutNodes, type PictureGraph, type PictureMarks } from "./model.ts";

interface PictureProps {
  readonly graph: PictureGraph;
  readonly words: PictureWords;
  readonly title: string;
  /** Changes with the question alone: then the picture opens anew. */
  readonly subject: string;
  readonly direction: "out" | "in";
  readonly selected: string | null;
  readonly onSelect: (key: string | null) => void;
  /** The row whose way is shown alone, as `routes` has it. */
  readonly focused: string | null;
  readonly onFocus: (id: string | null) => void;
  readonly provenance: Provenance;
  readonly exportName: string;
  /** What a change would cut and what would go with it. */
  readonly marks?: PictureMarks | null;
}

/** Above this many elements a picture is drawn by WebGL, if the browser has it. */
export const SVG_ELEMENTS = 2400;

const NOTHING: ReadonlyMap<string, Point> = new Map();

export function Picture(props: PictureProps): JSX.Element {
  const { words, direction, provenance } = props;
  const box = useRef<HTMLDivElement>(null);
  const [pins, setPins] = useState<{ of: string; at: ReadonlyMap<string, Point> }>({ of: props.subject, at: NOTHING });
  const pinned = pins.of === props.subject ? pins.at : NOTHING;
  const [expanded, hidden] = [params("open"), params("hide")];
  const choices = JSON.stringify([expanded, hidden]);
  const visible = useMemo(() => withoutNodes(props.graph, new Set(hidden)), [props.graph, choices]);
  const marks = props.marks ?? null;
  const cut = [...(marks?.cut ?? [])].flatMap((key) => key.split("\t")).join("\n");
  const graph = useMemo(
    // What is cut stands for itself: a mark on a fold would say it of all.
    () => foldSiblings(visible, { expanded: new Set(expanded), separate: new Set([...pinned.keys(), ...cut.split("\n")]) }),
    [visible, pinned, choices, cut],
  );
  const layout = useMemo(() => laidOut(graph, pinned), [graph, pinned]);
  const route = props.focused === null ? null : (graph.routes.get(props.focused) ?? null);
  const actions: PictureActions = {
    select: props.onSelect,
    focus: (id) => props.onFocus(id === null || !graph.routes.has(id) ? null : id),
    expand: (foldId) => change({ open: [...expanded, foldId.slice(FOLD_PREFIX.length)] }),
    hide: (id) => change({ hide: [...hidden, ...membersOf(graph, id)] }),
    open: (id) => go(viewOf(id).view, { [viewOf(id).param]: id }),
    pin: (id, at) => setPins({ of: props.subject, at: withPin(pinned, id, at) }),
  };
  const size = graph.nodes.length + graph.edges.length;
  const label = text.picture.label(props.title, formatCount(graph.nodes.length), formatCount(graph.edges.length));
  const drawn = { graph, layout, words, label, selected: drawnAs(graph, props.selected), route, pinned, marks, actions, subject: props.subject, direction };
  const { Large, isAwaited } = useLarge(size > SVG_ELEMENTS);
  const exportPicture = (as: "svg" | "png"): void => {
    const picture = box.current?.querySelector<SVGSVGElement>("svg.picture");
    if (picture) void savePicture(picture, as, props.exportName, props.title, provenance);
  };
  return (
    <div class="picture-box" ref={box}>
      <div class="picture-tools">
        {route !== null && <Tool onClick={() => props.onFocus(null)}>{text.picture.showAll}</Tool>}
        {expanded.length > 0 && <Tool onClick={() => change({ open: [] })}>{text.picture.showFolded}</Tool>}
        {hidden.length > 0 && <Tool onClick={() => change({ hide: [] })}>{text.picture.showHidden(formatCount(hidden.length))}</Tool>}
        {pinned.size > 0 && (
          <Tool onClick={() => setPins({ of: props.subject, at: NOTHING })}>{text.picture.unpin(formatCount(pinned.size))}</Tool>
        )}
        <span class="picture-exports">
          {!Large && <Tool onClick={() => exportPicture("svg")}>{text.picture.exportSvg}</Tool>}
          {!Large && <Tool onClick={() => exportPicture("png")}>{text.picture.exportPng}</Tool>}
        </span>
      </div>
      {Large ? <Large {...drawn} /> : isAwaited ? <div class="picture-frame" aria-busy="true" /> : <GraphPicture {...drawn} />}
      {Large && <p class="muted small">{text.picture.large(formatCount(size))}</p>}
      <Legend />
    </div>
  );
}

/** Each layout leaves a measure in the browser's timeline: so one sees that choosing and hovering make none. */
function laidOut(graph: PictureGraph, pinned: ReadonlyMap<string, Point>): Layout {
  const start = performance.now();
  const layout = layoutLayers(graph.nodes, graph.edges, { pinned });
  performance.measure("remit:layout", { start, end: performance.now() });
  return layout;
}

function Tool({ onClick, children }: { onClick: () => void; children: string }): JSX.Element {
  return (
    <button type="button" class="quiet" onClick={onClick}>
      {children}
    </button>
  );
}

/** The picture for many elements and whether its code is on its way; neither for few, or where there is no WebGL. */
function useLarge(isLarge: boolean): { Large: typeof GraphPicture | undefined; isAwaited: boolean } {
  const [large, setLarge] = useState<{ component: typeof GraphPicture }>();
  const isPossible = useMemo(() => isLarge && hasWebGl(), [isLarge]);
  useEffect(() => {
    if (!isPossible || large) return;
    void import("./large.tsx").then((module) => setLarge({ component: module.LargePicture }));
  }, [isPossible]);
  return { Large: isPossible ? large?.component : undefined, isAwaited: isPossible && large === undefined };
}

let webGl: boolean | undefined;

/** Whether the browser draws by WebGL: asked once, because with software rendering each context costs a part of a second. */
function hasWebGl(): boolean {
  if (webGl === undefined) {
    const context = document.createElement("canvas").getContext("webgl2");
    webGl = context !== null;
    context?.getExtension("WEBGL_lose_context")?.loseContext();
  }
  return webGl;
}

/** What is chosen as the picture has it: of a node in a fold the fold, so that to choose never lays out again. */
function drawnAs(graph: PictureGraph, selected: string | null): string | null {
  if (selected === null || graph.nodes.some((node) => node.id === selected)) return selected;
  return graph.nodes.find((node) => node.members.includes(selected))?.id ?? selected;
}

function membersOf(graph: PictureGraph, id: string): readonly string[] {
  const node = graph.nodes.find((other) => other.id === id);
  return node?.role === "fold" ? node.members : [id];
}

function withPin(pinned: ReadonlyMap<string, Point>, id: string, at: Point | null): ReadonlyMap<string, Point> {
  const next = new Map(pinned);
  if (at === null) next.delete(id);
  else next.set(id, at);
  return next;
}

/** Save a picture as a file that says of which question, snapshot and time it is. */
export async function savePicture(picture: SVGSVGElement, as: "svg" | "png", name: string, title: string, provenance: Provenance): Promise<void> {
  const { generation, digest, asOf } = provenance.snapshot;
  const lines = [title, text.picture.provenance(generation, digest.slice(0, 12), asOf), text.picture.exportedAt(new Date().toISOString())];
  const content = svgText(picture, lines);
  if (as === "svg") save(fileName(name, provenance, "svg"), "image/svg+xml", content);
  else save(fileName(name, provenance, "png"), "image/png", await pngBlob(content));
}
