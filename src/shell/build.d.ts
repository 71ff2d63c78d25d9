// What the build fills in.

/** File name of the widget: `meetpunt-<hash>.mjs`. */
declare const __WIDGET__: string;
/** File name of the outbox and sender: `delivery-<hash>.mjs`. */
declare const __DELIVERY__: string;
/** File name of the page's part: `part-page-<hash>.mjs`. */
declare const __PAGE__: string;
/** File name of the site file's reader: `part-site-<hash>.mjs`. */
declare const __SITE__: string;
/** File name of the whole cut of the widget: `part-whole-<hash>.mjs`. */
declare const __WHOLE__: string;
/** File name of what a draft in the address needs. */
declare const __DRAFT__: string;
/** File name of what surveys above the page need. */
declare const __FLOATING__: string;
/** File name of the widget as plain JavaScript: `fallback-<hash>.mjs`. */
declare const __FALLBACK__: string;
/** File name of the Wasm of a cut: `meetpunt-<hash>.wasm` or `part-whole-<hash>.wasm`. */
declare const __WASM__: string;
/** Its hash: `sha256-…`. */
declare const __WASM_INTEGRITY__: string;
/** Languages with a word that no native speaker has read. */
declare const __DRAFTS__: string[];
/** Tags of the languages that there are words for. English comes first. */
declare const __LANGUAGES__: string[];
/** What the small cut says in English: key, text, key, text … separated by U+0000. */
declare const __ENGLISH__: string;
/** The hash in the names of all files of languages: `locales/<tag>-<hash>.json`. */
declare const __LOCALES__: string;
/** Version of the release. */
declare const __VERSION__: string;

/** The script that wasm-bindgen makes, with its exports behind the guard. */
declare module 'glue' {
  export function imports(): WebAssembly.Imports;
  export function start(instance: WebAssembly.Instance, module?: WebAssembly.Module): unknown;

  /** @returns the view's number; 0 when it cannot show, after the effect `emit error` said why */
  export function mount(
    root: ShadowRoot,
    settings: string,
    visit: string,
    words: string,
    effect: (kind: string, ...rest: string[]) => string | undefined,
  ): number;
  export function update(id: number, settings: string, visit: string, words: string): void;
  export function show(id: number): void;
  export function hide(id: number): void;
  export function settle(id: number, safe: boolean): void;
  export function destroy(id: number): void;
}

/** The Wasm of the whole cut as `wasm2js` writes it. */
declare module 'program' {
  /** Makes an instance of the program, and returns its exports. */
  export function instantiate(imports: WebAssembly.Imports): WebAssembly.Exports;
}

/** The whole cut, finished. */
declare module 'whole' {
  const part: typeof import('./whole-cut.js');
  export = part;
}

/** The style sheet of a cut, minified. */
declare module 'styles' {
  const text: string;
  export default text;
}
