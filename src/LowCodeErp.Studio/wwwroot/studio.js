// Undo and redo by keyboard. In a box that is being typed in, they are the browser's own.
function isTyping(target) {
  return target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button])');
}

document.addEventListener('keydown', event => {
  const studio = document.querySelector('[data-studio]');
  if (!studio || !(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) {
    return;
  }
  const key = event.key.toLowerCase();
  const wanted = key === 'z' ? (event.shiftKey ? '[data-redo]' : '[data-undo]') : key === 'y' ? '[data-redo]' : key === 's' ? '[data-publish]' : undefined;
  if (wanted) {
    event.preventDefault();
    studio.querySelector(wanted)?.click();
  }
});
