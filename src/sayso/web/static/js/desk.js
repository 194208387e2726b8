// What every page needs: filters that leave no empty words in the address.
for (const form of document.querySelectorAll("form[method=get]")) {
  form.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
  });
}

// On a narrow screen the names of pages go past its edge; the page's own is to be seen.
const nav = document.querySelector(".top nav");
const here = nav?.querySelector("[aria-current]");
if (here) nav.scrollLeft = here.offsetLeft - nav.offsetLeft - (nav.clientWidth - here.offsetWidth) / 2;

// On a narrow screen the list comes before its filters have been scrolled through.
if (matchMedia("(max-width: 48rem)").matches) {
  for (const facet of document.querySelectorAll("details.facet:not(:has(.chosen))")) facet.open = false;
}
