// Write an item of the user's own, or leave word that it is gone; only over the version that the device has seen.
import { util } from '@aws-appsync/utils';

const SECONDS_TO_REMEMBER = 30 * 24 * 60 * 60; // devices that come back later fetch everything

export function request(ctx) {
  const { id, content, version } = ctx.args;
  const deleted = ctx.info.fieldName === 'deleteItem';
  const item = { version: version + 1, deleted, changed: util.time.nowISO8601() };
  const values = deleted
    ? { ...item, expires: util.time.nowEpochSeconds() + SECONDS_TO_REMEMBER }
    : { ...item, content };
  const isNew = version === 0 && !deleted;
  return {
    operation: 'PutItem',
    key: util.dynamodb.toMapValues({ owner: ctx.identity.sub, id }),
    attributeValues: util.dynamodb.toMapValues(values),
    condition: isNew
      ? { expression: 'attribute_not_exists(#id)', expressionNames: { '#id': 'id' } }
      : {
          expression: '#version = :version',
          expressionNames: { '#version': 'version' },
          expressionValues: util.dynamodb.toMapValues({ ':version': version }),
        },
  };
}

export function response(ctx) {
  if (ctx.error && ctx.error.type === 'DynamoDB:ConditionalCheckFailedException') {
    util.error('another device was faster', 'Conflict', ctx.result);
  }
  if (ctx.error) {
    util.error(ctx.error.message, ctx.error.type);
  }
  return ctx.result;
}
