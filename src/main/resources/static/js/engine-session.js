// The engine's web applications have a sign-in form of their own, which they show after signing out or when the session
// has ended. There is one place to sign in: go there, and come back to the same page.
const leave = () => {
  if (location.hash.startsWith('#/login')) {
    location.replace('/login?signed-out');
  }
};
addEventListener('hashchange', leave);
leave();

export default [];
