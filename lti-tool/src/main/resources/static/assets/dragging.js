// Lines are put in order by dragging, and by a button up and a button down. The answers of a matching question can be dragged
// to their lines, where lists stay to choose from. What is sent are the fields that serve without scripts.

arrive();
document.addEventListener("turn:after", arrive);
document.addEventListener("submit", placeLines, true);

function arrive() {
  document.querySelectorAll(".lines.in-order").forEach(order);
  document.querySelectorAll(".lines.to-match").forEach(match);
  for (const hint of document.querySelectorAll("[data-scripted]")) {
    hint.textContent = hint.dataset.scripted;
  }
}

function words(element) {
  return element.textContent.trim().replace(/\s+/g, " ");
}

function announce(text) {
  document.querySelector("[data-news]").textContent = text;
}

// In order

function order(list) {
  const lines = [...list.children];
  const placed = lines.filter((line) => field(line).value).sort((one, other) => field(one).value - field(other).value);
  const rest = lines.filter((line) => !field(line).value);
  list.append(...(rest.length ? lines : placed));
  for (const [index, line] of lines.entries()) {
    dress(list, line, index);
  }
  list.classList.add("is-draggable");
  list.addEventListener("pointerdown", drag);
  list.addEventListener("click", step);
  mark(list);
}

function field(line) {
  return line.querySelector("select");
}

function dress(list, line, index) {
  const label = line.querySelector("label");
  const text = document.createElement("span");
  text.className = "line-text";
  text.id = "line-" + index;
  text.lang = label.lang;
  text.append(...label.childNodes);
  label.remove();
  field(line).hidden = true;
  const place = document.createElement("span");
  place.className = "place handle";
  line.prepend(place, text);
  const moves = document.createElement("span");
  moves.className = "moves";
  for (const direction of ["up", "down"]) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "move " + direction;
    button.textContent = list.dataset[direction];
    button.id = direction + "-" + index;
    button.setAttribute("aria-labelledby", button.id + " " + text.id);
    moves.append(button);
  }
  line.append(moves);
}

function step({ target, currentTarget: list }) {
  const button = target.closest(".move");
  const line = button?.closest("li");
  const up = button?.classList.contains("up");
  const other = up ? line.previousElementSibling : line?.nextElementSibling;
  if (!button || !other) {
    return;
  }
  up ? other.before(line) : other.after(line);
  button.focus();
  settle(list, line);
}

function drag(event) {
  const list = event.currentTarget;
  const line = event.target.closest("li");
  if (!line || event.button || event.target.closest("button") || !mayDrag(event)) {
    return;
  }
  event.preventDefault();
  const before = [...list.children];
  line.classList.add("is-dragged");
  pull(list, event, (x, y) => {
    const over = [...list.children].find((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return one !== line && y > top && y < bottom;
    });
    if (over) {
      const { top, height } = over.getBoundingClientRect();
      const down = line.compareDocumentPosition(over) & Node.DOCUMENT_POSITION_FOLLOWING;
      if (down ? y > top + height / 2 : y < top + height / 2) {
        down ? over.after(line) : over.before(line);
        mark(list);
      }
    }
  }, (dropped) => {
    line.classList.remove("is-dragged");
    if (!dropped) {
      list.append(...before);
      mark(list);
    } else if (before.some((one, index) => one !== list.children[index])) {
      settle(list, line);
    }
  });
}

// A finger on the text scrolls; on the handle it drags.
function mayDrag(event) {
  return event.pointerType === "mouse" || Boolean(event.target.closest(".handle"));
}

// Follows the pointer that is down until it lets go, leaves off or Escape is pressed.
function pull(holder, { pointerId }, moves, ends) {
  holder.setPointerCapture(pointerId);
  const control = new AbortController();
  const end = (dropped) => (event) => {
    control.abort();
    ends(dropped, event);
  };
  const on = { signal: control.signal };
  holder.addEventListener("pointermove", (event) => moves(event.clientX, event.clientY), on);
  holder.addEventListener("pointerup", end(true), on);
  holder.addEventListener("pointercancel", end(false), on);
  document.addEventListener("keydown", (event) => event.key === "Escape" && end(false)(event), on);
}

function mark(list) {
  for (const [index, line] of [...list.children].entries()) {
    line.querySelector(".place").textContent = index + 1;
    line.querySelector(".up").setAttribute("aria-disabled", String(index === 0));
    line.querySelector(".down").setAttribute("aria-disabled", String(index === list.children.length - 1));
  }
}

function fill(list) {
  for (const [index, line] of [...list.children].entries()) {
    field(line).value = String(index + 1);
  }
}

function settle(list, line) {
  mark(list);
  fill(list);
  const place = [...list.children].indexOf(line) + 1;
  announce(list.dataset.moved.replace("{place}", place).replace("{total}", list.children.length));
  field(line).dispatchEvent(new Event("change", { bubbles: true }));
}

// Who leaves the lines as they are means this order.
function placeLines({ target }) {
  target.querySelectorAll(".in-order.is-draggable").forEach(fill);
}

// To match

function match(list) {
  const letters = list.parentElement.querySelector(".letters");
  letters.classList.add("is-draggable");
  for (const choice of letters.children) {
    const handle = document.createElement("span");
    handle.className = "handle";
    choice.append(handle);
  }
  letters.addEventListener("pointerdown", (event) => {
    const choice = event.target.closest("li");
    if (!choice || event.button || !mayDrag(event)) {
      return;
    }
    event.preventDefault();
    choice.classList.add("is-dragged");
    let over = null;
    const hover = (line) => {
      over?.classList.remove("is-over");
      over = line;
      over?.classList.add("is-over");
    };
    pull(letters, event, (x, y) => hover(document.elementFromPoint(x, y)?.closest(".to-match > li") ?? null), (dropped) => {
      choice.classList.remove("is-dragged");
      const line = over;
      hover(null);
      if (dropped && line) {
        field(line).value = choice.dataset.choice;
        announce(list.dataset.matched.replace("{line}", words(line.querySelector("label"))).replace("{choice}", words(choice)));
        field(line).dispatchEvent(new Event("change", { bubbles: true }));
      }
    });
  });
}
