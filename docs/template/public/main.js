import { find } from './find.js';

/* The search box of docfx asks a worker, and shows what it answers. Its questions are answered here instead. */
const pages = fetch(new URL('../index.json', import.meta.url)).then(answer => answer.json()).then(index => Object.values(index));
const post = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (message, ...others) {
  if (!message?.q)
    return post.call(this, message, ...others);
  const query = message.q.split(' ').map(word => word.replace(/^\+/, '')).join(' ');
  pages.then(all => this.onmessage({ data: { e: 'query-ready', d: find(all, query) } }));
};

export default {};
