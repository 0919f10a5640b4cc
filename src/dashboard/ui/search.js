// A search field that answers while the reader types.
const PAUSE_MS = 180;

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const input = parentElement.querySelector("input");
  const label = parentElement.querySelector("label");
  label.textContent = data.label;
  input.id = data.id;
  label.htmlFor = data.id;
  input.placeholder = data.placeholder;
  if (document.activeElement !== input) input.value = data.words;
  input.oninput = () => {
    clearTimeout(input.pause);
    input.pause = setTimeout(() => setTriggerValue("words", input.value), PAUSE_MS);
  };
}
