// Words that somebody selects in a report, as offsets in code points of the stored text.
const report = document.querySelector(".report");
const points = (text) => [...text].length;

function offset(node, at) {
  const inside = node.nodeType === Node.TEXT_NODE ? node : node.childNodes[at] ?? node;
  const own = (inside.nodeType === Node.TEXT_NODE ? inside.parentElement : inside).closest("[data-at]");
  if (!own || !report.contains(own)) return null;
  return Number(own.dataset.at) + (node.nodeType === Node.TEXT_NODE ? points(node.data.slice(0, at)) : 0);
}

// The selection without the blanks around it; null where there is none in the report.
export function selected() {
  const chosen = getSelection();
  if (!report || !chosen?.rangeCount || chosen.isCollapsed) return null;
  const range = chosen.getRangeAt(0);
  if (!report.contains(range.commonAncestorContainer)) return null;
  const start = offset(range.startContainer, range.startOffset);
  const words = range.toString();
  if (start === null || !words.trim()) return null;
  const from = start + points(words) - points(words.trimStart());
  return { start: from, end: from + points(words.trim()), words: words.trim() };
}

export const onSelect = (listener) => report && document.addEventListener("selectionchange", () => listener(selected()));
