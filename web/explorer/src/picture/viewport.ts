/** The part of the plane that is seen, and how pan and zoom move it. */

import type { Layout, Point } from "./layers.ts";

export interface Viewport {
  readonly scale: number;
  /** Where the origin of the plane is, in pixels of the frame. */
  readonly x: number;
  readonly y: number;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
}

const LEAST_SCALE = 0.04;
const MOST_SCALE = 3;
const MARGIN_PX = 28;
/** The headings of the columns stand above the bounds. */
const HEADINGS = 30;
/** Below this, text cannot be read. */
export const READABLE_SCALE = 0.55;

/** All of the picture in the middle of the frame, never larger than life. */
export function fitted(bounds: Layout["bounds"], frame: Frame): Viewport {
  const top = bounds.top - HEADINGS;
  const [width, height] = [bounds.right - bounds.left, bounds.bottom - top];
  const room = { width: frame.width - 2 * MARGIN_PX, height: frame.height - 2 * MARGIN_PX };
  const scale = clamped(Math.min(1.1, room.width / Math.max(1, width), room.height / Math.max(1, height)));
  return {
    scale,
    x: frame.width / 2 - (scale * (bounds.left + bounds.right)) / 2,
    y: frame.height / 2 - (scale * (top + bounds.bottom)) / 2,
  };
}

/** All of it where that can be read, else the part round its end at a size that can. */
export function opening(bounds: Layout["bounds"], frame: Frame, end: Point | undefined, atRight: boolean): Viewport {
  const whole = fitted(bounds, frame);
  if (whole.scale >= READABLE_SCALE || end === undefined) return whole;
  const scale = READABLE_SCALE + 0.15;
  const top = bounds.top - HEADINGS;
  const isWide = (bounds.right - bounds.left) * scale > frame.width - 2 * MARGIN_PX;
  const isHigh = (bounds.bottom - top) * scale > frame.height - 2 * MARGIN_PX;
  const atEnd = atRight ? frame.width - MARGIN_PX - bounds.right * scale : MARGIN_PX - bounds.left * scale;
  return {
    scale,
    x: isWide ? atEnd : frame.width / 2 - (scale * (bounds.left + bounds.right)) / 2,
    y: frame.height / 2 - scale * (isHigh ? end.y : (top + bounds.bottom) / 2),
  };
}

/** Larger or smaller, with the point of the frame under the pointer where it was. */
export function zoomed(viewport: Viewport, factor: number, at: Point): Viewport {
  const scale = clamped(viewport.scale * factor);
  const ratio = scale / viewport.scale;
  return { scale, x: at.x - (at.x - viewport.x) * ratio, y: at.y - (at.y - viewport.y) * ratio };
}

export function panned(viewport: Viewport, byX: number, byY: number): Viewport {
  return { ...viewport, x: viewport.x + byX, y: viewport.y + byY };
}

/** Moved no further than it takes to see a point whole. */
export function revealed(viewport: Viewport, point: Point, frame: Frame, margin: Frame): Viewport {
  const [x, y] = [viewport.x + point.x * viewport.scale, viewport.y + point.y * viewport.scale];
  const [left, top] = [margin.width * viewport.scale, margin.height * viewport.scale];
  const into = (at: number, low: number, high: number): number => (at < low ? low - at : at > high ? high - at : 0);
  return panned(viewport, into(x, left, Math.max(left, frame.width - left)), into(y, top, Math.max(top, frame.height - top)));
}

/** The point of the plane at a point of the frame. */
export function planePoint(viewport: Viewport, at: Point): Point {
  return { x: Math.round((at.x - viewport.x) / viewport.scale), y: Math.round((at.y - viewport.y) / viewport.scale) };
}

function clamped(scale: number): number {
  return Math.min(MOST_SCALE, Math.max(LEAST_SCALE, scale));
}
