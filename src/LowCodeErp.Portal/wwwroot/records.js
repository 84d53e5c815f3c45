// What the lists and forms do without asking the server. It listens on the document, so that it serves whatever page is shown.
const root = document.documentElement;
let savedFrom;
let typist;
let sending;
const typed = new Map();
const acting = 'a, button, input, select, textarea, label, summary';

function openRow(event) {
  const row = event.target.closest('tr[data-row]');
  if (row && !event.target.closest(acting) && getSelection().isCollapsed) {
    row.querySelector('[data-row-link]').click();
  }
}

function switchDensity() {
  root.dataset.density = root.dataset.density === 'compact' ? 'normal' : 'compact';
  document.cookie = `lowcode-density=${root.dataset.density}; path=/; max-age=31536000; samesite=lax`;
}

function moveBetweenRows(event) {
  const row = event.target.closest('[data-row-link]') && event.target.closest('tr[data-row]');
  const other = row && (event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling);
  if (row) {
    event.preventDefault();
    other?.querySelector('[data-row-link]').focus();
  }
}

// The box that is being typed in reports its text when it is left, so it is left for a moment before saving.
function save(event) {
  const button = document.querySelector('[data-save]');
  if (!button) {
    return;
  }
  event.preventDefault();
  const active = document.activeElement;
  active?.blur();
  active?.focus();
  savedFrom = active?.id;
  button.click();
}

// A box tells the server of its text when it is left. So that a draft can be kept meanwhile, the text is also sent while somebody types.
function follow({ target }) {
  if (target.id?.startsWith('field-') && target.matches('.text-entry, [data-area]') || target.closest('[data-studio]') && target.matches('.text-entry, .formula-text')) {
    typed.set(target.id, target.isContentEditable ? target.innerHTML : target.value);
    sending ??= setTimeout(sendTyped, 1000);
  }
}

async function sendTyped() {
  clearTimeout(sending);
  sending = undefined;
  if (!typist) {
    return;
  }
  const texts = [...typed];
  typed.clear();
  try {
    // One by one: two of the longest texts in one message would be more than the connection takes.
    await Promise.all(texts.map(([id, text]) => typist.invokeMethodAsync('TakeTyped', { [id]: text })));
  } catch {
    // The page was left, or the connection is down; a page that comes back sends what is typed from then on.
  }
}

// For the server: moves the focus to the input that something is wrong with.
globalThis.lowcode = {
  sendTyped,
  followTyping(page) {
    typist = page;
    // What was typed before the page could listen is sent like the rest; what another page has left is not.
    [...typed.keys()].filter(id => !document.getElementById(id)).forEach(id => typed.delete(id));
    if (typed.size > 0) {
      sending ??= setTimeout(sendTyped, 1000);
    }
  },
  focus(id) {
    const target = document.getElementById(id);
    target?.focus();
    target?.scrollIntoView({ block: 'center' });
  },
  // Not away from somebody who has begun to work on the page.
  focusHeading() {
    const heading = document.querySelector('h1');
    if (heading && !document.activeElement?.closest('main')) {
      heading.tabIndex = -1;
      heading.focus();
    }
  },
  // Inputs are disabled while they are saved, which takes the focus from them.
  restoreFocus() {
    if (document.activeElement === document.body) {
      document.getElementById(savedFrom || 'save-record')?.focus();
    }
    savedFrom = undefined;
  },
};

document.addEventListener('input', follow);
document.addEventListener('change', event => typed.delete(event.target.id));
document.addEventListener('focusout', event => event.target.isContentEditable && typed.delete(event.target.id));

document.addEventListener('click', event => {
  openRow(event);
  if (event.target.closest('[data-print]')) {
    print();
  }
  if (event.target.closest('[data-density-switch]')) {
    switchDensity();
  }
});

document.addEventListener('keydown', event => {
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    moveBetweenRows(event);
  } else if (event.key.toLowerCase() === 's' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
    save(event);
  }
});
