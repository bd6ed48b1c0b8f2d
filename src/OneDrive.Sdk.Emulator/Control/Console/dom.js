// Makes elements. Text is always text: nothing that comes from the emulator is ever read as HTML.

/** Makes an element: attributes, listeners (onclick: …) and children, which are elements or text. */
export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (key === 'value' || key === 'checked' || key === 'disabled') node[key] = value;
    else node.setAttribute(key, value === true ? '' : String(value));
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

let fields = 0;

/** A labelled input or select. */
export function field(label, control, wide = false) {
  control.id = `field-${++fields}`;
  return el('div', { class: wide ? 'field grow' : 'field' }, el('label', { for: control.id }, label), control);
}

const shapes = {
  folder: 'M1 3.5h5l1.5 2H15v8H1z', file: 'M3.5 1h6l3 3v11h-9z', user: 'M8 1a3.2 3.2 0 1 1 0 6.4A3.2 3.2 0 0 1 8 1zM2 15c0-4 2.7-6 6-6s6 2 6 6z',
  group: 'M5.5 2a2.7 2.7 0 1 1 0 5.4 2.7 2.7 0 0 1 0-5.4zM0.5 14c0-3.5 2.2-5 5-5s5 1.5 5 5zM11 3a2.3 2.3 0 1 1 0 4.6zM11.7 14c0-2-.4-3.6-1.4-4.8 2.7-.4 5.2 1 5.2 4.8z',
};

/** A small picture that says nothing to people who do not see it. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [key, value] of [['viewBox', '0 0 16 16'], ['aria-hidden', 'true'], ['class', `icon ${name}`]]) svg.setAttribute(key, value);
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', shapes[name]);
  svg.append(path);
  return svg;
}

export function select(options, value, onchange) {
  const node = el('select', { onchange: event => onchange?.(event.target.value) });
  for (const [key, text] of options) node.append(el('option', { value: key }, text));
  node.value = value;
  return node;
}

/** A list of names and values; what is absent is left out. */
export function facts(pairs) {
  const list = el('dl');
  for (const [name, value] of pairs) {
    if (value !== undefined && value !== null && value !== '') list.append(el('dt', {}, name), el('dd', {}, value));
  }
  return list;
}

let notices = 0;

/** Says something for a while, also to people who do not see it. */
export function notify(text) {
  const node = document.getElementById('notice');
  node.textContent = text;
  const mine = ++notices;
  setTimeout(() => { if (mine === notices) node.textContent = ''; }, 6000);
}

/** Asks a control address. What is refused is said, and thrown. */
export async function call(method, path, body) {
  const options = { method, headers: {} };
  if (body !== undefined) {
    options.body = JSON.stringify(body);
    options.headers['Content-Type'] = 'application/json';
  }
  const response = await fetch(`/_emulator/${path}`, options);
  if (response.status === 204) return null;
  const text = await response.text();
  if (!response.ok) {
    let message = `${response.status}`;
    try { message = JSON.parse(text).error.message; } catch { /* Not JSON: the status has to do. */ }
    throw new Error(message);
  }
  const type = response.headers.get('Content-Type') ?? '';
  return type.startsWith('application/jsonl') ? text.split('\n').filter(line => line).map(line => JSON.parse(line))
    : type.includes('json') ? JSON.parse(text) : text;
}

export const get = path => call('GET', path);

/** Does something on behalf of a click, and says when it is refused. */
export function act(action) {
  return async event => {
    event?.preventDefault();
    try { await action(event); } catch (error) { notify(error.message); }
  };
}

export const query = values => new URLSearchParams(Object.entries(values).filter(([, value]) => value !== '' && value !== undefined)).toString();
