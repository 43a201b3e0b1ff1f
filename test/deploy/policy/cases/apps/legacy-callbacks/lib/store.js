'use strict'

var dynamodb = require('@aws-sdk/client-dynamodb')

function Store(options) {
  if (!(this instanceof Store)) return new Store(options)
  options = options || {}
  this.table = options.table || 'legacy-default'
  this.client = options.client || new dynamodb.DynamoDBClient({})
}

Store.prototype.get = function (id, callback) {
  var self = this
  self.client.send(
    new dynamodb.GetItemCommand({ TableName: self.table, Key: { id: { S: id } } }),
    function (error, data) {
      if (error) return callback(error)
      callback(null, self.decode(data && data.Item))
    },
  )
}

Store.prototype.put = function () {
  var args = Array.prototype.slice.call(arguments)
  var callback = args.pop()
  var item = { id: { S: args[0] }, text: { S: String(args[1]) } }
  this.client
    .send(new dynamodb.PutItemCommand({ TableName: this.table, Item: item }))
    .then(callback.bind(null, null), callback)
}

Store.prototype.decode = function (item) {
  return item && item.text ? item.text.S : null
}

module.exports = Store
module.exports.Store = Store
