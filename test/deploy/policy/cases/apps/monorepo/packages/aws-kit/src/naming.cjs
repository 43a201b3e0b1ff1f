'use strict'

const stage = process.env.DEPOT_STAGE || 'dev'
const named = (kind) => (name) => `depot-${stage}-${name}${kind === 'bucket' ? '-eu' : ''}`

module.exports.naming = { table: named('table'), bucket: named('bucket'), bus: (name) => name + '.' + stage }
