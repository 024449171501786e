// While a file is being read, say so and count the seconds; and do not send it twice.
for (const form of document.querySelectorAll("form[data-reading]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    const status = form.querySelector("[data-progress]");
    const started = Date.now();
    const tell = () => {
      const seconds = Math.round((Date.now() - started) / 1000);
      status.textContent = `${form.dataset.reading} …${seconds > 1 ? ` ${seconds} s` : ""}`;
    };
    tell();
    setInterval(tell, 1000);
  });
}
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
