import { act, call, el, field, get, notify, select, query } from './dom.js';
import { moment, plural } from './format.js';

// The clock, snapshots and resets, and what continuous access evaluation and keys do.
export async function show(view, context) {
  const drives = await get('drives');
  const snapshots = el('div');
  const look = async () => snapshots.replaceChildren(...renderSnapshots(await get('snapshots'), look, context));
  view.replaceChildren(clockPanel(context), snapshotPanel(drives, snapshots, look, context), keysPanel());
  await look();
}

function clockPanel(context) {
  const other = el('input', { type: 'datetime-local', step: 1 });
  const move = seconds => act(async () => { await call('POST', 'clock', { advanceSeconds: seconds }); await context.refresh(); });
  const button = (text, seconds) => el('button', { type: 'button', onclick: move(seconds) }, text);
  return el('section', { class: 'panel', 'aria-label': 'Clock' }, el('h2', {}, 'Clock'),
    el('p', { class: 'quiet' }, 'Tokens, upload sessions and download addresses expire on this clock, for everybody.'),
    el('div', { class: 'bar' }, button('+1 minute', 60), button('+1 hour', 3600), button('+1 day', 86400), button('+90 days', 7776000),
      field('Set to (UTC)', other),
      el('button', { type: 'button', onclick: act(async () => {
        if (!other.value) throw new Error('Choose a date and a time first.');
        await call('POST', 'clock', { now: `${other.value}${other.value.length === 16 ? ':00' : ''}Z` });
        await context.refresh();
      }) }, 'Set'),
      el('button', { type: 'button', onclick: act(async () => { await call('DELETE', 'clock'); await context.refresh(); }) }, 'Real time')));
}

function snapshotPanel(drives, list, look, context) {
  const name = el('input', { required: true, placeholder: 'before', maxlength: 100 });
  const owner = select([['', 'everything'], ...drives.map(drive => [drive.owner, drive.owner])], '');
  return el('section', { class: 'panel', 'aria-label': 'Snapshots' }, el('h2', {}, 'Snapshots and reset'),
    el('p', { class: 'quiet' }, 'A reset goes back to the snapshot “start”. Clients keep their tokens.'),
    el('form', { class: 'bar', onsubmit: act(async () => {
      await call('PUT', `snapshots/${encodeURIComponent(name.value)}?${query({ owner: owner.value })}`);
      notify(`${name.value} was kept.`);
      await look();
    }) }, field('Name', name, true), field('Of', owner), el('button', { class: 'primary' }, 'Take snapshot'),
    el('button', { type: 'button', class: 'danger', onclick: act(async () => {
      await call('POST', `reset?${query({ owner: owner.value })}`);
      notify(owner.value ? `The drive of ${owner.value} was reset.` : 'Everything was reset.');
      await context.refresh();
    }) }, 'Reset')), list);
}

function renderSnapshots(snapshots, look, context) {
  return snapshots.map(one => {
    const scope = query({ owner: one.owner ?? '' });
    const whose = one.owner ?? 'everything';
    return el('div', { class: 'bar middle' },
      el('span', { class: 'grow' }, el('strong', {}, one.name), ` ${whose} `, el('span', { class: 'quiet' }, `${plural(one.items, 'item')}, ${moment(one.taken)}`)),
      el('button', { type: 'button', 'aria-label': `Restore ${one.name} of ${whose}`, onclick: act(async () => {
        await call('POST', `snapshots/${encodeURIComponent(one.name)}/restore?${scope}`);
        notify(`${one.name} is back.`);
        await context.refresh();
      }) }, 'Restore'),
      el('button', { type: 'button', class: 'danger', 'aria-label': `Delete ${one.name} of ${whose}`, onclick: act(async () => {
        await call('DELETE', `snapshots/${encodeURIComponent(one.name)}?${scope}`);
        await look();
      }) }, 'Delete'));
  });
}

function keysPanel() {
  const done = (text, action) => act(async () => { await action(); notify(text); });
  return el('section', { class: 'panel', 'aria-label': 'Sign-ins' }, el('h2', {}, 'Sign-ins'),
    el('div', { class: 'bar' },
      el('button', { type: 'button', onclick: done('Identity tokens are signed with a new key.', () => call('POST', 'signingKeys/rotate', {})) }, 'Rotate signing key'),
      el('button', { type: 'button', onclick: done('Every access token is invalid now.', () => call('DELETE', 'tokens')) }, 'Revoke access tokens'),
      el('button', { type: 'button', class: 'danger', onclick: done('Everybody has to sign in again.', () => call('DELETE', 'signIns')) }, 'Revoke all sign-ins')));
}
