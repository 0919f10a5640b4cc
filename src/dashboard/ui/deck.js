// The deck that a reader makes. Every change leads to another address, which has the whole deck, so that the way back
// undoes it. The latest is kept in this browser, and what is added is added to that.
const OWN_DECK = "visionskollen-deck";

let held; // a link that was clicked while a change was under way

function ownDeck() {
  try {
    return localStorage.getItem(OWN_DECK) ?? "";
  } catch {
    return ""; // the browser keeps nothing for us
  }
}

function keepDeck() {
  const deck = new URLSearchParams(location.search).get("deck");
  try {
    if (deck) localStorage.setItem(OWN_DECK, deck);
  } catch { } // the address has it
}

// Where a link to add a view leads in this browser.
function ontoOwnDeck(url) {
  const { searchParams } = url;
  if (searchParams.has("add") && !searchParams.has("deck") && ownDeck()) searchParams.set("deck", ownDeck());
  return url;
}

// Whoever opens such a link by itself goes on to where it leads in this browser.
function leadsOntoOwnDeck() {
  const onto = ontoOwnDeck(new URL(location.href)).href;
  if (onto === location.href) return false;
  location.replace(onto);
  return true;
}

// Changes that have not been answered yet are asked for again together with the next.
function edit(element) {
  const { edit } = element.dataset;
  const url = new URL(location.href);
  url.searchParams.append("edit", element.matches("button") ? edit : `${edit}:${element.value}`);
  follow(url.href);
}

// The address says what to do with the deck, and will say what came of it.
const editing = () => ["add", "edit"].some((each) => new URLSearchParams(location.search).has(each));

// What is done with the deck waits for the change that the reader made just before.
function hold(event) {
  const link = event.target.closest?.(".vk-deck a");
  if (!link || !editing()) return false;
  event.preventDefault();
  held = link;
  return true;
}

// The server has answered a change.
function edited({ said, then }) {
  const place = document.getElementById("deck-said");
  if (place && said) place.textContent = said;
  if (then) document.getElementById(then)?.focus();
  held?.click();
  held = undefined;
}

// Only the browser knows the reader's own deck. Whoever asks for none in particular has that.
function offerOwnDeck(root) {
  const own = ownDeck();
  const url = new URL(location.href);
  for (const item of root.querySelectorAll("[data-own-deck]")) {
    const asked = url.searchParams.get("deck");
    url.search = "";
    url.searchParams.set("deck", own);
    item.hidden = !own || own === asked;
    item.querySelector("a").href = carried(url.href);
    item.closest("section").hidden = item.hidden && item.parentElement.children.length === 1;
    if (!own || asked || new URLSearchParams(location.search).has("add")) continue;
    history.replaceState(history.state, "", carried(url.href));
    answer();
  }
}
