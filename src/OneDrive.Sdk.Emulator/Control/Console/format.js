// Numbers and times as people read them.

const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];

export function size(bytes) {
  if (bytes === 1) return '1 byte';
  let unit = 0;
  let value = bytes;
  while (value >= 1024 && unit < units.length - 1) { value /= 1024; unit++; }
  return unit === 0 ? `${bytes} bytes` : `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

export const exact = bytes => `${bytes.toLocaleString('en')} bytes`;

export const moment = text => text ? text.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC') : '';

export const time = text => text.slice(11, 23).replace('Z', '');

export function span(seconds) {
  const sign = seconds < 0 ? '−' : '+';
  let rest = Math.abs(Math.round(seconds));
  const parts = [];
  for (const [length, name] of [[86400, 'd'], [3600, 'h'], [60, 'min'], [1, 's']]) {
    if (rest >= length) { parts.push(`${Math.floor(rest / length)} ${name}`); rest %= length; }
  }
  return parts.length ? `${sign}${parts.join(' ')}` : 'real time';
}

export const plural = (count, one, many = `${one}s`) => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
