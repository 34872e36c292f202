// What lines, bars and marks mean.
import type { JSX } from "preact";
import { text } from "../text/index.ts";
import { SENSITIVITY_GLYPHS } from "./glyphs.ts";
import { SENSITIVITY_ORDER } from "./model.ts";

const LINES = ["YES", "NO", "UNKNOWN"] as const;

export function Legend(): JSX.Element {
  return (
    <details class="picture-legend">
      <summary>{text.picture.legend}</summary>
      <ul>
        {LINES.map((use) => (
          <li key={use}>
            <svg class="picture" viewBox="0 0 36 10" width="36" height="10" aria-hidden="true">
              <g class={`edge use-${use.toLowerCase()}`}>
                <path class="edge-line" d="M2 5H28" />
                <path class="edge-head" d="M28 1L36 5L28 9Z" />
              </g>
            </svg>
            {text.uses[use]}
          </li>
        ))}
        {[...SENSITIVITY_ORDER].reverse().map((sensitivity) => (
          <li key={sensitivity}>
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
              <path class={`node-sensitivity is-${sensitivity}`} d={SENSITIVITY_GLYPHS[sensitivity]} />
            </svg>
            {(text.sensitivities as Record<string, string>)[sensitivity]}
          </li>
        ))}
      </ul>
      <p class="muted small">{text.picture.keys}</p>
    </details>
  );
}
