// Undo and redo by keyboard. In a box that is being typed in, they are the browser's own.
function isTyping(target) {
  return target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button])');
}

// The neighbour of the tab in front, round and round.
function tabBeside(studio, step) {
  const tabs = [...studio.querySelectorAll('[data-tab]')];
  return tabs.at((tabs.findIndex(tab => tab.hasAttribute('aria-current')) + step) % tabs.length);
}

function buttonOf(event, studio) {
  const key = event.key.toLowerCase();
  const button = name => studio.querySelector(`[data-${name}]`);
  if (event.altKey) {
    return key === 'p' ? button('preview') : key === 'pagedown' ? tabBeside(studio, 1) : key === 'pageup' ? tabBeside(studio, -1) : undefined;
  }
  if (key === 'f1') {
    return button('keys');
  }
  if (!(event.ctrlKey || event.metaKey)) {
    return undefined;
  }
  if (key === 'k' || key === 's') {
    return button(key === 'k' ? 'search' : 'publish');
  }
  const isBack = key === 'z' && !event.shiftKey;
  return !isTyping(event.target) && (key === 'z' || key === 'y') ? button(isBack ? 'undo' : 'redo') : undefined;
}

document.addEventListener('keydown', event => {
  const studio = document.querySelector('[data-studio]');
  // An open dialog has keys of its own.
  const wanted = studio && !document.querySelector('dialog[open]') ? buttonOf(event, studio) : undefined;
  if (wanted) {
    event.preventDefault();
    wanted.click();
  }
});
