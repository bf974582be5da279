// A link to a task names it behind the "#", which no server sees: carry it over signing in.
const form = document.getElementById('sign-in');
if (form && location.hash) {
  form.action += location.hash;
}
