// What GraphiQL leaves out for those who do not use a mouse or do not see: names of its editors, and a way out of them by Tab.
const KEYS = { Tab: false, 'Shift-Tab': false };

/** What the text area of an editor is for, told by where it stands. */
function nameOf(area) {
  if (area.closest('.graphiql-query-editor')) return 'Query';
  if (area.closest('.graphiql-response')) return 'Answer';
  const editor = area.closest('.graphiql-editor-tool > .graphiql-editor');
  return editor?.previousElementSibling ? 'Headers' : 'Variables';
}

function name(area) {
  area.setAttribute('aria-label', nameOf(area));
  const editor = area.closest('.CodeMirror')?.CodeMirror;
  // Tab would indent, and whoever has no mouse could not leave: Ctrl-] indents, and so does the button that formats.
  editor?.setOption('extraKeys', { ...editor.getOption('extraKeys'), ...KEYS });
}

/** Names every editor within `root`, those that come later too. */
export function makeAccessible(root) {
  const nameAll = () => root.querySelectorAll('.CodeMirror textarea:not([aria-label])').forEach(name);
  new MutationObserver(nameAll).observe(root, { childList: true, subtree: true });
  nameAll();
}
