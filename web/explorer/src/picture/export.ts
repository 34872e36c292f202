/** A picture as a file: SVG with its styles and provenance in it, and PNG drawn from that. */

const SVG_NAMESPACE = "http://www.w3.org/2000/svg";
const MARGIN_PX = 24;
const LINE_PX = 16;
const PNG_SCALE = 2;
/** Browsers refuse larger canvases. */
const MOST_PNG_PX = 16_000;

/** What a file says of itself, one line each: the question, the snapshot, the time. */
export type ProvenanceLines = readonly string[];

/** The whole picture, at its own size, whatever part of it is seen. */
export function svgText(picture: SVGSVGElement, provenance: ProvenanceLines): string {
  const world = picture.querySelector<SVGGElement>(".picture-world");
  if (world === null) throw new Error("the picture holds nothing");
  const box = world.getBBox();
  const [width, height] = [box.width + 2 * MARGIN_PX, box.height + 2 * MARGIN_PX + provenance.length * LINE_PX];
  const file = picture.cloneNode(false) as SVGSVGElement;
  for (const name of ["role", "aria-roledescription"]) file.removeAttribute(name);
  file.setAttribute("xmlns", SVG_NAMESPACE);
  file.setAttribute("class", "picture");
  file.setAttribute("viewBox", [box.x - MARGIN_PX, box.y - MARGIN_PX, width, height].map(Math.round).join(" "));
  file.setAttribute("width", String(Math.round(width)));
  file.setAttribute("height", String(Math.round(height)));
  file.append(element("style", pictureStyles()), element("metadata", provenance.join("\n")), ground(box, width, height));
  const drawn = world.cloneNode(true) as SVGGElement;
  drawn.removeAttribute("transform");
  for (const marked of drawn.querySelectorAll(".is-selected, .is-near")) marked.classList.remove("is-selected", "is-near");
  for (const area of drawn.querySelectorAll(".edge-area")) area.remove();
  for (const node of drawn.querySelectorAll("[tabindex]")) node.removeAttribute("tabindex");
  file.append(drawn, ...provenance.map((line, row) => footer(line, box.x, box.y + box.height + MARGIN_PX + (row + 0.5) * LINE_PX)));
  return new XMLSerializer().serializeToString(file);
}

/** The same as pixels, twice its size, smaller where a canvas cannot hold that. */
export async function pngBlob(text: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const scale = Math.min(PNG_SCALE, MOST_PNG_PX / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the canvas is too large"))), "image/png");
  });
}

/** The rules of the page that draw pictures, each property of the theme as it is now. */
export function pictureStyles(): string {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const own = rules.filter(
    (rule): rule is CSSStyleRule => rule instanceof CSSStyleRule && /^\.(picture|edge|node|sensitivity|has-labels|chart)/.test(rule.selectorText),
  );
  const text = own.map((rule) => rule.cssText).join("\n");
  const style = getComputedStyle(document.documentElement);
  const names = [...new Set(text.match(/--[\w-]+/g) ?? [])].filter((name) => style.getPropertyValue(name) !== "").sort();
  return `:root{${names.map((name) => `${name}:${style.getPropertyValue(name).trim()}`).join(";")}}\n${text}`;
}

function element(name: string, text: string): SVGElement {
  const created = document.createElementNS(SVG_NAMESPACE, name);
  created.textContent = text;
  return created;
}

function ground(box: DOMRect, width: number, height: number): SVGElement {
  const rect = element("rect", "");
  const given = { x: box.x - MARGIN_PX, y: box.y - MARGIN_PX, width, height, fill: "var(--picture-ground)" };
  for (const [name, value] of Object.entries(given)) rect.setAttribute(name, String(value));
  return rect;
}

function footer(line: string, x: number, y: number): SVGElement {
  const text = element("text", line);
  for (const [name, value] of Object.entries({ x, y, "font-size": 11, fill: "var(--picture-soft)" })) text.setAttribute(name, String(value));
  return text;
}
