import { act, call, el, facts, get, icon, notify, query } from './dom.js';
import { exact, moment, plural, size } from './format.js';

// Drives as a tree. Folders are read when they are opened, so that large drives cost nothing.
const page = 200;

export async function show(view) {
  const tree = el('ul', { class: 'tree', role: 'tree', 'aria-label': 'Drives' });
  const details = el('section', { class: 'panel', 'aria-label': 'Details', 'aria-live': 'polite' },
    el('p', { class: 'empty' }, 'Choose a drive, folder or file. Arrow keys move, Enter opens.'));
  const state = { tree, details };
  for (const drive of await get('drives')) tree.append(driveNode(state, drive));
  tree.addEventListener('keydown', event => move(tree, event));
  tree.querySelector('[role=treeitem]')?.setAttribute('tabindex', '0');
  view.replaceChildren(
    el('div', { class: 'bar middle' }, el('h2', { class: 'grow' }, 'Drives'),
      el('button', { type: 'button', onclick: act(() => show(view)) }, 'Refresh')),
    el('div', { class: 'split' }, el('section', { class: 'panel', 'aria-label': 'Tree' }, tree), details));
}

function driveNode(state, drive) {
  return node(state, {
    label: drive.owner, isFolder: true, icon: drive.ownerKind === 'User' ? 'user' : 'group',
    hints: [el('span', { class: 'badge plain' }, drive.driveType), el('span', { class: 'quiet' }, `${plural(drive.items, 'item')}, ${size(drive.used)}`)],
    load: offset => get(`drives/${encodeURIComponent(drive.id)}/items?${query({ limit: page, offset })}`),
    drive: drive.id,
    describe: () => describeDrive(drive),
  });
}

function itemNode(state, drive, item) {
  const hints = [];
  if (item.isInfected) hints.push(el('span', { class: 'badge bad' }, 'malware'));
  if (item.isShared) hints.push(el('span', { class: 'badge plain' }, 'shared'));
  if (item.describedAs) hints.push(el('span', { class: 'badge' }, 'described otherwise'));
  if (item.versions?.length > 1) hints.push(el('span', { class: 'badge plain' }, plural(item.versions.length, 'version')));
  hints.push(el('span', { class: 'quiet number' }, size(item.size)));
  return node(state, {
    label: item.name, isFolder: item.isFolder, icon: item.isFolder ? 'folder' : 'file', hints, drive,
    load: offset => get(`drives/${encodeURIComponent(drive)}/items?${query({ path: item.path, limit: page, offset })}`),
    describe: () => describeItem(state, drive, item),
  });
}

function node(state, entry) {
  const twist = el('span', { class: 'twist', 'aria-hidden': 'true' }, entry.isFolder ? '▸' : '');
  const label = el('span', { class: 'name' }, entry.label);
  const item = el('li', {
    role: 'treeitem', tabindex: '-1', 'aria-expanded': entry.isFolder ? 'false' : null, 'aria-selected': 'false',
  }, el('div', { class: 'row' }, twist, icon(entry.icon), label, entry.hints));
  item.toggle = async wanted => {
    if (!entry.isFolder) return;
    const opens = wanted ?? item.getAttribute('aria-expanded') !== 'true';
    if (opens === (item.getAttribute('aria-expanded') === 'true')) return;
    item.setAttribute('aria-expanded', String(opens));
    twist.textContent = opens ? '▾' : '▸';
    item.querySelector(':scope > ul')?.remove();
    if (opens) {
      const list = el('ul', { role: 'group' });
      item.append(list);
      await fill(state, list, entry, 0);
    }
  };
  item.choose = () => {
    for (const other of state.tree.querySelectorAll('[role=treeitem]')) {
      other.setAttribute('aria-selected', 'false');
      other.setAttribute('tabindex', '-1');
    }
    item.setAttribute('aria-selected', 'true');
    item.setAttribute('tabindex', '0');
    state.details.replaceChildren(...entry.describe());
  };
  item.firstChild.addEventListener('click', act(async () => {
    item.choose();
    item.focus();
    await item.toggle();
  }));
  return item;
}

