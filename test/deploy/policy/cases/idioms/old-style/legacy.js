import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { ListObjectsCommand, S3Client } from '@aws-sdk/client-s3'
import { ListTopicsCommand, SNSClient } from '@aws-sdk/client-sns'
import { GetQueueUrlCommand, SQS } from '@aws-sdk/client-sqs'

export function Base(table) {
  this.table = table
  this.client = new DynamoDBClient({})
}
Base.prototype.send = function (command) {
  return this.client.send(command)
}

export function Store(table) {
  Base.call(this, table)
}
Store.prototype = Object.create(Base.prototype, { constructor: { value: Store } })
Object.assign(Store.prototype, {
  get: function (id) {
    return this.send(new GetItemCommand({ TableName: this.table, Key: keyOf(id) }))
  },
  put(id) {
    var self = this
    return Promise.resolve().then(function () {
      return self.send(new PutItemCommand({ TableName: self.table, Item: keyOf(id) }))
    })
  },
})

var parent = {
  count: function () {
    return this.s3.send(new ListObjectsCommand({ Bucket: this.bucket })).then(function (page) {
      return (page.Contents || []).length
    })
  },
}
export const created = Object.create(parent)
created.s3 = new S3Client({})
created.bucket = 'old-bucket'

export function urlOf(name, done) {
  new SQS({}).getQueueUrl({ QueueName: name }, function (error, output) {
    done(error, output && output.QueueUrl)
  })
}

export function hoisted() {
  return later()
  function later() {
    return sns.send(new ListTopicsCommand({})).then((page) => (page.Topics ?? []).length)
  }
}

function keyOf(id) {
  return { id: { S: id } }
}
var sns = new SNSClient({})
