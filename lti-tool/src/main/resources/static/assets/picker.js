// What the list of modules does more with scripts than without: it filters while one types, counts what is chosen, and
// sends the answer on by itself.

const list = document.querySelector("[data-picker]");
if (list) {
  filterWhileTyping(list);
  countChosen(list);
}
const answer = document.querySelector("[data-send]");
if (answer && arrivedForTheFirstTime()) {
  answer.requestSubmit();
}

// Whoever comes back to the answer has sent it already: the platform would add everything twice. The button still works.
function arrivedForTheFirstTime() {
  const [navigation] = performance.getEntriesByType("navigation");
  return navigation === undefined || navigation.type === "navigate";
}

function filterWhileTyping(form) {
  const modules = [...form.querySelectorAll(".module[data-searched]")];
  if (modules.length === 0) {
    return;
  }
  const found = form.querySelector("[data-found]");
  const filters = form.querySelector(".filters");
  const value = (name) => form.elements[name]?.value ?? "";
  const fits = (wanted, values) => wanted === "" || values.split(" ").includes(wanted);
  const lets = (module) => {
    const words = value("words").toLowerCase().split(/\s+/).filter(Boolean);
    return (
      words.every((word) => module.searched.includes(word)) &&
      fits(value("audience"), module.audience) &&
      fits(value("level"), module.level) &&
      fits(value("jurisdiction"), module.jurisdiction) &&
      fits(value("language"), module.language) &&
      (value("length") === "" || Number(module.minutes) <= Number(value("length"))) &&
      (!form.elements.reviewed?.checked || module.reviewed === "yes")
    );
  };
  const filter = () => {
    let count = 0;
    for (const module of modules) {
      const shown = lets(module.dataset);
      count += shown ? 1 : 0;
      module.hidden = !shown && !module.querySelector("[name=module]").checked;
    }
    say(found, count);
  };
  // Where the server left modules out, only the server can bring them back.
  if (!form.querySelector("[data-clear]")) {
    form.querySelector("[data-filter]").hidden = true;
    filters.addEventListener("input", filter);
  }
}

function countChosen(form) {
  const chosen = form.querySelector("[data-chosen]");
  const count = () => say(chosen, form.querySelectorAll("[name=module]:checked").length);
  form.addEventListener("change", (event) => {
    if (event.target.name === "module") {
      count();
    }
  });
  window.addEventListener("pageshow", () => chosen && count());
}

function say(place, count) {
  const words = count === 0 ? place.dataset.none : count === 1 ? place.dataset.one : place.dataset.several;
  const text = words.replace("#", String(count));
  if (place.textContent !== text) {
    place.textContent = text;
  }
}
