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
// A choice made with the mouse is shown at once; the arrows pass over choices, so then the button says when.
const sort = document.getElementById("sort");
if (sort) {
  const show = sort.form.querySelector(".order button");
  show.hidden = true;
  sort.addEventListener("keydown", (event) => {
    if (event.key !== "Tab" && event.key !== "Shift") show.hidden = false;
  });
  sort.addEventListener("change", () => {
    if (show.hidden) sort.form.requestSubmit();
  });
}
