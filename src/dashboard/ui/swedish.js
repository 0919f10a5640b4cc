// Streamlit's own parts speak English. On a Swedish page they are made to speak Swedish, and English again on an
// English one. `streamlitWords` holds what they say; # stands for a number.
const SPOKEN = ["aria-label", "title", "placeholder", "alt"];
const SAYING = SPOKEN.map((name) => `[${name}]`).join();
const OURS = ".vk, #first-view, #vk-said, script, style, input, textarea";
const inSwedish = new Map(Object.entries(streamlitWords));
const inEnglish = new Map([...inSwedish].map(([english, swedish]) => [swedish, english]));

function translated(said) {
  const words = document.documentElement.lang === "en" ? inEnglish : inSwedish;
  const [number] = said.match(/\d+/) ?? [""];
  return words.get(said.trim().replace(number || "#", "#"))?.replace("#", number) ?? said;
}

function translateText(node) {
  if (node.parentElement?.closest(OURS)) return;
  const wanted = translated(node.data);
  if (wanted !== node.data) node.data = wanted;
}

// What is written in a field is the reader's, what it is called is not.
function translateNames(element) {
  if (element.parentElement?.closest(OURS)) return;
  for (const name of SPOKEN) {
    const said = element.getAttribute(name) ?? "";
    const wanted = translated(said);
    if (wanted !== said) element.setAttribute(name, wanted);
  }
}

function translate(node) {
  if (node.nodeType === Node.TEXT_NODE) return translateText(node);
  if (node.nodeType !== Node.ELEMENT_NODE || node.closest(".vk, #first-view")) return;
  translateNames(node);
  node.querySelectorAll(SAYING).forEach(translateNames);
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) translateText(texts.currentNode);
}

function hearStreamlit(changes) {
  for (const { type, target, addedNodes } of changes) {
    if (type === "characterData") translateText(target);
    else if (type === "attributes") translateNames(target);
    else addedNodes.forEach(translate);
  }
}

new MutationObserver(hearStreamlit).observe(document.body, {
  subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: SPOKEN,
});
new MutationObserver(() => translate(document.body)).observe(document.documentElement, { attributeFilter: ["lang"] });
