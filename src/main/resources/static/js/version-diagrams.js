// Draws two versions of a diagram and marks what differs. The table below says the same.
(() => {
  async function draw(container) {
    const answer = await fetch(container.dataset.diagram, { headers: { Accept: "application/xml" }, credentials: "same-origin" });
    if (!answer.ok) {
      return;
    }
    const diagram = new bpmnvisu.BpmnVisualization({ container, navigation: { enabled: false } });
    diagram.load(await answer.text(), { fit: { type: "Horizontal", margin: 8 } });
    for (const [kind, ids] of Object.entries(JSON.parse(container.dataset.marks))) {
      diagram.bpmnElementsRegistry.addCssClasses(ids, `version-${kind}`);
    }
    container.dataset.drawn = "true";
  }

  document.querySelectorAll("[data-marks]").forEach(draw);
})();
