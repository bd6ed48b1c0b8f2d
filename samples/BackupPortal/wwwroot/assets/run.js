// Shows how far a run is, and loads the page again when it has ended.
const live = document.getElementById('live');
const state = document.querySelector('.bar .state');
const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'];

function size(bytes) {
  let unit = 0;
  for (; bytes >= 1024 && unit < units.length - 1; unit += 1) bytes /= 1024;
  return `${bytes.toFixed(unit === 0 ? 0 : 1)} ${units[unit]}`;
}

function time(seconds) {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`;
  if (seconds < 3600) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}

function text(id, value) {
  const element = document.getElementById(id);
  if (element.textContent !== value) element.textContent = value;
}

async function look() {
  try {
    const response = await fetch(live.dataset.run);
    if (response.status === 401) return location.reload();
    const run = await response.json();
    if (run.hasEnded) return location.reload();
    state.textContent = run.state;
    text('step', run.isCancelling ? 'Cancelling' : run.step);
    const bar = document.getElementById('bar');
    if (run.total > 0) bar.value = Math.min(1, run.done / run.total); else bar.removeAttribute('value');
    text('bytes', [
      run.total ? `${size(run.done)} of ${size(run.total)}` : size(run.done),
      run.rate ? `${size(run.rate)}/s` : '',
      run.secondsLeft != null ? `${time(run.secondsLeft)} left` : '',
    ].filter(Boolean).join(' · '));
    text('retries', run.retries > 0 ? `${run.retries} ${run.retries === 1 ? 'request was' : 'requests were'} repeated, the last time because ${run.retryReason}.` : '');
  } catch {
    text('retries', 'The portal does not answer. The run is taken up again when it is back.');
  }
  setTimeout(look, 700);
}

look();
