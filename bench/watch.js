// Runs in the page before anything else: finds out when every number on it is visible and right.
// Looks once per frame, and only in frames in which the document has changed.
(({ selectors, expected, view }) => {
  const NUMBER = /\d+(?:[\u00a0\u202f ]\d{3})*/
  let wanted = expected, wait = null, changed = true, clicked = 0

  const visible = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible"

  function numbers() {
    // The drawn first view and the live page that replaces it may both stand in the document for a moment.
    const root = document.querySelector(view) ?? document
    const found = selectors.flatMap((selector) => [...root.querySelectorAll(selector)])
    return found.filter(visible).flatMap((element) => element.textContent.match(NUMBER) ?? []).map((said) => +said.replace(/\D/g, ""))
  }

  function right() {
    const found = numbers()
    return found.length === wanted.length && found.every((number, i) => number === wanted[i])
  }

  function look(now) {
    if (wait && changed) {
      changed = false
      if (right()) {
        painted(wait)
        wait = null
      }
    }
    requestAnimationFrame(look)
  }

  // A message that is sent in a frame comes once that frame is painted.
  function painted(tell) {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => tell({ at: performance.now(), clicked, origin: performance.timeOrigin })
    port2.postMessage(null)
  }

  function until(numbers) {
    wanted = numbers
    changed = true
    return new Promise((resolve) => { wait = resolve })
  }

  // The moment the pointer is lifted is also that of the click.
  addEventListener("pointerup", (event) => { clicked = event.timeStamp }, true)
  new MutationObserver(() => { changed = true }).observe(document, { childList: true, subtree: true, characterData: true, attributes: true })
  requestAnimationFrame(look)
  window.bench = { numbers, until, loaded: until(expected) }
})
