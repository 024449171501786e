// Edit a point where it stands in the table: the same form as on the point's own page, fetched from there.
// Without this file the link "Ret" leads to that page, and everything works as well.

import { enhance } from "./point.js";

const rows = () => document.querySelector(".points");
let open = null; // the row that is hidden, the row with the form, its own page, and whether anything was typed

const parse = async (response) => new DOMParser().parseFromString(await response.text(), "text/html");

document.addEventListener("click", (event) => {
  const link = event.target.closest("a.edit-point");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  edit(link.closest("tr"));
});

/** Show the form of a row in its place. */
async function edit(row) {
  if (!row || !(await close())) return;
  const link = row.querySelector("a.edit-point");
  let page;
  try {
    page = await parse(await fetch(link.href));
  } catch {
    location.assign(link.href);
    return;
  }
  const form = page.querySelector("form.point");
  if (!form) return location.assign(link.href);
  const place = document.createElement("tr");
  place.className = "editing";
  const cell = place.appendChild(document.createElement("td"));
  cell.colSpan = row.cells.length;
  row.before(place);
  row.hidden = true;
  open = { row, place, address: link.href, typed: false };
  show(form, page.querySelector("h1")?.textContent ?? "");
}

/** Put a form into the open place and give it the keyboard. */
function show(form, heading) {
  const cell = open.place.cells[0];
  const title = Object.assign(document.createElement("h2"), { textContent: heading });
  const whole = Object.assign(document.createElement("a"), { href: open.address, textContent: "Åbn hele siden" });
  const head = Object.assign(document.createElement("div"), { className: "head" });
  head.append(title, whole);
  form.classList.remove("panel");
  cell.replaceChildren(head, form);
  enhance(form);
  for (const cancel of form.querySelectorAll(".buttons a.button")) cancel.dataset.cancel = "";
  open.place.scrollIntoView({ block: "nearest" });
  (form.querySelector("[autofocus], [aria-invalid=true], textarea[name=summary]") ?? form).focus();
}

document.addEventListener("input", (event) => {
  if (open?.place.contains(event.target)) open.typed = true;
});

document.addEventListener("click", async (event) => {
  if (!event.target.closest("[data-cancel]")) return;
  event.preventDefault();
  await close(true);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && open?.place.contains(event.target)) close(true);
});

addEventListener("beforeunload", (event) => {
  if (open?.typed) event.preventDefault();
});

/** Take the form away; asks first if something was typed. Returns whether it is gone. */
async function close(back = false) {
  if (!open) return true;
  if (open.typed && !confirm("Det, du har skrevet, er ikke gemt. Vil du forlade det?")) return false;
  const { row, place } = open;
  open = null;
  place.remove();
  row.hidden = false;
  if (back) row.querySelector("a.edit-point")?.focus();
  return true;
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!open?.place.contains(form)) return;
  event.preventDefault();
  const button = event.submitter;
  const go = button?.value ?? "back";
  const sent = new URLSearchParams(new FormData(form));
  // The table is what comes back; where to go from there is decided here, in the order that is shown.
  sent.set("go", "back");
  sent.set("back", location.pathname + location.search);
  const action = button?.hasAttribute("formaction") ? button.formAction : form.action;
  try {
    const answer = await fetch(action, { method: "POST", body: sent });
    await (answer.ok && answer.redirected ? saved(await parse(answer), go) : refused(await parse(answer), action));
  } catch {
    say("Programmet svarer ikke. Det, du har skrevet, står her endnu; prøv igen om lidt.");
  }
});

/** Take over the fresh rows, and go on to the neighbour that was asked for. */
async function saved(page, go) {
  const neighbour = { next: "nextElementSibling", previous: "previousElementSibling" }[go];
  let other = neighbour ? open.row[neighbour] : null;
  while (other && !other.querySelector("a.edit-point")) other = other[neighbour];
  const id = go === "stay" ? open.row.id : other?.id;
  const stood = open.row.id;
  open = null;
  const flashes = page.querySelector(".flashes");
  if (!page.querySelector(".points")) page = await parse(await fetch(location.href));
  const fresh = page.querySelector(".points");
  if (!fresh) return location.reload();
  rows().replaceWith(fresh);
  for (const name of [".count", ".flashes"]) {
    const part = name === ".flashes" ? flashes : page.querySelector(name);
    if (part) document.querySelector(name)?.replaceChildren(...part.childNodes);
  }
  const target = id && document.getElementById(id);
  if (target) await edit(target);
  else document.getElementById(stood)?.querySelector("a.edit-point")?.focus();
}

/** Show what was refused: the form with its errors or the conflict, else the page that came. */
function refused(page, address) {
  const form = page.querySelector("form.point");
  if (form) {
    show(form, page.querySelector("h1").textContent);
    open.typed = true;
    return;
  }
  const text = page.querySelector("main");
  open.place.cells[0].replaceChildren(...text.childNodes);
  open.place.querySelector("form")?.setAttribute("action", address);
}

/** A sentence above the form, heard at once. */
function say(sentence) {
  const form = open.place.querySelector("form");
  form.querySelector(".unanswered")?.remove();
  const line = Object.assign(document.createElement("p"), { className: "problems unanswered", textContent: sentence });
  line.setAttribute("role", "alert");
  form.prepend(line);
}
