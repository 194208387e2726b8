// The reader: claims and the words that they rest on light each other up, by pointer, click and keyboard.
const reader = document.querySelector("[data-reader]");
const claims = [...reader.querySelectorAll(".claim[data-claim]")];
const marks = [...reader.querySelectorAll(".m[data-c]")];
const wordsOf = new Map(claims.map((claim) => [claim.dataset.claim, []]));
for (const mark of marks) {
  for (const id of mark.dataset.c.split(" ")) wordsOf.get(id)?.push(mark);
}
const claimOf = new Map(claims.map((claim) => [claim.dataset.claim, claim]));

function light(ids, on) {
  for (const id of ids) {
    claimOf.get(id)?.classList.toggle("lit", on);
    for (const mark of wordsOf.get(id) ?? []) mark.classList.toggle("lit", on);
  }
}

export function choose(claim, { scroll = true, focus = true } = {}) {
  for (const other of claims) other.classList.toggle("current", other === claim);
  for (const mark of marks) mark.classList.remove("lit");
  light([claim.dataset.claim], true);
  claim.classList.remove("lit");
  if (focus) claim.focus({ preventScroll: true });
  if (scroll) {
    claim.scrollIntoView({ block: "nearest" });
    document.getElementById(`w-${claim.dataset.claim}`)?.scrollIntoView({ block: "center" });
  }
  const address = new URL(location.href);
  address.searchParams.set("claim", claim.dataset.claim);
  address.hash = "";
  history.replaceState(null, "", address);
}

export const current = () => claims.find((claim) => claim.classList.contains("current"));

export function step(by) {
  const at = claims.indexOf(current());
  const next = claims[Math.min(Math.max(at + by, 0), claims.length - 1)];
  if (next) choose(next);
}

for (const mark of marks) {
  const ids = mark.dataset.c.split(" ").filter(Boolean);
  mark.addEventListener("pointerenter", () => light(ids, true));
  mark.addEventListener("pointerleave", () => { light(ids, false); relight(); });
  mark.addEventListener("click", (event) => {
    const claim = claimOf.get(mark.id.slice(2)) ?? claimOf.get(ids[0]);
    if (!claim || String(getSelection())) return;
    event.preventDefault();
    choose(claim, { scroll: false });
    claim.scrollIntoView({ block: "center" });
  });
}
for (const claim of claims) {
  claim.addEventListener("pointerenter", () => light([claim.dataset.claim], true));
  claim.addEventListener("pointerleave", () => { light([claim.dataset.claim], false); relight(); });
  claim.addEventListener("focusin", () => { if (claim !== current()) choose(claim, { focus: false }); });
  claim.querySelector(".to-words")?.addEventListener("click", (event) => {
    event.preventDefault();
    choose(claim);
  });
}

function relight() {
  const claim = current();
  if (claim) for (const mark of wordsOf.get(claim.dataset.claim) ?? []) mark.classList.add("lit");
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

const typing = (target) => target.closest?.("input, textarea, select, [contenteditable]");
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || (typing(event.target) && event.target.type !== "checkbox")) return;
  if (event.key === "ArrowDown" || event.key === "j") { step(1); event.preventDefault(); }
  if (event.key === "ArrowUp" || event.key === "k") { step(-1); event.preventDefault(); }
});

const first = claimOf.get(reader.dataset.first || location.hash.slice(1));
if (first) choose(first, { focus: false });
