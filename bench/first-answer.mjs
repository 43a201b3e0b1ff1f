// A cold start: a fresh process imports one bundle and answers one GET, as a new Lambda environment does. Plain
// JavaScript, so that no type stripping is part of what is timed.
const [file, event] = process.argv.slice(2)
const parsed = JSON.parse(event)
const context = { getRemainingTimeInMillis: () => 29_000, awsRequestId: '1', functionName: 'bench' }

const start = process.hrtime.bigint()
const { handler } = await import(file)
const { statusCode } = await handler(parsed, context)
const ms = Number(process.hrtime.bigint() - start) / 1e6

globalThis.gc()
process.stdout.write(JSON.stringify({ statusCode, ms, heap: process.memoryUsage().heapUsed }))
