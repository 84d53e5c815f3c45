// Alt and an arrow move the item that holds the focus; the server draws it at its new place, and the focus follows it there. One listener
// serves every list of the page, so that none has to wait for one of its own.
const moves = { ArrowUp: 'up', ArrowDown: 'down' };
let followed;

function move(event) {
  const act = event.altKey && moves[event.key];
  const item = act && event.target.closest('.arranged-list > li');
  if (item) {
    event.preventDefault();
    followed = event.target.matches('[data-act]') ? undefined : 'input, select, textarea, .content button';
    item.querySelector(`[data-act=${act}]`).click();
  }
}

// A button that can go no further is disabled, and then the other one takes the focus.
export function focus(list, index, act) {
  const item = list?.children[index];
  const target = (followed && item?.querySelector(followed))
    ?? item?.querySelector(`[data-act=${act}]:not(:disabled)`)
    ?? item?.querySelector('[data-act]:not(:disabled)');
  followed = undefined;
  target?.focus();
}

document.addEventListener('keydown', move);
