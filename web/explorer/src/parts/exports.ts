// What leaves the page as a file, each with where it comes from: the question, the snapshot, the time.
import type { Provenance, Question } from "../client/answer.ts";

/** One field of CSV after RFC 4180; a text that a spreadsheet would run as a formula is kept from it. */
export function csvField(value: string | number | null | undefined): string {
  const written = value === null || value === undefined ? "" : String(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(written) ? `'${written}` : written;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export interface ExportTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null | undefined)[])[];
}

/** The comment lines that say where a file comes from. */
export function provenanceOf(question: Question, provenance: Provenance | undefined, at: Date) {
  return {
    exportedAt: at.toISOString(),
    question: question.text,
    variables: question.variables,
    snapshot: provenance?.snapshot ?? null,
    completeness: provenance?.completeness ?? null,
  };
}

/** A table as CSV; its last columns say which snapshot a row is of, and those of the first row what was asked, and when. */
export function writeCsv(table: ExportTable, question: Question, provenance: Provenance | undefined, at: Date): string {
  const about = provenance
    ? [provenance.snapshot.digest, provenance.snapshot.asOf, provenance.completeness.status]
    : ["", "", ""];
  const asked = [at.toISOString(), `${question.text.replace(/\s+/g, " ")} ${JSON.stringify(question.variables)}`];
  const head = [...table.columns, "snapshot", "as_of", "completeness", "exported_at", "question"].map(csvField).join(",");
  const lines = table.rows.map((row, index) => [...row, ...about, ...(index === 0 ? asked : ["", ""])].map(csvField).join(","));
  return `${[head, ...lines].join("\r\n")}\r\n`;
}

export function writeJson(answer: unknown, question: Question, provenance: Provenance | undefined, at: Date): string {
  return `${JSON.stringify({ ...provenanceOf(question, provenance, at), answer }, null, 2)}\n`;
}

/** Hand a file to the person at the browser. */
export function save(name: string, media: string, content: string | Blob): void {
  const address = URL.createObjectURL(typeof content === "string" ? new Blob([content], { type: media }) : content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** `orphaned-862c901dcad8.csv`: what it is of, and of which snapshot. */
export const fileName = (name: string, provenance: Provenance | undefined, extension: string): string =>
  `remit-${name}${provenance ? `-${provenance.snapshot.digest.slice(0, 12)}` : ""}.${extension}`;
