// Claims as cards: which one is chosen, and how to go to another.
export const cards = [...document.querySelectorAll(".claim[data-claim]")];
const byId = new Map(cards.map((card) => [card.dataset.claim, card]));
const chosen = [];

export const card = (id) => byId.get(id);
export const current = () => cards.find((one) => one.classList.contains("current"));
export const onChoose = (listener) => chosen.push(listener);

export function choose(one, { focus = true, follow = true } = {}) {
  for (const other of cards) other.classList.toggle("current", other === one);
  if (focus) one.focus({ preventScroll: true });
  for (const listener of chosen) listener(one, follow);
  const address = new URL(location.href);
  address.searchParams.set("claim", one.dataset.claim);
  address.hash = "";
  history.replaceState(null, "", address);
}

export function step(by) {
  const at = cards.indexOf(current());
  const next = cards[Math.min(Math.max(at + by, 0), cards.length - 1)];
  if (next) choose(next);
}

export const typing = (target) => Boolean(target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]"));

for (const one of cards) {
  one.addEventListener("focusin", () => { if (one !== current()) choose(one, { focus: false }); });
}
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
  if (event.key === "ArrowDown") { step(1); event.preventDefault(); }
  if (event.key === "ArrowUp") { step(-1); event.preventDefault(); }
});
