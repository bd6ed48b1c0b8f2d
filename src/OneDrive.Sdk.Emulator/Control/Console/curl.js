// A recorded request as a command line. Secrets were masked by the emulator: variables of the shell stand in their place.

const omitted = new Set(['content-length', 'host', 'connection', 'transfer-encoding', 'expect', 'accept-encoding', 'traceparent']);

// Within single quotes a shell reads nothing but the next quote.
const quote = text => `'${text.replaceAll("'", "'\\''")}'`;

export function curl(entry, origin) {
  const parts = [`curl -X ${entry.method}`, quote(origin + entry.target)];
  for (const [name, value] of Object.entries(entry.requestHeaders)) {
    if (omitted.has(name.toLowerCase()) || name.toLowerCase() === 'authorization') continue;
    parts.push(`-H ${quote(`${name}: ${value}`)}`);
  }
  if (entry.hasAuthorization) parts.push('-H "Authorization: Bearer $ACCESS_TOKEN"');
  if (entry.requestBody) {
    parts.push(entry.requestBody.isBase64 || entry.requestBody.isTruncated ? '--data-binary @body.bin' : `--data-raw ${quote(entry.requestBody.text)}`);
  } else if (entry.requestBodyLength > 0) parts.push('--data-binary @body.bin');
  return parts.join(' \\\n  ');
}
