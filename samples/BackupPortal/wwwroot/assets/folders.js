// The folder browser: a dialog over the folders of a destination, which come page by page as one scrolls.
const dialog = document.getElementById('folders');
const button = document.getElementById('browse');

if (dialog && button) {
  const list = dialog.querySelector('[role=listbox]');
  const crumbs = dialog.querySelector('.crumbs');
  const empty = dialog.querySelector('.empty');
  const status = dialog.querySelector('.status');
  const target = document.getElementById(button.dataset.target);
  let path = [];
  let next = null;
  let loading = 0;

  const options = () => [...list.children];
  const picked = () => list.querySelector('[aria-selected=true]');

  function pick(option) {
    picked()?.setAttribute('aria-selected', 'false');
    option?.setAttribute('aria-selected', 'true');
    if (option) {
      list.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else {
      list.removeAttribute('aria-activedescendant');
    }
  }

  function showCrumbs() {
    crumbs.replaceChildren(...['OneDrive', ...path].map((name, depth) => {
      const crumb = document.createElement('button');
      crumb.type = 'button';
      crumb.className = 'quiet';
      crumb.textContent = depth === 0 ? name : `/ ${name}`;
      if (depth === path.length) crumb.setAttribute('aria-current', 'location');
      crumb.addEventListener('click', () => open(path.slice(0, depth)));
      return crumb;
    }));
    dialog.querySelector('[data-do=up]').disabled = path.length === 0;
  }

  function add(name) {
    const option = document.createElement('div');
    option.role = 'option';
    option.id = `folder-${list.children.length}`;
    option.setAttribute('aria-selected', 'false');
    option.textContent = name;
    option.addEventListener('click', () => pick(option));
    option.addEventListener('dblclick', () => open([...path, name]));
    list.append(option);
    return option;
  }

  async function load(turn) {
    const query = new URLSearchParams({ path: path.join('/') });
    if (next) query.set('continuation', next);
    status.textContent = 'Loading…';
    try {
      const response = await fetch(`${button.dataset.folders}?${query}`);
      const answer = await response.json();
      if (turn !== loading) return;
      if (!response.ok) {
        next = null;
        status.textContent = [answer.message, answer.advice].filter(Boolean).join(' ');
        return;
      }
      answer.folders.forEach(add);
      next = answer.continuation;
      empty.hidden = list.children.length > 0 || Boolean(next);
      status.textContent = `${list.children.length} folder${list.children.length === 1 ? '' : 's'}${next ? ', more below' : ''}`;
    } catch {
      if (turn === loading) status.textContent = 'The folders could not be loaded. Check the connection to the portal.';
    }
    if (turn === loading && next && list.scrollHeight <= list.clientHeight) await load(turn);
  }

  async function open(folders) {
    path = folders;
    next = null;
    loading += 1;
    list.replaceChildren();
    empty.hidden = true;
    pick(null);
    showCrumbs();
    await load(loading);
    list.focus();
  }

  let scrolling = false;
  list.addEventListener('scroll', async () => {
    if (scrolling || !next || list.scrollTop + list.clientHeight < list.scrollHeight - 80) return;
    scrolling = true;
    await load(loading);
    scrolling = false;
  });

  list.addEventListener('keydown', (event) => {
    const all = options();
    const at = all.indexOf(picked());
    const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? all.length - 1 : at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) pick(all[Math.max(0, Math.min(all.length - 1, to))]);
    else if (event.key === 'Enter' && picked()) open([...path, picked().textContent]);
    else if (event.key === 'Backspace' && path.length > 0) open(path.slice(0, -1));
    else return;
    event.preventDefault();
  });

  const actions = {
    home: () => open([]),
    up: () => open(path.slice(0, -1)),
    close: () => dialog.close(),
    select: () => {
      const chosen = picked() ? [...path, picked().textContent] : path;
      target.value = chosen.length > 0 ? `/${chosen.join('/')}` : '';
      dialog.close();
      target.focus();
    },
  };
  for (const [name, action] of Object.entries(actions))
    dialog.querySelector(`[data-do=${name}]`).addEventListener('click', action);

  dialog.querySelector('[data-do=create]').addEventListener('submit', async (event) => {
    event.preventDefault();
    const field = document.getElementById('new-folder');
    const name = field.value.trim();
    if (!name) return;
    const response = await fetch(button.dataset.folders, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Request-Verification': event.target.querySelector('[name=__RequestVerificationToken]').value,
      },
      body: JSON.stringify({ path: path.join('/'), name }),
    });
    const answer = await response.json().catch(() => ({ message: 'The folder could not be created.' }));
    if (!response.ok) {
      status.textContent = [answer.message, answer.advice].filter(Boolean).join(' ');
      return;
    }
    field.value = '';
    empty.hidden = true;
    pick(add(answer.name));
    status.textContent = `Created ${answer.name}`;
  });

  button.addEventListener('click', () => {
    dialog.showModal();
    open(target.value.split('/').filter(Boolean));
  });
}
