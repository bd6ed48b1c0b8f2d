import { act, call, el, field, get, notify, select } from './dom.js';
import { plural } from './format.js';

// Faults: a form for the common ones, and the list of those that can still strike.
const endless = 2147483647;

export async function show(view, context) {
  const [profiles, schema] = [await get('throttleProfiles'), await get('faults/schema')];
  const names = schema.components.schemas.Fault.properties;
  const list = el('section', { class: 'panel', 'aria-label': 'Declared faults' });
  const look = async () => {
    const faults = await get('faults');
    list.replaceChildren(el('div', { class: 'bar middle' }, el('h2', { class: 'grow' }, 'Faults that can strike'),
      el('button', { type: 'button', class: 'danger', disabled: faults.length === 0, onclick: act(async () => { await call('DELETE', 'faults'); await look(); }) }, 'Remove all')),
    faults.length === 0 ? el('p', { class: 'empty' }, 'None: everything works.')
      : el('ul', { class: 'list' }, faults.map(fault => render(fault, look))));
    context.count('faults', faults.length);
  };
  view.replaceChildren(form(names, await get('drives'), look), profileBar(profiles, look), list);
  await look();
  return look;
}

function form(names, drives, look) {
  const any = ['', 'any'];
  const kind = select(names.kind.enum.map(name => [name, name]), 'Throttle');
  const operation = select([any, ...names.operation.enum.map(name => [name, name])], '');
  const owner = select([['', 'everybody'], ...drives.map(drive => [drive.owner, drive.owner])], '');
  const status = el('input', { type: 'number', min: 200, max: 599, placeholder: '429' });
  const wait = el('input', { type: 'number', min: 0, step: 'any', placeholder: 'none' });
  const times = el('input', { type: 'number', min: 1, value: 1 });
  const code = el('input', { placeholder: 'chosen by status' });
  const numbers = { statusCode: status, retryAfterSeconds: wait, times };
  return el('form', { class: 'panel', onsubmit: act(async () => {
    const fault = { kind: kind.value };
    if (operation.value) fault.operation = operation.value;
    if (owner.value) fault.owner = owner.value;
    if (code.value) fault.code = code.value;
    for (const [name, input] of Object.entries(numbers)) if (input.value !== '') fault[name] = Number(input.value);
    await call('POST', 'faults', fault);
    notify(`${kind.value} was added.`);
    await look();
  }) },
  el('h2', {}, 'Add a fault'),
  el('div', { class: 'bar' }, field('Kind', kind), field('Operation', operation), field('For', owner), field('Status', status),
    field('Error code', code), field('Retry-After, seconds', wait), field('Times', times), el('button', { class: 'primary' }, 'Add fault')));
}

function profileBar(profiles, look) {
  return el('section', { class: 'panel', 'aria-label': 'Throttle profiles' }, el('h2', {}, 'Throttle as the service does'),
    profiles.map(profile => el('p', { class: 'bar middle' },
      el('button', { type: 'button', onclick: act(async () => {
        await call('POST', 'faults', { throttleProfile: profile.name });
        await look();
      }) }, profile.name), el('span', { class: 'quiet grow' }, profile.description))));
}

function render(fault, look) {
  const where = fault.operation ?? (fault.operations ? plural(fault.operations.length, 'operation') : 'any operation');
  const notes = [fault.owner && `for ${fault.owner}`, fault.pathContains && `path with “${fault.pathContains}”`,
    fault.after > 0 && `after ${fault.after}`, fault.probability < 1 && `${Math.round(fault.probability * 100)} % of the requests`,
    fault.retryAfterSeconds !== undefined && `Retry-After ${fault.retryAfterSeconds} s`,
    fault.remaining < endless ? `${fault.remaining} left` : 'without end'].filter(note => note);
  return el('li', { class: 'bar middle' },
    el('span', { class: 'grow' }, el('strong', {}, `${fault.kind}${fault.statusCode ? ` ${fault.statusCode}` : ''}`), ` on ${where} `,
      el('span', { class: 'quiet' }, notes.join(', '))),
    el('button', { type: 'button', class: 'danger', 'aria-label': `Remove fault ${fault.id}`, onclick: act(async () => {
      await call('DELETE', `faults/${fault.id}`);
      await look();
    }) }, 'Remove'));
}
