// The panel "Ligner" follows what is typed, and its open resemblance has a key for each of its buttons.
// Without this file it shows what the stored text is like, and every button works.

const panel = document.querySelector("[data-likeness]");
const form = document.getElementById("edit");
const PATIENCE = 250; // ms after the last letter
const AGAIN = 2000; // ms, while the likenesses are being computed

let waiting = null;
let asked = null;

if (panel && form) {
  form.addEventListener("input", (event) => {
    if (event.target.name === "summary" || event.target.name === "excerpt") soon(PATIENCE);
  });
  if (panel.querySelector("[data-waits]")) soon(AGAIN);
}

function soon(ms) {
  clearTimeout(waiting);
  waiting = setTimeout(refresh, ms);
}

/** Ask what the typed text is like; a question that is still unanswered is given up. */
async function refresh() {
  asked?.abort();
  asked = new AbortController();
  const typed = new FormData(form);
  const sent = new URLSearchParams();
  for (const name of ["csrf_token", "summary", "excerpt"]) sent.set(name, typed.get(name) ?? "");
  try {
    const answer = await fetch(panel.dataset.likeness, { method: "POST", body: sent, signal: asked.signal });
    if (answer.ok) show(new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".found"));
  } catch (error) {
    // Given up for a newer question, or nobody answers: what stands there stays.
    if (error.name !== "AbortError") soon(AGAIN);
  }
}

/** Put the answer in; whoever works in the panel keeps it as it is until they leave it. */
function show(found) {
  const old = panel.querySelector(".found");
  if (!found) return;
  const same = found.isEqualNode(old);
  if (found.matches("[data-waits]") || (!same && old.contains(document.activeElement))) soon(AGAIN);
  if (same || old.contains(document.activeElement)) return;
  const open = old.querySelector("details.alike[open]")?.dataset.id;
  const again = open && found.querySelector(`details.alike[data-id="${open}"]`);
  if (again) {
    for (const other of found.querySelectorAll("details.alike[open]")) other.open = false;
    again.open = true;
  }
  const told = panel.querySelector("[role=status]");
  if (told.textContent !== found.dataset.told) told.textContent = found.dataset.told;
  old.replaceWith(found);
}

document.addEventListener("keydown", (event) => {
  const key = event.altKey && !event.ctrlKey && !event.metaKey && /^Digit([1-4])$/.exec(event.code)?.[1];
  const button = key && panel?.querySelector(`details.alike[open] [data-key="${key}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
});

// Copying into the form: nothing is saved until the person saves.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button || !form) return;
  event.preventDefault();
  const { decision, comment } = button.dataset;
  if (decision) form.elements.decision.value = decision;
  const area = form.elements.comment;
  area.focus();
  area.select();
  // insertText keeps the browser's own undo working; of nothing it would make nothing.
  document.execCommand(comment ? "insertText" : "delete", false, comment);
  form.dataset.typed = "";
  panel.querySelector("[role=status]").textContent = "Håndtering og kommentar er sat ind i felterne og ikke gemt endnu.";
  const note = document.createElement("p");
  note.className = "help copied";
  note.textContent = "Sat ind i felterne. Gem for at beholde det.";
  button.closest(".beside-deeds").parentElement.querySelector(".copied")?.remove();
  button.closest(".beside-deeds").after(note);
});
