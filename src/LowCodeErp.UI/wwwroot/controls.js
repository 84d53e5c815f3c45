// A link with data-focus-target moves the focus to the element of that id. A plain fragment would only scroll, and with
// <base href="/"> it would lead to the home page.
document.addEventListener('click', event => {
  const link = event.target.closest('[data-focus-target]');
  const target = link && document.getElementById(link.dataset.focusTarget);
  if (!target) {
    return;
  }
  event.preventDefault();
  const field = target.matches('input, select, textarea, button, a, [tabindex]')
    ? target
    : target.querySelector('input, select, textarea, button, a, [tabindex]') ?? target;
  field.focus();
  target.scrollIntoView({ block: 'nearest' });
}, true);

// A box with data-counter writes its length into the element of that id. Its text node belongs to the server's rendering, so
// the node stays and only its text changes.
document.addEventListener('input', event => {
  const counter = event.target.dataset?.counter && document.getElementById(event.target.dataset.counter)?.firstChild;
  if (counter) {
    counter.nodeValue = String(event.target.value.length);
  }
});

// A box with data-hands-over gives what is in it to the server when Enter is pressed in it, several lines are pasted, or it is left.
// It is emptied here and at once, so that nothing is lost of what is typed next while the server is at work.
document.addEventListener('input', ({ target, isComposing }) => {
  if (target.dataset?.handsOver !== undefined && target.value.includes('\n') && !isComposing) {
    target.dispatchEvent(new Event('change', { bubbles: true }));
    target.value = '';
  }
});
document.addEventListener('change', ({ target, isTrusted }) => {
  if (isTrusted && target.dataset?.handsOver !== undefined) {
    setTimeout(() => { target.value = ''; });
  }
});

// A message larger than the connection takes would end it, so that no box takes more letters than this; whatever is pasted beyond it
// is cut off, and what is left is still refused by its field, with a message.
const mostCharacters = 300000;
document.addEventListener('focusin', event => {
  if (event.target.matches('input, textarea') && event.target.maxLength < 0) {
    event.target.maxLength = mostCharacters;
  }
});
