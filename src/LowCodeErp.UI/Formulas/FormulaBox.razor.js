// The box of a formula. The text belongs to the browser, so that neither an input method nor undo is disturbed; the server is asked what
// is wrong with it and what may follow, one question at a time, and an answer to an older text is put aside.
const boxes = new WeakMap();

// Fields between brackets, half- or full-width, but not within texts in quotes.
const words = /"(?:[^"]|"")*"?|'(?:[^']|'')*'?|[[【](?:[^\]】]|\]\])*[\]】]/g;

function chips(text) {
  return [...text.matchAll(words)].filter(word => '[【'.includes(word[0][0])).map(word => ({ start: word.index, end: word.index + word[0].length, kind: 'field' }));
}

function draw(box) {
  const text = box.input.value;
  const marks = [...chips(text), ...(box.look?.text === text ? box.look.marks : [])];
  const edges = [...new Set([0, text.length, ...marks.flatMap(mark => [mark.start, mark.end])])].sort((a, b) => a - b);
  const parts = edges.slice(1).map((end, index) => {
    const span = document.createElement('span');
    span.textContent = text.slice(edges[index], end);
    span.className = marks.filter(mark => mark.start <= edges[index] && end <= mark.end).map(mark => `formula-${mark.kind}`).join(' ');
    return span;
  });
  // A line that is still blank has its height, too.
  box.marks.replaceChildren(...parts, '\u200b');
}

function choose(box, index) {
  box.active = index;
  [...box.list.children].forEach((option, place) => option.setAttribute('aria-selected', String(place === index)));
  const option = box.list.children[index];
  option?.scrollIntoView({ block: 'nearest' });
  if (option) {
    box.input.setAttribute('aria-activedescendant', option.id);
  } else {
    box.input.removeAttribute('aria-activedescendant');
  }
  const item = box.look?.items[index];
  box.about.replaceChildren(...[item?.help, item?.example].filter(line => line).map((line, place) => {
    const element = document.createElement(place === 0 ? 'p' : 'code');
    element.textContent = line;
    return element;
  }));
}

function line(name, text) {
  const span = document.createElement('span');
  span.className = name;
  span.textContent = text;
  return span;
}

function open(box) {
  const { items } = box.look;
  box.list.replaceChildren(...items.map((item, index) => {
    const option = document.createElement('li');
    option.id = `${box.list.id}-${index}`;
    option.setAttribute('role', 'option');
    option.className = `formula-option formula-option-${item.kind}`;
    option.append(line('formula-option-name', item.name), line('formula-option-detail', item.detail));
    option.addEventListener('click', () => take(box, index));
    return option;
  }));
  box.popup.hidden = false;
  box.input.setAttribute('aria-controls', box.list.id);
  choose(box, 0);
  box.popup.scrollIntoView({ block: 'nearest' });
  box.said.textContent = box.root.dataset.count.replace('{0}', items.length);
}

function close(box) {
  box.popup.hidden = true;
  box.list.replaceChildren();
  box.input.removeAttribute('aria-controls');
  choose(box, -1);
  box.said.textContent = '';
}

const isOpen = box => !box.popup.hidden;

// A list goes on while the word that it completes grows. After any other sign it is of yesterday, and must not be there for a Tab that comes
// before the server's next answer.
function isOutgrown(box) {
  const { look } = box;
  const caret = box.input.selectionStart;
  return caret >= look.end && !/^[\p{L}\p{N}_.]*$/u.test(box.input.value.slice(look.end, caret));
}

// As if it had been typed: the browser's undo takes it back.
function write(box, start, end, text, caret) {
  box.input.focus();
  box.input.setSelectionRange(start, end);
  if (!document.execCommand('insertText', false, text)) {
    box.input.setRangeText(text, start, end, 'end');
    box.input.dispatchEvent(new Event('input', { bubbles: true }));
  }
  box.input.setSelectionRange(start + caret, start + caret);
}

// More may have been typed since the list came: the caret has moved on, and what stands behind it is as it was.
function take(box, index) {
  const { look } = box;
  const item = look.items[index];
  const end = Math.max(box.input.selectionStart, box.input.value.length - (look.text.length - look.end));
  close(box);
  box.isQuiet = true;
  write(box, look.start, end, item.insert, item.caret);
}

