// Rulings on an incident: split some tellings off, or merge it with another.
const BODY = {
  split: (form, data) => ({ incident: form.dataset.incident, claims: data.getAll("claims"), why: data.get("why") }),
  merge: (form, data) => ({ incidents: [form.dataset.incident, data.get("other").trim()], why: data.get("why") }),
};
for (const form of document.querySelectorAll("[data-rule]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await fetch(`/api/v1/incidents/${form.dataset.rule}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(BODY[form.dataset.rule](form, new FormData(form))),
    });
    if (answer.ok) location.reload();
    else form.querySelector("output").textContent = (await answer.json()).detail;
  });
}
