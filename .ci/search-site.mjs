// What people paste into the search of the site: node search-site.mjs <site>. Each message must lead to the page about troubleshooting among
// the first three, and each name of the API to its page. Exit code 1 if one does not.
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const site = process.argv[2];
const { find } = await import(pathToFileURL(resolve(site, 'public/find.js')));
const pages = Object.values(JSON.parse(await readFile(resolve(site, 'index.json'), 'utf8')));
const messages = [
  'AADSTS700016', 'AADSTS50011', 'AADSTS7000215', 'AADSTS65001', 'AADSTS65004', 'AADSTS50076', 'AADSTS700082', 'AADSTS90002', 'AADSTS53003',
  "AADSTS65001: The user or administrator has not consented to use the application with ID '11-22' named 'x'.",
  "AADSTS700016: Application with identifier '1234' was not found in the directory 'Contoso'.",
  'AADSTS7000215: Invalid client secret provided.',
  'invalid_grant', 'invalid_client', 'unauthorized_client', 'interaction_required', 'resourceModified', 'nameAlreadyExists',
  'activityLimitReached', 'quotaLimitReached', 'accessDenied', 'itemNotFound', 'unauthenticated', 'resyncRequired', 'fragmentOverlap',
  'The upload session was not found', 'Access token is empty', 'Resync required', 'CompactToken parsing failed with error code: 80049217',
  '/me request is only valid with delegated authentication flow.', 'Tenant does not have a SPO license.', "User's mysite not found.",
  'The request was canceled due to the configured HttpClient.Timeout of 100 seconds elapsing.', 'A task was canceled.',
  'The SSL connection could not be established, see inner exception.', 'Keyset does not exist', 'UntrustedRoot',
  'The caller does not have permission to perform the action.', 'Code: itemNotFound Message: The resource could not be found.',
  'The app or user has been throttled', "ETag does not match current item's value",
];
const names = ['IContentClient', 'IOneDriveClient', 'ItemConflictException', 'ThrottledException', 'OneDriveEmulator'];
const wrong = [
  ...messages.filter(message => !find(pages, message).slice(0, 3).some(page => page.href === 'docs/troubleshooting.html')),
  ...names.filter(name => !find(pages, name).slice(0, 5).some(page => page.href.startsWith('api/'))),
];
for (const message of wrong)
  console.log(`'${message}' leads to ${find(pages, message).slice(0, 3).map(page => page.href).join(', ') || 'no page'}`);
if (wrong.length > 0) process.exit(1);
console.log(`${messages.length + names.length} searches lead to their pages`);
