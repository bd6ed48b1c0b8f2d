import { act, call, el, get } from './dom.js';
import { exact, moment, size } from './format.js';

// Uploads that are under way, with the ranges that arrived and those that are awaited.
export async function show(view) {
  const list = el('div');
  view.replaceChildren(el('h2', {}, 'Upload sessions'), list);
  const look = async () => {
    const sessions = await get('uploadSessions');
    list.replaceChildren(sessions.length === 0
      ? el('p', { class: 'empty' }, 'No upload session is open.')
      : el('ul', { class: 'list' }, sessions.map(session => render(session, look))));
  };
  await look();
  return look;
}

function render(session, look) {
  const total = session.total ?? 0;
  const share = total > 0 ? Math.round(100 * session.received / total) : 0;
  const change = (method, body) => act(async () => { await call(method, `uploadSessions/${session.id}`, body); await look(); });
  return el('li', { class: 'panel' },
    el('div', { class: 'bar middle' }, el('strong', { class: 'grow' }, session.path), el('span', { class: 'quiet' }, session.owner),
      session.isRevoked && el('span', { class: 'badge bad' }, 'access revoked: 403'),
      session.waitsForCommit && el('span', { class: 'badge' }, 'waits for the commit')),
    el('progress', { max: Math.max(1, total), value: session.received, 'aria-label': `Received part of ${session.path}` }),
    el('p', {}, total > 0 ? `${size(session.received)} of ${size(total)} (${share} %)` : `${size(session.received)}; the size is not known yet`),
    el('p', {}, el('span', { class: 'quiet' }, 'Arrived '), el('code', {}, session.received > 0 ? `0-${session.received - 1}` : 'nothing'),
      el('span', { class: 'quiet' }, ', awaited '), el('code', {}, session.nextExpectedRanges.join(', ') || 'nothing')),
    el('p', { class: 'quiet' }, `Expires ${moment(session.expires)}, ${exact(session.received)}`),
    el('div', { class: 'bar middle' },
      el('button', { type: 'button', onclick: change('PATCH', { isRevoked: !session.isRevoked }) }, session.isRevoked ? 'Give access' : 'Revoke access'),
      el('button', { type: 'button', class: 'danger', onclick: change('DELETE') }, 'End')));
}