async function fill(state, list, entry, offset) {
  const folder = await entry.load(offset);
  list.append(...folder.value.map(item => itemNode(state, entry.drive, item)));
  const left = folder.total - offset - folder.value.length;
  if (folder.total === 0) list.append(el('li', { role: 'none', class: 'empty' }, 'Empty'));
  if (left > 0) {
    const more = el('li', { role: 'none' }, el('button', {
      type: 'button', onclick: act(async () => { more.remove(); await fill(state, list, entry, offset + folder.value.length); }),
    }, `Show ${Math.min(left, page)} more of ${left.toLocaleString('en')}`));
    list.append(more);
  }
}

// The keys of https://www.w3.org/WAI/ARIA/apg/patterns/treeview/.
function move(tree, event) {
  const item = event.target.closest('[role=treeitem]');
  if (!item || event.target.closest('button')) return;
  const visible = [...tree.querySelectorAll('[role=treeitem]')];
  const index = visible.indexOf(item);
  const isOpen = item.getAttribute('aria-expanded') === 'true';
  const go = target => { if (target) { item.setAttribute('tabindex', '-1'); target.setAttribute('tabindex', '0'); target.focus(); } };
  const keys = {
    ArrowDown: () => go(visible[index + 1]),
    ArrowUp: () => go(visible[index - 1]),
    Home: () => go(visible[0]),
    End: () => go(visible.at(-1)),
    ArrowRight: () => isOpen ? go(item.querySelector('[role=treeitem]')) : act(() => item.toggle(true))(),
    ArrowLeft: () => isOpen ? act(() => item.toggle(false))() : go(item.parentElement.closest('[role=treeitem]')),
    Enter: () => { item.choose(); act(() => item.toggle())(); },
    ' ': () => item.choose(),
  };
  if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
}

function describeDrive(drive) {
  return [
    el('h2', {}, drive.ownerName),
    facts([['Owner', drive.owner], ['Kind', drive.driveType], ['Drive id', el('code', {}, drive.id)], ['Items', drive.items.toLocaleString('en')],
      ['Used', exact(drive.used)], ['Quota', exact(drive.quota)], ['Open uploads', String(drive.openUploadSessions)]]),
    el('progress', { max: Math.max(1, drive.quota), value: drive.used, 'aria-label': 'Used part of the quota' }),
  ];
}

function describeItem(state, drive, item) {
  const parts = [
    el('h2', {}, item.name),
    facts([['Path', `/${item.path}`], ['Size', exact(item.size)], ['Children', item.childCount?.toLocaleString('en')], ['Description', item.description],
      ['Modified', moment(item.modified)], ['By', item.modifiedBy], ['Created', moment(item.created)], ['Id', el('code', {}, item.id)],
      ['eTag', el('code', {}, item.eTag)], ['QuickXorHash', item.quickXorHash && el('code', {}, item.quickXorHash)],
      ['Told size', item.describedAs && exact(item.describedAs.size)], ['Told hash', item.describedAs && (item.describedAs.quickXorHash ?? 'none')]]),
  ];
  if (item.versions) {
    const rows = item.versions.map(version => el('tr', {}, el('td', {}, version.id), el('td', { class: 'number' }, size(version.size)),
      el('td', {}, moment(version.modified)), el('td', {}, version.modifiedBy ?? '')));
    parts.push(el('h3', {}, 'Versions'), el('div', { class: 'scroll' }, el('table', {},
      el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'Version'), el('th', { scope: 'col', class: 'number' }, 'Size'),
        el('th', { scope: 'col' }, 'Modified'), el('th', { scope: 'col' }, 'By'))), el('tbody', {}, rows))));
    const address = `drives/${encodeURIComponent(drive)}/content?${query({ path: item.path })}`;
    parts.push(el('div', { class: 'bar middle' },
      el('a', { href: `/_emulator/${address}`, download: item.name }, 'Download'),
      el('button', { type: 'button', class: 'danger', onclick: act(async () => {
        await call('POST', `drives/${encodeURIComponent(drive)}/infect`, { path: item.path });
        notify(`${item.name} is not handed out any more.`);
      }) }, 'Infect')));
  }
  return parts;
}
