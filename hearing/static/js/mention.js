// Put a reference to another point in at the cursor of a comment. Without this file the link leads to a page that
// says what to type.

/** Make the link below a text area a button that opens a search beside it. */
export function offerMention(link) {
  const area = link.closest("form").elements[link.dataset.mention];
  const button = Object.assign(document.createElement("button"), { type: "button", className: "small", textContent: "Indsæt henvisning" });
  button.ariaExpanded = "false";
  link.replaceWith(button);
  const panel = search(link.href, (typed) => {
    put(area, typed);
    close();
  });
  const close = () => {
    panel.remove();
    button.ariaExpanded = "false";
    area.focus();
  };
  button.addEventListener("click", () => {
    if (panel.isConnected) return close();
    button.parentElement.after(panel);
    button.ariaExpanded = "true";
    panel.querySelector("input").focus();
    show(panel);
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  });
}

/** The reference at the cursor, or in place of what is selected; insertText keeps the browser's own undo working. */
function put(area, typed) {
  const before = area.value.slice(0, area.selectionStart);
  area.focus();
  document.execCommand("insertText", false, /[^\s([]$/.test(before) ? ` ${typed}` : typed);
}

/** A search field and what it finds, each a button; what is typed here is no change of the point. */
function search(address, choose) {
  const panel = Object.assign(document.createElement("div"), { className: "mentioning" });
  const id = `mention-${Math.random().toString(36).slice(2)}`;
  const label = Object.assign(document.createElement("label"), { htmlFor: id, textContent: "Part, bogstav eller ord fra bemærkningen" });
  const field = Object.assign(document.createElement("input"), { id, type: "search", autocomplete: "off" });
  const told = Object.assign(document.createElement("p"), { className: "help" });
  told.setAttribute("role", "status");
  const list = Object.assign(document.createElement("ul"), { className: "choices" });
  panel.append(label, field, told, list);
  let latest = 0;
  let waiting = null;
  const find = async () => {
    // Whoever presses Enter must not be overtaken by the search that typing has put off.
    clearTimeout(waiting);
    const mine = ++latest;
    const words = field.value.trim();
    let page = null;
    try {
      if (words) page = new DOMParser().parseFromString(await (await fetch(`${address}?${new URLSearchParams({ q: words })}`)).text(), "text/html");
    } catch {
      if (mine === latest) told.textContent = "Programmet svarer ikke. Prøv igen om lidt.";
      return;
    }
    if (mine !== latest) return;
    told.textContent = page?.querySelector("#found")?.textContent ?? "";
    list.replaceChildren(...[...(page?.querySelectorAll("[data-mention]") ?? [])].map((found) => choice(found, choose)));
    show(panel);
  };
  panel.addEventListener("input", (event) => {
    event.stopPropagation();
    clearTimeout(waiting);
    waiting = setTimeout(find, 150);
  });
  panel.addEventListener("keydown", (event) => move(event, field, list, find));
  return panel;
}

/** All of it in view, above the bar with the buttons. */
function show(panel) {
  panel.scrollIntoView({ block: "nearest" });
}

function choice(found, choose) {
  const item = document.createElement("li");
  const button = Object.assign(document.createElement("button"), { type: "button" });
  button.append(...found.cloneNode(true).childNodes);
  // The brackets are for those who type them.
  const name = button.querySelector("code");
  name.replaceWith(Object.assign(document.createElement("b"), { textContent: name.textContent.slice(2, -2) }));
  button.addEventListener("click", () => choose(found.dataset.mention));
  item.append(button);
  return item;
}

/** The arrows walk the list, Enter in the field takes the first; nothing of it saves the form. */
async function move(event, field, list, find) {
  if (event.key === "Enter" && event.target === field && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    await find();
    list.querySelector("button")?.click();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.altKey) return;
  event.preventDefault();
  const stops = [field, ...list.querySelectorAll("button")];
  stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(event.target) + step))].focus();
}
