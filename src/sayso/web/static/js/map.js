// Draws the map with MapLibre where there is WebGL and the library was built in; else the server's drawing stays.
const frame = document.querySelector("[data-map]");
const DISPUTED = new Set(["ESH", "KOS", "SOL", "CYN", "TWN", "PSE", "SAH"]);
const dark = matchMedia("(prefers-color-scheme: dark)").matches;
const INK = dark
  ? { sea: "#121a1f", land: "#24282c", line: "#565d65", disputed: "#b08a62", spot: "#ff9f8c", road: "#5d656d", green: "#1d2a22" }
  : { sea: "#e6edf0", land: "#f8f6f0", line: "#b9b4a8", disputed: "#8a6a4a", spot: "#a52613", road: "#c4b9a2", green: "#dfe9d8" };

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

// How the layers of street tiles are drawn: by the names that Protomaps and OpenMapTiles give them.
const WIDTH = ["interpolate", ["linear"], ["zoom"], 6, 0.8, 12, 2, 16, 6];
const STREETS = {
  earth: ["fill", { "fill-color": INK.land }], landcover: ["fill", { "fill-color": INK.green, "fill-opacity": 0.5 }],
  landuse: ["fill", { "fill-color": INK.green, "fill-opacity": 0.35 }], park: ["fill", { "fill-color": INK.green, "fill-opacity": 0.5 }],
  water: ["fill", { "fill-color": INK.sea }], waterway: ["line", { "line-color": INK.sea, "line-width": 1.2 }],
  roads: ["line", { "line-color": INK.road, "line-width": WIDTH }], transportation: ["line", { "line-color": INK.road, "line-width": WIDTH }],
  buildings: ["fill", { "fill-color": INK.line, "fill-opacity": 0.45 }], building: ["fill", { "fill-color": INK.line, "fill-opacity": 0.45 }],
};

async function streets(maplibre) {
  const { PMTiles, Protocol } = await import("/static/vendor/pmtiles.mjs");
  const tiles = new PMTiles(new URL(frame.dataset.tiles, location.href).href);
  const [header, about] = await Promise.all([tiles.getHeader(), tiles.getMetadata()]);
  const protocol = new Protocol();
  protocol.add(tiles);
  maplibre.addProtocol("pmtiles", protocol.tile);
  const url = `pmtiles://${tiles.source.getKey()}`;
  const raster = header.tileType !== 1;
  const source = raster ? { type: "raster", url, tileSize: 256 } : { type: "vector", url };
  const known = new Set((about?.vector_layers ?? []).map((layer) => layer.id));
  const layers = raster ? [{ id: "streets", type: "raster", source: "streets" }] : Object.entries(STREETS).filter(([id]) => known.has(id))
    .map(([id, [type, paint]]) => ({ id: `streets-${id}`, type, source: "streets", "source-layer": id, paint }));
  return { sources: { streets: source }, layers };
}

// Names of towns for the area that is shown, where pins and their names leave room.
async function name(map, maplibre, canvas) {
  const box = map.getBounds();
  const wanted = new URLSearchParams({ west: box.getWest(), south: Math.max(-90, box.getSouth()), east: box.getEast(), north: Math.min(90, box.getNorth()), limit: 30 });
  const answer = await fetch(`/towns.geojson?${wanted}`);
  if (!answer.ok) return;
  const { features } = await answer.json();
  canvas.querySelectorAll(".town").forEach((one) => one.remove());
  for (const town of features) {
    const label = document.createElement("div");
    label.className = "town";
    label.setAttribute("aria-hidden", "true");
    label.append(document.createElement("span"), Object.assign(document.createElement("bdi"), { textContent: town.properties.name }));
    new maplibre.Marker({ element: label, anchor: "left", offset: [-3, 0] }).setLngLat(town.geometry.coordinates).addTo(map);
  }
  spread(canvas);
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
  const { place = "", tellings } = here[0].properties;
  const many = tellings?.length ?? here.length;
  const link = document.createElement("a");
  link.className = "pin";
  link.href = tellings ? `#t-${tellings[0]}` : many === 1 ? `/incidents/${here[0].id}` : `/incidents?place=${encodeURIComponent(place ?? "")}`;
  link.setAttribute("aria-label", `${place}: ${many} ${tellings ? "telling" : "incident"}${many > 1 ? "s" : ""}`);
  const dot = document.createElement("span");
  dot.textContent = many > 1 ? many : "";
  const name = document.createElement("bdi");
  name.textContent = place;
  // Until it is known which names have room.
  name.hidden = true;
  link.append(dot, name);
  return link;
}

// Names that would cover one another are left out, those of fewer incidents first.
function spread(canvas) {
  const taken = [...canvas.querySelectorAll(".pin span")].map((dot) => dot.getBoundingClientRect());
  const edge = canvas.getBoundingClientRect().right;
  for (const name of canvas.querySelectorAll(".pin bdi, .town bdi")) {
    name.hidden = false;
    const box = name.getBoundingClientRect();
    const own = name.previousElementSibling.getBoundingClientRect();
    const clash = box.right > edge || taken.some((one) => (one.left !== own.left || one.top !== own.top)
      && one.left < box.right && one.right + 2 > box.left && one.top < box.bottom && one.bottom > box.top);
    name.hidden = clash;
    name.parentElement.classList.toggle("crowded", clash);
    if (!clash) taken.push(box);
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
  const detail = frame.dataset.tiles ? await streets(maplibre) : { sources: {}, layers: [] };
  const maxZoom = Number(frame.dataset.widest ?? 9);
  const bounds = new maplibre.LngLatBounds();
  const near = incidents.features.filter((one) => one.properties.precision_km).map((one) => circle(one.geometry.coordinates, one.properties.precision_km));
  for (const one of incidents.features) bounds.extend(one.geometry.coordinates);
  for (const one of near) for (const corner of one.geometry.coordinates[0]) bounds.extend(corner);
  const canvas = document.createElement("div");
  canvas.className = "map-canvas";
  frame.append(canvas);
  const map = new maplibre.Map({
    container: canvas,
    attributionControl: false,
    bounds,
    fitBoundsOptions: { padding: 70, maxZoom },
    style: {
      version: 8,
      sources: {
        land: { type: "geojson", data: world.land },
        borders: { type: "geojson", data: world.borders },
        near: { type: "geojson", data: collection(near) },
        ...detail.sources,
      },
      layers: [
        { id: "sea", type: "background", paint: { "background-color": INK.sea } },
        { id: "land", type: "fill", source: "land", paint: { "fill-color": INK.land } },
        ...detail.layers,
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
  map.on("moveend", () => name(map, maplibre, canvas).catch(() => {}));
  map.once("load", () => {
    frame.querySelector(":scope > .canvas")?.remove();
    spread(canvas);
    frame.dataset.ready = "";
    map.resize();
    map.fitBounds(bounds, { padding: 70, maxZoom, duration: 0 });
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
