// What every page needs: filters that leave no empty words in the address.
for (const form of document.querySelectorAll("form[method=get]")) {
  form.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
  });
}

// On a narrow screen the list comes before its filters have been scrolled through.
if (matchMedia("(max-width: 48rem)").matches) {
  for (const facet of document.querySelectorAll("details.facet:not(:has(.chosen))")) facet.open = false;
}
