// A point's form, quicker: keys for saving, and a button for new text. Nothing here is needed to save.

import { offerMention } from "./mention.js";

document.documentElement.classList.add("js");

/** What is typed is not left behind unasked: by a link, by another form's button, by closing the window. */
document.addEventListener("input", (event) => {
  const form = event.target.closest("form.point");
  if (form) form.dataset.typed = "";
});
document.addEventListener("submit", (event) => delete event.target.dataset.typed);
addEventListener("beforeunload", (event) => {
  if (document.querySelector("form.point[data-typed]")) event.preventDefault();
});

/** Press the form's button that leads there: back, next, previous (which has no button of its own) or stay. */
function save(form, go) {
  let button = form.querySelector(`button[name=go][value=${go}]`);
  if (!button) {
    button = Object.assign(document.createElement("button"), { name: "go", value: go, hidden: true });
    form.append(button);
  }
  form.requestSubmit(button);
}

document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.("form.point") ?? document.querySelector("form.point");
  if (!form) return;
  const control = event.ctrlKey || event.metaKey;
  let go = null;
  if (control && event.key === "Enter") go = "next";
  else if (control && event.key.toLowerCase() === "s") go = "stay";
  else if (event.altKey && event.key === "ArrowDown") go = "next";
  else if (event.altKey && event.key === "ArrowUp") go = "previous";
  else if (control && event.key.toLowerCase() === "b" && event.target.matches("[data-bold]")) {
    event.preventDefault();
    mark(event.target);
    return;
  } else return;
  event.preventDefault();
  save(form, go);
});

/** Cut at the cursor: the line that says where is put in for the person. */
let cursor = null;
document.addEventListener("focusout", (event) => {
  if (event.target.matches("form.point textarea:is([name=summary], [name=excerpt], [name=comment])")) cursor = event.target;
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-cut]");
  if (!button) return;
  const typed = [...button.form.querySelectorAll("textarea")].some((area) => /^[ \t]*---[ \t]*$/m.test(area.value));
  const place = cursor?.selectionStart;
  if (typed || cursor?.form !== button.form || !place || place >= cursor.value.length) return;
  cursor.setRangeText("\n---\n", place, place, "end");
});

/** Put ** around the selected words, or take them away. */
function mark(area) {
  const { selectionStart: start, selectionEnd: end, value } = area;
  const words = value.slice(start, end);
  const inside = words.startsWith("**") && words.endsWith("**") && words.length > 4;
  const around = value.slice(start - 2, start) === "**" && value.slice(end, end + 2) === "**";
  if (around) area.setSelectionRange(start - 2, end + 2);
  area.focus();
  const put = inside ? words.slice(2, -2) : around ? words : `**${words}**`;
  // insertText keeps the browser's own undo working.
  document.execCommand("insertText", false, put);
  const from = around ? start - 2 : inside ? start : start + 2;
  area.setSelectionRange(from, from + (inside ? words.length - 4 : words.length));
}

/** Give the text areas of a form their button for new text; called for forms that come later, too. */
export function enhance(root) {
  for (const area of root.querySelectorAll("textarea[data-bold]")) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "small mark-new", textContent: "Fed" });
    button.title = "Marker de valgte ord som ny tekst (Ctrl+B)";
    button.addEventListener("click", () => mark(area));
    area.before(button);
  }
  for (const link of root.querySelectorAll("a[data-mention]")) offerMention(link);
  askForTheme(root);
}

/** The name of a new theme is asked for when a new theme is chosen. */
function askForTheme(root) {
  const select = root.querySelector("select[name=theme]");
  const name = root.querySelector("input[name=new_theme]");
  if (!select || !name) return;
  const show = () => {
    name.closest(".field").hidden = select.value !== "new";
    if (select.value !== "new") name.value = "";
  };
  if (name.value) select.value = "new";
  select.addEventListener("change", () => {
    show();
    if (select.value === "new") name.focus();
  });
  show();
}

enhance(document);

// The list of the party's points shows the one that is open, without moving the page.
const here = document.querySelector(".siblings [aria-current]");
if (here) here.parentElement.scrollTop = here.offsetTop - here.parentElement.offsetTop - 60;
