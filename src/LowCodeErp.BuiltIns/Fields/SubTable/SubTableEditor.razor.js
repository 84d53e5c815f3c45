const longest = 300000; // characters; the connection takes no larger messages

// The keys of the grid are told apart here, so that the server hears of those alone and not of every letter.
export function attach(root, owner) {
  root.addEventListener('keydown', event => {
    const cell = event.target.closest('td[data-column]');
    if (undoesPaste(event)) {
      event.preventDefault();
      root.querySelector('[data-undo-paste]').click();
    } else if (cell && isForGrid(event)) {
      owner.invokeMethodAsync('PressAsync', cell.parentElement.sectionRowIndex, cell.dataset.column, event.key);
    }
  });
  root.addEventListener('paste', event => paste(event, owner));
  // Whoever types after pasting undoes the typing first, as everywhere else.
  root.addEventListener('input', () => delete root.querySelector('[data-undo-paste]')?.dataset.undoPaste);

  function undoesPaste(event) {
    return (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'z' && root.querySelector('[data-undo-paste]');
  }
}

// One cell is pasted by the browser into its box; several are written by the server into their lines.
function paste(event, owner) {
  const cell = event.target.closest('td[data-column]');
  const text = event.clipboardData?.getData('text/plain').replace(/\r?\n$/, '') ?? '';
  const takesLines = event.target.isContentEditable || event.target.matches('textarea');
  if (!cell || !(text.includes('\t') || (text.includes('\n') && !takesLines))) {
    return;
  }
  event.preventDefault();
  if (text.length > longest) {
    owner.invokeMethodAsync('RefusePaste', text.split('\n').length, text.length, longest);
  } else {
    owner.invokeMethodAsync('PasteAsync', cell.parentElement.sectionRowIndex, cell.dataset.column, text);
  }
}

// Enter makes a new line in a box of several, and chooses in an open list.
function isForGrid(event) {
  const { target, key, altKey, isComposing } = event;
  if (isComposing || target.isContentEditable || target.matches('textarea') || target.parentElement.querySelector('.record-picker-list')) {
    return false;
  }
  return altKey ? key === 'ArrowUp' || key === 'ArrowDown' : key === 'Enter';
}

// Lines come and go, so the element to focus is known by its id only after the new lines are drawn.
export function focus(id) {
  document.getElementById(id)?.focus();
}
