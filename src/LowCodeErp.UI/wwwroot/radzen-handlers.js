// Radzen writes some handlers as attributes, onclick="Radzen.togglePopup(this.parentNode, 'popup-1')", which the content
// policy stops, as it must: an attribute may come from anybody's text. This reads the few forms that they have and
// calls Radzen itself. Nothing is evaluated, and nothing but Radzen's functions can be reached.
const types = ['click', 'mousedown', 'input', 'change', 'paste', 'keypress', 'keydown', 'focus', 'blur'];
const call = /^(?:return )?Radzen\.(\w+)\((.*)\)$/;
const clearing = /^Radzen\.(\w+) = null$/;
const word = /'([^']*)'|[^,'\s]+/g;

function read(match, element, event) {
  switch (match[0]) {
    case 'this': return element;
    case 'this.parentNode': return element.parentNode;
    case 'event': return event;
    default: return match[1] ?? JSON.parse(match[0]);
  }
}

function run(statement, element, event) {
  const cleared = clearing.exec(statement);
  if (cleared) {
    Radzen[cleared[1]] = null;
    return;
  }
  const [, name, words] = call.exec(statement) ?? [];
  if (!Object.hasOwn(Radzen, name)) {
    throw new Error(`Not a handler of Radzen: ${statement}`);
  }
  Radzen[name](...[...words.matchAll(word)].map(match => read(match, element, event)));
}

function handle(element, event) {
  const attribute = `on${event.type}`;
  const code = element.getAttribute(attribute);
  if (!code) {
    return;
  }
  // Taken away until the event is over, so that the browser does not report what it would have stopped.
  element.removeAttribute(attribute);
  setTimeout(() => element.setAttribute(attribute, code));
  for (const statement of code.split(';').map(part => part.trim()).filter(part => part)) {
    run(statement, element, event);
  }
}

for (const type of types) {
  document.addEventListener(type, event => {
    const elements = event.bubbles ? event.composedPath() : [event.target];
    for (const element of elements.filter(item => item instanceof Element)) {
      handle(element, event);
    }
  }, true);
}
