// The editing itself: the browser's own editing commands, which keep undo working. What is typed here is only a proposal;
// the server writes it anew before it is stored or shown again.
const longest = 300000; // characters; the connection takes no larger messages
const blocks = ['h2', 'h3'];
const shortcuts = {
  'b': 'bold', 'i': 'italic', 'u': 'underline', 'k': 'link',
  'alt+2': 'h2', 'alt+3': 'h3', 'shift+7': 'insertOrderedList', 'shift+8': 'insertUnorderedList',
};

const areaOf = root => root.querySelector('[data-area]');

export function attach(root, owner) {
  const area = areaOf(root);
  root.lowcodeRange = null;
  document.execCommand('defaultParagraphSeparator', false, 'p');
  area.addEventListener('keydown', event => {
    const name = shortcutOf(event);
    if (shortcuts[name]) {
      event.preventDefault();
      run(root, shortcuts[name]);
    }
  });
  area.addEventListener('paste', event => paste(event, root, owner));
  area.addEventListener('drop', event => event.preventDefault());
  area.addEventListener('blur', () => remember(root));
  root.addEventListener('focusout', event => {
    if (!root.contains(event.relatedTarget)) {
      leave(root, owner);
    }
  });
  root.addEventListener('mousedown', event => {
    if (event.target.closest('[data-tool]')) {
      event.preventDefault();
    }
  });
  root.addEventListener('click', event => {
    const tool = event.target.closest('[data-tool]');
    if (tool) {
      run(root, tool.dataset.tool);
    } else if (event.target.closest('[data-apply]')) {
      applyLink(root);
    } else if (event.target.closest('[data-cancel]')) {
      closeLink(root);
    }
  });
  root.addEventListener('keydown', event => {
    if (event.target.closest('[role=toolbar]')) {
      moveInBar(event);
    } else if (event.target.closest('[data-link]')) {
      answerLink(event, root);
    }
  });
}

// Text that is being edited is not replaced under the cursor, but when it is left.
export function show(root, markup) {
  const area = areaOf(root);
  root.lowcodePending = null;
  if (root.contains(document.activeElement)) {
    root.lowcodePending = markup;
  } else if (area.innerHTML !== markup) {
    area.innerHTML = markup;
    root.lowcodeHanded = area.innerHTML;
    root.lowcodeRange = null;
  }
}

function leave(root, owner) {
  const markup = areaOf(root).innerHTML.slice(0, longest);
  if (markup !== (root.lowcodeHanded ?? '')) {
    root.lowcodeHanded = markup;
    owner.invokeMethodAsync('TakeAsync', markup);
  } else if (typeof root.lowcodePending === 'string') {
    setTimeout(() => show(root, root.lowcodePending ?? areaOf(root).innerHTML)); // the focus moves only after this event
  }
}

function shortcutOf(event) {
  if (!event.ctrlKey && !event.metaKey) {
    return '';
  }
  const digit = /^Digit([0-9])$/.exec(event.code)?.[1];
  return `${event.altKey ? 'alt+' : ''}${event.shiftKey ? 'shift+' : ''}${digit ?? event.key.toLowerCase()}`;
}

function run(root, command) {
  const area = areaOf(root);
  if (area.contentEditable !== 'true') {
    return;
  }
  restore(root);
  if (blocks.includes(command)) {
    const isOn = document.queryCommandValue('formatBlock') === command;
    document.execCommand('formatBlock', false, isOn ? 'p' : command);
  } else if (command === 'link') {
    openLink(root);
  } else if (command === 'clear') {
    document.execCommand('removeFormat');
    document.execCommand('unlink');
    document.execCommand('formatBlock', false, 'p');
  } else {
    document.execCommand(command);
  }
}

async function paste(event, root, owner) {
  event.preventDefault();
  const markup = event.clipboardData.getData('text/html');
  if (!markup || markup.length > longest) {
    document.execCommand('insertText', false, event.clipboardData.getData('text/plain').slice(0, longest / 2));
    return;
  }
  const clean = await owner.invokeMethodAsync('Clean', markup);
  areaOf(root).focus();
  document.execCommand('insertHTML', false, clean);
}

function remember(root) {
  const selection = getSelection();
  if (selection.rangeCount > 0 && areaOf(root).contains(selection.anchorNode)) {
    root.lowcodeRange = selection.getRangeAt(0).cloneRange();
  }
}

function restore(root) {
  const area = areaOf(root);
  if (document.activeElement === area) {
    return;
  }
  area.focus();
  if (root.lowcodeRange && area.contains(root.lowcodeRange.startContainer)) {
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(root.lowcodeRange);
  }
}

const linkAt = node => (node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement)?.closest('a');

function openLink(root) {
  const row = root.querySelector('[data-link]');
  if (!row) {
    return;
  }
  remember(root);
  row.hidden = false;
  const box = row.querySelector('input');
  box.value = linkAt(getSelection().anchorNode)?.getAttribute('href') ?? '';
  box.focus();
  box.select();
}

function closeLink(root) {
  root.querySelector('[data-link]').hidden = true;
  restore(root);
}

function applyLink(root) {
  const text = root.querySelector('[data-link] input').value.trim();
  closeLink(root);
  const link = linkAt(getSelection().anchorNode);
  if (link) {
    getSelection().selectAllChildren(link);
  }
  if (!text) {
    document.execCommand('unlink');
    return;
  }
  const address = /^[a-z][a-z0-9+-]*:/i.test(text) ? text : `https://${text}`;
  if (getSelection().isCollapsed) {
    document.execCommand('insertText', false, text);
    getSelection().modify('extend', 'backward', 'word');
    const range = getSelection().getRangeAt(0);
    range.setStart(range.endContainer, range.endOffset - text.length);
  }
  document.execCommand('createLink', false, address);
}

function answerLink(event, root) {
  if (event.key === 'Enter' && event.target.matches('input')) {
    event.preventDefault();
    applyLink(root);
  } else if (event.key === 'Escape') {
    event.preventDefault();
    closeLink(root);
  }
}

// A toolbar is one stop of the Tab key; the arrows move within it.
function moveInBar(event) {
  const tools = [...event.currentTarget.querySelectorAll('[data-tool]')];
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const index = tools.indexOf(event.target);
  if (step && index >= 0) {
    event.preventDefault();
    const next = tools[(index + step + tools.length) % tools.length];
    tools[index].tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }
}
