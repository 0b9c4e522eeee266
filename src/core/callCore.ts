import * as v from 'valibot';
import { coreCalls } from '../shared/coreCalls.ts';
import type { CoreChannel, Handlers } from '../shared/contract.ts';
import { AppError, toFailure } from '../shared/result.ts';
import type { Result } from '../shared/result.ts';

/**
 * The border of the core: checks the channel's input, calls its handler and turns whatever happens into a result.
 * Never rejects.
 */
export async function callCore(
  handlers: Handlers<CoreChannel>,
  channel: CoreChannel,
  rawInput: unknown,
): Promise<Result<unknown>> {
  try {
    const schema: v.GenericSchema<unknown, unknown> = coreCalls[channel].schema;
    const parsed = v.safeParse(schema, rawInput);
    if (!parsed.success) throw badInput(channel, parsed.issues[0]);
    const handler: (input: never) => unknown = handlers[channel];
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parsed by this very channel's schema, which TypeScript cannot follow
    return { ok: true, value: await handler(parsed.output as never) };
  } catch (error) {
    return { ok: false, error: toFailure(error) };
  }
}

function badInput(channel: CoreChannel, issue: v.BaseIssue<unknown>): AppError {
  const place = v.getDotPath(issue);
  const where = place === null ? '' : ` at ${place}`;
  return new AppError(
    'bad-input',
    `The call ${channel} was given a wrong value${where}: ${issue.message}`,
  );
}
