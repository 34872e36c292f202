/// <reference types="vitest/config" />
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Plugin } from "vite";

/** The folder of the package that a bundled module belongs to. */
function packageOf(file: string): string {
  const parts = file.split("?")[0]!.split("/");
  const index = parts.lastIndexOf("node_modules") + 1;
  return parts.slice(0, index + (parts[index]!.startsWith("@") ? 2 : 1)).join("/");
}

/** Writes the licence of every package that is in the page, and the documents that it asks. */
function companions(): Plugin {
  return {
    name: "companions",
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((part) => (part.type === "chunk" ? part.moduleIds : []));
      const folders = modules.filter((id) => id.includes("node_modules/")).map(packageOf);
      const notices = [...new Set(folders)].sort().map((folder) => {
        const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
        const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
        const notice = file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8").trim() : "";
        return `${name} ${version} (${license})\n\n${notice || "The package carries no licence text of its own."}\n`;
      });
      const source = `The page is made of these packages.\n\n${notices.join(`\n${"-".repeat(79)}\n\n`)}`;
      this.emitFile({ type: "asset", fileName: "LICENSES.txt", source });
      // The server answers these whatever its own list of documents is.
      const generated = readFileSync("src/client/generated/graphql.ts", "utf8");
      const texts = [...generated.matchAll(/const \w+Document = new TypedDocumentString\(`([^`]*)`/g)].map(([, text]) => text!.trim());
      const documents = texts.map((text) => [createHash("sha256").update(text).digest("hex"), text]).sort();
      this.emitFile({ type: "asset", fileName: "documents.json", source: JSON.stringify(Object.fromEntries(documents), null, 1) });
    },
  };
}

// Names of files are stable; the server puts a digest of the whole page into their addresses (api/explorer_page.py).
export default defineConfig({
  base: "./",
  plugins: [companions()],
  resolve: { dedupe: ["preact"] },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "../../api/static/explorer",
    emptyOutDir: true,
    assetsDir: "assets",
    assetsInlineLimit: 0,
    target: "es2022",
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    reportCompressedSize: true,
    rollupOptions: {
      output: {
        entryFileNames: "assets/explorer.js",
        chunkFileNames: "assets/[name].js",
        assetFileNames: ({ names }) => (names[0]?.endsWith(".css") ? "assets/explorer.css" : "assets/[name][extname]"),
      },
    },
  },
  test: { include: ["tests/**/*.test.ts"] },
});
