import { act, call, el, field, get, notify, query, select } from './dom.js';
import { moment, size } from './format.js';

// Users, groups, applications, and the codes that devices show.
export async function show(view) {
  const [users, groups, applications] = await Promise.all(['users', 'groups', 'applications'].map(get));
  const again = () => show(view);
  const codes = el('section', { class: 'panel', 'aria-label': 'Device codes' });
  const look = async () => codes.replaceChildren(...renderCodes(await get('deviceCodes'), users, look));
  view.replaceChildren(
    form(again),
    panel('Users', ['Name', 'Sign-in name', 'Drive', 'Used', 'Actions'], users.map(user => [user.displayName, user.userPrincipalName, user.driveType, size(user.used), userActions(user, again)])),
    codes,
    panel('Groups and sites', ['Name', 'Mail', 'Lists', 'Used'], groups.map(group => [group.displayName, group.mail, group.lists.map(list => list.name).join(', ') || '–', size(group.used)])),
    panel('Applications', ['Name', 'Client id', 'Kind', 'Redirect addresses'], applications.map(one => [one.displayName, el('code', {}, one.clientId),
      one.isPublicClient ? 'public' : one.hasSecret ? 'secret' : one.certificates.length ? 'certificate' : 'confidential', one.redirectUris.join(' ') || '–'])));
  await look();
  return look;
}

function form(again) {
  const name = el('input', { required: true, placeholder: 'alex@contoso.example', autocomplete: 'off' });
  const kind = select([['Business', 'Business'], ['Personal', 'Personal']], 'Business');
  return el('form', { class: 'panel', onsubmit: act(async () => {
    await call('POST', 'users', { userPrincipalName: name.value, driveType: kind.value });
    notify(`${name.value} was added.`);
    await again();
  }) }, el('h2', {}, 'Add a user'), el('div', { class: 'bar' }, field('Sign-in name', name, true), field('Drive', kind), el('button', { class: 'primary' }, 'Add user')));
}

function userActions(user, again) {
  const owner = query({ owner: user.id });
  const button = (text, action, done) => el('button', { type: 'button', 'aria-label': `${text}: ${user.userPrincipalName}`, onclick: act(async () => {
    await action();
    notify(done);
    await again();
  }) }, text);
  return el('span', { class: 'bar middle' },
    button('Revoke sign-ins', async () => { await call('DELETE', `signIns?${owner}`); await call('DELETE', `tokens?${owner}`); }, `${user.userPrincipalName} has to sign in again.`),
    button('Reset drive', () => call('POST', `reset?${owner}`), `The drive of ${user.userPrincipalName} is as it was at the start.`));
}

function renderCodes(codes, users, look) {
  const parts = [el('h2', {}, 'Devices that wait for a sign-in')];
  if (codes.length === 0) return [...parts, el('p', { class: 'empty' }, 'No device shows a code.')];
  return [...parts, ...codes.map(code => {
    const user = select(users.map(one => [one.userPrincipalName, one.userPrincipalName]), users[0].userPrincipalName);
    const finish = (verb, body) => act(async () => { await call('POST', `deviceCodes/${encodeURIComponent(code.userCode)}/${verb}`, body?.()); await look(); });
    return el('div', { class: 'bar' }, el('span', { class: 'grow' }, el('strong', { class: 'mono' }, code.userCode), ` ${code.application} `,
      el('span', { class: 'quiet' }, `${code.scopes.join(' ')}, expires ${moment(code.expires)}`)),
    field('Sign in as', user), el('button', { type: 'button', class: 'primary', onclick: finish('approve', () => ({ user: user.value })) }, 'Approve'),
    el('button', { type: 'button', onclick: finish('decline') }, 'Decline'));
  })];
}

function panel(title, columns, rows) {
  return el('section', { class: 'panel', 'aria-label': title }, el('h2', {}, title),
    el('div', { class: 'scroll' }, el('table', { class: 'cards' },
      el('thead', {}, el('tr', {}, columns.map(column => el('th', { scope: 'col' }, column)))),
      el('tbody', {}, rows.map(row => el('tr', {}, row.map((cell, index) => el('td', { 'data-label': columns[index] }, cell))))))));
}
