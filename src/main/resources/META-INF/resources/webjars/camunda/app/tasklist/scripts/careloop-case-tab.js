/*
 * Additions to Tasklist: the tab "Case" of a task, with what is known of its case, the case's number and the time that
 * is left to it on the card of a task and on the opened task, and a link to the desk.
 * Words of people reach the page as text nodes only.
 */

const WORDS = {
  en: {
    tab: "Case",
    desk: "Find a case",
    open: "Open the case file",
    loading: "Loading …",
    noCase: "This task belongs to no case.",
    notFound: "There is no such case, or you may not see it.",
    failed: "The case could not be loaded. Please try again.",
    status: "Status",
    customer: "Customer",
    owner: "Owner",
    request: "Request",
    tried: "Already tried",
    remedy: "What the customer wants",
    product: "Product or order",
    messages: "Messages",
    noMessages: "Nothing was written yet.",
    theirs: "Customer",
    ours: "We",
    OPEN: "open",
    RESOLVED: "resolved",
    CLOSED: "closed",
    WITHDRAWN: "withdrawn",
    CONTACT: "contact",
    ANALYSIS: "analysis",
    SOLUTION: "solution",
    IMPLEMENTATION: "implementation",
    FEEDBACK: "feedback",
  },
  "zh-CN": {
    tab: "案件",
    desk: "查找案件",
    open: "打开案件",
    loading: "正在加载…",
    noCase: "此任务不属于任何案件。",
    notFound: "案件不存在，或您无权查看。",
    failed: "案件加载失败，请重试。",
    status: "状态",
    customer: "客户",
    owner: "负责人",
    request: "客户请求",
    tried: "已尝试的办法",
    remedy: "客户诉求",
    product: "产品或订单",
    messages: "往来消息",
    noMessages: "暂无消息。",
    theirs: "客户",
    ours: "我方",
    OPEN: "处理中",
    RESOLVED: "已解决",
    CLOSED: "已关闭",
    WITHDRAWN: "已撤回",
    CONTACT: "受理",
    ANALYSIS: "分析",
    SOLUTION: "方案",
    IMPLEMENTATION: "实施",
    FEEDBACK: "回访",
  },
  "zh-TW": {
    tab: "案件",
    desk: "尋找案件",
    open: "開啟案件",
    loading: "載入中…",
    noCase: "這項工作不屬於任何案件。",
    notFound: "案件不存在，或您無權檢視。",
    failed: "案件載入失敗，請再試一次。",
    status: "狀態",
    customer: "客戶",
    owner: "負責人",
    request: "客戶需求",
    tried: "已試過的方法",
    remedy: "客戶訴求",
    product: "產品或訂單",
    messages: "往來訊息",
    noMessages: "尚無訊息。",
    theirs: "客戶",
    ours: "我方",
    OPEN: "處理中",
    RESOLVED: "已解決",
    CLOSED: "已結案",
    WITHDRAWN: "已撤回",
    CONTACT: "受理",
    ANALYSIS: "分析",
    SOLUTION: "方案",
    IMPLEMENTATION: "執行",
    FEEDBACK: "回訪",
  },
};

const words = WORDS[language(navigator.language)];
const root = location.pathname.split("/camunda/")[0];

function language(tag) {
  if (!/^zh/i.test(tag)) {
    return "en";
  }
  return /hant|tw|hk|mo/i.test(tag) ? "zh-TW" : "zh-CN";
}

function element(name, text, ...children) {
  const node = document.createElement(name);
  if (text) {
    node.textContent = text;
  }
  node.append(...children);
  return node;
}

function paragraph(text) {
  const node = element("p", text);
  node.style.whiteSpace = "pre-wrap";
  node.style.overflowWrap = "anywhere";
  return node;
}

function caseLink(reference) {
  const link = element("a", words.open);
  link.href = `${root}/desk/cases/${encodeURIComponent(reference)}`;
  link.target = "_blank";
  link.rel = "noopener";
  return link;
}

function facts(file) {
  const customer = [file.customer.name, file.customer.email, file.customer.phone];
  const rows = [
    [words.status, `${words[file.status] || file.status} · ${words[file.stage] || file.stage}`],
    [words.customer, customer.filter(Boolean).join(" · ")],
    [words.owner, file.ownerName],
    [words.product, file.product],
  ];
  const list = element("dl");
  list.className = "dl-horizontal";
  for (const [name, value] of rows) {
    if (value) {
      list.append(element("dt", name), element("dd", value));
    }
  }
  return list;
}

function said(title, text) {
  return text ? [element("h4", title), paragraph(text)] : [];
}

function messages(file) {
  if (!file.messages.length) {
    return [element("p", words.noMessages)];
  }
  return [...file.messages].reverse().map((message) => {
    const who = message.direction === "IN" ? words.theirs : words.ours;
    const when = new Date(message.at).toLocaleString(navigator.language, { dateStyle: "medium", timeStyle: "short" });
    const head = element("p", null, element("strong", who), ` · ${when}`);
    if (message.subject) {
      head.append(` · ${message.subject}`);
    }
    return element("div", null, head, paragraph(message.text), element("hr"));
  });
}

