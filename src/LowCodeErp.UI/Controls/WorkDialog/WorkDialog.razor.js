// The open dialogs with what had the focus before each, the innermost last.
const stack = [];

// On the document: the focus may be on a button that was disabled meanwhile, and then on nothing.
document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && stack.length > 0) {
    // The page decides whether it closes: work may be running.
    event.preventDefault();
    askToClose(stack.at(-1).dialog);
  }
});

function askToClose(dialog) {
  dialog.querySelector('[data-dialog-close]').click();
}

export function open(dialog) {
  stack.push({ dialog, opener: document.activeElement });
  dialog.addEventListener('cancel', event => {
    event.preventDefault();
    askToClose(dialog);
  });
  dialog.showModal();
}

export function closed() {
  const last = stack.pop();
  // It may still be in the page, and what lies behind an open one cannot take the focus.
  last?.dialog.close();
  last?.opener?.focus();
}
