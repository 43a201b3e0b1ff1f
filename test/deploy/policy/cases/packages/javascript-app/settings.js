export default { name: 'plain', bucket: 'plain-javascript' }
