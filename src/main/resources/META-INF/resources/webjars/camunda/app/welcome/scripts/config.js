export default {
  app: { name: "Welcome", vendor: "Careloop" },
  customScripts: ["../../../js/engine-session.js"],
  locales: { availableLocales: ["en"], fallbackLocale: "en" },
  disableWelcomeMessage: true,
};
