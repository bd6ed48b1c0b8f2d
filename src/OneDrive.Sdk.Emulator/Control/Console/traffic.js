import { act, call, el, facts, field, get, notify, query, select } from './dom.js';
import { exact, size, time } from './format.js';
import { curl } from './curl.js';

// What was asked and answered, live. The newest stands on top; what is open stays open.
const shown = 200;

export async function show(view, context) {
  const [drives, schema, recording] = [await get('drives'), await get('faults/schema'), await get('recording')];
  const filter = { owner: '', operation: '', status: '', pathContains: '' };
  const state = { open: new Set(), known: new Set(), version: null, isPaused: false, list: el('ul', { class: 'list', 'aria-label': 'Requests' }), rows: new Map() };
  const again = () => { state.version = null; act(look)(); };
  const change = name => value => { filter[name] = value; again(); };
  const operations = schema.components.schemas.Fault.properties.operation.enum;
  const path = el('input', { type: 'search', placeholder: 'part of a path', oninput: event => change('pathContains')(event.target.value) });

  async function look() {
    if (state.isPaused) return;
    const { version } = await get('recording');
    if (version === state.version) return;
    state.version = version;
    draw(state, await get(`traffic?${query({ ...filter, limit: shown, bodies: 'false' })}`));
  }

  view.replaceChildren(el('section', { class: 'panel', 'aria-label': 'Traffic' },
    el('div', { class: 'bar' }, field('Path', path, true),
      field('Owner', select([['', 'everybody'], ...drives.map(drive => [drive.owner, drive.owner])], '', change('owner'))),
      field('Operation', select([['', 'any'], ...operations.map(name => [name, name])], '', change('operation'))),
      field('Answer', select([['', 'any'], ['2xx', '2xx'], ['3xx', '3xx'], ['4xx', '4xx'], ['5xx', '5xx'], ['none', 'none']], '', change('status')))),
    el('div', { class: 'bar middle' },
      el('label', {}, el('input', { type: 'checkbox', onchange: event => { state.isPaused = event.target.checked; again(); } }), 'Pause'),
      el('label', {}, el('input', { type: 'checkbox', checked: recording.bodies, onchange: act(async event => {
        await call('PATCH', 'recording', { bodies: event.target.checked });
        notify(event.target.checked ? 'Headers and bodies of new requests are recorded, secrets masked.' : 'Bodies are not recorded any more.');
      }) }), 'Record headers and bodies'),
      el('span', { class: 'grow' }),
      el('button', { type: 'button', class: 'danger', onclick: act(async () => { await call('DELETE', 'traffic'); again(); }) }, 'Clear')),
    state.list));
  await look();
  return look;
}

function draw(state, entries) {
  if (entries.length === 0) {
    state.rows.clear();
    state.list.replaceChildren(el('li', { class: 'empty' }, 'No request matches.'));
    return;
  }
  const rows = new Map();
  const isFirst = state.known.size === 0;
  for (const entry of entries.toReversed()) {
    const old = state.rows.get(entry.sequence);
    const key = `${entry.isCompleted}`;
    const row = old?.key === key ? old : { key, node: render(state, entry, !isFirst && !state.known.has(entry.sequence)) };
    state.known.add(entry.sequence);
    rows.set(entry.sequence, row);
  }
  const focused = document.activeElement?.dataset?.sequence;
  state.rows = rows;
  state.list.replaceChildren(...[...rows.values()].map(row => row.node));
  if (focused) state.list.querySelector(`[data-sequence="${Number(focused)}"]`)?.focus({ preventScroll: true });
}

function render(state, entry, isFresh) {
  const isBad = entry.statusCode === undefined || entry.statusCode >= 400;
  const details = el('div', { class: 'details', id: `request-${entry.sequence}`, hidden: true });
  const answer = entry.statusCode ?? (entry.isCompleted ? 'none' : '…');
  const button = el('button', {
    type: 'button', class: 'request', 'data-sequence': entry.sequence, 'aria-expanded': 'false', 'aria-controls': details.id,
    onclick: act(() => toggle()),
  },
  el('span', { class: 'time quiet mono' }, time(entry.time)), el('span', { class: 'mono' }, entry.method),
  el('span', { class: 'target mono' }, entry.target),
  el('span', {}, el('span', { class: isBad && entry.isCompleted ? 'bad' : '' }, String(answer)), entry.fault ? [' ', el('span', { class: 'badge' }, entry.fault)] : null),
  el('span', { class: 'size number quiet' }, size(entry.responseBodyLength)));
  async function toggle(opens = details.hidden) {
    details.hidden = !opens;
    button.setAttribute('aria-expanded', String(opens));
    if (opens) {
      state.open.add(entry.sequence);
      details.replaceChildren(...describe(await get(`traffic/${entry.sequence}`)));
    } else state.open.delete(entry.sequence);
  }
  if (state.open.has(entry.sequence)) act(() => toggle(true))();
  return el('li', { class: isFresh ? 'fresh' : null }, button, details);
}

function describe(entry) {
  return [
    facts([['Operation', entry.operation], ['Owner', entry.owners.join(', ')], ['File', entry.itemPath], ['Took', entry.isCompleted ? `${entry.durationMilliseconds} ms` : 'not over yet'],
      ['Fault', entry.fault], ['Token', entry.hasAuthorization ? 'sent' : 'none'], ['Sent', exact(entry.requestBodyLength)], ['Received', exact(entry.responseBodyLength)]]),
    el('div', { class: 'bar middle' },
      el('button', { type: 'button', onclick: act(() => copy(curl(entry, location.origin), 'The command')) }, 'Copy as curl'),
      el('button', { type: 'button', onclick: act(() => copy(JSON.stringify(entry, null, 2), 'The exchange')) }, 'Copy as JSON')),
    el('h3', {}, 'Request headers'), headers(entry.requestHeaders), body('Request body', entry.requestBody),
    el('h3', {}, 'Response headers'), headers(entry.responseHeaders), body('Response body', entry.responseBody),
  ].flat();
}

const headers = values => el('pre', { tabindex: '0', role: 'group', 'aria-label': 'Headers' },
  Object.entries(values).map(([name, value]) => `${name}: ${value}`).join('\n') || 'none');

function body(title, recorded) {
  if (!recorded) return [];
  let text = recorded.text;
  if (!recorded.isBase64 && !recorded.isTruncated) {
    try { text = JSON.stringify(JSON.parse(text), null, 2); } catch { /* Not JSON: shown as it is. */ }
  }
  const notes = [recorded.isBase64 && 'base64', recorded.isTruncated && 'cut off'].filter(note => note).join(', ');
  return [el('h3', {}, notes ? `${title} (${notes})` : title), el('pre', { tabindex: '0', role: 'group', 'aria-label': title }, text)];
}

async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without https only this machine may use the clipboard: a selection works everywhere.
    const area = el('textarea', { value: text, readonly: true });
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
  notify(`${what} was copied.`);
}
