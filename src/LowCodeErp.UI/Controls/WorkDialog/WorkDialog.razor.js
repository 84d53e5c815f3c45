// What had the focus before each open dialog, the innermost last.
const openers = [];

export function open(dialog) {
  openers.push(document.activeElement);
  dialog.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      // The page decides whether it closes: work may be running.
      event.preventDefault();
      dialog.querySelector('[data-dialog-close]').click();
    }
  });
  dialog.showModal();
}

export function closed() {
  openers.pop()?.focus();
}
