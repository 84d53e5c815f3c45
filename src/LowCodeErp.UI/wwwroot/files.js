// Files on their way into and out of pages. It listens on the document, so that it serves whatever page is shown. What is pasted or signed
// is put into the file input of its zone, as if it had been chosen there.
const editable = 'input:not([type=file]), textarea, [contenteditable=true]';
const twoDigits = number => String(number).padStart(2, '0');

function put(zone, files) {
  const input = zone.querySelector('input[type=file]');
  if (!input || input.disabled || files.length === 0) {
    return;
  }
  const transfer = new DataTransfer();
  for (const file of files) {
    transfer.items.add(file);
  }
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

// The clipboard calls every picture image.png.
function rename(file, index, name) {
  const now = new Date();
  const time = [now.getFullYear(), now.getMonth() + 1, now.getDate(), now.getHours(), now.getMinutes(), now.getSeconds()].map(twoDigits).join('');
  const isNamed = file.name && !/^image\.\w+$/.test(file.name);
  return isNamed ? file : new File([file], `${name}-${time}${index > 0 ? `-${index + 1}` : ''}.${file.type.split('/')[1] ?? 'png'}`, { type: file.type });
}

document.addEventListener('paste', event => {
  const files = [...(event.clipboardData?.files ?? [])];
  const zone = document.activeElement?.closest('[data-file-zone][data-paste-name]')
    ?? (document.activeElement?.matches(editable) ? null : document.querySelector('[data-file-zone][data-paste-name]:hover'));
  if (zone && files.length > 0) {
    event.preventDefault();
    put(zone, files.map((file, index) => rename(file, index, zone.dataset.pasteName)));
  }
});

// A file that misses its zone would replace the page, and with it what was entered.
for (const type of ['dragover', 'drop']) {
  document.addEventListener(type, event => {
    if (event.dataTransfer?.types.includes('Files') && !event.target.closest?.('input[type=file]')) {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'none';
    }
  });
}

// What is typed or chosen here is no value of the field: only the file that comes of it is.
document.addEventListener('input', event => {
  if (event.target.matches('[data-signature-name], [data-file-zone] input')) {
    event.stopPropagation();
  }
}, true);

// ---- Pictures, large ----

let preview;
let opener;

function openPreview(link) {
  opener = link;
  preview ??= document.body.appendChild(Object.assign(document.createElement('dialog'), { className: 'file-preview' }));
  const image = Object.assign(new Image(), { src: link.href, alt: link.querySelector('img')?.alt ?? link.textContent });
  const close = Object.assign(document.createElement('button'), { type: 'button', className: 'lc-button', textContent: '✕', ariaLabel: root().lang.startsWith('zh') ? '关闭' : 'Close' });
  const caption = Object.assign(document.createElement('p'), { textContent: image.alt });
  close.addEventListener('click', () => preview.close());
  preview.replaceChildren(close, image, caption);
  preview.ariaLabel = image.alt;
  preview.onclick = event => event.target === preview && preview.close();
  preview.onclose = () => opener?.focus();
  preview.showModal();
}

function root() {
  return document.documentElement;
}

function showNext(step) {
  const links = [...document.querySelectorAll('a[data-file-preview]')].filter(link => link.checkVisibility());
  const next = links[links.indexOf(opener) + step];
  if (next) {
    preview.close();
    openPreview(next);
  }
}

// ---- Signatures ----

const strokes = new WeakMap();

function padOf(event) {
  return event.target.closest?.('[data-signature-pad]');
}

function pointOn(canvas, event) {
  const box = canvas.getBoundingClientRect();
  return [(event.clientX - box.left) * canvas.width / box.width, (event.clientY - box.top) * canvas.height / box.height];
}

function begin(canvas, event) {
  const context = canvas.getContext('2d');
  Object.assign(context, { lineWidth: 4, lineCap: 'round', lineJoin: 'round', strokeStyle: '#111827', fillStyle: '#111827' });
  const [x, y] = pointOn(canvas, event);
  context.beginPath();
  context.arc(x, y, 2, 0, 2 * Math.PI);
  context.fill();
  strokes.set(canvas, [x, y]);
  canvas.dataset.drawn = '';
  canvas.setPointerCapture(event.pointerId);
}

function draw(canvas, event) {
  const context = canvas.getContext('2d');
  for (const part of event.getCoalescedEvents?.() ?? [event]) {
    const from = strokes.get(canvas);
    const to = pointOn(canvas, part);
    context.beginPath();
    context.moveTo(...from);
    context.lineTo(...to);
    context.stroke();
    strokes.set(canvas, to);
  }
}

function clear(canvas) {
  canvas.getContext('2d').clearRect(0, 0, canvas.width, canvas.height);
  delete canvas.dataset.drawn;
}

function write(canvas, name) {
  clear(canvas);
  const context = canvas.getContext('2d');
  let size = 96;
  do {
    context.font = `${size}px KaiTi, STKaiti, "Kaiti SC", "AR PL UKai CN", "Segoe Script", "Snell Roundhand", cursive`;
    size -= 4;
  } while (context.measureText(name).width > canvas.width - 40 && size > 12);
  Object.assign(context, { fillStyle: '#111827', textAlign: 'center', textBaseline: 'middle' });
  context.fillText(name, canvas.width / 2, canvas.height / 2);
  canvas.dataset.drawn = '';
}

function take(pad) {
  const canvas = pad.querySelector('canvas');
  if ('drawn' in canvas.dataset) {
    canvas.toBlob(blob => put(pad, [new File([blob], `${pad.dataset.fileName}.png`, { type: 'image/png' })]), 'image/png');
  }
}

function sign(pad) {
  const box = pad.querySelector('[data-signature-name]');
  const name = box.value.trim();
  if (name) {
    write(pad.querySelector('canvas'), name);
    take(pad);
  } else {
    box.focus();
  }
}

document.addEventListener('pointerdown', event => {
  const canvas = event.target.matches('[data-signature-pad] canvas') && event.isPrimary && event.button === 0 ? event.target : null;
  if (canvas) {
    event.preventDefault();
    begin(canvas, event);
  }
});

document.addEventListener('pointermove', event => strokes.has(event.target) && draw(event.target, event));

for (const type of ['pointerup', 'pointercancel']) {
  document.addEventListener(type, event => strokes.delete(event.target));
}

document.addEventListener('click', event => {
  const link = event.target.closest('a[data-file-preview]');
  const pad = padOf(event);
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    openPreview(link);
  } else if (pad && event.target.closest('[data-signature-clear]')) {
    clear(pad.querySelector('canvas'));
  } else if (pad && event.target.closest('[data-signature-take]')) {
    take(pad);
  } else if (pad && event.target.closest('[data-signature-type]')) {
    sign(pad);
  }
});

document.addEventListener('keydown', event => {
  if (preview?.open && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) {
    showNext(event.key === 'ArrowRight' ? 1 : -1);
  } else if (event.key === 'Enter' && event.target.matches?.('[data-signature-name]')) {
    event.preventDefault();
    sign(padOf(event));
  }
});

// For the server: what had the focus is gone or was disabled; whoever has gone on meanwhile is left alone.
globalThis.lowcodeFiles = {
  regainFocus(id) {
    if (document.activeElement === document.body || !document.activeElement) {
      document.getElementById(id)?.focus();
    }
  },
};
