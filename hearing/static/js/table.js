// Makes the filters quicker: one open at a time, closed by Escape or a click beside; the order at once.
const facets = [...document.querySelectorAll("details.facet")];

document.addEventListener("click", (event) => {
  for (const facet of facets) if (!facet.contains(event.target)) facet.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    for (const facet of facets) {
      if (facet.open) {
        facet.open = false;
        facet.querySelector("summary").focus();
      }
    }
  }
  const typing = event.target.closest("input, textarea, select");
  if (event.key === "/" && !typing) {
    event.preventDefault();
    document.getElementById("q")?.focus();
  }
});
const sort = document.getElementById("sort");
if (sort) {
  sort.form.querySelector(".order button").hidden = true;
  sort.addEventListener("change", () => sort.form.requestSubmit());
}
