// Remembers the reader's own deck in this browser, for reloads and new tabs, and writes it into the address.
const NAME = "visionskollen-deck";

function remembered() {
  try {
    return localStorage.getItem(NAME) ?? "";
  } catch {
    return ""; // the browser keeps nothing for us
  }
}

function remember(deck) {
  try {
    localStorage.setItem(NAME, deck);
  } catch {
    // the address has it
  }
}

export default function ({ data, setTriggerValue }) {
  if (data.deck === null) {
    setTriggerValue("deck", remembered());
    return;
  }
  if (data.deck) remember(data.deck);
  const wanted = data.address && new URL(data.address, location.href).href;
  if (!wanted || wanted === location.href) return;
  history.replaceState(history.state, "", wanted);
  dispatchEvent(new PopStateEvent("popstate", { state: {} })); // Streamlit draws the page of the new address
}
