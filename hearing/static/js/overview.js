// While the points are being compared, the overview follows: how far it is, and then what comes next.
// Without this file it says so when the page is loaded again.

const AGAIN = 2000; // ms
const NEXT = "section.next";

if (comparing()) setTimeout(refresh, AGAIN);

function comparing(page = document) {
  return page.querySelector("[data-comparing]");
}

/** Put in what has changed; whoever has the focus in it keeps it as it is until they leave. */
async function refresh() {
  try {
    const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
    const old = document.querySelector(NEXT);
    const next = page.querySelector(NEXT);
    if (next && !next.isEqualNode(old) && !old.contains(document.activeElement)) old.replaceWith(next);
    const [shown, now] = [comparing(), comparing(page)];
    if (now) shown.replaceWith(now);
    else if (document.querySelector(NEXT).isEqualNode(next)) shown.remove();
  } catch {
    // Nobody answers: what stands there stays, and is asked for again.
  }
  if (comparing()) setTimeout(refresh, AGAIN);
}