async function ask(box, isAsked = false, isQuiet = false) {
  box.next = { isAsked, isQuiet };
  if (box.isAsking) {
    return;
  }
  box.isAsking = true;
  box.popup.setAttribute('aria-busy', 'true');
  try {
    while (box.next && !box.isComposing) {
      const question = box.next;
      box.next = undefined;
      const look = await box.page.invokeMethodAsync('Look', box.input.value, box.input.selectionStart, question.isAsked, question.isQuiet);
      if (look.text === box.input.value) {
        box.look = look;
        box.hint.textContent = look.hint;
        draw(box);
        if (look.items.length > 0 && document.activeElement === box.input) {
          open(box);
        } else {
          close(box);
        }
      }
    }
  } finally {
    box.isAsking = false;
    box.popup.setAttribute('aria-busy', 'false');
  }
}

function commit(box) {
  if (box.input.value !== box.committed) {
    box.committed = box.input.value;
    box.page.invokeMethodAsync('CommitAsync', box.input.value);
  }
}

function isBalanced(text) {
  return text.split('(').length === text.split(')').length;
}

function onKey(box, event) {
  if (event.isComposing) {
    return;
  }
  const count = box.list.children.length;
  const at = box.input.selectionStart;
  if (event.key === ')' && at === box.input.selectionEnd && box.input.value[at] === ')' && isBalanced(box.input.value)) {
    // The function that was chosen has brought its parenthesis along.
    event.preventDefault();
    box.input.setSelectionRange(at + 1, at + 1);
    return;
  }
  if (event.key === ' ' && event.ctrlKey || event.key === 'ArrowDown' && event.altKey) {
    event.preventDefault();
    ask(box, true);
  } else if (isOpen(box) && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault();
    choose(box, (box.active + (event.key === 'ArrowDown' ? 1 : count - 1)) % count);
  } else if (isOpen(box) && (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) {
    event.preventDefault();
    take(box, box.active);
  } else if (isOpen(box) && event.key === 'Escape') {
    event.preventDefault();
    event.stopPropagation();
    close(box);
  } else if (event.key === 'Enter' && 'commitsOnEnter' in box.input.dataset) {
    event.preventDefault();
    commit(box);
  }
}

// The box may be gone by the time that the server's word is here.
export function start(root, page) {
  if (!root) {
    return;
  }
  const find = name => root.querySelector(`[data-${name}]`);
  const box = {
    root, page, input: root.querySelector('textarea'), marks: find('marks'), popup: find('popup'), list: find('list'),
    about: find('about'), hint: find('hint'), said: find('said'), active: -1,
  };
  boxes.set(root, box);
  box.input.addEventListener('compositionstart', () => { box.isComposing = true; });
  box.input.addEventListener('compositionend', () => {
    box.isComposing = false;
    ask(box);
  });
  box.input.addEventListener('input', () => {
    draw(box);
    if (isOpen(box) && isOutgrown(box)) {
      close(box);
    }
    if (!box.isComposing) {
      ask(box, false, box.isQuiet);
    }
    box.isQuiet = false;
  });
  box.input.addEventListener('keydown', event => onKey(box, event));
  box.input.addEventListener('keyup', event => {
    if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) {
      ask(box, false, true);
    }
  });
  box.input.addEventListener('click', () => ask(box, false, true));
  box.input.addEventListener('scroll', () => { box.marks.scrollTop = box.input.scrollTop; });
  box.popup.addEventListener('mousedown', event => event.preventDefault());
  box.input.addEventListener('blur', () => {
    close(box);
    box.hint.textContent = '';
    commit(box);
  });
}

export function show(root, look) {
  const box = boxes.get(root);
  // Somebody is typing, and the server has not heard of it yet: what it shows is of yesterday.
  const isTyped = box?.committed !== undefined && box.input.value !== box.committed;
  if (!box || isTyped && document.activeElement === box.input) {
    return;
  }
  if (box.input.value !== look.text) {
    box.input.value = look.text;
  }
  box.look = look;
  box.committed = look.text;
  draw(box);
}

// Of a text that somebody is typing: what could not be answered when it was asked can be now.
export function askAgain(root) {
  const box = boxes.get(root);
  if (box && document.activeElement === box.input && box.input.value !== box.committed) {
    ask(box);
  }
}

export function insert(root, text, caret) {
  const box = boxes.get(root);
  if (!box) {
    return;
  }
  box.isQuiet = true;
  write(box, box.input.selectionStart, box.input.selectionEnd, text, caret);
}
