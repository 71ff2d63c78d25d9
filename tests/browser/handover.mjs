// What the systems of a shop make of the code that the studio hands over: reads `{system: code}`, writes `{system: {html, script}}`.
import { buildSync } from 'esbuild';
import { Liquid } from 'liquidjs';
import php from 'php-parser';
import { compileScript, compileTemplate, parse } from 'vue/compiler-sfc';

const root = new URL('../..', import.meta.url).pathname;
const codes = JSON.parse(await new Promise((resolve) => {
  let text = '';
  process.stdin.setEncoding('utf8').on('data', (part) => (text += part)).on('end', () => resolve(text));
}));

/** A module with all that it imports, for a `<script>`. */
function bundle(contents, loader) {
  const stdin = { contents, loader, resolveDir: root };
  const define = { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' };
  const { outputFiles } = buildSync({ stdin, bundle: true, write: false, format: 'iife', jsx: 'automatic', define, logLevel: 'error' });
  return outputFiles[0].text;
}

/** The text that an expression of PHP stands for: strings, put together, and `esc_attr` of one. */
function text(node) {
  if (node.kind === 'string') return node.value;
  if (node.kind === 'bin' && node.type === '.') return text(node.left) + text(node.right);
  if (node.kind === 'call' && node.what.name === 'esc_attr') return text(node.arguments[0]).replace(/&/g, '&amp;').replace(/"/g, '&quot;');
  throw new Error('no text: ' + JSON.stringify(node));
}

/** Every node of a kind below one. */
function all(node, kind, found = []) {
  if (node?.kind === kind) found.push(node);
  for (const part of Object.values(node ?? {})) if (part && typeof part === 'object') all(part, kind, found);
  return found;
}

const parser = new php.Engine({ parser: { extractDoc: false }, ast: { withPositions: false } });

/** Runs the calls of WordPress that the code makes. */
function wordpress(code) {
  const tree = parser.parseCode('<?php\n' + code);
  const calls = all(tree, 'call');
  const enqueue = calls.find(({ what }) => what.name === 'wp_enqueue_script');
  const replace = calls.find(({ what }) => what.name === 'str_replace');
  const tag = `<script src="${text(enqueue.arguments[1])}" async></script>`;
  const html = all(tree, 'echo').map(({ expressions }) => expressions.map(text).join('')).join('');
  return tag.replace(text(replace.arguments[0]), text(replace.arguments[1])) + html;
}

/** The files of a theme of Magento: the template must be one that PHP leaves as it is. */
function magento(code) {
  const [layout, template, policy] = code.split(/<!-- \S+\.(?:xml|phtml)(?: of a module of yours)? -->\n/).slice(1);
  const inline = all(parser.parseCode(template), 'inline').map(({ raw, value }) => raw ?? value).join('');
  if (inline !== template) throw new Error('PHP changes the template: ' + inline);
  return { html: template, xml: [layout, policy] };
}

/** A component of one file, as Vite compiles it. */
function vue(code) {
  const { descriptor, errors } = parse(code);
  if (errors[0]) throw errors[0];
  const compilerOptions = { isCustomElement: (tag) => tag === 'meetpunt-survey' };
  const script = compileScript(descriptor, { id: 'asking' });
  const template = compileTemplate({ source: descriptor.template.content, id: 'asking', filename: 'asking.vue', compilerOptions });
  if (template.errors[0]) throw template.errors[0];
  const made = script.content.replace('export default', 'const component =');
  return bundle(`${made}\n${template.code.replace('export function', 'function')}\nimport { createApp } from 'vue';
    createApp({ ...component, render }).mount('#root');`, 'ts');
}

/** A component, as a program of React mounts it. */
function react(code) {
  return bundle(`${code}\nimport { createRoot } from 'react-dom/client'; createRoot(document.getElementById('root')).render(<Survey />);`, 'jsx');
}

const mount = '<div id="root"></div>';
const made = {
  html: { html: codes.html },
  gtm: { html: codes.gtm },
  shopify: { html: await new Liquid().parseAndRender(codes.shopify) },
  wordpress: { html: wordpress(codes.wordpress) },
  magento: magento(codes.magento),
  react: { html: mount, script: react(codes.react) },
  vue: { html: mount, script: vue(codes.vue) },
};
process.stdout.write(JSON.stringify(made));
