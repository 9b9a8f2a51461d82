// Tells the platform that its administrator has finished here: LTI Dynamic Registration 1.0, "org.imsglobal.lti.close".
// The message goes to the platform's own origins only. Whoever opened the page directly closes it by hand.

const page = document.querySelector("[data-close]");
const platform = window.opener ?? (window.parent === window ? null : window.parent);

if (page && platform) {
  const again = page.querySelector("[data-close-now]");
  again.hidden = false;
  again.querySelector("button").addEventListener("click", close);
  if (page.dataset.closeAtOnce === "true") {
    close();
  }
}

function close() {
  for (const origin of page.dataset.close.split(" ")) {
    platform.postMessage({ subject: "org.imsglobal.lti.close" }, origin);
  }
}
