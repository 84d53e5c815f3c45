// The behaviour of the frame. It listens on the document and keeps its state on <html>, outside of what Blazor renders,
// so that it works before the circuit is up, and without one.
const root = document.documentElement;
const phone = matchMedia('(max-width: 48rem)');
const toggle = () => document.querySelector('[data-menu-toggle]');
const isDrawerOpen = () => root.dataset.drawer === 'open';

function showDrawer(open) {
  if (open === isDrawerOpen()) {
    return;
  }
  root.dataset.drawer = open ? 'open' : 'closed';
  for (const behind of document.querySelectorAll('main, header')) {
    behind.inert = open;
  }
  describeToggle();
  if (open) {
    document.querySelector('#app-menu .entries a')?.focus();
  } else if (document.activeElement === document.body || document.getElementById('app-menu')?.contains(document.activeElement)) {
    toggle()?.focus();
  }
}

function toggleSidebar() {
  root.dataset.sidebar = root.dataset.sidebar === 'collapsed' ? 'open' : 'collapsed';
  document.cookie = `lowcode-sidebar=${root.dataset.sidebar}; path=/; max-age=31536000; samesite=lax`;
  describeToggle();
}

function describeToggle() {
  toggle()?.setAttribute('aria-expanded', phone.matches ? isDrawerOpen() : root.dataset.sidebar !== 'collapsed');
}

function closePopovers(except) {
  for (const popover of document.querySelectorAll('details[data-popover][open]')) {
    if (popover !== except) {
      popover.open = false;
    }
  }
}

async function reconnect() {
  const dialog = document.getElementById('components-reconnect-modal');
  dialog.className = dialog.className.replace('components-reconnect-failed', 'components-reconnect-show');
  try {
    if (!await Blazor.reconnect()) {
      location.reload();
    }
  } catch {
    // The server is still not there: offer the button again.
    dialog.className = dialog.className.replace('components-reconnect-show', 'components-reconnect-failed');
  }
}

document.addEventListener('click', event => {
  const on = selector => event.target.closest(selector);
  closePopovers(on('details[data-popover]'));
  if (on('[data-menu-toggle]')) {
    phone.matches ? showDrawer(true) : toggleSidebar();
  } else if (on('[data-drawer-close]') || on('#app-menu a')) {
    showDrawer(false);
  } else if (on('[data-reconnect]')) {
    reconnect();
  } else if (on('[data-reload]')) {
    location.reload();
  }
});

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') {
    return;
  }
  showDrawer(false);
  const popover = event.target.closest('details[data-popover][open]');
  closePopovers();
  popover?.querySelector('summary').focus();
});

phone.addEventListener('change', () => {
  showDrawer(false);
  describeToggle();
});

describeToggle();

// How many tasks wait stands before the title, whatever page is open: a browser shows it on the tab. Pages change their titles themselves, and one
// may begin with a number in brackets of its own; only what was put there is taken away again.
let counted = { shown: '', title: '' };

function countInTitle() {
  const count = document.querySelector('[data-task-badge]')?.dataset.taskBadge ?? '0';
  const title = document.title === counted.shown ? counted.title : document.title;
  counted = { title, shown: count === '0' ? title : `(${count}) ${title}` };
  if (document.title !== counted.shown) {
    document.title = counted.shown;
  }
}

new MutationObserver(countInTitle).observe(document.head, { subtree: true, childList: true, characterData: true });
new MutationObserver(countInTitle).observe(document.body, { subtree: true, attributeFilter: ['data-task-badge'] });
