// The address of a search names only what was asked for.
document.body.addEventListener("htmx:configRequest", (event) => {
  const asked = event.detail.formData;
  for (const name of new Set(asked.keys())) {
    if (asked.getAll(name).every((value) => value === "")) {
      asked.delete(name);
    }
  }
});
