import * as v from 'valibot';
import { calls } from '../shared/contract.ts';
import type { Channel } from '../shared/contract.ts';
import { AppError } from '../shared/result.ts';

/**
 * Checks a call as it arrives.
 *
 * @throws {AppError} `bad-input` when the channel is unknown or the input has another shape
 */
export function readCall(channel: unknown, input: unknown): [channel: Channel, input: unknown] {
  if (!isChannel(channel)) throw new AppError('bad-input', 'There is no such call.');
  const schema: v.GenericSchema<unknown, unknown> = calls[channel].schema;
  const parsed = v.safeParse(schema, input, { abortEarly: true });
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const where = v.getDotPath(issue);
    const place = where === null ? '' : ` (${where})`;
    throw new AppError(
      'bad-input',
      `The call ${channel} was made wrongly${place}: ${issue.message}`,
    );
  }
  return [channel, parsed.output];
}

function isChannel(channel: unknown): channel is Channel {
  return typeof channel === 'string' && Object.hasOwn(calls, channel);
}
