// Builds the page into api/static/graphiql: `npm ci --ignore-scripts && node build.mjs`. Nothing in it names a CDN.
import { build } from "esbuild";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "..", "..", "api", "static", "graphiql");
mkdirSync(target, { recursive: true });

// The fonts of GraphiQL are 350 kB; those of the system do.
const withoutFonts = {
  name: "without-fonts",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.css$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll(/@font-face\s*\{[^}]*\}/g, ""),
      loader: "css",
    })),
};

const { metafile } = await build({
  entryPoints: { graphiql: join(here, "main.jsx") },
  outdir: target,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  jsx: "automatic",
  define: { "process.env.NODE_ENV": '"production"' },
  legalComments: "none",
  plugins: [withoutFonts],
  metafile: true,
});
copyFileSync(join(here, "index.html"), join(target, "index.html"));

/** The folder of the package that a bundled file belongs to. */
function packageOf(file) {
  const parts = file.split("/");
  const at = parts.lastIndexOf("node_modules") + 1;
  return parts.slice(0, at + (parts[at].startsWith("@") ? 2 : 1)).join("/");
}

const bundled = Object.keys(metafile.inputs).filter((file) => file.includes("node_modules/"));
const notices = [...new Set(bundled.map(packageOf))].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const text = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  const notice = text && existsSync(join(folder, text)) ? readFileSync(join(folder, text), "utf8").trim() : "";
  return `${name} ${version} (${license})\n\n${notice || "The package carries no licence text of its own."}\n`;
});
writeFileSync(join(target, "LICENSES.txt"), `The page is made of these packages.\n\n${notices.join(`\n${"-".repeat(79)}\n\n`)}`);
