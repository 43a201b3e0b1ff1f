#!/usr/bin/env node
import { outdated } from './node-version.ts'

// Nothing else is loaded before: on an older Node, loading it is what would fail, and not in words.
const complaint = outdated()
if (complaint === undefined) void import('./command.ts').then(({ command }) => command(process.argv.slice(2)))
else {
  console.error(complaint)
  process.exitCode = 1
}
