// The suggestions by one key each, as long as the suggestion has the focus; and news while points are compared.
document.documentElement.classList.add("js");
const review = document.getElementById("review");

/** The other point becomes the one that is repeated. */
function swap() {
  const choices = [...review.querySelectorAll("input[name=source]")];
  const now = choices.findIndex((choice) => choice.checked);
  choices[(now + 1) % choices.length].checked = true;
}

review?.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const key = event.key.toLowerCase();
  if (key === "b") return swap();
  const wanted =
    key === "f" ? document.querySelector(".flash form button") : review.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!wanted) return;
  event.preventDefault();
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
