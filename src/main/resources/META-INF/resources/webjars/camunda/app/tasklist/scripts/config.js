export default {
  app: { name: "Tasks", vendor: "Careloop" },
  customScripts: ["scripts/careloop-case-tab.js", "../../../js/engine-session.js"],
  locales: { availableLocales: ["en", "zh"], fallbackLocale: "en" },
  shortcuts: {
    claimTask: { key: "ctrl+alt+c", description: "claims the selected task" },
    focusFilter: { key: "ctrl+shift+f", description: "goes to the first filter" },
    focusList: { key: "ctrl+alt+l", description: "goes to the first task of the list" },
    focusForm: { key: "ctrl+alt+f", description: "goes to the first field of the form" },
    startProcess: { key: "ctrl+alt+p", description: "opens the list of processes to start" },
  },
  disableWelcomeMessage: true,
};
