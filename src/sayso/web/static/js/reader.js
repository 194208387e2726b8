// The reader: claims and the words that they rest on light each other up, by pointer, click and keyboard.
import { card, cards, choose, current, onChoose } from "./cards.js";

const reader = document.querySelector("[data-reader]");
const marks = [...reader.querySelectorAll(".m[data-c]")];
const wordsOf = new Map(cards.map((one) => [one.dataset.claim, []]));
for (const mark of marks) {
  for (const id of mark.dataset.c.split(" ")) wordsOf.get(id)?.push(mark);
}

function light(ids, on) {
  for (const id of ids) {
    card(id)?.classList.toggle("lit", on);
    for (const mark of wordsOf.get(id) ?? []) mark.classList.toggle("lit", on);
  }
}

function relight() {
  for (const mark of marks) mark.classList.remove("lit");
  const one = current();
  if (one) for (const mark of wordsOf.get(one.dataset.claim) ?? []) mark.classList.add("lit");
}

onChoose((one, follow) => {
  relight();
  one.scrollIntoView({ block: "nearest" });
  if (follow) document.getElementById(`w-${one.dataset.claim}`)?.scrollIntoView({ block: "center" });
});

for (const mark of marks) {
  const ids = mark.dataset.c.split(" ").filter(Boolean);
  mark.addEventListener("pointerenter", () => light(ids, true));
  mark.addEventListener("pointerleave", () => { light(ids, false); relight(); });
  mark.addEventListener("click", (event) => {
    const one = card(mark.id.slice(2)) ?? card(ids[0]);
    if (!one || String(getSelection())) return;
    event.preventDefault();
    choose(one, { follow: false });
  });
}
for (const one of cards) {
  one.addEventListener("pointerenter", () => light([one.dataset.claim], true));
  one.addEventListener("pointerleave", () => { light([one.dataset.claim], false); relight(); });
  one.querySelector(".to-words")?.addEventListener("click", (event) => {
    event.preventDefault();
    choose(one);
  });
}

for (const box of document.querySelectorAll("[data-layer]")) {
  box.addEventListener("change", () => {
    reader.classList.toggle(`hide-${box.dataset.layer}`, !box.checked);
    const address = new URL(location.href);
    address.searchParams.delete("hide");
    for (const other of document.querySelectorAll("[data-layer]:not(:checked)")) {
      address.searchParams.append("hide", other.dataset.layer);
    }
    history.replaceState(null, "", address);
  });
}

const first = card(reader.dataset.first || location.hash.slice(1));
if (first) choose(first, { focus: false });
