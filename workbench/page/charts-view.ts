import "./charts-view.css";
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Title,
  Tooltip,
} from "chart.js";
import { rangeAddress } from "../engine/address";
import type { WorkbookState } from "../host/workbook-state";
import { drawingOf, numberText, type Drawing } from "./chart-drawing";

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale, LineController, LineElement);
Chart.register(PointElement, Title, Tooltip);

/** On white in the dark theme too, as in Excel: the colors of a chart are chosen for a white ground. */
const ink = "#242424";
const lines = "#d1d1d1";

export interface ChartsView {
  /** Draws the charts of the active sheet, when they are other ones than before. */
  refresh: () => void;
}

/** The charts of the active sheet, below its cells; each with its figures for who cannot see it. */
export function chartsView(place: HTMLElement, state: WorkbookState): ChartsView {
  const { engine } = state;
  let drawn: Chart[] = [];
  let shown = "";
  const draw = () => {
    const sheet = engine.activeSheet();
    const drawings = state.charts
      .filter(({ sheetId }) => sheetId === sheet)
      .map((chart) => ({
        name: chart.name,
        address: addressOf(chart.place),
        drawing: drawingOf(engine, chart),
      }));
    const now = JSON.stringify(drawings);
    if (now === shown) return;
    shown = now;
    drawn.forEach((chart) => chart.destroy());
    const figures = drawings.map(({ name, address, drawing }) => figureOf(name, address, drawing));
    place.replaceChildren(...figures.map(({ figure }) => figure));
    place.hidden = figures.length === 0;
    drawn = figures.map(({ canvas }, i) => chartOf(canvas, drawings[i].drawing));
  };
  let isPlanned = false;
  const refresh = () => {
    if (isPlanned) return;
    isPlanned = true;
    requestAnimationFrame(() => {
      isPlanned = false;
      draw();
    });
  };
  return { refresh };
}

const addressOf = (block: Parameters<typeof rangeAddress>[1]) => rangeAddress("", block).replace(/^.*!/, "");

const shownNumber = (value: number | null, format: string) =>
  value === null ? "" : numberText(value, format);

function figureOf(name: string, address: string, drawing: Drawing) {
  const figure = document.createElement("figure");
  const canvas = document.createElement("canvas");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", `${drawing.title || name}: de cijfers staan eronder`);
  const frame = document.createElement("div");
  frame.append(canvas);
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = `Cijfers; in Excel staat deze grafiek op ${address}`;
  details.append(summary, tableOf(drawing));
  figure.append(frame, details);
  return { figure, canvas };
}

function tableOf({ labels, series, valueAxis }: Drawing): HTMLTableElement {
  const table = document.createElement("table");
  const head = table.createTHead().insertRow();
  ["", ...series.map(({ name }) => name)].forEach((text) => {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = text;
    head.append(cell);
  });
  const body = table.createTBody();
  labels.forEach((label, at) => {
    const row = body.insertRow();
    const cell = document.createElement("th");
    cell.scope = "row";
    cell.textContent = label;
    row.append(cell);
    series.forEach(({ values }) => {
      row.insertCell().textContent = shownNumber(values[at] ?? null, valueAxis.numberFormat);
    });
  });
  return table;
}

function chartOf(canvas: HTMLCanvasElement, drawing: Drawing): Chart {
  const { kind, isHorizontal, isStacked, hasMarkers, title, legend, labels, series, valueAxis } = drawing;
  const axisTitle = (text: string) => ({ display: text !== "", text, color: ink });
  const values = {
    stacked: isStacked,
    min: valueAxis.minimum ?? undefined,
    max: valueAxis.maximum ?? undefined,
    title: axisTitle(valueAxis.title),
    grid: { color: lines },
    ticks: {
      color: ink,
      callback: (value: number | string) => numberText(Number(value), valueAxis.numberFormat),
    },
  };
  const categories = {
    stacked: isStacked,
    title: axisTitle(drawing.categoryTitle),
    grid: { display: false },
    ticks: { color: ink },
    // Excel puts the first category of lying bars at the bottom.
    reverse: isHorizontal,
  };
  return new Chart(canvas, {
    type: kind,
    data: {
      labels,
      datasets: series.map(({ name, fill, line, values: data }) => ({
        label: name,
        data,
        backgroundColor: fill,
        ...(line === null ? {} : { borderColor: line }),
        ...(kind === "line" ? { pointRadius: hasMarkers ? 3 : 0 } : { borderWidth: line === null ? 0 : 1 }),
      })),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      indexAxis: isHorizontal ? "y" : "x",
      scales: isHorizontal ? { x: values, y: categories } : { x: categories, y: values },
      plugins: {
        title: { display: title !== "", text: title, color: ink, font: { size: 14 } },
        legend: { display: legend !== null, position: legend ?? "bottom", labels: { color: ink } },
        tooltip: {
          callbacks: {
            label: ({ dataset, raw }) =>
              `${dataset.label ?? ""}: ${shownNumber(raw as number | null, valueAxis.numberFormat)}`,
          },
        },
      },
    },
  });
}
