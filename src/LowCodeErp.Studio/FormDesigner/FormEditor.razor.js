// Dragging and the keyboard of the canvas. Where things may stand is the server's to say; here only the nearest gap is shown.
let marked;
let current;

// Longer texts are no fields of a form; they would end the connection.
const longestPaste = 300000;

function unmark() {
  marked?.classList.remove('drop-before', 'drop-after', 'drop-inside');
  marked = undefined;
}

// Above the middle of an item is before it, below is after it; over an empty container it is inside.
function gapAt(event, designer) {
  const list = event.target.closest('[data-container]');
  const item = event.target.closest('[data-item]');
  if (item && (!list || !item.contains(list) || item === list)) {
    const box = item.getBoundingClientRect();
    const after = event.clientY > box.top + box.height / 2;
    return { mark: item, style: after ? 'drop-after' : 'drop-before', container: item.parentElement.dataset.container, index: Number(item.dataset.index) + (after ? 1 : 0) };
  }
  if (list && designer.contains(list)) {
    return { mark: list, style: 'drop-inside', container: list.dataset.container, index: list.querySelectorAll(':scope > [data-item]').length };
  }
  return undefined;
}

const buttons = { ArrowUp: '[data-move-up]', ArrowDown: '[data-move-down]' };

const letters = { c: '[data-copy]', x: '[data-cut]', d: '[data-duplicate]' };

// Outside of boxes that are typed in, wherever the focus is in the canvas.
document.addEventListener('paste', event => {
  const canvas = current?.designer.querySelector('[data-canvas]');
  if (canvas?.isConnected && canvas.contains(document.activeElement)) {
    event.preventDefault();
    current.page.invokeMethodAsync('PasteText', event.clipboardData.getData('text/plain').slice(0, longestPaste));
  }
});

function press(designer, selector, event) {
  event.preventDefault();
  designer.querySelector(selector)?.click();
}

function onKey(event, designer) {
  const item = event.target.closest('[data-choose]');
  if (!item) {
    return;
  }
  if (event.altKey && buttons[event.key]) {
    press(designer, buttons[event.key], event);
  } else if (event.key === 'Delete') {
    press(designer, '[data-remove]', event);
  } else if ((event.ctrlKey || event.metaKey) && letters[event.key.toLowerCase()] && document.getSelection().isCollapsed) {
    press(designer, letters[event.key.toLowerCase()], event);
  } else if (buttons[event.key] && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    const all = [...designer.querySelectorAll('[data-choose]')];
    all[all.indexOf(item) + (event.key === 'ArrowUp' ? -1 : 1)]?.focus();
  }
}

export function focusItem(designer, path) {
  designer.querySelector(`[data-item="${path}"] > [data-choose]`)?.focus();
}

export function focusName(designer) {
  designer.querySelector('#field-label')?.select();
}

export function showProperties(designer) {
  designer.querySelector('.properties').scrollIntoView();
  designer.querySelector('.properties input, .properties select')?.focus({ preventScroll: true });
}

// Refused where the page has no right to it; then what was copied is known to this window alone.
export function write(text) {
  navigator.clipboard?.writeText(text).catch(() => undefined);
}

export function start(designer, page) {
  current = { designer, page };
  designer.addEventListener('dragstart', event => {
    const source = event.target.closest('[data-drag]');
    if (source) {
      event.dataTransfer.setData('application/x-lowcode', source.dataset.drag);
      event.dataTransfer.effectAllowed = 'copyMove';
    }
  });
  designer.addEventListener('dragover', event => {
    const gap = event.dataTransfer.types.includes('application/x-lowcode') ? gapAt(event, designer) : undefined;
    unmark();
    if (gap) {
      event.preventDefault();
      marked = gap.mark;
      marked.classList.add(gap.style);
    }
  });
  designer.addEventListener('dragleave', unmark);
  designer.addEventListener('dragend', unmark);
  designer.addEventListener('drop', event => {
    const gap = gapAt(event, designer);
    const source = event.dataTransfer.getData('application/x-lowcode');
    unmark();
    if (gap && source) {
      event.preventDefault();
      page.invokeMethodAsync('Drop', source, gap.container, gap.index);
    }
  });
  designer.addEventListener('keydown', event => onKey(event, designer));
}
