// The keys of the grid are told apart here, so that the server hears of those alone and not of every letter.
export function attach(root, owner) {
  root.addEventListener('keydown', event => {
    const cell = event.target.closest('td[data-column]');
    if (cell && isForGrid(event)) {
      owner.invokeMethodAsync('PressAsync', cell.parentElement.sectionRowIndex, cell.dataset.column, event.key);
    }
  });
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
