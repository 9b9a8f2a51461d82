// Keeps the secret of a login in the platform's storage where the browser blocks cookies in frames:
// LTI postMessage storage 0.1 and LTI client-side postMessages 0.1. The value is sent to, and taken from, one origin
// only. Where nobody answers, the launch goes on without.

const PATIENCE_MS = 1500;

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
    await ask(step, { subject: "lti.put_data", key: step.key, value: step.value });
    location.replace(step.next);
  } catch {
    location.replace(step.otherwise);
  }
}

async function get(step) {
  const form = page.querySelector("form");
  try {
    const answer = await ask(step, { subject: "lti.get_data", key: step.key });
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
  target?.postMessage({ subject: "lti.put_data", key: step.key, message_id: crypto.randomUUID() }, step.origin);
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

function ask(step, message) {
  return new Promise((resolve, reject) => {
    const target = answeringWindow(step.target);
    if (!target || !step.origin) {
      reject(new Error("nobody to ask"));
      return;
    }
    const id = crypto.randomUUID();
    const timer = setTimeout(() => finish(reject, new Error("no answer")), PATIENCE_MS);
    window.addEventListener("message", listen);
    target.postMessage({ ...message, message_id: id }, step.origin);

    function listen(event) {
      const data = event.data;
      const ours = event.origin === step.origin && event.source === target && data && typeof data === "object"
        && data.message_id === id;
      if (!ours) {
        return;
      }
      if (data.error || data.subject !== `${message.subject}.response`) {
        finish(reject, new Error("refused"));
      } else {
        finish(resolve, data);
      }
    }

    function finish(settle, result) {
      clearTimeout(timer);
      window.removeEventListener("message", listen);
      settle(result);
    }
  });
}
