// Copying what stands in a field or behind a link: the page says that it is done, or how to do it by hand.

// Without https there is no clipboard to write to; what is marked in a field can be copied all the same.
async function copy(words, field) {
  const part = document.querySelector(".vk-share");
  const marked = field ?? part.appendChild(element("input", { value: words }));
  marked.select();
  const written = await navigator.clipboard?.writeText(words).then(() => true, () => false);
  const says = written || document.execCommand("copy") ? part.dataset.copied : part.dataset.byHand;
  if (!field) marked.remove();
  const told = Object.assign(document.createElement("span"), { textContent: says });
  part.querySelector("[role=status]").replaceChildren(told);
}

function share(target) {
  const button = target.closest("button[data-copies]");
  if (!button) return;
  const field = document.getElementById(button.dataset.copies);
  copy(field.value, field);
}

// Where the server does not know the address by which readers reach it, their browser does.
function fillShare(root) {
  for (const field of root.querySelectorAll("[data-address]")) field.value = new URL(field.value, location.href).href;
  for (const select of root.querySelectorAll("[data-fills]")) {
    select.onchange = () => (document.getElementById(select.dataset.fills).value = select.value);
  }
}
