// Draws the diagram of a process instance and the way that it took through it.
(() => {
  const container = document.getElementById("diagram");
  if (!container) {
    return;
  }

  const font = { color: "#ffffff", size: 11 };

  function countOf(node) {
    return {
      position: "top-right",
      label: "×" + node.visits,
      style: { font, fill: { color: "#9a4a0b" }, stroke: { color: "#9a4a0b" } },
    };
  }

  function timeOf(node) {
    return {
      position: "bottom-left",
      label: node.took,
      style: { font: { color: "#22302f", size: 10 }, fill: { color: "#ffffff" }, stroke: { color: "#8b938f" } },
    };
  }

  function mark(registry, drawing) {
    registry.addCssClasses(drawing.flows, "way-taken");
    for (const [id, node] of Object.entries(drawing.nodes)) {
      if (registry.getElementsByIds(id).length === 0) {
        continue;
      }
      registry.addCssClasses(id, "way-visited");
      if (node.here) {
        registry.addCssClasses(id, "way-here");
      }
      if (node.failed) {
        registry.addCssClasses(id, "way-failed");
      }
      if (node.visits > 1) {
        registry.addOverlays(id, countOf(node));
      }
      if (node.took !== "") {
        registry.addOverlays(id, timeOf(node));
      }
    }
  }

  const whole = { type: "Center", margin: 12 };

  function takeWhatItNeeds(visualization) {
    const shapes = [...container.querySelectorAll("[data-bpmn-id]:not(.bpmn-label)")].map((shape) => shape.getBoundingClientRect());
    const width = Math.max(...shapes.map((box) => box.right)) - Math.min(...shapes.map((box) => box.left));
    const inUse = Math.max(...shapes.map((box) => box.bottom)) - Math.min(...shapes.map((box) => box.top));
    const height = (container.clientWidth * inUse) / width + 48;
    container.style.height = Math.round(Math.min(Math.max(height, 180), 560)) + "px";
    visualization.navigation.fit(whole);
  }

  function offerButtons(visualization) {
    const buttons = document.getElementById("diagram-buttons");
    buttons.hidden = false;
    buttons.addEventListener("click", (event) => {
      const zoom = event.target.dataset.zoom;
      if (zoom === "whole") {
        visualization.navigation.fit(whole);
      } else if (zoom) {
        visualization.navigation.zoom(zoom);
      }
    });
  }

  async function draw() {
    const answer = await fetch(container.dataset.source, { credentials: "same-origin" });
    if (!answer.ok) {
      throw new Error(answer.statusText);
    }
    const visualization = new bpmnvisu.BpmnVisualization({ container, navigation: { enabled: true } });
    visualization.load(await answer.text(), { fit: whole });
    mark(visualization.bpmnElementsRegistry, JSON.parse(container.dataset.drawing));
    takeWhatItNeeds(visualization);
    offerButtons(visualization);
    container.dataset.drawn = "true";
  }

  draw().catch(() => {
    container.textContent = container.dataset.failed;
    container.classList.add("insight-diagram-failed");
  });
})();
