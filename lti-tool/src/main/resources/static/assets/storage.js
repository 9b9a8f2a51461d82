// Keeps the secret of a login in the platform's storage where the browser blocks cookies in frames:
// LTI postMessage storage 0.1 and LTI client-side postMessages 0.1. The value is sent to, and taken from, one origin
// only. Where nobody answers, the launch goes on without.

const PATIENCE_MS = 1500;

// A platform's frame may begin to listen later than this page begins to ask.
const REPEAT_MS = 300;

// The specification's names, and those of before it, which Brightspace still knows.
const CURRENT = "lti.";
const FORMER = "org.imsglobal.lti.";

const page = document.querySelector("[data-storage]");

if (page) {
  const step = { ...page.dataset };
  if (step.storage === "put") {
    put(step);
  } else {
    get(step);
  }
}

async function put(step) {
  if (!surroundingWindow()) {
    location.replace(step.next);
    return;
  }
  try {
    await ask(step, "put_data", { key: step.key, value: step.value });
    location.replace(step.next);
  } catch {
    location.replace(step.otherwise);
  }
}

async function get(step) {
  const form = page.querySelector("form");
  try {
    const answer = await ask(step, "get_data", { key: step.key });
    form.elements.value.value = typeof answer.value === "string" ? answer.value : "";
    forget(step);
  } catch {
    form.elements.value.value = "";
  }
  form.submit();
}

// A put without a value removes the key; some platforms call that an error, which does not matter.
function forget(step) {
  const target = answeringWindow(step.target);
  for (const dialect of [CURRENT, FORMER]) {
    target?.postMessage({ subject: `${dialect}put_data`, key: step.key, message_id: crypto.randomUUID() }, step.origin);
  }
}

function surroundingWindow() {
  if (window.parent !== window) {
    return window.parent;
  }
  return window.opener ?? null;
}

function answeringWindow(name) {
  const around = surroundingWindow();
  if (!around || name === "_parent") {
    return around;
  }
  try {
    const frame = around.frames[name];
    return frame && typeof frame.postMessage === "function" ? frame : around;
  } catch {
    return around;
  }
}

// Asks in both dialects until one of them is answered. What the former one is answered counts only if it is good: most
// platforms do not know it.
function ask(step, request, content) {
  return new Promise((resolve, reject) => {
    if (!surroundingWindow() || !step.origin) {
      reject(new Error("nobody to ask"));
      return;
    }
    const asked = new Set();
    const dialects = new Map([CURRENT, FORMER].map((dialect) => [crypto.randomUUID(), dialect]));
    const timer = setTimeout(() => finish(reject, new Error("no answer")), PATIENCE_MS);
    const repeat = setInterval(send, REPEAT_MS);
    window.addEventListener("message", listen);
    send();

    function send() {
      const target = answeringWindow(step.target);
      asked.add(target);
      for (const [id, dialect] of dialects) {
        target?.postMessage({ ...content, subject: `${dialect}${request}`, message_id: id }, step.origin);
      }
    }

    function listen(event) {
      const data = event.data;
      const fromPlatform = event.origin === step.origin && asked.has(event.source);
      const dialect = fromPlatform && data && typeof data === "object" ? dialects.get(data.message_id) : undefined;
      if (!dialect) {
        return;
      }
      if (!data.error && data.subject === `${dialect}${request}.response`) {
        finish(resolve, data);
      } else if (dialect === CURRENT && data.error?.code !== "unsupported_subject") {
        finish(reject, new Error("refused"));
      }
    }

    function finish(settle, result) {
      clearTimeout(timer);
      clearInterval(repeat);
      window.removeEventListener("message", listen);
      settle(result);
    }
  });
}
