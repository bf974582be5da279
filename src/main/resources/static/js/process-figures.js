// Draws diagrams, colours their nodes by the table below and sorts the table. Without it the table says the same.

const FILLS = ["#ffffff", "#fff3d6", "#fddc9a", "#f5b25c", "#e48a2e"];

async function draw(container) {
  const response = await fetch(container.dataset.diagram, { headers: { Accept: "application/xml" } });
  if (!response.ok) {
    return;
  }
  const diagram = new bpmnvisu.BpmnVisualization({ container, navigation: { enabled: false } });
  diagram.load(await response.text(), { fit: { type: "Horizontal", margin: 8 } });
  for (const row of document.querySelectorAll(`#${container.dataset.table} tbody tr`)) {
    const { node, level, figure } = row.dataset;
    if (diagram.bpmnElementsRegistry.getElementsByIds(node).length === 0) {
      continue;
    }
    diagram.bpmnElementsRegistry.updateStyle(node, {
      fill: { color: FILLS[level] },
      stroke: { width: 1 + Number(level) / 2 },
    });
    if (figure !== "–" && Number(level) > 0) {
      diagram.bpmnElementsRegistry.addOverlays(node, {
        position: "top-right",
        label: figure,
        style: { font: { color: "#22302f", size: 13 }, fill: { color: "#ffffff" }, stroke: { color: "#55605e" } },
      });
    }
  }
}

function valueOf(row, column) {
  const cell = row.cells[column];
  return column === 0 ? cell.textContent.trim() : Number(cell.dataset.value ?? -1);
}

function sort(table, heading) {
  const falling = heading.getAttribute("aria-sort") !== "descending";
  table.querySelectorAll("th[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
  heading.setAttribute("aria-sort", falling ? "descending" : "ascending");
  const column = heading.cellIndex;
  const rows = [...table.tBodies[0].rows].sort((one, other) => {
    const [a, b] = [valueOf(one, column), valueOf(other, column)];
    const order = column === 0 ? a.localeCompare(b) : a - b;
    return falling ? -order : order;
  });
  table.tBodies[0].append(...rows);
}

document.querySelectorAll(".figure-diagram").forEach(draw);
document.querySelectorAll(".figure-table").forEach((table) =>
  table.querySelectorAll("thead button").forEach((button) =>
    button.addEventListener("click", () => sort(table, button.closest("th")))));
