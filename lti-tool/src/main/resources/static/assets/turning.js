// A learner's pages turn without reloads. Whatever is not simply the next page of the same launch (an error, an ended
// session, a download, another shell) is left to the browser. Every act may be done twice: the server takes it once.
//
// Other scripts hear of it by events of the document: "turn:before" (detail: form, until, to which promises are added that
// have to be kept first), "turn:after" (a page came), "turn:away" (the browser takes over). By "turn:tell" they say what
// the line of status says.

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30000;
const SLOW = 1500;
const ONCE_MORE = new Set([408, 429, 502, 503, 504]);
const PROBLEMS = new Set([409, 422]);

const base = location.pathname.match(/^\/launches\/[^/]+\/learn(?=\/|$)/)?.[0];
let shown = address(location);
let current = null;

if (base) {
  history.scrollRestoration = "manual";
  if (performance.getEntriesByType("navigation")[0]?.type !== "navigate") {
    scrollTo(0, history.state?.scroll ?? 0);
  }
  document.addEventListener("click", follow);
  document.addEventListener("submit", send, true);
  document.addEventListener("turn:tell", (event) => tell(event.detail));
  window.addEventListener("popstate", back);
  window.addEventListener("online", () => current?.hurry?.());
  window.addEventListener("pagehide", keepPlace);
  window.addEventListener("beforeunload", (event) => {
    if (current?.form && !current.left) {
      event.preventDefault();
    }
  });
}

function address(place) {
  return place.pathname + place.search;
}

function ours(place) {
  return place.origin === location.origin && (place.pathname === base || place.pathname.startsWith(base + "/"));
}

function follow(event) {
  const link = event.target.closest?.("a[href]");
  if (link?.matches("[data-leave]") && current) {
    current.left = true;
  }
  const plain = !event.button && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || event.defaultPrevented || !plain || link.target || link.hasAttribute("download") || !ours(link)
      || (link.hash && address(link) === shown)) {
    return;
  }
  event.preventDefault();
  turn({ url: link.href });
}

function send(event) {
  const form = event.target;
  if (event.defaultPrevented || form.target || form.method !== "post" || !ours(new URL(form.action))) {
    return;
  }
  event.preventDefault();
  turn({ url: form.action, form, submitter: event.submitter });
}

function back() {
  if (!document.body.hidden && (address(location) !== shown || current)) {
    turn({ url: location.href, moved: true });
  }
}

async function turn(act) {
  if (act.form && current?.form === act.form) {
    current.hurry?.();
    return;
  }
  if (current?.sending) {
    await current.sending;
  }
  current?.drop?.();
  current = act;
  act.going = new AbortController();
  act.drop = () => {
    act.going.abort();
    act.hurry?.();
    busy(act, false);
  };
  busy(act, true);
  await everythingIsKept(act);
  const answer = (current === act) ? await reach(act) : null;
  if (current !== act) {
    return;
  }
  if (answer.next && isAlike(answer.next)) {
    current = null;
    show(act, answer);
  } else {
    leaveToTheBrowser(act, answer);
  }
}

function busy(act, is) {
  for (const button of act.form?.querySelectorAll("[type=submit]") ?? []) {
    is ? button.setAttribute("aria-disabled", "true") : button.removeAttribute("aria-disabled");
  }
}

async function everythingIsKept(act) {
  const until = [];
  document.dispatchEvent(new CustomEvent("turn:before", { detail: { form: act.form, until } }));
  await Promise.all(until);
}

// Goes on until the server answers, or until the person does something else.
async function reach(act) {
  for (let wait = FIRST_WAIT; current === act; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    const answer = await ask(act, "follow") ?? (navigator.onLine ? await ask(act, "manual") : null);
    if (answer && !(act.form && ONCE_MORE.has(answer.status))) {
      return answer;
    }
    tell(act.form ? "waiting" : "reading");
    await new Promise((resolve) => {
      act.hurry = resolve;
      setTimeout(resolve, wait);
    });
    act.hurry = null;
  }
  return null;
}

