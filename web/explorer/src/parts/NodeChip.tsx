// A node wherever it is named: the shape of its kind, its name, the system that gave its id; a link to its question.
import { localPart, systemOf, kindOf, useName } from "../client/names.ts";
import { KindGlyph } from "../format/kinds.tsx";
import { href } from "../location/location.ts";

/** The view that answers the first question about a node of a kind. */
export const viewOf = (id: string): { view: string; param: string } =>
  kindOf(id) === "DataSource" || kindOf(id) === "McpTool" || kindOf(id) === "Model"
    ? { view: "exposure", param: "target" }
    : { view: "blast-radius", param: "start" };

interface Props {
  readonly id: string;
  readonly name?: string | null | undefined;
  /** Without a link: where the row is one already. */
  readonly plain?: boolean;
  readonly href?: string | undefined;
}

export function NodeChip({ id, name, plain = false, href: address }: Props) {
  const shown = useName(id, name);
  const { view, param } = viewOf(id);
  const content = (
    <>
      <KindGlyph kind={kindOf(id)} />
      <span class="chip-name">{shown || localPart(id)}</span>
      <span class="chip-system">{systemOf(id)}</span>
    </>
  );
  return plain ? (
    <span class="chip" title={id}>
      {content}
    </span>
  ) : (
    <a class="chip" title={id} href={address ?? href(view, { [param]: id })}>
      {content}
    </a>
  );
}
