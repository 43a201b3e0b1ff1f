// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sources are texts here.
import { type Files, putting } from './project.ts'

const times = (count: number, text: (index: number) => string): ReadonlyArray<string> =>
  Array.from({ length: count }, (_, index) => text(index))
const lines = (count: number, text: (index: number) => string): string => times(count, text).join('\n')
const nested = (depth: number, open: string, inside: string, close: string): string =>
  open.repeat(depth) + inside + close.repeat(depth)

/** An app of a shape that is hard to follow. */
interface Shape {
  readonly what: string
  readonly files: Files
}
const one = (what: string, before: string, handler: string, rest = ''): Shape => ({
  what,
  files: { 'app.ts': putting(before, handler, rest) },
})

/** Sources that are large, deep, endless or tangled; all of them come to PutObject in the end. */
export const SHAPES: ReadonlyArray<Shape> = [
  one(
    '10,000 lines of functions, each calling the next',
    lines(10_000, (i) => `const f${i} = (s) => f${i + 1}(s)`),
    'await f0(save)',
    'const f10000 = (s) => s("end")',
  ),
  one(
    '10,000 lines of data',
    `const data = {\n${lines(10_000, (i) => `  k${i}: { id: ${i}, name: 'n${i}' },`)}\n}`,
    'await save(data.k7.name)',
  ),
  one(
    '10,000 statements',
    '',
    `let n = 0\n${lines(10_000, (i) => `n = n + ${i}; if (n > ${i}) n -= 1`)}\nawait save(String(n))`,
  ),
  one('a sum of 5,000 terms', '', `await save(${times(5_000, (i) => `'t${i}'`).join(' + ')})`),
  one(
    'a template of 5,000 parts',
    'const a = "a"',
    `await save(\`${times(5_000, () => '${a}').join('-')}\`)`,
  ),
  one('1,000 calls in calls', 'const id = (x) => x', `await save(${nested(1_000, 'id(', "'x'", ')')})`),
  one('1,000 lists in lists', '', `await save(String(${nested(1_000, '[', '1', ']')}))`),
  one('1,000 records in records', '', `await save(String(${nested(1_000, '{ a: ', '1', ' }')}))`),
  one(
    '1,000 functions in functions',
    '',
    `await (${nested(1_000, '() => ', 'save', '')})${'()'.repeat(1_000)}('x')`,
  ),
  one('1,000 blocks in blocks', '', nested(1_000, '{', 'await save()', '}')),
  one('1,000 conditions in conditions', '', nested(1_000, 'if (request) {', 'await save()', '}')),
  one(
    '1,000 conditionals in a row',
    '',
    `await save(${times(1_000, (i) => `request.x === ${i} ? 'k${i}' :`).join(' ')} 'z')`,
  ),
  one(
    '1,000 arms of else',
    '',
    `${lines(1_000, (i) => `if (request.x === ${i}) return ${i}; else`)} await save()`,
  ),
  one(
    '2,000 links of a chain',
    'const p = Promise.resolve()',
    `await p${'.then((x) => x)'.repeat(2_000)}.then(() => save())`,
  ),
  one(
    'a switch of 3,000 cases',
    '',
    `switch (request.x) {\n${lines(3_000, (i) => `case ${i}: return ${i}`)}\n}\nawait save()`,
  ),
  one(
    'a type of 5,000 members',
    `type Many = ${times(5_000, (i) => `'m${i}'`).join(' | ')}`,
    "const m: Many = 'm1'; await save(m)",
  ),
  one(
    'a variable with 3,000 values',
    '',
    `let k = ''\n${lines(3_000, (i) => `if (request.x === ${i}) k = 'k${i}'`)}\nawait save(k)`,
  ),
  one(
    'a table of 2,000 functions, by a name from outside',
    `const table = {\n${lines(2_000, (i) => `f${i}: (s) => s('k${i}'),`)}\n}`,
    'await table[request.x](save)',
  ),
  one(
    'functions that call themselves with ever more',
    "const f = (s, x) => (x.length > 9 ? s(x) : f(s, x + 'a'))",
    "await f(save, '')",
  ),
  one('lists that grow for ever', 'const f = (s, x) => (x.length ? f(s, [x]) : s("k"))', 'await f(save, [])'),
  one(
    'records that grow for ever',
    'const f = (s, x) => (Math.random() ? f(s, { next: x }) : s(String(x)))',
    'await f(save, {})',
  ),
  one(
    'functions around functions for ever',
    'const f = (g, n) => (n ? f(() => g(), n - 1) : g())',
    'await f(() => save(), 9)',
  ),
  one(
    'functions that call each other for ever',
    'const a = (s) => { b(s); return s() }\nconst b = (s) => c(s)\nconst c = (s) => a(s)',
    'await a(save)',
  ),
  one(
    'the combinator of fixed points',
    'const Y = (f) => ((x) => x(x))((x) => f((y) => x(x)(y)))',
    'await Y((self) => (n) => (n ? self(n - 1) : save()))(3)',
  ),
  one(
    'two calls in each of 40 functions',
    lines(40, (i) => `const f${i} = (s, x) => { f${i + 1}(s, x + 'a'); return f${i + 1}(s, x + 'b') }`),
    "await f0(save, '')",
    'const f40 = (s, x) => s(x)',
  ),
  one(
    'closures of closures, two in each of 30',
    lines(30, (i) => `const f${i} = (g) => f${i + 1}(() => { g(); return g() })`),
    'await f0(save)',
    'const f30 = (g) => g()',
  ),
  one(
    'each of 60 functions calling all',
    lines(
      60,
      (i) =>
        `const f${i} = (s, n) => { ${times(60, (j) => `if (n === ${j}) f${j}(s, n + 1)`).join('; ')}; return s() }`,
    ),
    'await f0(save, 1)',
  ),
  one(
    'a composition of 500 functions',
    'const pipe = (x, ...fs) => fs.reduce((a, f) => f(a), x)',
    `await pipe('k', ${times(500, () => '(x) => x').join(', ')}, save)`,
  ),
  one(
    'things that hold themselves',
    'const a = { save: null }; a.self = a; a.list = [a, [a]]\nconst m = new Map(); m.set(m, m); const s = new Set([m]); s.add(s)\nfunction F() {} F.prototype.me = F; F.f = F',
    'a.self.self.save = save; await a.list[1][0].self.save(); void [m, s]',
  ),
  one(
    'classes that extend what they make',
    'const grow = (C) => class extends C { go(s) { return super.go ? super.go(s) : s() } }\nlet C = class { go(s) { return s() } }\nfor (let i = 0; i < 9; i++) C = grow(C)',
    'await new C().go(save)',
  ),
  one(
    'a class of itself',
    'class A { static of() { return new A() } get me() { return this } m(s) { return this.me.me.me.constructor.of ? s() : s() } }',
    'await A.of().m(save)',
  ),
  one(
    'loops without an end',
    'function* forever() { let i = 0; while (true) yield i++ }',
    'for (const i of forever()) { if (i > 3) break }\nouter: for (;;) { for (;;) { await save(); break outer } }',
  ),
  one(
    'names of the prototype as keys',
    'const table = { __proto__: null, constructor: save0, toString: 1, hasOwnProperty: 2, valueOf: 3 }\nfunction save0(s) { return s() }\nconst { constructor: c, toString: t, ...rest } = table\nclass Odd { ["__proto__"] = 1; static ["prototype2"] = 2; toString() { return "o" } get ["constructor2"]() { return 1 } }',
    'await table["constructor"](save); await c(save); void [t, rest, new Odd(), request["__proto__"]["x"], ({}).toString(), [].constructor, (() => {}).call, "".length.toFixed]',
  ),
  one(
    'routes and modules with such names',
    'const hasOwnProperty = 1, __proto__ = 2, constructor = (s) => s(), undefined2 = 3',
    'await constructor(save); void [hasOwnProperty, __proto__, undefined2]',
    'export const toString = 1; export const valueOf = 2',
  ),
  one(
    'values that are used before they are there',
    'var early = typeof later; hoisted(() => {}); function hoisted(f) { return f() }',
    'await hoisted(later)',
    'var later = () => save(); var later = later',
  ),
  one(
    'throws in every place',
    'const t = () => { throw new Error("x") }\nlet fine; try { t() } catch { fine = 1 } finally { fine = 2 }',
    'try { null.x; undefined(); t(); [...1]; new (1)() } catch ({ message = t() }) { await save(message) } finally { await save() }',
  ),
  one(
    'patterns of every kind',
    'const [a = 1, , [b, ...[c]] = [], { d: { e = a, ...f } = {}, ["g" + 1]: g } = {}, ...h] = []',
    '({ x: [a2.b, ...a2.c], [a2.k]: a2.d = 1 } = {}); [a2.e, a2["f"]] = [1]; for (const [k, { v = k }] of Object.entries({})) void v; for (a2.z in {}) void 0; await save(String([a, b, c, e, f, g, h]))',
    'const a2: any = {}',
  ),
  one(
    'every operator',
    'let n: any = 1, o: any = {}',
    'n ||= 2; n &&= 3; n ??= 4; n **= 2; n >>>= 1; n++; --n; o.a ??= () => save(); delete o.b; void o?.["c"]?.(1)?.d; n = (1, 2, n), o = o ?? (n in o) ?? !(o instanceof Object); typeof o; await (await o?.a?.() ?? save(`${n}${-n}${~n}${+n}`)); n = 1n ** 2n; /x/gu.test("x"); new.target; import.meta.url',
  ),
  one(
    'proxies, symbols and accessors',
    'const p = new Proxy({}, { get: (_, k) => (s) => s(String(k)) })\nconst key = Symbol("k"); const o = { [key]: (s) => s(), get it() { return this[key] }, set it(v) { void v } }',
    'await p.anything(save); await o.it(save); o.it = 1; Reflect.get(o, "it"); Reflect.apply(o[key], o, [save]); Object.defineProperty(o, "z", { get: () => save() })',
  ),
  {
    what: '1,500 files, each importing the next',
    files: {
      'app.ts': putting("import { f } from './f0.ts'", 'await f(save)'),
      ...Object.fromEntries(
        times(1_500, (i) =>
          i === 1_499
            ? 'export const f = (s) => s()'
            : `import { f as g } from './f${i + 1}.ts'\nexport const f = (s) => g(s)`,
        ).map((text, i) => [`f${i}.ts`, text]),
      ),
    },
  },
  {
    what: 'one line of a megabyte',
    files: {
      'app.ts': putting("import { big } from './big.js'", 'await save(big.k1)'),
      'big.js': `export const big={${times(40_000, (i) => `k${i}:'${'v'.repeat(16)}${i}'`).join(',')}}`,
    },
  },
]