// A way that leads to another site cannot be followed here, and looks like no connection: without following it does not.
async function ask(act, redirect) {
  const body = act.form && new URLSearchParams(new FormData(act.form, act.submitter));
  const asking = fetch(act.url, { method: act.form ? "POST" : "GET", body, redirect, signal: act.going.signal })
    .then(async (response) => {
      const page = (response.ok || (act.form && PROBLEMS.has(response.status)))
        && response.headers.get("Content-Type")?.startsWith("text/html") && ours(new URL(response.url));
      const next = page ? new DOMParser().parseFromString(await response.text(), "text/html") : null;
      return { status: response.status, url: response.url, next };
    })
    .catch(() => null);
  act.sending = act.form ? asking : null;
  const slow = setTimeout(() => current === act && tell("coming"), SLOW);
  const answer = await asking;
  clearTimeout(slow);
  act.sending = null;
  return answer;
}

// The shell stays, so it has to be the same: language, platform, style, scripts.
function isAlike(next) {
  const shell = (one) => [...one.documentElement.attributes].map((each) => each.name + "=" + each.value).sort()
    .concat([...one.head.querySelectorAll("link[rel=stylesheet], script")].map((each) => each.href ?? each.src)).join();
  return Boolean(next.querySelector("main")) && shell(next) === shell(document);
}

function leaveToTheBrowser(act, answer) {
  act.left = true;
  document.dispatchEvent(new CustomEvent("turn:away"));
  if (act.form && !answer.next) {
    if (act.submitter?.name) {
      const pressed = document.createElement("input");
      Object.assign(pressed, { type: "hidden", name: act.submitter.name, value: act.submitter.value });
      act.form.append(pressed);
    }
    act.form.submit();
  } else if (act.moved) {
    location.reload();
  } else {
    location.assign(act.form ? answer.url : act.url);
  }
}

function show(act, { url, next }) {
  const place = new URL(url);
  place.hash = act.form ? "" : new URL(act.url).hash;
  const stays = address(place) === shown;
  if (act.moved || stays) {
    history.replaceState(history.state, "", place);
  } else {
    keepPlace();
    history.pushState({ turned: (history.state?.turned ?? 0) + 1 }, "", place);
  }
  shown = address(place);
  document.title = next.title;
  document.querySelector("main").replaceWith(document.adoptNode(next.querySelector("main")));
  changeSupport(next);
  document.querySelector("body > [data-keeping]").textContent = "";
  const top = arrive(act, place.hash);
  document.dispatchEvent(new CustomEvent("turn:after", { detail: { top } }));
}

function keepPlace() {
  history.replaceState({ ...history.state, scroll: scrollY }, "");
}

function changeSupport(next) {
  const old = document.querySelector(".support");
  const fresh = next.querySelector(".support");
  if (!old || !fresh) {
    return;
  }
  for (const open of old.querySelectorAll("details[open]")) {
    open.open = false;
  }
  if (old.textContent !== fresh.textContent) {
    old.replaceWith(document.adoptNode(fresh));
    return;
  }
  // The switch between text and pictures and the library lead back to the page on which they are used.
  const [was, is] = [old, fresh].map((row) => row.querySelector("input[name=back]"));
  if (was && is) {
    was.value = is.value;
  }
  const [before, now] = [old, fresh].map((row) => row.querySelector("a[data-library]"));
  if (before && now) {
    before.href = now.href;
  }
}

// Leads to what a person needs to hear first: what is wrong, what is said of the answer, else the heading.
function arrive(act, hash) {
  const main = document.querySelector("main");
  const first = main.querySelector("[data-focus]") ?? (act.form && main.querySelector("#saved, #story"))
    ?? (hash && document.getElementById(decodeURIComponent(hash.slice(1))));
  if (first && !act.moved) {
    first.focus();
    return false;
  }
  const heading = main.querySelector("h1") ?? main;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  scrollTo(0, act.moved ? history.state?.scroll ?? 0 : 0);
  // The heading says what it is, in its own language; this says where.
  document.querySelector("[data-news]").textContent = main.querySelector("[data-place]")?.textContent ?? "";
  return !act.moved;
}

function tell(what) {
  const beside = document.querySelector("body > [data-keeping]");
  const line = document.querySelector("main form[data-keep] [data-keeping]") ?? beside;
  const key = (what === "saved" && line.dataset.keepingSaved) || what;
  const text = beside.dataset[key] ?? "";
  if (line !== beside) {
    beside.textContent = "";
  }
  if (line.textContent !== text) {
    line.textContent = text;
  }
}
