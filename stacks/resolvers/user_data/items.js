// What a user keeps: all of it, or what has changed since a moment.
import { util } from '@aws-appsync/utils';

const MOST = 100;

export function request(ctx) {
  const { since, limit, nextToken } = ctx.args;
  const mine = '#owner = :owner';
  const query = since
    ? {
        expression: `${mine} AND #changed > :since`,
        expressionNames: { '#owner': 'owner', '#changed': 'changed' },
        expressionValues: util.dynamodb.toMapValues({ ':owner': ctx.identity.sub, ':since': since }),
      }
    : {
        expression: mine,
        expressionNames: { '#owner': 'owner' },
        expressionValues: util.dynamodb.toMapValues({ ':owner': ctx.identity.sub }),
      };
  return {
    operation: 'Query',
    index: 'changed',
    query,
    limit: limit > 0 && limit < MOST ? limit : MOST,
    nextToken,
    consistentRead: true,
  };
}

export function response(ctx) {
  if (ctx.error) {
    util.error(ctx.error.message, ctx.error.type);
  }
  return { items: ctx.result.items, nextToken: ctx.result.nextToken };
}
