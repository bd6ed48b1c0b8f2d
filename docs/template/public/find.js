/* Finds pages. The index of docfx cannot be used for messages: it requires words that it leaves out ("the", "not"), reads "AADSTS65001:" as
   the name of a field, and loses numbers that look alike. People paste whole messages, with names and ids of their own. */

/* Codes decide alone: AADSTS65001, nameAlreadyExists, invalid_grant. */
const isCode = word => /^AADSTS\d+$/i.test(word) || /^[a-z]+[A-Z][A-Za-z]+$/.test(word) || /^[a-z]+_[a-z_]+$/.test(word);

/* What a message means stands on the page about troubleshooting, and then on other pages rather than in the API reference. */
const place = href => (href.includes('docs/troubleshooting') ? 60 : href.includes('docs/decisions/') ? 0 : href.startsWith('docs/') ? 10 : 0);

const texts = new WeakMap();

function textOf(page) {
  if (!texts.has(page))
    texts.set(page, { title: (page.title ?? '').toLowerCase(), text: `${page.title ?? ''} ${page.keywords ?? ''} ${page.summary ?? ''}`.toLowerCase() });
  return texts.get(page);
}

export function find(pages, query) {
  const words = [...new Set(query.split(/[\s+*"'`,;:()]+/).map(word => word.replace(/^[.?!]+|[.?!]+$/g, '')).filter(word => word.length > 0))];
  const codes = words.filter(isCode);
  const wanted = (codes.length > 0 ? codes : words).map(word => word.toLowerCase());
  const isMessage = codes.length > 0 || words.length > 3;
  const phrase = query.trim().toLowerCase();
  const least = codes.length > 0 ? 1 / wanted.length : isMessage ? 0.6 : 1;
  return pages
    .map(page => {
      const { title, text } = textOf(page);
      const share = wanted.filter(word => text.includes(word)).length / wanted.length;
      const score = (text.includes(phrase) ? 20 : 0) + 40 * share
        + (isMessage ? place(page.href) : 100 * wanted.filter(word => title.includes(word)).length / wanted.length + place(page.href) / 10);
      return { page, share, score };
    })
    .filter(found => wanted.length > 0 && found.share >= least)
    .sort((one, other) => other.score - one.score)
    .map(found => found.page);
}
