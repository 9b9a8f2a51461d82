// What a page does more with scripts than without. Every page is complete without this file.

const page = document.documentElement;

tellHeight();
if (!location.hash && !document.querySelector("main.entrance")) {
  beginAtTheTop();
}
document.addEventListener("turn:after", (event) => event.detail.top && beginAtTheTop());
moveFocus();
sendFormsOnce();
closeHelplines();
listenForKeys();
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
  if (window.parent === window) {
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
  const sent = new Set();
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.matches("[target], [data-passkey]")) {
      return;
    }
    if (sent.has(form)) {
      event.preventDefault();
      return;
    }
    sent.add(form);
    form.querySelector("[type=submit]")?.setAttribute("aria-disabled", "true");
  });
  window.addEventListener("pageshow", () => {
    for (const form of sent) {
      form.querySelector("[type=submit]")?.removeAttribute("aria-disabled");
    }
    sent.clear();
  });
}

function helplines() {
  return document.querySelector(".helplines");
}

function closeHelplines() {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && helplines()?.open) {
      helplines().open = false;
      helplines().querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (helplines()?.open && !helplines().contains(event.target)) {
      helplines().open = false;
    }
  });
}

// Always with two modifiers: a letter alone would get in the way of people who speak to their computer. What a key writes
// with them differs from one keyboard to the next, so the key itself is asked.
function listenForKeys() {
  const acts = {
    KeyH: () => {
      helplines().open = !helplines().open;
      helplines().querySelector("summary").focus();
    },
    KeyL: () => document.querySelector("[data-leave]").click(),
  };
  if (!helplines()) {
    return;
  }
  sayKeys();
  document.addEventListener("turn:after", sayKeys);
  document.addEventListener("keydown", (event) => {
    const act = acts[event.code];
    if (act && event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey && !event.repeat) {
      event.preventDefault();
      act();
    }
  });
}

function sayKeys() {
  document.querySelector(".keys")?.removeAttribute("hidden");
}

// A citation leads into the folded list of sources: it unfolds.
function openSources() {
  document.addEventListener("click", (event) => {
    const citation = event.target.closest("a.citation");
    const folded = citation && document.querySelector(citation.hash)?.closest("details");
    if (folded) {
      folded.open = true;
    }
  });
}

// The link works by itself; here the page also vanishes at once, and the way back does not lead to it: neither to this page
// nor to those that were turned before it.
function leaveWithoutATrace() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-leave]");
    if (!link) {
      return;
    }
    document.body.hidden = true;
    const turned = history.state?.turned ?? 0;
    if (turned === 0) {
      if (goTo(link.href)) {
        event.preventDefault();
      }
      return;
    }
    event.preventDefault();
    const go = () => goTo(link.href) || window.open(link.href, "_top", "noreferrer");
    window.addEventListener("popstate", go, { once: true });
    setTimeout(go, 500);
    history.go(-turned);
  });
}

function goTo(address) {
  try {
    window.top.location.replace(address);
    return true;
  } catch {
    // the frame may not lead its surroundings away by script: the link does it
    return false;
  }
}
