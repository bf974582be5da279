export default {
  app: { name: "Administration", vendor: "Careloop" },
  customScripts: ["../../../js/engine-session.js"],
  locales: { availableLocales: ["en"], fallbackLocale: "en" },
  disableWelcomeMessage: true,
};
