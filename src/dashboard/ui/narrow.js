// A field that finds in a long list of filters.
const folded = (words) => words.normalize("NFC").toLocaleLowerCase("sv").trim();

// What is picked stays in sight: no filter is to be forgotten because its name does not hold the words.
function narrow(field) {
  const words = folded(field.value);
  for (const label of document.getElementById(field.dataset.narrows)?.children ?? []) {
    label.hidden = !folded(label.textContent).includes(words) && !label.querySelector(":checked");
  }
}

function narrowAll(root) {
  root.querySelectorAll("[data-narrows]").forEach((field) => field.value && narrow(field));
}
