export default {
  app: { name: "Cockpit", vendor: "Careloop" },
  customScripts: ["../../../js/engine-session.js"],
  locales: { availableLocales: ["en"], fallbackLocale: "en" },
  previewHtml: false,
  disableWelcomeMessage: true,
};
