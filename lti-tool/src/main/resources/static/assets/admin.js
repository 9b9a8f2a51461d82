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

passkeys();

// Forms with data-passkey ask the browser for a passkey before they are sent: "create" makes one, "get" uses one. What the
// browser answers goes into the field "credential".
function passkeys() {
  if (!window.PublicKeyCredential || !navigator.credentials) {
    return;
  }
  document.documentElement.classList.add("passkeys-work");
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      if (event.submitter && !event.submitter.hasAttribute("data-passkey-button")) {
        return;
      }
      event.preventDefault();
      useFor(form, event.submitter);
    });
  }
}

async function useFor(form, button) {
  const problem = form.querySelector("[data-passkey-problem]");
  problem.hidden = true;
  button?.setAttribute("aria-disabled", "true");
  try {
    const asked = await fetch(form.dataset.options, { method: "POST", body: new URLSearchParams(fieldsOf(form)) });
    if (!asked.ok) {
      throw new Error(`options: ${asked.status}`);
    }
    const options = await asked.json();
    const credential = form.dataset.passkey === "create" ? await create(options) : await get(options);
    form.querySelector("[name=credential]").value = JSON.stringify(credential);
    form.submit();
  } catch {
    problem.hidden = false;
    button?.removeAttribute("aria-disabled");
  }
}

function fieldsOf(form) {
  const fields = new FormData(form);
  fields.delete("password");
  fields.delete("credential");
  return fields;
}

async function create(options) {
  const made = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: (options.excludeCredentials ?? []).map(described),
    },
  });
  return {
    ...common(made),
    response: {
      attestationObject: text(made.response.attestationObject),
      clientDataJSON: text(made.response.clientDataJSON),
      transports: made.response.getTransports?.() ?? [],
    },
  };
}

async function get(options) {
  const used = await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      allowCredentials: (options.allowCredentials ?? []).map(described),
    },
  });
  return {
    ...common(used),
    response: {
      authenticatorData: text(used.response.authenticatorData),
      clientDataJSON: text(used.response.clientDataJSON),
      signature: text(used.response.signature),
      userHandle: used.response.userHandle ? text(used.response.userHandle) : undefined,
    },
  };
}

function described(credential) {
  return { ...credential, id: bytes(credential.id) };
}

function common(credential) {
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
  };
}

function bytes(base64url) {
  const binary = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function text(buffer) {
  return btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
