// Reloads the page when a file of the module was saved. The browser keeps the place.

const shown = document.documentElement.dataset.revision;

async function look() {
  try {
    const answer = await fetch('/changes', { cache: 'no-store' });
    if (answer.ok && (await answer.text()) !== shown) {
      location.reload();
      return;
    }
  } catch {
    // The preview was ended; it may come back.
  }
  setTimeout(look, 1000);
}

setTimeout(look, 1000);
