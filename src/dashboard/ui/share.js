// Copying what stands in a field or behind a link: the page says that it is done, or how to do it by hand.

async function copy(words, field) {
  const part = document.querySelector(".vk-share");
  const written = await navigator.clipboard?.writeText(words).then(() => true, () => false);
  const copied = written || copyMarked(words, part);
  if (!copied && field) mark(field);
  const told = element("span", { textContent: copied ? part.dataset.copied : part.dataset.byHand });
  part.querySelector("[role=status]").replaceChildren(told);
}

// Without https there is no clipboard to write to; what is marked in a field can be copied all the same.
function copyMarked(words, part) {
  const focused = document.activeElement;
  const field = part.appendChild(element("input", { value: words }));
  field.focus({ preventScroll: true });
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  focused.focus({ preventScroll: true });
  return copied;
}

// For whoever has to copy it by hand.
function mark(field) {
  for (let around = field.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
  field.focus();
  field.select();
}

// A button that names no field copies the first: what opens as the page is now.
function share(target) {
  const button = target.closest("button[data-copies]");
  if (!button) return;
  const field = document.getElementById(button.dataset.copies) ?? button.parentElement.querySelector("[data-address]");
  copy(field.value, field);
}

// Where the server does not know the address by which readers reach it, their browser does.
function fillShare(root) {
  for (const field of root.querySelectorAll("[data-address]")) field.value = new URL(field.value, location.href).href;
  for (const select of root.querySelectorAll("[data-fills]")) {
    select.onchange = () => (document.getElementById(select.dataset.fills).value = select.value);
  }
}
