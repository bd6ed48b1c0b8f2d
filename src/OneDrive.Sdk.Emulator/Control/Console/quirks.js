import { act, call, el, field, get, query, select } from './dom.js';

// Quirks: one switch each, for everybody or for one drive.
export async function show(view, context) {
  const grid = el('div', { class: 'switches' });
  const drives = await get('drives');
  let owner = '';
  const scope = select([['', 'everybody'], ...drives.map(drive => [drive.owner, drive.owner])], '', value => { owner = value; act(look)(); });
  const address = path => owner ? `${path}?${query({ owner })}` : path;
  async function look() {
    const quirks = await get(address('quirks'));
    grid.replaceChildren(...quirks.map(quirk => el('label', { class: 'switch' },
      el('input', { type: 'checkbox', checked: quirk.enabled, onchange: act(async event => {
        await call(event.target.checked ? 'PUT' : 'DELETE', address(`quirks/${quirk.number}`));
        await tell();
      }) }),
      el('span', { class: 'text' }, el('span', {}, el('strong', {}, `${quirk.number} ${quirk.name}`), quirk.nastyDay ? ' ★' : ''),
        el('span', { class: 'quiet' }, quirk.description)))));
    await tell();
  }
  const tell = async () => context.count('quirks', (await get('quirks')).filter(quirk => quirk.enabled).length);
  view.replaceChildren(el('section', { class: 'panel', 'aria-label': 'Quirks' },
    el('div', { class: 'bar' }, el('h2', { class: 'grow' }, 'Quirks'), field('For', scope),
      el('button', { type: 'button', onclick: act(async () => { await call('POST', address('quirks'), { profile: 'nasty-day' }); await look(); }) }, 'A nasty day ★'),
      el('button', { type: 'button', class: 'danger', onclick: act(async () => { await call('DELETE', address('quirks')); await look(); }) }, 'All off')), grid));
  await look();
}
