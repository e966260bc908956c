// Starts the editor with its configuration; every file is read and written by `format.js`.
import { init, registerCustomFormat } from './cms/npm/index.js';
import { formatOf } from './format.js';

const config = await (await fetch('config.json')).json();
for (const each of config.collections.flatMap((one) => one.files ?? [one, one.index_file])) {
  registerCustomFormat(each.format, 'md', formatOf(each.fields));
}
init({ config });
