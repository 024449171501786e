// What was just done is said to ears too: a live region tells of what comes into it, not of what it came with.
const flashes = document.querySelector(".flashes");
const said = document.getElementById("said");
if (flashes?.textContent.trim()) setTimeout(() => (said.textContent = flashes.textContent.trim()), 100);
