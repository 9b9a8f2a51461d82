// What the console's pages do more with scripts than without.

copyTexts();

// The text is in a field that can be selected; the button appears only where it works.
function copyTexts() {
  for (const button of document.querySelectorAll("[data-copy]")) {
    const field = document.getElementById(button.dataset.copy);
    if (!field) {
      continue;
    }
    const words = button.textContent;
    button.hidden = false;
    field.addEventListener("focus", () => field.select());
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(field.value);
        button.textContent = button.dataset.done;
        setTimeout(() => {
          button.textContent = words;
        }, 4000);
      } catch {
        field.focus();
        field.select();
      }
    });
  }
}
