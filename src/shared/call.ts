import * as v from 'valibot';
import { archiveIdSchema } from './schemas.ts';

/** A channel: how its input is checked, and (as a type only) what it answers. */
export interface Call<I, O> {
  readonly schema: v.GenericSchema<unknown, I>;
  readonly output?: O;
}

/** A channel whose input is checked by `schema`; what it answers is given as a type. */
export const call = <I, O>(schema: v.GenericSchema<unknown, I>): Call<I, O> => ({ schema });

/** No input. */
export const nothing = v.undefined();
/** An archive and nothing else. */
export const archiveOnly = v.strictObject({ archiveId: archiveIdSchema });
