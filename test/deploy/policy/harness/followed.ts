// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sources are texts here.
import { type Files, putting } from './project.ts'

/** No text in any encoding. */
export const BINARY = new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3, 255, 254, 0xc3, 0x28])

/** A source that is not all to be followed. */
interface Followed {
  readonly what: string
  readonly files: Files
  readonly entry?: string
  /** What `PUT /x` needs; PutObject when absent. */
  readonly actions?: ReadonlyArray<string>
  /** What has to be reported: file, line, and a part of why. */
  readonly reported?: ReadonlyArray<readonly [file: string, line: number, why: RegExp]>
}

/** Sources of every kind, each with a route that puts an object. */
export const FOLLOWED: ReadonlyArray<Followed> = [
  {
    what: 'a file with a syntax error, imported',
    files: {
      'app.ts': putting("import { broken } from './broken.ts'", 'await save(); broken()'),
      'broken.ts': "export const fine = 1\nexport const broken = () => {{\n  const = 'x'\n",
    },
    reported: [['broken.ts', 3, /./]],
  },
  {
    what: 'a file that is not there',
    files: { 'app.ts': putting("import { gone } from './gone.ts'", 'gone(); await save()') },
    reported: [['app.ts', 4, /gone/]],
  },
  {
    what: 'a file that is not there, imported where it is used',
    files: {
      'app.ts': putting('', "await save()\nconst { gone } = await import('./gone.ts'); await gone()"),
    },
    reported: [['app.ts', 8, /gone/]],
  },
  {
    what: 'a file that is not there and that nobody would miss: types',
    files: { 'app.ts': putting("import type { Gone } from './gone.ts'\nlet gone: Gone", 'await save()') },
    reported: [],
  },
  {
    what: 'an export that is not there',
    files: {
      'app.ts': putting("import { other, one } from './part.ts'", 'one(); await save(); other?.()'),
      'part.ts': 'export const one = () => 1',
    },
  },
  {
    what: 'files that import each other, each running something of the other',
    files: {
      'app.ts': putting("import { a } from './a.ts'", 'await a(save)'),
      'a.ts': "import { b } from './b.ts'\nexport const a = (f) => b(f)\nexport const name = 'a'\n",
      'b.ts': "import { c } from './c.ts'\nimport './app.ts'\nexport const b = (f) => c(f)\n",
      'c.ts':
        "import { name } from './a.ts'\nimport * as self from './c.ts'\nexport const c = (f) => f(name + self.x)\nexport const x = 1\n",
    },
  },
  {
    what: 'files that export each other with a star',
    files: {
      'app.ts': putting("import { keep, nowhere } from './a.ts'", 'await keep(save); nowhere?.()'),
      'a.ts': "export * from './b.ts'\nexport * from './a.ts'\n",
      'b.ts': "export * from './a.ts'\nexport const keep = (f) => f('kept')\n",
    },
  },
  {
    what: 'files of no program: styles, pictures, texts, WebAssembly, native code',
    files: {
      'app.ts': putting(
        [
          "import './style.css'",
          "import picture from './picture.png'",
          "import text from './text.txt'",
          "import wasm from './code.wasm'",
          "import native from './native.node'",
          "import nameless from './LICENSE'",
        ].join('\n'),
        'await save(String([picture, text, wasm, nameless])); native.run()',
      ),
      'style.css': 'body { color: red',
      'picture.png': BINARY,
      'text.txt': 'import { gone } from "./gone"',
      'code.wasm': BINARY,
      'native.node': BINARY,
      LICENSE: 'MIT',
    },
  },
  {
    what: 'a TypeScript file that is binary',
    files: { 'app.ts': putting("import x from './x.ts'", 'x(); await save()'), 'x.ts': BINARY },
    reported: [['x.ts', 1, /./]],
  },
  {
    what: 'JSON that is broken',
    files: {
      'app.ts': putting("import names from './names.json' with { type: 'json' }", 'await save(names.key)'),
      'names.json': '{ "key": ',
    },
    reported: [['names.json', 1, /./]],
  },
  {
    what: 'a package with native parts that depends on the SDK',
    files: {
      'app.ts': putting("import { compress } from 'native-zip'", 'await save(compress(request.rawBody))'),
      'node_modules/native-zip/package.json':
        '{ "name": "native-zip", "main": "index.js", "dependencies": { "@aws-sdk/client-s3": "*" } }',
      'node_modules/native-zip/index.js':
        "const binding = require('./build/Release/zip.node')\nmodule.exports = binding\nexports.compress = (x) => binding.compress(x)\n",
      'node_modules/native-zip/build/Release/zip.node': BINARY,
    },
  },
  {
    what: 'a package with a package.json that is broken',
    files: {
      'app.ts': putting("import broken from 'broken-package'", 'broken(); await save()'),
      'node_modules/broken-package/package.json': '{ "name": ',
      'node_modules/broken-package/index.js': 'module.exports = () => {}',
    },
  },
  {
    what: 'a package that is not installed',
    files: { 'app.ts': putting("import { x } from 'certainly-not-installed'", 'await x(save)') },
  },
  {
    what: 'a tsconfig.json that is broken, and one that extends itself',
    files: {
      'app.ts': putting("import { a } from './inner/a'", 'a(); await save()'),
      'tsconfig.json': '{ "compilerOptions": { "paths": ',
      'inner/tsconfig.json': '{ "extends": "./tsconfig.json" }',
      'inner/a.ts': "import { b } from '~/b'\nexport const a = () => b",
    },
  },
  {
    what: 'a byte order mark, CRLF and a shebang; the line is right',
    files: {
      'app.ts':
        `\uFEFF#!/usr/bin/env node\n${putting("import x from './gone.ts'", 'x(); await save()')}`.replaceAll(
          '\n',
          '\r\n',
        ),
    },
    reported: [['app.ts', 5, /gone/]],
  },
  {
    what: 'line separators of Unicode inside texts',
    files: {
      'app.ts': putting("const odd = '\u2028\u2029'\nimport x from './gone.ts'", 'x(odd); await save()'),
    },
    reported: [['app.ts', 5, /gone/]],
  },
  {
    what: 'names in any script',
    files: {
      'ünïcödé app.ts': putting(
        "import { прибавить as 追加, '引用 名' as ﬀ } from './фай л.ts'",
        'await 追加(save, ﬀ)',
      ),
      'фай л.ts': "export const прибавить = (f, 名) => f(名)\nconst a = 'ключ'\nexport { a as '引用 名' }\n",
    },
    entry: 'ünïcödé app.ts',
  },
  {
    what: 'JSX',
    files: {
      'app.ts': putting(
        "import { Page } from './page.tsx'",
        'await save(render(<any>Page))',
        'const render = (f: any) => f({})',
      ),
      'page.tsx':
        "export const Page = ({ name }: { name: string }) => <><p {...{ name }}>{name}</p><b.c d='e' /></>\n",
    },
  },
  {
    what: 'everything that TypeScript does not erase',
    files: {
      'app.ts': putting(
        [
          'import fs = require("node:fs")',
          "import tools = require('./tools.cts')",
          'enum Kind { A, B = A + 1, C = "c", D = `${C}d` as any }',
          'namespace Outer.Inner { export let key = "inner"; export namespace Deep { export const f = () => key } }',
          'declare global { interface Window { x: string } }',
          'declare module "*.svg" { const url: string; export default url }',
          'abstract class A<in out T> { abstract f(): T; accessor x = 1; declare y: string; constructor(protected z?: string) {} }',
          'function over(a: string): string; function over(a: number): number; function over(a: any) { return a }',
          'function deco(...args: any[]): any {}',
          '@deco class B extends A<string> { @deco f(@deco a = 1) { return Outer.Inner.Deep.f() } [k: string]: any }',
        ].join('\n'),
        'await save(tools.make(Kind.D) + new B().f() + over("x")!); using lock = { [Symbol.dispose]() {} }; void fs',
      ),
      'tools.cts': 'const make = (x: string) => x\nexport = { make }\n',
    },
  },
  {
    what: 'code that is made as it runs',
    files: {
      'app.ts': putting(
        '',
        "eval('s3.send()'); new Function('return 1')(); await save(); (0, eval)(String(request.body))",
      ),
    },
  },
  {
    what: 'CommonJS with what modules must not say',
    files: {
      'app.ts': putting("import old from './old.cjs'", 'await old(save)'),
      'old.cjs':
        "with (Math) { var y = floor(1.5) }\nvar await = 1, package = 010\nmodule.exports = function () { return arguments[0]('old' + y) }\nif (await) return\nthrow 1\n",
    },
  },
  {
    what: 'exports that are defined, assigned and looked up in all ways',
    files: {
      'app.ts': putting(
        "import * as x from './x.cjs'",
        'await x.default.run(save); await x.default.late?.(save)',
      ),
      'x.cjs': [
        'Object.defineProperty(exports, "__esModule", { value: true })',
        'exports = module.exports = {}',
        'var _lib = exports',
        '_lib["ru" + "n"] = function (f) { return f("a") }',
        'Object.assign(module.exports, { late: undefined })',
        'module.exports.default = module.exports',
      ].join('\n'),
    },
  },
  {
    what: 'a workspace whose links go in a circle',
    files: {
      'app.ts': putting("import { a } from 'loop-a'", 'await a(save)'),
      'packages/a/package.json':
        '{ "name": "loop-a", "main": "index.ts", "dependencies": { "loop-b": "*" } }',
      'packages/a/index.ts':
        "import { b } from 'loop-b'\nexport const a = (f) => b(f)\nexport const c = (f) => f('x')\n",
      'packages/b/package.json':
        '{ "name": "loop-b", "main": "index.ts", "dependencies": { "loop-a": "*" } }',
      'packages/b/index.ts': "import { c } from 'loop-a'\nexport const b = (f) => c(f)\n",
    },
  },
]
