// What a page shows once it is laid out for paper; lists are of what should not be, in the words of the tests.
() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const seen = (each) => each.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  const told = (each) => `${each.tagName} ${each.className} ${each.textContent.trim().slice(0, 40)}`;
  const hidden = (each) => each.closest(".vk-hidden, svg") || getComputedStyle(each).clipPath !== "none";
  const shown = all(".vk *").filter((each) => seen(each) && !hidden(each));
  const width = document.documentElement.clientWidth;
  const within = (each, { left, right, top, bottom }) => {
    const box = each.getBoundingClientRect();
    return box.left >= left - 1 && box.right <= right + 1 && box.top >= top - 1 && box.bottom <= bottom + 1;
  };
  const edges = { left: 0, right: width, top: -Infinity, bottom: Infinity };
  const scrolls = (each) => getComputedStyle(each).overflowX !== "visible" && each.scrollWidth > each.clientWidth + 1;
  const stills = all(".vk-still svg").filter(seen);
  const words = (svg) => [...svg.querySelectorAll("text")];

  return {
    furniture: all(`button, input, select, textarea, nav, [role=slider], [role=toolbar], [download], [data-export],
      [data-copies], [data-testid=stSidebar], .vk-live, .vk-menu, .vk-skip, .vk-language, #vk-clear`)
      .filter(seen).map(told),
    beyond: shown.filter((each) => !within(each, edges)).map(told),
    cut: shown.filter(scrolls).map(told),
    folded: all(".vk details:has(table)").filter((each) => seen(each) && !seen(each.querySelector("table")))
      .map((each) => each.id),
    figures: all(".vk-figure").map((figure) => stills.filter((still) => figure.contains(still)).length),
    protruding: stills.flatMap((svg) => words(svg).filter((each) => !within(each, svg.getBoundingClientRect())))
      .map(told),
    stills: stills.map((svg) => ({ words: words(svg).map((each) => each.textContent), height: svg.clientHeight })),
    rows: all(".vk table tr").filter(seen).map((row) => [...row.cells].map((cell) => cell.textContent)),
    addresses: all(".vk a[href^=http]").filter(seen).map((each) => each.getAttribute("href")),
    headings: shown.filter((each) => each.matches("h1, h2, h3")).map((each) => each.textContent),
    head: all(".vk-header, .vk-page-head :is(h1, .vk-selection strong)").map((each) => each.innerText),
    dated: document.querySelector(".vk-printed p").textContent.split(" · ")[0],
    closing: all(".vk-basis, .vk-footer").filter(seen).map((each) => each.innerText),
    paper: getComputedStyle(document.querySelector("[data-testid=stApp]")).backgroundColor,
    ink: getComputedStyle(document.querySelector(".vk h1")).color,
  };
}