function shown(file) {
  return [
    element("h3", file.subject ? `${file.reference} · ${file.subject}` : file.reference),
    element("p", null, caseLink(file.reference)),
    facts(file),
    ...said(words.request, file.description),
    ...said(words.tried, file.triedSteps),
    ...said(words.remedy, file.remedySought),
    element("h4", words.messages),
    ...messages(file),
  ];
}

async function read(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" }, credentials: "same-origin" });
  if (!answer.ok) {
    throw new Error(answer.status === 404 || answer.status === 403 ? words.notFound : words.failed);
  }
  return answer.json();
}

async function referenceOf(taskId, engineApi) {
  const known = await read(
    `${engineApi}/task/${encodeURIComponent(taskId)}/form-variables?variableNames=reference`,
  );
  return known.reference && known.reference.value;
}

async function contentFor(taskId, engineApi) {
  const reference = await referenceOf(taskId, engineApi);
  if (!reference) {
    return [element("p", words.noCase)];
  }
  return shown(await read(`${root}/api/cases/${encodeURIComponent(reference)}`));
}

const tab = {
  id: "careloop-case-tab",
  pluginPoint: "tasklist.task.detail",
  priority: 5,
  properties: { label: words.tab },
  render: (node, { taskId, api }) => {
    const place = element("div", words.loading);
    place.setAttribute("aria-live", "polite");
    node.append(place);
    contentFor(taskId, api.engineApi)
      .catch((problem) => [element("p", problem.message || words.failed)])
      .then((content) => place.replaceChildren(...content));
  },
  unmount: () => {},
};

/*
 * Places on the page that tell of a task's case: one call asks for all of them, soon after the last was added and again
 * each minute. The engine shows variables on cards to those only who may read the whole process instance.
 */
const places = new Map();
let asking;

function tellCaseOf(taskOf, node, show) {
  places.set(node, { taskOf, show });
  tellSoon();
}

function tellSoon() {
  clearTimeout(asking);
  asking = setTimeout(tellCases, 50);
}

async function tellCases() {
  for (const node of places.keys()) {
    if (!node.isConnected) {
      places.delete(node);
    }
  }
  const ids = [...new Set([...places.values()].map((place) => place.taskOf()).filter(Boolean))];
  while (ids.length) {
    const asked = ids.splice(0, 50).map((id) => `ids=${encodeURIComponent(id)}`);
    const known = await read(`${root}/api/tasks/cases?${asked.join("&")}`).catch(() => []);
    for (const task of known) {
      for (const [node, place] of places) {
        if (place.taskOf() === task.task) {
          place.show(node, task);
        }
      }
    }
  }
}

setInterval(() => places.size && !document.hidden && tellCases(), 60000);
document.addEventListener("visibilitychange", () => places.size && !document.hidden && tellCases());

function timeLeft(task) {
  const left = element("small", task.text);
  left.className = `careloop-left careloop-left-${task.standing.toLowerCase()}`;
  left.title = new Date(task.due).toLocaleString(navigator.language, { dateStyle: "medium", timeStyle: "short" });
  return left;
}

const card = {
  id: "careloop-case-card",
  pluginPoint: "tasklist.card",
  priority: 100,
  render: (node, { taskId }) => {
    const place = element("div");
    place.className = "careloop-case";
    node.append(place);
    tellCaseOf(() => taskId, place, (known, task) => {
      known.replaceChildren(element("small", task.reference), ...(task.text ? [" ", timeLeft(task)] : []));
    });
  },
  unmount: () => {},
};

/* This place stays while one task after the other is opened, which the address names. */
const openedTask = () => new URLSearchParams(location.hash.split("?")[1]).get("task");

const opened = {
  id: "careloop-time-left",
  pluginPoint: "tasklist.task.action",
  priority: 1000,
  render: (node) => {
    const place = element("span");
    place.className = "careloop-opened";
    place.setAttribute("role", "status");
    node.append(place);
    tellCaseOf(openedTask, place, (known, task) => known.replaceChildren(...(task.text ? [timeLeft(task)] : [])));
    addEventListener("hashchange", () => {
      if (place.dataset.task !== openedTask()) {
        place.dataset.task = openedTask();
        place.replaceChildren();
        tellSoon();
      }
    });
  },
  unmount: () => {},
};

const deskLink = {
  id: "careloop-desk-link",
  pluginPoint: "tasklist.navbar.action",
  priority: 150,
  render: (node) => {
    const link = element("a", words.desk);
    link.href = `${root}/desk`;
    node.append(link);
  },
  unmount: () => {},
};

export default [tab, card, opened, deskLink];
