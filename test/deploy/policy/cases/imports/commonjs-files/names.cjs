module.exports = { table: 'users', bucket: 'unused' }
