// The suggestions by one key each, unless a person is in a field; and news while points are compared.
document.documentElement.classList.add("js");
const review = document.getElementById("review");

/** The other point becomes the one that is repeated. */
function swap() {
  const choices = [...review.querySelectorAll("input[name=source]")];
  const now = choices.findIndex((choice) => choice.checked);
  if (choices.length) choices[(now + 1) % choices.length].checked = true;
  offerCopy();
}

/** Only the handling of the one that is repeated can be copied; where it has none, that is said. */
function offerCopy() {
  const copy = review?.querySelector("button[value=copy]");
  const chosen = review?.querySelector("input[name=source]:checked");
  const said = review?.querySelector("[data-bare]");
  if (!copy || !chosen || !review.querySelector("[data-handled]")) return;
  copy.disabled = !("handled" in chosen.dataset);
  const sentence = copy.disabled ? said.dataset.bare : "";
  if (said.textContent !== sentence) said.textContent = sentence;
}
review?.addEventListener("change", offerCopy);
offerCopy();

// The card that has the focus begins at the top: what is judged is not behind the buttons.
if (review && document.activeElement === review) review.scrollIntoView();

/** Whether the suggestion is what the person has before them. */
function isInView() {
  const { top, bottom } = review.getBoundingClientRect();
  return (top >= 0 && bottom <= innerHeight) || (top < innerHeight / 2 && bottom > innerHeight / 3);
}

/** Nothing can be taken back from here: say so, rather than nothing. */
function tellOfHistory() {
  const said = Object.assign(document.createElement("p"), { className: "flash" });
  said.textContent = "Her er intet at fortryde. Tidligere afgørelser kan fortrydes under Historik.";
  document.querySelector(".flashes")?.replaceChildren(said);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const at = document.activeElement;
  if (!review || at.matches("textarea, select, input:not([type=radio], [type=checkbox]), [contenteditable]")) return;
  const key = event.key.toLowerCase();
  const undo = document.querySelector(".flash form button");
  const wanted = key === "f" ? undo : review.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!wanted && key !== "f" && key !== "b") return;
  event.preventDefault();
  if (key === "f" && !undo) return tellOfHistory();
  if (key !== "f" && !review.contains(at) && !isInView()) {
    // Nobody decides about what they do not see: the first press shows it.
    review.scrollIntoView();
    return review.focus({ preventScroll: true });
  }
  if (key === "b") return swap();
  wanted.click();
});

// One decision for one press: the page that comes next has its own buttons.
review?.querySelector("form").addEventListener("submit", (event) => {
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = "yes";
});
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

// A page on which somebody is at work stays; one that is only looked at shows what has been found since.
if (document.querySelector("[data-comparing]")) {
  setInterval(async () => {
    if (document.activeElement === document.body || document.activeElement === review) return location.reload();
    const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
    const now = page.querySelector("[data-comparing]");
    const shown = document.querySelector("[data-comparing]");
    if (now) shown?.replaceWith(now);
    else shown?.remove();
  }, 2000);
}
