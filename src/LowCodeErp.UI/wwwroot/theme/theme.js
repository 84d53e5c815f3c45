// Switches the colour scheme in place and remembers it. It listens on the document, so it also serves pages without a circuit.
const order = ['auto', 'light', 'dark'];
const root = document.documentElement;

function apply(choice) {
  root.dataset.theme = choice;
  document.cookie = `lowcode-theme=${choice}; path=/; max-age=31536000; samesite=lax`;
  for (const link of document.querySelectorAll('link[data-scheme]')) {
    const scheme = link.dataset.scheme;
    link.media = choice === 'auto' ? `(prefers-color-scheme: ${scheme})` : choice === scheme ? 'all' : 'not all';
  }
}

document.addEventListener('click', event => {
  if (event.target.closest('[data-theme-switch]')) {
    apply(order[(order.indexOf(root.dataset.theme) + 1) % order.length]);
  }
});
