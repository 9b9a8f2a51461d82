// What a page does more with scripts than without. Every page is complete without this file.

const page = document.documentElement;

tellHeight();
beginAtTheTop();
moveFocus();
sendFormsOnce();
closeHelplines();
openSources();
leaveWithoutATrace();

// Platforms give the frame the height of the page. Some read objects only, some JSON text only: the specification came
// late. What a platform cannot read it ignores, except Brightspace, which fails on an object. Nobody else is told: a page
// that does not know its platform keeps its height to itself.
function tellHeight() {
  const origin = page.dataset.platformOrigin;
  if (window.parent === window || !origin) {
    return;
  }
  const family = page.dataset.platformFamily || "GENERIC";
  const asText = ["BRIGHTSPACE", "SAKAI", "GENERIC"].includes(family);
  const asObject = !["BRIGHTSPACE", "SAKAI"].includes(family);
  let told = 0;
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (Math.abs(height - told) < 2) {
      return;
    }
    told = height;
    const message = { subject: "lti.frameResize", height };
    try {
      if (asObject) {
        window.parent.postMessage(message, origin);
      }
      if (asText) {
        window.parent.postMessage(JSON.stringify(message), origin);
      }
    } catch {
      // an origin that the browser does not accept: the frame keeps its height and scrolls
    }
  };
  new ResizeObserver(tell).observe(document.body);
  tell();
}

// The frame is as tall as the page, so it is the platform's page that scrolls, and it stays where the last page was
// left. Canvas has a message for that; elsewhere the browser brings the beginning into view.
function beginAtTheTop() {
  if (window.parent === window || location.hash || document.querySelector("main.entrance")) {
    return;
  }
  try {
    if (page.dataset.platformOrigin) {
      window.parent.postMessage({ subject: "lti.scrollToTop" }, page.dataset.platformOrigin);
    }
  } catch {
    // an origin that the browser does not accept
  }
  document.body.scrollIntoView({ block: "start" });
}

// The summary of a form's problem, or feedback on an answer, is what a person needs to hear first.
function moveFocus() {
  document.querySelector("[data-focus]")?.focus();
}

function sendFormsOnce() {
  for (const form of document.querySelectorAll("form:not([target], [data-passkey])")) {
    let sent = false;
    form.addEventListener("submit", (event) => {
      if (sent) {
        event.preventDefault();
        return;
      }
      sent = true;
      form.querySelector("[type=submit]")?.setAttribute("aria-disabled", "true");
    });
    window.addEventListener("pageshow", () => {
      sent = false;
      form.querySelector("[type=submit]")?.removeAttribute("aria-disabled");
    });
  }
}

function closeHelplines() {
  const panel = document.querySelector(".helplines");
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel?.open) {
      panel.open = false;
      panel.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (panel?.open && !panel.contains(event.target)) {
      panel.open = false;
    }
  });
}

// A citation leads into the folded list of sources: it unfolds.
function openSources() {
  for (const citation of document.querySelectorAll("a.citation")) {
    citation.addEventListener("click", () => {
      const folded = document.querySelector(citation.hash)?.closest("details");
      if (folded) {
        folded.open = true;
      }
    });
  }
}

// The link works by itself; here the page also vanishes at once, and the way back does not lead to it.
function leaveWithoutATrace() {
  for (const link of document.querySelectorAll("[data-leave]")) {
    link.addEventListener("click", (event) => {
      document.body.hidden = true;
      try {
        window.top.location.replace(link.href);
        event.preventDefault();
      } catch {
        // the frame may not lead its surroundings away by script: the link does it
      }
    });
  }
}
