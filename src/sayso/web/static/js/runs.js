// Runs: refused items are read again in the background; the page follows until that ends.
const told = document.querySelector("[data-told]");

for (const button of document.querySelectorAll("[data-again]")) {
  button.addEventListener("click", async () => {
    button.disabled = true;
    const answer = await fetch(`/api/v1/runs/${button.dataset.again}/retry`, { method: "POST" });
    if (answer.ok) { location.reload(); return; }
    told.textContent = (await answer.json()).detail;
    button.disabled = false;
  });
}

if (document.querySelector("[data-retry=running]")) {
  const follow = setInterval(async () => {
    const answer = await fetch("/api/v1/retry");
    if (answer.ok && (await answer.json())?.state !== "running") { clearInterval(follow); location.reload(); }
  }, 1500);
}
