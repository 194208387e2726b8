// Review: decide about the chosen claim by key or button; every decision is sent at once and can be undone.
import { onSelect, selected } from "./spans.js";
import { card, cards, choose, current, step, typing } from "./cards.js";

const bar = document.querySelector("[data-review]");
const help = document.querySelector("dialog[data-help]");
const told = bar?.querySelector("[data-told]");
const why = bar?.querySelector("[data-why]");
const DONE = { accept: "accepted", reject: "rejected", correct: "corrected", skip: "skipped", note: "noted" };

async function send(path, body) {
  const answer = await fetch(`/api/v1/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const given = await answer.json();
  if (!answer.ok) throw new Error(given.detail ?? answer.statusText);
  return given;
}

// What the page calls a value of a claim.
function called(one, field) {
  return one?.querySelector(`[data-field="${field}"]`)?.closest("div").querySelector("dt").textContent ?? field;
}

function show(ruling) {
  const list = card(ruling.subject)?.querySelector("[data-rulings]");
  if (!list) return;
  for (const old of [...list.children]) if (old.dataset.field === (ruling.field ?? "")) old.remove();
  const line = document.createElement("li");
  line.className = `v-${ruling.verdict}`;
  line.dataset.id = ruling.id;
  line.dataset.field = ruling.field ?? "";
  const verdict = document.createElement("b");
  verdict.textContent = DONE[ruling.verdict];
  const by = document.createElement("span");
  by.className = "quiet";
  by.textContent = `${ruling.by}, just now${ruling.why ? `: ${ruling.why}` : ""}`;
  const value = ruling.field ? ` “${called(card(ruling.subject), ruling.field)}”${ruling.value === null ? "" : `: ${ruling.value || "none"}`} ` : " ";
  line.append(verdict, value, by);
  list.append(line);
}

async function decide(verdict, more = {}) {
  const one = current() ?? cards[0];
  if (!one) return;
  const ruling = await send("decisions", { claim: one.dataset.claim, verdict, why: why.value, ...more });
  show(ruling);
  why.value = "";
  told.textContent = `${DONE[verdict]}: ${one.querySelector("b")?.textContent ?? ""}`;
  if (!more.field) step(1);
}

// Words of the report for a value: its span is corrected, with the reason that was typed.
const respan = bar?.querySelector("[data-respan]");
const SPANNED = ["actors", "recipients", "places", "date", "who", "person", "office", "body"];
let chosen = null;

// The claim whose own words stand nearest to a place of the report.
function nearest(at) {
  const away = (one) => Math.abs(Number(document.getElementById(`w-${one.dataset.claim}`)?.dataset.at ?? Infinity) - at);
  return cards.reduce((best, one) => (away(one) < away(best) ? one : best));
}

function offer(words) {
  // A press on the bar takes the selection away before its button is heard.
  if (!words && respan.contains(document.activeElement)) return;
  chosen = words;
  if (words && !current() && cards.length) choose(nearest(words.start), { focus: false, follow: false });
  const names = [...(current() ?? cards[0])?.querySelectorAll(".value-button") ?? []].map((one) => one.dataset.field).filter((name) => SPANNED.includes(name));
  respan.hidden = !words || !names.length;
  if (respan.hidden) return;
  const list = respan.querySelector("select");
  if ([...list.options].map((one) => one.value).join() !== names.join()) list.replaceChildren(...names.map((name) => new Option(called(current() ?? cards[0], name), name)));
  respan.querySelector("[data-respan-words]").textContent = words.words.length > 24 ? `${words.words.slice(0, 23)}…` : words.words;
}

async function correctSpan() {
  const words = selected() ?? chosen;
  const one = current() ?? cards[0];
  if (!words || !one || respan.hidden) return;
  const ruling = await send("decisions", { claim: one.dataset.claim, verdict: "respan", field: respan.querySelector("select").value, start: words.start, end: words.end, why: why.value });
  show(ruling);
  why.value = "";
  told.textContent = `corrected: ${called(one, ruling.field)}, ${ruling.value}`;
  getSelection().removeAllRanges();
  chosen = null;
  respan.hidden = true;
}

async function undo() {
  const undone = await send("decisions/undo");
  const one = card(undone.subject);
  one?.querySelector(`[data-id="${undone.undoes}"]`)?.remove();
  if (one) {
    const button = undone.field && one.querySelector(`[data-field="${undone.field}"].value-button`);
    if (button) put(button, button.dataset.value);
    choose(one);
  }
  told.textContent = "undone";
}

function put(button, value) {
  button.firstElementChild.textContent = value || "none";
  button.dataset.shown = value;
  button.classList.toggle("pending", value !== button.dataset.value);
}

function turn(button, by) {
  const others = JSON.parse(button.dataset.candidates).filter((value) => value !== button.dataset.value);
  const values = [button.dataset.value, ...others];
  if (button.dataset.field === "low" || button.dataset.field === "high") {
    put(button, String(Math.max(0, Number(button.dataset.shown ?? button.dataset.value) + by)));
    return;
  }
  const at = values.indexOf(button.dataset.shown ?? button.dataset.value);
  put(button, values[(at + by + values.length) % values.length]);
}

const ACTIONS = {
  a: () => decide("accept"),
  x: () => decide("reject"),
  " ": () => decide("skip"),
  Backspace: undo,
  c: correctSpan,
  "?": () => help.showModal(),
};

function act(key) {
  Promise.resolve(ACTIONS[key]()).catch((error) => { told.textContent = error.message; });
}

function onValue(event, button) {
  if (event.key === "ArrowLeft" || event.key === "ArrowRight") turn(button, event.key === "ArrowLeft" ? -1 : 1);
  else if (event.key === "Enter") {
    const value = button.dataset.shown ?? button.dataset.value;
    if (value === button.dataset.value) return false;
    decide("correct", { field: button.dataset.field, value })
      .then(() => button.classList.remove("pending"))
      .catch((error) => { told.textContent = error.message; });
  } else if (event.key === "Escape") put(button, button.dataset.value);
  else return false;
  return true;
}

function nextValue(from) {
  const values = [...(from.closest(".claim")?.querySelectorAll(".value-button") ?? [])];
  const next = values[values.indexOf(from) + 1];
  next?.focus();
  return Boolean(next);
}

if (bar) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || help.open) return;
    const button = event.target.closest?.(".value-button");
    if (button && onValue(event, button)) { event.preventDefault(); return; }
    if (event.key === "Tab" && !event.shiftKey && event.target.closest?.(".claim.current") && nextValue(event.target)) {
      event.preventDefault();
      return;
    }
    // A space or Enter on a link or a button of the page means that button.
    if (event.key === " " && event.target.closest?.("a, summary, button:not(.value-button)")) return;
    if (Object.hasOwn(ACTIONS, event.key)) { event.preventDefault(); act(event.key); }
  });
  for (const button of bar.querySelectorAll("[data-key]")) button.addEventListener("click", () => act(button.dataset.key));
  for (const button of document.querySelectorAll(".value-button")) {
    button.addEventListener("click", () => turn(button, 1));
  }
  onSelect(offer);
  respan.addEventListener("mousedown", (event) => { if (!event.target.closest("select")) event.preventDefault(); });
  const first = card(new URL(location.href).searchParams.get("claim")) ?? (bar.closest(".page-review") ? cards[0] : null);
  if (first && !current()) choose(first, { focus: Boolean(document.querySelector(".queue")) });
}
