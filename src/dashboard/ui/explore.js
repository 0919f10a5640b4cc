// A chart is a still until a reader points at it. Then Plotly draws it over the still, mark for mark: to be asked,
// followed and, on maps, seen closer. Where that fails the still says the same.
const figures = new Map(); // address -> what Plotly draws, on its way or here
const live = new Set(); // what Plotly has drawn, and holds until it is told to let go
let plotly;

function loadPlotly(src) {
  plotly ??= new Promise((done, failed) => {
    document.head.append(element("script", { src, onload: () => done(window.Plotly), onerror: failed }));
  });
  plotly.catch(() => (plotly = undefined));
  return plotly;
}

// When the page stands and the browser has nothing else to do: then nobody waits who points at a chart.
function expectFigures() {
  (window.requestIdleCallback ?? setTimeout)(() => {
    const figure = document.querySelector(".vk-figure");
    if (figure) loadPlotly(figure.dataset.plotly).catch(() => {});
  });
}

function fetchFigure(address) {
  if (!figures.has(address)) {
    const found = fetch(address).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)));
    found.catch(() => figures.delete(address));
    figures.set(address, found);
  }
  return figures.get(address);
}

// The paper tells the theme, whoever has set it.
function themeOf(still) {
  const shades = getComputedStyle(still.querySelector("rect")).fill.match(/[\d.]+/g).slice(0, 3);
  return shades.reduce((sum, shade) => sum + Number(shade), 0) < 384 ? "dark" : "light";
}

function addressOf(figure, still) {
  const url = new URL(figure.dataset.figure, document.baseURI);
  url.searchParams.set("theme", themeOf(still));
  url.searchParams.set("width", still.dataset.width);
  return url.href;
}

// What is drawn for a still no longer in sight, or for another theme, is drawn anew.
async function explore(figure, pointer) {
  const still = [...figure.children].find((each) => each.checkVisibility());
  const address = still && addressOf(figure, still);
  if (!still || still.dataset.explored === address) return;
  still.dataset.explored = address;
  try {
    const [{ newPlot, purge }, found] = await Promise.all([loadPlotly(figure.dataset.plotly), fetchFigure(address)]);
    live.forEach((each) => each.isConnected || (purge(each), live.delete(each)));
    if (!still.isConnected || still.dataset.explored !== address) return;
    const { data, layout } = JSON.parse(found);
    if (pointer.pointerType !== "mouse") layout.dragmode = false; // fingers scroll
    const layer = element("div", { className: "vk-live" });
    still.querySelectorAll(".vk-live").forEach((each) => each.remove());
    still.append(layer);
    live.add(layer);
    fit(layer);
    await newPlot(layer, data, layout, { displayModeBar: false, showTips: false, responsive: false });
    answerPointing(layer);
    replay(pointer);
  } catch {
    still.querySelectorAll(".vk-live").forEach((each) => each.remove());
    delete still.dataset.explored;
  }
}

// A figure has the still's own measures, whatever the width at which that is shown.
const fitting = new ResizeObserver((entries) => entries.forEach(({ target }) => target.querySelectorAll(".vk-live").forEach(fit)));

function fit(layer) {
  const svg = layer.parentElement.querySelector("svg");
  layer.style.transform = `scale(${svg.clientWidth / svg.viewBox.baseVal.width})`;
  fitting.observe(layer.parentElement);
}

// Marks lead to what they count.
function answerPointing(layer) {
  const leading = ({ points }) => points.find((point) => point.customdata)?.customdata;
  layer.on("plotly_click", (event) => leading(event) && lead(leading(event)));
  layer.on("plotly_hover", (event) => layer.classList.toggle("vk-leads", Boolean(leading(event))));
  layer.on("plotly_unhover", () => layer.classList.remove("vk-leads"));
}

// A finger that waits on a mark will not move again: what it points at is told now, and followed when it taps again.
function replay({ clientX, clientY }) {
  const target = document.elementFromPoint(clientX, clientY);
  target?.dispatchEvent(new MouseEvent("mousemove", { clientX, clientY, bubbles: true }));
}

addEventListener("pointerover", (event) => {
  const figure = event.target.closest?.(".vk-figure");
  if (figure) explore(figure, event);
});
