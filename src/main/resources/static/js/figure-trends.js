// Draws the trend of each figure; the table beside it says the same.
document.querySelectorAll("canvas.trend").forEach((canvas) => {
  const points = JSON.parse(canvas.dataset.trend);
  new Chart(canvas, {
    type: "line",
    data: {
      labels: points.map((point) => point.x),
      datasets: [{ data: points.map((point) => point.y), borderColor: "#0b5f63", backgroundColor: "#0b5f63", pointRadius: 3, tension: 0 }],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      plugins: { legend: { display: false } },
      scales: { y: { beginAtZero: true }, x: { ticks: { maxTicksLimit: 4, maxRotation: 0 } } },
    },
  });
});
