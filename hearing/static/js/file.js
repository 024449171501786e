// A file field in the program's words: a browser says its own in the browser's language. The field itself lies
// unseen over them, so that it is still clicked, dropped on and reached by Tab.
for (const field of document.querySelectorAll("input[type=file]")) {
  const shown = document.createElement("span");
  shown.className = "chosen-file";
  field.replaceWith(shown);
  const button = Object.assign(document.createElement("span"), { className: "button", textContent: "Vælg fil" });
  const name = Object.assign(document.createElement("span"), { className: "quiet" });
  button.ariaHidden = name.ariaHidden = "true";
  shown.append(field, button, name);
  const tell = () => (name.textContent = field.files[0]?.name ?? "Ingen fil valgt");
  field.addEventListener("change", tell);
  addEventListener("pageshow", tell);
  tell();
}
