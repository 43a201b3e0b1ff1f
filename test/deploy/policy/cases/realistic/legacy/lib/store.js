import AWS from './aws.js'

const self = {}

self.load = function load(id, callback) {
  AWS.s3().getObject({ Bucket: AWS.config.bucket, Key: 'docs/' + id }, function (err, data) {
    if (err) return callback(err)
    data.Body.transformToString().then((text) => callback(null, text), callback)
  })
}

self.save = function (id, text, callback) {
  var params = { Bucket: AWS.config.bucket, Key: 'docs/' + id }
  params.Body = text
  AWS.s3().putObject(params, callback)
}

self.saveAsync = (id, text) =>
  new Promise(function (resolve, reject) {
    self.save(id, text, (err) => {
      if (err) reject(err)
      else resolve('saved')
    })
  })

export default self
