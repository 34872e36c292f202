// How kinds, permissions and sensitivities look: a shape and a text each, so that nothing depends on colour.
import type { Permission, Sensitivity } from "../client/generated/graphql.ts";
import { text } from "../text/index.ts";

// Paths in a box of 16 by 16.
const SHAPES: Record<string, string> = {
  Identity: "M8 8.2a3.1 3.1 0 1 0 0-6.2 3.1 3.1 0 0 0 0 6.2ZM2.5 14c.4-3 2.6-4.5 5.5-4.5s5.1 1.5 5.5 4.5Z",
  Group: "M5.5 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm5.5 0a2.2 2.2 0 1 0 0-4.4M1 13.5c.3-2.8 2-4.3 4.5-4.3s4.2 1.5 4.5 4.3Zm10.5 0H15c-.3-2.4-1.5-3.9-3.7-4.2",
  Account: "M2 3h12v10H2Zm3.8 5.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4ZM3.5 11.5c.2-1.5 1-2.2 2.3-2.2s2.1.7 2.3 2.2M9.8 6h2.7M9.8 8.5h2.7",
  Credential: "M10.5 2.5a3.5 3.5 0 1 1-2.9 5.4L2.5 13v1.5H5V13h1.5v-1.5H8l1.2-1.2M11.3 5h.1",
  Application: "M2.5 2.5h4.5V7H2.5Zm6.5 0h4.5V7H9ZM2.5 9h4.5v4.5H2.5ZM9 9h4.5v4.5H9Z",
  Model: "M8 1.5 13.6 4.7v6.5L8 14.5 2.4 11.2V4.7ZM8 8l5.6-3.3M8 8v6.5M8 8 2.4 4.7",
  McpServer: "M2.5 2.5h11v4.3h-11Zm0 6.7h11v4.3h-11ZM5 4.7h.1M5 11.3h.1M8 6.8v2.4",
  McpTool: "M10.5 2a3.5 3.5 0 0 0-3.3 4.7L2 11.9 4.1 14l5.2-5.2A3.5 3.5 0 0 0 13.8 4.3L11.6 6.5 9.5 4.4 11.7 2.2A3.5 3.5 0 0 0 10.5 2Z",
  DataSource: "M8 1.8c3.3 0 5.5.9 5.5 2.1S11.3 6 8 6 2.5 5.1 2.5 3.9 4.7 1.8 8 1.8Zm-5.5 2.1v8.2c0 1.2 2.2 2.1 5.5 2.1s5.5-.9 5.5-2.1V3.9M2.5 8c0 1.2 2.2 2.1 5.5 2.1s5.5-.9 5.5-2.1",
};
const UNKNOWN_SHAPE = "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm-1.8 4.3c.1-1.1.8-1.8 1.9-1.8s1.9.7 1.9 1.7c0 1.4-1.9 1.5-1.9 3M8.1 11.3h.1";

/** The outline of a kind of node, drawn in a box of 16 by 16. */
export const shapeOf = (kind: string): string => SHAPES[kind] ?? UNKNOWN_SHAPE;

/** The words for a kind of node. */
export const kindText = (kind: string): string => (text.kinds as Record<string, string>)[kind] ?? kind;

/** The colour of a kind, as a custom property of the theme. */
export const kindColour = (kind: string): string => `var(--kind-${kind in SHAPES ? kind.toLowerCase() : "unknown"})`;

export function KindGlyph({ kind }: { kind: string }) {
  return (
    <svg class={`glyph kind-${kind}`} viewBox="0 0 16 16" width="16" height="16" role="img" aria-label={kindText(kind)}>
      <path d={shapeOf(kind)} fill="none" stroke="currentColor" stroke-width="1.4" stroke-linejoin="round" stroke-linecap="round" />
    </svg>
  );
}

const PERMISSION_LEVELS: Record<Permission, number> = { DISCOVER: 1, READ: 2, WRITE: 3, ADMIN: 4 };

/** A permission: as many bars as it is strong, and its word. */
export function PermissionMark({ permission }: { permission: Permission | null | undefined }) {
  if (!permission) return <span class="muted">{text.noPermission}</span>;
  const level = PERMISSION_LEVELS[permission] ?? 0;
  return (
    <span class={`permission permission-${permission}`}>
      <svg viewBox="0 0 14 10" width="14" height="10" aria-hidden="true">
        {[1, 2, 3, 4].map((step) => (
          <rect x={(step - 1) * 3.5} y={8 - step * 2} width="2.5" height={2 + step * 2} class={step <= level ? "on" : "off"} />
        ))}
      </svg>
      {text.permissions[permission] ?? permission}
    </span>
  );
}

/** A sensitivity: its word, in a box that is fuller the more it is worth. */
export function SensitivityMark({ sensitivity }: { sensitivity: Sensitivity | null | undefined }) {
  if (!sensitivity) return null;
  return <span class={`sensitivity sensitivity-${sensitivity}`}>{text.sensitivities[sensitivity] ?? sensitivity}</span>;
}
