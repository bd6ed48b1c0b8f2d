import { act, get, notify } from './dom.js';
import { moment, plural, span } from './format.js';
import * as drives from './drives.js';
import * as uploads from './sessions.js';
import * as faults from './faults.js';
import * as quirks from './quirks.js';
import * as traffic from './traffic.js';
import * as people from './people.js';
import * as tools from './tools.js';

const sections = { drives, uploads, faults, quirks, traffic, people, tools };
const view = document.getElementById('view');
const tabs = [...document.querySelectorAll('[role=tab]')];
let look = null;
let turn = 0;

const context = {
  count(name, value) { document.querySelector(`[data-count=${name}]`).textContent = value > 0 ? value.toLocaleString('en') : ''; },
  async refresh() { await header(); await open(current(), false); },
};

const current = () => location.hash.slice(1) in sections ? location.hash.slice(1) : 'drives';

async function open(name, focus) {
  const mine = ++turn;
  look = null;
  for (const tab of tabs) {
    const isChosen = tab.id === `tab-${name}`;
    tab.setAttribute('aria-selected', String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
    if (isChosen && focus) tab.focus();
    if (isChosen) tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
  view.setAttribute('aria-labelledby', `tab-${name}`);

  // A section that is slow fills its own stage: when another one was chosen meanwhile, that is not on the page any more.
  const stage = document.createElement('div');
  view.replaceChildren(stage);
  const fresh = await sections[name].show(stage, context);
  if (mine === turn) look = fresh ?? null;
}

async function header() {
  const [health, clock, faultList, quirkList, recording] = await Promise.all(['health', 'clock', 'faults', 'quirks', 'recording'].map(get));
  document.getElementById('summary').textContent =
    `Version ${health.version}, ${plural(health.drives, 'drive')}, ${plural(health.openUploadSessions, 'open upload')}`;
  const now = document.getElementById('now');
  now.textContent = moment(clock.now);
  now.dateTime = clock.now;
  const moved = document.getElementById('moved');
  moved.hidden = Math.abs(clock.offsetSeconds) < 1;
  moved.textContent = span(clock.offsetSeconds);
  context.count('uploads', health.openUploadSessions);
  context.count('faults', faultList.length);
  context.count('quirks', quirkList.filter(quirk => quirk.enabled).length);
  context.count('traffic', recording.exchanges);
}

for (const tab of tabs) {
  tab.addEventListener('click', () => { location.hash = tab.id.slice(4); });
  tab.addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const index = event.key === 'Home' ? 0 : event.key === 'End' ? tabs.length - 1
      : step ? (tabs.indexOf(tab) + step + tabs.length) % tabs.length : null;
    if (index === null) return;
    event.preventDefault();
    tabs[index].focus();
    location.hash = tabs[index].id.slice(4);
  });
}

addEventListener('hashchange', act(() => open(current(), false)));

// Refreshes the section every second and the header every three; pauses while the page is hidden or a field has the focus.
let isLost = false;
let beat = 0;
async function loop() {
  try {
    if (!document.hidden) {
      if (beat++ % 3 === 0) await header();
      const isTyping = view.contains(document.activeElement) && document.activeElement.matches('input, select, textarea');
      const seen = look;
      if (seen && (!isTyping || current() === 'traffic')) await seen();
      if (isLost) notify('The emulator is there again.');
      isLost = false;
    }
  } catch (error) {
    if (!isLost) notify(error instanceof TypeError ? 'The emulator does not answer.' : error.message);
    isLost = true;
  }
  setTimeout(loop, 1000);
}

act(() => open(current(), false))();
loop();
