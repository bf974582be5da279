// The engine's web applications have a sign-in form of their own, which they show after signing out or when the session
// has ended. There is one place to sign in: go there, with the place that was left behind the "#".
const leave = (left) => {
  if (location.hash.startsWith('#/login')) {
    const place = left && !left.hash.startsWith('#/login') ? left.hash : '';
    location.replace('/login?signed-out' + place);
  }
};
addEventListener('hashchange', (change) => leave(new URL(change.oldURL)));
leave();

export default [];
