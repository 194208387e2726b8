// Draws the map with MapLibre where there is WebGL and the library was built in; else the server's drawing stays.
const frame = document.querySelector("[data-map]");
const DISPUTED = new Set(["ESH", "KOS", "SOL", "CYN", "TWN", "PSE", "SAH"]);
const dark = matchMedia("(prefers-color-scheme: dark)").matches;
const INK = dark
  ? { sea: "#121a1f", land: "#24282c", line: "#565d65", disputed: "#b08a62", spot: "#ff9f8c" }
  : { sea: "#e6edf0", land: "#f8f6f0", line: "#b9b4a8", disputed: "#8a6a4a", spot: "#a52613" };

function webgl() {
  try { return Boolean(document.createElement("canvas").getContext("webgl2")); } catch { return false; }
}

// TopoJSON to GeoJSON: rings of land, and the arcs between two countries.
function unpacked(topology) {
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let x = 0, y = 0;
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
  const along = (index) => (index >= 0 ? arcs[index] : [...arcs[~index]].reverse());
  const ring = (indexes) => indexes.flatMap((index, at) => along(index).slice(at ? 1 : 0));
  const owners = new Map();
  const land = topology.objects.countries.geometries.map((geometry) => {
    const polygons = geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs ?? [];
    for (const index of polygons.flat(2)) {
      const arc = index >= 0 ? index : ~index;
      owners.set(arc, [...(owners.get(arc) ?? []), geometry.properties.a3]);
    }
    return feature("MultiPolygon", polygons.map((polygon) => polygon.map(ring)));
  });
  const borders = [...owners].filter(([, codes]) => codes.length > 1)
    .map(([arc, codes]) => feature("LineString", arcs[arc], { disputed: codes.some((code) => DISPUTED.has(code)) }));
  return { land: collection(land), borders: collection(borders) };
}

const feature = (type, coordinates, properties = {}) => ({ type: "Feature", geometry: { type, coordinates }, properties });
const collection = (features) => ({ type: "FeatureCollection", features });

// A circle of so many kilometres around a point, true enough for showing how exactly a place is known.
function circle([x, y], km) {
  const points = Array.from({ length: 65 }, (_, step) => {
    const angle = (step / 64) * 2 * Math.PI;
    const north = (km / 111.2) * Math.sin(angle);
    return [x + ((km / 111.2) * Math.cos(angle)) / Math.max(0.05, Math.cos((y * Math.PI) / 180)), y + north];
  });
  return feature("Polygon", [points]);
}

function spots(features) {
  const at = new Map();
  for (const one of features) {
    const key = one.geometry.coordinates.map((number) => number.toFixed(3)).join();
    at.set(key, [...(at.get(key) ?? []), one]);
  }
  return [...at.values()].sort((one, other) => other.length - one.length);
}

function pin(here) {
  const place = here[0].properties.place ?? "";
  const link = document.createElement("a");
  link.className = "pin";
  link.href = here.length === 1 ? `/incidents/${here[0].id}` : `/incidents?place=${encodeURIComponent(place)}`;
  link.setAttribute("aria-label", `${place}: ${here.length} incident${here.length > 1 ? "s" : ""}`);
  const dot = document.createElement("span");
  dot.textContent = here.length > 1 ? here.length : "";
  const name = document.createElement("bdi");
  name.textContent = place;
  link.append(dot, name);
  return link;
}

// Names that would cover one another are left out, those of fewer incidents first.
function spread(canvas) {
  const taken = [...canvas.querySelectorAll(".pin span")].map((dot) => dot.getBoundingClientRect());
  for (const name of canvas.querySelectorAll(".pin bdi")) {
    name.hidden = false;
    const box = name.getBoundingClientRect();
    const own = name.previousElementSibling.getBoundingClientRect();
    const clash = taken.some((one) => (one.left !== own.left || one.top !== own.top)
      && one.left < box.right && one.right > box.left && one.top < box.bottom && one.bottom > box.top);
    if (clash) name.hidden = true;
    else taken.push(box);
  }
}

async function draw() {
  const [maplibre, topology, incidents] = await Promise.all([
    import("/static/vendor/maplibre-gl.mjs"),
    fetch("/static/vendor/countries-50m.json").then((answer) => answer.json()),
    fetch(frame.dataset.source).then((answer) => answer.json()),
  ]);
  if (!incidents.features.length) return;
  maplibre.setWorkerUrl("/static/vendor/maplibre-gl-worker.mjs");
  const world = unpacked(topology);
  const bounds = new maplibre.LngLatBounds();
  for (const one of incidents.features) bounds.extend(one.geometry.coordinates);
  const canvas = document.createElement("div");
  canvas.className = "map-canvas";
  frame.append(canvas);
  const map = new maplibre.Map({
    container: canvas,
    attributionControl: false,
    bounds,
    fitBoundsOptions: { padding: 70, maxZoom: 9 },
    style: {
      version: 8,
      sources: {
        land: { type: "geojson", data: world.land },
        borders: { type: "geojson", data: world.borders },
        near: { type: "geojson", data: collection(incidents.features.filter((one) => one.properties.precision_km).map((one) => circle(one.geometry.coordinates, one.properties.precision_km))) },
      },
      layers: [
        { id: "sea", type: "background", paint: { "background-color": INK.sea } },
        { id: "land", type: "fill", source: "land", paint: { "fill-color": INK.land } },
        { id: "border", type: "line", source: "borders", filter: ["!", ["get", "disputed"]], paint: { "line-color": INK.line, "line-width": 0.8 } },
        { id: "disputed", type: "line", source: "borders", filter: ["get", "disputed"], paint: { "line-color": INK.disputed, "line-width": 1, "line-dasharray": [3, 2] } },
        { id: "near", type: "fill", source: "near", paint: { "fill-color": INK.spot, "fill-opacity": 0.06 } },
        { id: "nearly", type: "line", source: "near", paint: { "line-color": INK.spot, "line-opacity": 0.5, "line-dasharray": [2, 2] } },
      ],
    },
  });
  map.addControl(new maplibre.NavigationControl({ showCompass: false }));
  map.addControl(new maplibre.ScaleControl());
  for (const here of spots(incidents.features)) {
    new maplibre.Marker({ element: pin(here), anchor: "left", offset: [-9, 0] }).setLngLat(here[0].geometry.coordinates).addTo(map);
  }
  map.on("idle", () => spread(canvas));
  map.once("load", () => {
    frame.querySelector(":scope > .canvas")?.remove();
    frame.dataset.ready = "";
    map.resize();
    map.fitBounds(bounds, { padding: 70, maxZoom: 9, duration: 0 });
  });
}

if (frame && webgl()) draw().catch((error) => console.info("The map stays a drawing:", error.message));

// The brush: drag across the bars to choose a stretch of days.
const brush = document.querySelector("[data-brush]");
let from = null;
brush?.addEventListener("pointerdown", (event) => { from = event.target.closest("[data-day]"); });
brush?.addEventListener("dragstart", (event) => event.preventDefault());
brush?.addEventListener("pointerup", (event) => {
  const to = event.target.closest("[data-day]");
  if (!from || !to || from === to) return;
  const [since, until] = [from.dataset.day, to.dataset.day].sort();
  const address = new URL(location.href);
  address.searchParams.set("since", since);
  address.searchParams.set("until", until);
  location.assign(address);
});
