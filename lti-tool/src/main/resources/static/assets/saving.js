// What is chosen or typed is kept on the server as it happens: one request at a time, always what stands in the form now.
// Nothing is kept in the browser.

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30000;
const ONCE_MORE = new Set([408, 429, 500, 502, 503, 504]);
const NOT_AN_ANSWER = ["_csrf", "revision"];

let form = null;
let known = "";
let saving = null;
let hurry = null;
let refused = false;
let handed = false;
let leaving = false;

arrive();
document.addEventListener("turn:after", arrive);
document.addEventListener("turn:away", () => { leaving = true; });
document.addEventListener("turn:before", before);
document.addEventListener("input", ({ target }) => {
  if (form && target.form === form && !refused && !handed && target.matches("textarea, [type=text]")) {
    tell("");
  }
});
document.addEventListener("change", ({ target }) => {
  if (form && target.form === form) {
    save();
  }
});
document.addEventListener("click", ({ target }) => {
  if (target.closest?.("[data-leave]")) {
    leaving = true;
    save();
  }
}, true);
document.addEventListener("visibilitychange", save);
window.addEventListener("online", () => hurry?.());
window.addEventListener("pageshow", () => { leaving = false; });
window.addEventListener("pagehide", save);
window.addEventListener("beforeunload", (event) => {
  if (!leaving && !refused && isUnsaved()) {
    save();
    event.preventDefault();
  }
});

function arrive() {
  form = document.querySelector("main form[data-keep]");
  known = content();
  refused = handed = leaving = false;
  hurry?.();
}

function content() {
  if (!form) {
    return "";
  }
  const fields = new URLSearchParams(new FormData(form));
  NOT_AN_ANSWER.forEach((name) => fields.delete(name));
  return fields.toString();
}

function isUnsaved() {
  return form !== null && content() !== known;
}

// The form itself says more than a draft: then no draft is sent any more. Before another page comes, the draft has to be safe.
function before({ detail }) {
  handed = form !== null && detail.form === form;
  hurry?.();
  detail.until.push(handed ? saving : save());
}

function save() {
  const mine = form;
  saving ??= keepOn(mine).finally(() => {
    saving = null;
    if (form !== mine && isUnsaved()) {
      save();
    }
  });
  return saving;
}

async function keepOn(mine) {
  let wait = FIRST_WAIT;
  while (mine && mine === form && !refused && !handed && isUnsaved()) {
    const now = content();
    const response = await send(mine);
    if (mine !== form) {
      return;
    }
    if (response?.ok) {
      wait = FIRST_WAIT;
      known = now;
      await revise(mine, response);
      if (!isUnsaved()) {
        tell("saved");
      }
    } else if (response && !ONCE_MORE.has(response.status)) {
      refused = true;
      tell(response.type === "opaqueredirect" || response.status === 409 ? "elsewhere" : "refused");
    } else if (!handed) {
      tell("unsaved");
      await new Promise((resolve) => {
        hurry = resolve;
        setTimeout(resolve, wait);
      });
      hurry = null;
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  }
}

function send(mine) {
  return fetch(mine.dataset.keep, {
    method: "POST",
    body: new URLSearchParams(new FormData(mine)),
    redirect: "manual",
    keepalive: true
  }).catch(() => null);
}

async function revise(mine, response) {
  if (response.status === 200 && mine.elements.revision) {
    mine.elements.revision.value = await response.text();
  }
}

function tell(what) {
  document.dispatchEvent(new CustomEvent("turn:tell", { detail: what }));
}
